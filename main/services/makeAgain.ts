import type { batches } from '../../shared/api/batches.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { addDays } from '../../shared/domain/day.ts'
import { likelyNext } from '../../shared/domain/likely.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import { batchesById, lastGoodBatches, madeSince } from '../db/repos/batches.ts'
import { productList } from '../db/repos/recipes.ts'
import { type Context, kitchenToday } from './context.ts'

/** How far back tells what a kitchen makes. */
const HABIT_DAYS = 120

/** Products to make again, the most likely first; the rest by name. */
export async function makeAgain(
  { limit }: Input<typeof batches.again>,
  context: Context,
): Promise<Output<typeof batches.again>> {
  return await context.store.read(async (db) => {
    const today = await kitchenToday(db, context)
    const likely = likelyNext(await madeSince(db, addDays(today, -HABIT_DAYS)), today)
    const lastIds = await lastGoodBatches(db)
    const last = await batchesById(db, [...lastIds.values()])
    const rows = await productList(db)
    // Products made before that time come after the likely ones, the latest first; those never made come last.
    const rank = (id: number) => (likely.includes(id) ? likely.indexOf(id) : likely.length)
    const madeOn = (id: number) => last.get(lastIds.get(id) ?? 0)?.made_on ?? ''
    return rows
      .toSorted((a, b) => rank(a.id) - rank(b.id) || madeOn(b.id).localeCompare(madeOn(a.id)))
      .slice(0, limit)
      .map((row) => {
        const batch = last.get(lastIds.get(row.id) ?? 0)
        return {
          productId: row.id,
          product: row.name,
          code: row.code ?? '',
          unit: row.unit,
          onHand: (row.on_hand ?? 0) / ONE_PIECE,
          last: batch
            ? { batchId: batch.id, lotNumber: batch.lot_number, madeOn: batch.made_on, made: batch.made }
            : null,
        }
      })
  })
}
