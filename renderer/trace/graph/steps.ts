import { type Layout, nodeSize, type Point } from '../../../shared/domain/graphLayout.ts'
import type { ShownEdge } from '../../../shared/domain/traceGraph.ts'

/** Which box an arrow leads to: along a line to the side, or to the next one above or below. */
export function stepTo(
  arrow: string,
  from: string,
  { at, lines }: Pick<Layout<ShownEdge>, 'at' | 'lines'>,
): string | undefined {
  const here = at.get(from)
  if (!here) return undefined
  switch (arrow) {
    case 'ArrowLeft':
      return nearest(
        here,
        at,
        lines.flatMap(({ edge }) => (edge.to === from ? edge.from : [])),
      )
    case 'ArrowRight':
      return nearest(
        here,
        at,
        lines.flatMap(({ edge }) => (edge.from === from ? edge.to : [])),
      )
    case 'ArrowUp':
      return nearest(
        here,
        at,
        inColumn(here, at).filter((key) => (at.get(key)?.y ?? 0) < here.y),
      )
    case 'ArrowDown':
      return nearest(
        here,
        at,
        inColumn(here, at).filter((key) => (at.get(key)?.y ?? 0) > here.y),
      )
    default:
      return undefined
  }
}

function inColumn(here: Point, at: ReadonlyMap<string, Point>): string[] {
  return [...at].flatMap(([key, { x }]) => (Math.abs(x - here.x) < nodeSize.width ? key : []))
}

function nearest(here: Point, at: ReadonlyMap<string, Point>, keys: readonly string[]): string | undefined {
  const far = (key: string) => Math.abs((at.get(key)?.y ?? 0) - here.y)
  return keys.toSorted((a, b) => far(a) - far(b))[0]
}
