import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** Ingredient rows of batches that stand whose lot nobody recorded, newest batch first. */
export async function usesWithoutLot(db: Db) {
  return await db
    .selectFrom('standing_use')
    .innerJoin('batch', 'batch.id', 'standing_use.batch_id')
    .innerJoin('item as product', 'product.id', 'batch.product_id')
    .innerJoin('item', 'item.id', 'standing_use.item_id')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'batch.id').on('void.kind', '=', 'batch'))
    .where('standing_use.lot_id', 'is', null)
    .where('void.ref_id', 'is', null)
    .orderBy('batch.made_on', 'desc')
    .orderBy('standing_use.id')
    .select(['standing_use.id', 'standing_use.batch_id', 'standing_use.item_id', 'standing_use.typed'])
    .select(['batch.lot_number', 'batch.made_on', 'product.name as product', 'item.name as item'])
    .execute()
}

/** Received lots without a supplier or a day, of trips that stand, newest first. */
export async function lotsWithoutSource(db: Db): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM (
      SELECT id, receipt_id FROM lot WHERE receipt_id IS NOT NULL AND supplier_id IS NULL
      UNION SELECT id, receipt_id FROM lot WHERE receipt_id IS NOT NULL AND received_on IS NULL)
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE kind = 'receipt' AND ref_id = receipt_id)
    ORDER BY id DESC`.execute(db)
  return rows.map((row) => row.id)
}
