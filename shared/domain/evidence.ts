/** A batch took some of a lot that `madeBy` made, or that was bought where it is null. */
export interface Edge {
  readonly batchId: number
  readonly lotId: number
  readonly madeBy: number | null
}

/** How something reached a batch: the lots it used directly, or the batches in between, nearest first. */
export interface Evidence {
  readonly lotIds: readonly number[]
  readonly via: readonly number[]
}

/**
 * For every batch that one of `sources` (lots) or `origins` (batches that are suspect in themselves) reached, the
 * shortest way it did.
 * @param edges the edges into the batches reached; others are passed over
 */
export function findEvidence(
  edges: readonly Edge[],
  sources: ReadonlySet<number>,
  origins: ReadonlySet<number> = new Set(),
): Map<number, Evidence> {
  const found = new Map<number, Evidence>()
  for (const id of origins) found.set(id, { lotIds: [], via: [] })
  const direct = new Map<number, number[]>()
  for (const { batchId, lotId } of edges) {
    if (!sources.has(lotId)) continue
    const before = direct.get(batchId)
    if (before) before.push(lotId)
    else {
      const lotIds = [lotId]
      direct.set(batchId, lotIds)
      found.set(batchId, { lotIds, via: [] })
    }
  }
  const users = Map.groupBy(
    edges.filter((edge) => edge.madeBy !== null),
    (edge) => edge.madeBy,
  )
  const waiting = [...found.keys()]
  for (let at = 0; at < waiting.length; at += 1) {
    const id = waiting[at]
    const evidence = id === undefined ? undefined : found.get(id)
    if (id === undefined || !evidence) continue
    for (const { batchId } of users.get(id) ?? []) {
      if (found.has(batchId)) continue
      found.set(batchId, { lotIds: evidence.lotIds, via: [id, ...evidence.via] })
      waiting.push(batchId)
    }
  }
  return found
}

/**
 * The lots that are in each of some batches, through any number of levels, each once and the nearest first.
 * @param edges the edges into those batches and into every batch behind them
 */
export function lotsBehind(edges: readonly Edge[], batchIds: readonly number[]): Map<number, Set<number>> {
  const into = Map.groupBy(edges, (edge) => edge.batchId)
  return new Map(
    batchIds.map((batchId) => {
      const lotIds = new Set<number>()
      const batches = new Set([batchId])
      for (const id of batches)
        for (const { lotId, madeBy } of into.get(id) ?? []) {
          lotIds.add(lotId)
          if (madeBy !== null) batches.add(madeBy)
        }
      return [batchId, lotIds]
    }),
  )
}
