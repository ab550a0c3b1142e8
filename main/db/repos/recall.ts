import type { RecallCriteria } from '../../../shared/domain/recallScope.ts'
import type { Db } from '../schema.ts'
import { idList } from './idList.ts'

/** Lots of the ingredient that the notice could mean: everything that no recorded fact rules out in the index. */
export async function candidateLots(db: Db, notice: RecallCriteria): Promise<number[]> {
  const { itemId, supplierId, receivedFrom, receivedTo } = notice
  let rows = db
    .selectFrom('lot')
    .leftJoin('void', (join) =>
      join.on(({ or, and, eb, ref }) =>
        or([
          and([eb('void.kind', '=', 'receipt'), eb('void.ref_id', '=', ref('lot.receipt_id'))]),
          and([eb('void.kind', '=', 'batch'), eb('void.ref_id', '=', ref('lot.batch_id'))]),
        ]),
      ),
    )
    .where('lot.item_id', '=', itemId)
    .where('void.ref_id', 'is', null)
    .select('lot.id')
  if (supplierId !== null)
    rows = rows.where(({ or, eb }) => or([eb('lot.supplier_id', '=', supplierId), eb('lot.supplier_id', 'is', null)]))
  // A supplier lot decides whatever the date is, so the window may only narrow a notice without one.
  if (notice.supplierLot === null && receivedFrom !== null)
    rows = rows.where(({ or, eb }) =>
      or([eb('lot.received_on', '>=', receivedFrom), eb('lot.received_on', 'is', null)]),
    )
  if (notice.supplierLot === null && receivedTo !== null)
    rows = rows.where(({ or, eb }) => or([eb('lot.received_on', '<=', receivedTo), eb('lot.received_on', 'is', null)]))
  return (await rows.execute()).map((row) => row.id)
}

/** Batches that stand and used the ingredient from a lot that nobody recorded. */
export async function batchesWithUnknownLot(db: Db, itemId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('standing_use')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'standing_use.batch_id').on('void.kind', '=', 'batch'))
    .where('standing_use.item_id', '=', itemId)
    .where('standing_use.lot_id', 'is', null)
    .where('void.ref_id', 'is', null)
    .select('standing_use.batch_id')
    .distinct()
    .execute()
  return rows.map((row) => row.batch_id)
}

/** Batches that stand, made in the period, of those products or with that ingredient: what a worried person asks about. */
export async function comparableBatches(
  db: Db,
  { productIds, itemId, from, to }: { productIds: readonly number[]; itemId: number; from: string; to: string },
) {
  return await db
    .selectFrom('batch')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'batch.id').on('void.kind', '=', 'batch'))
    .where('batch.made_on', '>=', from)
    .where('batch.made_on', '<=', to)
    .where('void.ref_id', 'is', null)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('batch.product_id', 'in', idList(productIds)),
        exists(
          selectFrom('standing_use')
            .select('standing_use.id')
            .whereRef('standing_use.batch_id', '=', 'batch.id')
            .where('standing_use.item_id', '=', itemId),
        ),
      ]),
    )
    .orderBy('batch.made_on')
    .orderBy('batch.id')
    .select(['batch.id', 'batch.product_id', 'batch.made'])
    .execute()
}

/** Units of some lots by where they are. */
export async function unitsByState(db: Db, lotIds: readonly number[]) {
  return await db
    .selectFrom('unit_range')
    .where('lot_id', 'in', idList(lotIds))
    .groupBy(['lot_id', 'state'])
    .select(['lot_id', 'state'])
    .select(({ fn, eb }) => fn.sum<number>(eb(eb('last', '-', eb.ref('first')), '+', 1)).as('units'))
    .execute()
}
