import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { idList } from './idList.ts'

/**
 * Bought ingredients of which labels may not know all: facts that name an allergen were saved after a batch, a lot’s
 * supplier was corrected, or a supplier’s own was poured into a bin.
 * @param firstBatch the oldest batch asked about
 */
export async function itemsToldSince(db: Db, firstBatch: number): Promise<number[]> {
  const { rows } = await sql<{ item_id: number }>`
    SELECT DISTINCT fact.item_id FROM ingredient_fact AS fact
    WHERE fact.contains <> '[]' AND (
      EXISTS (SELECT 1 FROM batch WHERE batch.id >= ${firstBatch} AND batch.seq < fact.seq)
      OR EXISTS (SELECT 1 FROM lot_correction CROSS JOIN lot ON lot.id = lot_correction.lot_id WHERE lot.item_id = fact.item_id)
      OR fact.supplier_id IS NOT NULL AND EXISTS (
        SELECT 1 FROM standing_pour AS pour CROSS JOIN lot ON lot.id = pour.lot_id
        WHERE lot.item_id = fact.item_id AND lot.supplier_id = fact.supplier_id))`.execute(db)
  return rows.map((row) => row.item_id)
}

/** What some batches took of bought ingredients, those poured into their bins too: a row for each ingredient and supplier. */
export async function takersOf(
  db: Db,
  asked: { readonly itemIds: readonly number[]; readonly batchIds: readonly number[] },
) {
  const batches = JSON.stringify(asked.batchIds)
  const items = idList(asked.itemIds)
  const { rows } = await sql<{
    item_id: number
    item: string
    supplier_id: number | null
    supplier: string | null
    /** 1 where nobody recorded the lot. */
    is_unknown: 0 | 1
    batch_ids: string
  }>`
    WITH taken AS MATERIALIZED (
      SELECT edge.batch_id, lot.item_id, lot.supplier_id, 0 AS is_unknown
      FROM json_each(${batches}) AS start CROSS JOIN edge ON edge.batch_id = start.value CROSS JOIN lot ON lot.id = edge.lot_id
      WHERE lot.receipt_id IS NOT NULL AND lot.item_id IN ${items}
      UNION
      SELECT used.batch_id, used.item_id, NULL, 1
      FROM json_each(${batches}) AS start CROSS JOIN standing_use AS used ON used.batch_id = start.value
      WHERE used.lot_id IS NULL AND used.item_id IN ${items}
    )
    SELECT taken.item_id, item.name AS item, taken.supplier_id, supplier.name AS supplier, taken.is_unknown,
      json_group_array(taken.batch_id) AS batch_ids
    FROM taken JOIN item ON item.id = taken.item_id LEFT JOIN supplier ON supplier.id = taken.supplier_id
    GROUP BY taken.item_id, taken.supplier_id, taken.is_unknown
    ORDER BY taken.item_id, supplier.name_key`.execute(db)
  return rows.map(({ batch_ids, ...row }) => ({ ...row, batchIds: JSON.parse(batch_ids) as number[] }))
}
