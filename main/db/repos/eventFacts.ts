import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import type { Period } from './records.ts'

/** Every made lot whose pack has a GTIN. */
export async function lotsWithGtin(db: Db) {
  const { rows } = await sql<{ lot_id: number; gtin: string; lot_number: string }>`
    SELECT lot.id AS lot_id, pack.gtin, batch.lot_number
    FROM lot JOIN pack ON pack.item_id = lot.item_id JOIN batch ON batch.id = lot.batch_id
    WHERE pack.gtin IS NOT NULL`.execute(db)
  return rows
}

/**
 * The first and the last day that the record knows of, a day more on both sides: the history is kept in UTC. Undefined
 * where nothing happened yet.
 */
export async function daysOfRecord(db: Db): Promise<Period | undefined> {
  const { rows } = await sql<Period>`
    SELECT date(min(day), '-1 day') AS "from", date(max(day), '+1 day') AS "to" FROM (
      SELECT min(received_on) AS day FROM lot UNION ALL SELECT max(received_on) FROM lot
      UNION ALL SELECT min(made_on) FROM batch UNION ALL SELECT max(made_on) FROM batch
      UNION ALL SELECT min(sent_on) FROM shipment UNION ALL SELECT max(sent_on) FROM shipment
      UNION ALL SELECT min(day) FROM returned UNION ALL SELECT max(day) FROM returned
      UNION ALL SELECT min(day) FROM movement UNION ALL SELECT max(day) FROM movement
      UNION ALL SELECT min(opened_on) FROM recall UNION ALL SELECT max(opened_on) FROM recall
      UNION ALL SELECT substr(min(at), 1, 10) FROM audit UNION ALL SELECT substr(max(at), 1, 10) FROM audit
    ) HAVING count(day) > 0`.execute(db)
  return rows[0]
}

/** Lots that recalls opened in a period name as affected, each once a recall; drills left out. */
export async function recalledBetween(db: Db, { from, to }: Period) {
  const { rows } = await sql<{ recall_id: number; title: string; opened_on: string; lot_id: number }>`
    SELECT DISTINCT recall.id AS recall_id, recall.title, recall.opened_on, recall_lot.lot_id
    FROM recall JOIN recall_lot ON recall_lot.recall_id = recall.id
    WHERE recall.opened_on BETWEEN ${from} AND ${to} AND recall.kind <> 'drill' AND recall_lot.verdict = 'affected'
    ORDER BY recall.id, recall_lot.lot_id`.execute(db)
  return rows
}
