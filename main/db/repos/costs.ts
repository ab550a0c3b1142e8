import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** What some lots cost and are: bought ones with their price, made ones with what of each pack was not discarded. */
export async function costedLots(db: Db, lotIds: readonly number[]) {
  const { rows } = await sql<{
    id: number
    batch_id: number | null
    bin_id: number | null
    cost_cents: number | null
    base: number
    /** Units that were not discarded when it was made or afterwards. */
    kept: number
    /** What one unit declares to weigh, as typed. */
    net: string | null
  }>`
    SELECT lot.id, lot.batch_id, lot.bin_id, lot.cost_cents, lot.base, pack.net,
      (SELECT coalesce(sum(last - first + 1), 0) FROM unit_range WHERE lot_id = lot.id AND state <> 'discarded') AS kept
    FROM json_each(${JSON.stringify(lotIds)}) AS start
    CROSS JOIN lot ON lot.id = start.value LEFT JOIN pack ON pack.item_id = lot.item_id`.execute(db)
  return rows
}

/** Every lot that some batches made. */
export async function lotsMadeBy(db: Db, batchIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT lot.id FROM json_each(${JSON.stringify(batchIds)}) AS start CROSS JOIN lot ON lot.batch_id = start.value`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

/** The newest batches of a product in some days with how they came out, oldest first. */
export async function batchesOver(
  db: Db,
  given: { readonly productId: number; readonly from: string; readonly to: string; readonly limit: number },
) {
  const { rows } = await sql<{
    id: number
    lot_number: string
    made_on: string
    made: number
    expected: number
    discarded: number
    set_aside: number
  }>`
    SELECT * FROM (SELECT batch.id, batch.lot_number, batch.made_on, batch.made, recipe.expected_yield AS expected,
      (SELECT coalesce(sum(last - first + 1), 0) FROM lot JOIN unit_range ON unit_range.lot_id = lot.id
        WHERE lot.batch_id = batch.id AND unit_range.state = 'discarded') AS discarded,
      (SELECT coalesce(sum(last - first + 1), 0) FROM lot JOIN unit_range ON unit_range.lot_id = lot.id
        WHERE lot.batch_id = batch.id AND unit_range.state = 'set aside') AS set_aside
    FROM batch JOIN recipe ON recipe.id = batch.recipe_id
    WHERE batch.product_id = ${given.productId} AND batch.made_on BETWEEN ${given.from} AND ${given.to}
    AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = batch.id)
    ORDER BY batch.made_on DESC, batch.id DESC LIMIT ${given.limit}) ORDER BY made_on, id`.execute(db)
  return rows
}

/** Why units of a product were discarded in some days, the commonest reason first. */
export async function discardReasons(
  db: Db,
  given: { readonly productId: number; readonly from: string; readonly to: string },
) {
  const { rows } = await sql<{ reason: string; units: number }>`
    SELECT movement.reason, sum(range.last - range.first + 1) AS units
    FROM batch JOIN lot ON lot.batch_id = batch.id JOIN unit_range AS range ON range.lot_id = lot.id AND range.state = 'discarded'
    JOIN movement ON movement.id = range.movement_id
    WHERE batch.product_id = ${given.productId} AND batch.made_on BETWEEN ${given.from} AND ${given.to}
    GROUP BY movement.reason ORDER BY 2 DESC, 1`.execute(db)
  return rows
}

/** What an ingredient cost the last times it was bought, oldest first. */
export async function pricesOf(db: Db, itemId: number, limit: number) {
  const { rows } = await sql<{ day: string; supplier: string | null; cost_cents: number; base: number; typed: string }>`
    SELECT * FROM (SELECT lot.id, lot.received_on AS day, supplier.name AS supplier, lot.cost_cents, lot.base, lot.typed
    FROM lot LEFT JOIN supplier ON supplier.id = lot.supplier_id
    WHERE lot.item_id = ${itemId} AND lot.cost_cents IS NOT NULL AND lot.received_on IS NOT NULL AND lot.batch_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'receipt' AND ref_id = lot.receipt_id)
    ORDER BY lot.received_on DESC, lot.id DESC LIMIT ${limit}) ORDER BY day, id`.execute(db)
  return rows
}

/** What was used of each bought ingredient since a day, and what is left of it that may be used: not on hold, not past its date. */
export async function usedSince(db: Db, { since, today }: { readonly since: string; readonly today: string }) {
  const { rows } = await sql<{ item_id: number; item: string; unit: string; used: number; on_hand: number }>`
    SELECT item.id AS item_id, item.name AS item, item.unit, sum(standing_use.base) AS used,
      (SELECT coalesce(sum(lot.on_hand), 0) FROM lot WHERE lot.item_id = item.id AND lot.on_hand > 0 AND lot.held = 0
        AND (lot.best_by IS NULL OR lot.best_by >= ${today})) AS on_hand
    FROM batch CROSS JOIN standing_use ON standing_use.batch_id = batch.id CROSS JOIN item ON item.id = standing_use.item_id
    WHERE batch.made_on >= ${since} AND item.kind = 'ingredient'
    AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = batch.id)
    GROUP BY item.id ORDER BY item.name_key`.execute(db)
  return rows
}
