import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/**
 * Lots of an item that stand and had come in by a day, with what was there of each before anything was taken that day,
 * in base units; those that were there come first, then as they would have been taken.
 */
export async function lotsThatDay(db: Db, itemId: number, day: string, limit: number) {
  const { rows } = await sql<{ id: number; there: number }>`
    SELECT lot.id, (
      SELECT coalesce(sum(delta), 0) FROM movement
      WHERE movement.lot_id = lot.id AND (movement.day < ${day} OR (movement.day = ${day} AND kind IN ('received', 'made')))
    ) AS there
    FROM lot LEFT JOIN batch ON batch.id = lot.batch_id
    WHERE lot.item_id = ${itemId} AND coalesce(lot.received_on, batch.made_on, ${day}) <= ${day}
    AND NOT EXISTS (SELECT 1 FROM void WHERE (kind = 'receipt' AND ref_id = lot.receipt_id) OR (kind = 'batch' AND ref_id = lot.batch_id))
    ORDER BY there > 0 DESC, lot.best_by IS NULL, lot.best_by, lot.received_on IS NULL, lot.received_on, lot.id DESC
    LIMIT ${limit}`.execute(db)
  return rows
}
