import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/**
 * What batches took of bought ingredients of which their labels could not know all: facts that name an allergen were
 * saved after the batch, the lot’s supplier was corrected, nobody recorded the lot, or it came out of a bin into which
 * a supplier’s own was poured. Voided batches have no edges and are not among it.
 */
export async function usesToldSince(db: Db) {
  const { rows } = await sql<{
    batch_id: number
    item_id: number
    item: string
    supplier_id: number | null
    supplier: string | null
    /** 1 where nobody recorded the lot. */
    is_unknown: 0 | 1
  }>`
    WITH fact AS MATERIALIZED (
      SELECT item_id, supplier_id, (SELECT coalesce(max(id), 0) FROM batch WHERE batch.seq < ingredient_fact.seq) AS until
      FROM ingredient_fact WHERE contains <> '[]' AND NOT EXISTS (
        SELECT 1 FROM ingredient_fact AS newer WHERE newer.item_id = ingredient_fact.item_id
        AND newer.supplier_id IS ingredient_fact.supplier_id AND newer.id > ingredient_fact.id)
    ), told AS (
      SELECT edge.batch_id, lot.item_id, lot.supplier_id, 0 AS is_unknown
      FROM fact CROSS JOIN lot ON lot.item_id = fact.item_id AND lot.receipt_id IS NOT NULL
        AND (fact.supplier_id IS NULL OR fact.supplier_id = lot.supplier_id)
      CROSS JOIN edge ON edge.lot_id = lot.id AND edge.batch_id <= fact.until
      UNION
      SELECT edge.batch_id, lot.item_id, lot.supplier_id, 0
      FROM lot_correction CROSS JOIN lot ON lot.id = lot_correction.lot_id CROSS JOIN edge ON edge.lot_id = lot.id
      UNION
      SELECT edge.batch_id, lot.item_id, lot.supplier_id, 0
      FROM standing_pour AS pour CROSS JOIN lot ON lot.id = pour.lot_id AND lot.receipt_id IS NOT NULL
      CROSS JOIN fact ON fact.item_id = lot.item_id AND fact.supplier_id = lot.supplier_id
      CROSS JOIN edge ON edge.lot_id = lot.id
      UNION
      SELECT batch_use.batch_id, batch_use.item_id, NULL, 1
      FROM fact CROSS JOIN standing_use AS batch_use ON batch_use.item_id = fact.item_id AND batch_use.batch_id <= fact.until
      WHERE batch_use.lot_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = batch_use.batch_id)
    )
    SELECT told.batch_id, told.item_id, item.name AS item, told.supplier_id, supplier.name AS supplier, told.is_unknown
    FROM told JOIN item ON item.id = told.item_id LEFT JOIN supplier ON supplier.id = told.supplier_id
    WHERE item.kind = 'ingredient'
    ORDER BY told.item_id, told.batch_id`.execute(db)
  return rows
}
