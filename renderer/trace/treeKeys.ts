import type { Line } from './growth.ts'

type TreeMove = { readonly do: 'go'; readonly to: number } | { readonly do: 'toggle' | 'beside' | 'follow' }

/** Lines that Page Up and Page Down pass. */
const PAGE = 8

/**
 * What a key means on a line of a tree, as the ARIA Authoring Practices have it (Tree View, keyboard interaction).
 * @returns undefined for keys that mean nothing here
 */
export function treeMove(key: string, lines: readonly Line[], at: number): TreeMove | undefined {
  const line = lines[at]
  if (!line) return undefined
  const last = lines.length - 1
  const opens = line.row.opens && !line.bare
  switch (key) {
    case 'ArrowDown':
      return { do: 'go', to: Math.min(at + 1, last) }
    case 'ArrowUp':
      return { do: 'go', to: Math.max(at - 1, 0) }
    case 'PageDown':
      return { do: 'go', to: Math.min(at + PAGE, last) }
    case 'PageUp':
      return { do: 'go', to: Math.max(at - PAGE, 0) }
    case 'Home':
      return { do: 'go', to: 0 }
    case 'End':
      return { do: 'go', to: last }
    case 'ArrowRight':
      if (line.open) return { do: 'go', to: Math.min(at + 1, last) }
      return opens ? { do: 'toggle' } : undefined
    case 'ArrowLeft':
      if (line.open) return { do: 'toggle' }
      return line.parent >= 0 ? { do: 'go', to: line.parent } : undefined
    case ' ':
      return opens ? { do: 'toggle' } : undefined
    case 'Enter':
      return line.row.node ? { do: 'follow' } : undefined
    case '*':
      return { do: 'beside' }
    default:
      return undefined
  }
}
