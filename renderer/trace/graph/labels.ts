import { boxText, daysOf } from '../../../shared/domain/graphText.ts'
import { groupName, type Shown, type ShownGraph } from '../../../shared/domain/traceGraph.ts'
import { whatWords } from '../../../shared/domain/traceWords.ts'

/** Neighbours that are named to a screen reader; the arrows lead to all. */
const NAMED = 4

/** All that a box and its lines say, in words. */
export function labelOf(shown: Shown, { nodes, edges }: ShownGraph, isAsked: boolean): string {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const beside = (keys: readonly (readonly [string, string])[]) => {
    const names = keys.slice(0, NAMED).flatMap(([key, quantity]) => {
      const node = byKey.get(key)
      return node ? `${nameOf(node)}${quantity ? ` (${quantity})` : ''}` : []
    })
    return `${names.join('; ')}${keys.length > NAMED ? `; and ${keys.length - NAMED} more` : ''}`
  }
  const from = edges.filter(({ to }) => to === shown.key).map((edge) => [edge.from, edge.quantity] as const)
  const into = edges.filter(({ from: start }) => start === shown.key).map((edge) => [edge.to, edge.quantity] as const)
  const [node] = shown.members
  const detail = shown.isGroup ? daysOf(shown) : (node?.detail ?? '')
  const { head, name, detail: short } = boxText(shown)
  const full = `${head && node ? `${head}: ${node.label}` : nameOf(shown)}${detail ? `, ${detail}` : ''}`
  // Who speaks to the computer says what is seen, which may be cut: that begins the label then.
  const seen = [head, ...name, short].filter(Boolean).join(' ')
  return [
    plain(full).startsWith(plain(seen)) ? full : `${seen}. ${full}`,
    isAsked ? 'This is what was asked about' : '',
    shown.isGroup ? 'Folded' : '',
    from.length > 0 ? `From: ${beside(from)}` : '',
    into.length > 0 ? `To: ${beside(into)}` : '',
  ]
    .filter(Boolean)
    .join('. ')
}

/** How a box is called. */
function nameOf(shown: Shown): string {
  const [node] = shown.members
  if (shown.isGroup || !node) return groupName(shown)
  return `${whatWords[node.what]}: ${node.label}`
}

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
