import { fieldError } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { quality } from '../../shared/api/quality.ts'
import { commonThread } from '../../shared/domain/commonThread.ts'
import { compareBatches } from '../../shared/domain/compareBatches.ts'
import { batchesById, type BatchView } from '../db/repos/batches.ts'
import { goodBatches } from '../db/repos/features.ts'
import type { Db } from '../db/schema.ts'
import { featuresOf } from './batchFeatures.ts'
import type { Context } from './context.ts'
import { say } from '../../shared/words/say.ts'

/** Earlier batches that say what is usual, and good ones that bad ones are held against. */
const HISTORY = 40

export async function compare(
  { batchIds }: Input<typeof quality.compare>,
  { store }: Context,
): Promise<Output<typeof quality.compare>> {
  return await store.read(async (db) => {
    const batches = await asked(db, batchIds, 'batchIds')
    const historyIds = await othersOf(db, batches)
    const rows = compareBatches(await featuresOf(db, batchIds), await featuresOf(db, historyIds))
    return {
      batches: batches.map(batchOut),
      history: historyIds.length,
      rows: rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell })) })),
    }
  })
}

export async function thread(
  { badIds, goodIds }: Input<typeof quality.thread>,
  { store }: Context,
): Promise<Output<typeof quality.thread>> {
  return await store.read(async (db) => {
    const bad = await asked(db, badIds, 'badIds')
    const others = goodIds ? goodIds.filter((id) => !badIds.includes(id)) : await othersOf(db, bad)
    const good = await asked(db, others, 'goodIds')
    const threads = commonThread(await featuresOf(db, badIds), await featuresOf(db, others))
    return {
      bad: bad.map(batchOut),
      good: good.map(batchOut),
      threads: threads.map((each) => ({
        ...each,
        always: [...each.always],
        bad: { ...each.bad },
        good: { ...each.good },
      })),
    }
  })
}

async function othersOf(db: Db, batches: readonly BatchView[]): Promise<number[]> {
  return await goodBatches(db, {
    productIds: [...new Set(batches.map((batch) => batch.product_id))],
    without: batches.map((batch) => batch.id),
    limit: HISTORY,
  })
}

async function asked(db: Db, ids: readonly number[], field: string): Promise<BatchView[]> {
  const known = await batchesById(db, ids)
  return ids.map((id) => {
    const batch = known.get(id)
    if (!batch) throw fieldError(field, say('One of these batches is not in the record. Choose again.'))
    return batch
  })
}

function batchOut(batch: BatchView) {
  return { id: batch.id, lotNumber: batch.lot_number, product: batch.product, madeOn: batch.made_on, made: batch.made }
}
