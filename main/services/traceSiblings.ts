import type { TraceRow } from '../../shared/api/trace.ts'
import { batchesById } from '../db/repos/batches.ts'
import { batchesOfLots, sharedLots } from '../db/repos/genealogy.ts'
import { lotsById } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { batchLine, lotLine, nodeKey } from './traceLines.ts'
import { say } from '../../shared/words/say.ts'

type Below = Map<string, TraceRow[]>

/** Below a batch: each lot that went into it, with how many other batches took some of it too. */
export async function sharedBelow(db: Db, batchIds: readonly number[], below: Below): Promise<void> {
  const shared = await sharedLots(db, batchIds)
  const lots = await lotsById(db, [...new Set(shared.map((each) => each.lot_id))])
  const makers = await batchesById(db, [...new Set([...lots.values()].flatMap((lot) => lot.batch_id ?? []))])
  for (const { batch_id, lot_id, others } of shared) {
    const lot = lots.get(lot_id)
    const maker = lot?.batch_id ? makers.get(lot.batch_id) : undefined
    if (!lot) continue
    below.get(nodeKey({ kind: 'batch', id: batch_id }))?.push({
      ...(maker ? batchLine(maker) : lotLine(lot)),
      node: { kind: 'lot', id: lot_id },
      quantity:
        others === 0
          ? say('in no other batch')
          : say('in {others, plural, one {# other batch} other {# other batches}}', { others }),
      held: lot.held === 1,
      opens: others > 0,
    })
  }
}

/** Below a lot: every batch that took some of it. */
export async function siblingsBelow(db: Db, lotIds: readonly number[], below: Below): Promise<void> {
  const pairs = await batchesOfLots(db, lotIds)
  const batches = await batchesById(db, [...new Set(pairs.map((pair) => pair.batch_id))])
  for (const { lot_id, batch_id } of pairs) {
    const batch = batches.get(batch_id)
    if (batch) below.get(nodeKey({ kind: 'lot', id: lot_id }))?.push({ ...batchLine(batch), opens: false })
  }
}
