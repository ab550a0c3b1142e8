import type { corrections } from '../../shared/api/corrections.ts'
import type { Output } from '../../shared/api/operation.ts'
import { lotsById } from '../db/repos/lots.ts'
import { lotsWithoutSource, usesWithoutLot } from '../db/repos/missing.ts'
import { type Context, kitchenToday } from './context.ts'
import { lotRow } from './lotRow.ts'

const LISTED = 50

/** Every fact that is missing, to be filled in one pass. */
export async function missingFacts(_input: unknown, context: Context): Promise<Output<typeof corrections.missing>> {
  return await context.store.read(async (db) => {
    const uses = await usesWithoutLot(db)
    const lotIds = await lotsWithoutSource(db)
    const lots = await lotsById(db, lotIds.slice(0, LISTED))
    const today = await kitchenToday(db, context)
    return {
      total: uses.length + lotIds.length,
      uses: uses.slice(0, LISTED).map((use) => ({
        useId: use.id,
        batchId: use.batch_id,
        lotNumber: use.lot_number,
        product: use.product,
        madeOn: use.made_on,
        itemId: use.item_id,
        ingredient: use.item,
        quantity: use.typed,
      })),
      lots: lotIds.slice(0, LISTED).flatMap((id) => {
        const lot = lots.get(id)
        return lot ? [lotRow(lot, today)] : []
      }),
    }
  })
}
