import type { Edge } from './evidence.ts'

/**
 * The shortest way from one batch back to another through what went in: `from`, the batches between, `to`.
 * @returns undefined where `to` is not in `from`
 */
export function wayBack(edges: readonly Edge[], from: number, to: number): number[] | undefined {
  const inside = Map.groupBy(edges, (edge) => edge.batchId)
  const cameFrom = new Map<number, number | null>([[from, null]])
  for (const id of cameFrom.keys()) {
    if (id === to) return pathTo(cameFrom, id)
    for (const { madeBy } of inside.get(id) ?? [])
      if (madeBy !== null && !cameFrom.has(madeBy)) cameFrom.set(madeBy, id)
  }
  return undefined
}

function pathTo(cameFrom: ReadonlyMap<number, number | null>, end: number): number[] {
  const path: number[] = []
  for (let at: number | null | undefined = end; typeof at === 'number'; at = cameFrom.get(at)) path.unshift(at)
  return path
}
