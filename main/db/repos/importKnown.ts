import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { hotStatement } from './hotStatement.ts'
import { unitsOnHand } from './movements.ts'

/** A lot as a plan needs it. */
export interface KnownLot {
  readonly id: number
  readonly item_id: number
  readonly batch_id: number | null
  readonly lot_key: string | null
  readonly made_on: string | null
  readonly supplier_key: string | null
  readonly received_on: string | null
  readonly best_by: string | null
  readonly supplier_lot_key: string | null
  readonly base: number
  readonly on_hand: number
  readonly held: number
  readonly opening: number | null
}

/**
 * The next lots that came in or were made and were not taken back, and which units of them are on hand. What bins hold is
 * left out: nobody names it in a table.
 */
export async function lotsAfter(db: Db, after: number, limit: number) {
  const lots = await knownLots(db, after, limit)
  const units = await unitsOnHand(
    db,
    lots.filter((lot) => lot.batch_id !== null).map((lot) => lot.id),
  )
  return { lots, units }
}

async function knownLots(db: Db, after: number, limit: number): Promise<KnownLot[]> {
  const { rows } = await sql<KnownLot>`
    SELECT lot.id, lot.item_id, lot.batch_id, batch.lot_key, batch.made_on, supplier.name_key AS supplier_key,
      lot.received_on, lot.best_by, lot.supplier_lot_key, lot.base, lot.on_hand, lot.held, receipt.opening
    FROM lot
    LEFT JOIN batch ON batch.id = lot.batch_id
    LEFT JOIN receipt ON receipt.id = lot.receipt_id
    LEFT JOIN supplier ON supplier.id = lot.supplier_id
    WHERE lot.id > ${after} AND lot.bin_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = lot.batch_id)
    AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'receipt' AND ref_id = lot.receipt_id)
    ORDER BY lot.id LIMIT ${limit}`.execute(db)
  return rows
}

/** Shipments that stand, in their order, and which units are still where they took them. */
export async function everythingOut(db: Db) {
  const shipments = await sql<{ id: number; place: string; sent_on: string; reference: string }>`
    SELECT shipment.id, place.name_key AS place, sent_on, reference
    FROM shipment JOIN place ON place.id = shipment.place_id
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE kind = 'shipment' AND ref_id = shipment.id) ORDER BY shipment.id`.execute(
    db,
  )
  const units = await sql<{ lot_id: number; shipment_id: number; first: number; last: number }>`
    SELECT unit_range.lot_id, shipment_id, unit_range.first, unit_range.last
    FROM unit_range JOIN movement ON movement.id = unit_range.movement_id
    JOIN shipment_line ON shipment_line.id = movement.shipment_line_id
    WHERE unit_range.state = 'sent' ORDER BY unit_range.lot_id, unit_range.first`.execute(db)
  return { shipments: shipments.rows, units: units.rows }
}

/** Every batch number there is, with what it stands for; of void ones too: their numbers stay issued. */
export async function everyBatch(db: Db) {
  const { rows } = await sql<{ id: number; lot_key: string; lot_number: string; product_id: number; made_on: string; made: number; is_void: number }>`
    SELECT id, lot_key, lot_number, product_id, made_on, made,
      EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = batch.id) AS is_void FROM batch`.execute(db) // prettier-ignore
  return rows
}

export async function issuedKeys(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('issued_number').select('number_key').execute()
  return new Set(rows.map((row) => row.number_key))
}

/** What was sent and stands: a row for each shipment and product. */
export async function everySending(db: Db) {
  const { rows } = await sql<{ id: number; place_key: string | null; purpose: string; sent_on: string; reference: string; item_id: number; units: number }>`
    SELECT shipment.id, place.name_key AS place_key, purpose, sent_on, reference, lot.item_id, sum(units) AS units
    FROM shipment
    JOIN shipment_line ON shipment_line.shipment_id = shipment.id
    JOIN lot ON lot.id = shipment_line.lot_id
    LEFT JOIN place ON place.id = shipment.place_id
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE kind = 'shipment' AND ref_id = shipment.id)
    GROUP BY shipment.id, lot.item_id ORDER BY shipment.id, lot.item_id`.execute(db) // prettier-ignore
  return rows
}

/** What came back and stands. */
export async function everyReturn(db: Db) {
  const { rows } = await sql<{ place_key: string; day: string; lot_key: string; units: number }>`
    SELECT place.name_key AS place_key, returned.day, batch.lot_key, sum(returned_line.units) AS units
    FROM returned
    JOIN returned_line ON returned_line.returned_id = returned.id
    JOIN shipment_line ON shipment_line.id = returned_line.shipment_line_id
    JOIN lot ON lot.id = shipment_line.lot_id JOIN batch ON batch.id = lot.batch_id
    JOIN place ON place.id = returned.place_id
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE kind = 'returned' AND ref_id = returned.id)
    GROUP BY returned.id, batch.lot_key`.execute(db)
  return rows
}

/** Counts, and what was discarded or set aside of a batch, where it stands. */
export async function everyChange(db: Db) {
  const { rows } = await sql<{ lot_id: number; kind: string; delta: number; day: string }>`
    SELECT lot_id, kind, delta, day FROM movement
    WHERE kind IN ('counted', 'discarded', 'set aside') AND +takes_back IS NULL
    AND shipment_line_id IS NULL AND returned_line_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM movement AS back WHERE back.takes_back = movement.id)`.execute(db)
  return rows
}

/** The batch of a number that is neither void nor undone. */
export async function batchOfKey(db: Db, lotKey: string): Promise<number | undefined> {
  const row = await db.selectFrom('batch').select('id').where('lot_key', '=', lotKey).executeTakeFirst()
  return row?.id
}

/** Whether a product has a batch that stands. */
export async function hasBatches(db: Db, productId: number): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM batch WHERE product_id = ${productId}
    AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = batch.id) LIMIT 1`.execute(db)
  return rows.length > 0
}

/** What was recorded elsewhere and leans on what an import brought, a sentence each; the first 20. */
export async function leaningOn(db: Db, importId: number): Promise<string[]> {
  const made = (fact: string) => sql<number>`(
    SELECT made ->> ${fact} FROM import_record WHERE import_id = ${importId} AND state = 'done' AND made ->> ${fact} IS NOT NULL)`
  const lots = sql`(SELECT id FROM lot WHERE receipt_id IN ${made('receiptId')} OR batch_id IN ${made('batchId')})`
  const { rows } = await sql<{ what: string }>`
    SELECT DISTINCT 'batch ' || lot_number || ' used some of it' AS what FROM edge JOIN batch ON batch.id = edge.batch_id
      WHERE edge.lot_id IN ${lots} AND batch.id NOT IN ${made('batchId')}
    UNION SELECT DISTINCT units || ' of batch ' || lot_number || ' went out on ' || sent_on FROM shipment_line
      JOIN shipment ON shipment.id = shipment_id JOIN lot ON lot.id = lot_id JOIN batch ON batch.id = lot.batch_id
      WHERE lot_id IN ${lots} AND shipment.id NOT IN ${made('shipmentId')}
      AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'shipment' AND ref_id = shipment.id)
    UNION SELECT DISTINCT 'some came back on ' || returned.day FROM returned
      JOIN returned_line ON returned_id = returned.id JOIN shipment_line ON shipment_line.id = shipment_line_id
      WHERE shipment_line.shipment_id IN ${made('shipmentId')} AND returned.id NOT IN ${made('returnedId')}
      AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'returned' AND ref_id = returned.id)
    UNION SELECT DISTINCT 'it was poured into a bin on ' || day FROM standing_pour WHERE lot_id IN ${lots}
    LIMIT 20`.execute(db)
  return rows.map((row) => row.what)
}

/** Batches of which something was sent, used or poured, and not taken back since. */
export async function batchesLeanedOn(db: Db, batchIds: readonly number[]): Promise<Set<number>> {
  const lots = sql`(SELECT id, batch_id FROM lot WHERE batch_id IN (SELECT value FROM json_each(${JSON.stringify(batchIds)})))`
  const { rows } = await sql<{ batch_id: number }>`
    SELECT made.batch_id FROM ${lots} AS made JOIN edge ON edge.lot_id = made.id
    UNION SELECT made.batch_id FROM ${lots} AS made JOIN standing_pour ON standing_pour.lot_id = made.id
    UNION SELECT made.batch_id FROM ${lots} AS made JOIN shipment_line ON shipment_line.lot_id = made.id
      WHERE NOT EXISTS (SELECT 1 FROM void WHERE kind = 'shipment' AND ref_id = shipment_id)`.execute(db)
  return new Set(rows.map((row) => row.batch_id))
}

/** Releases the number of a void batch, so that the same batch can be told again. */
export async function releaseNumber(db: Db, batchId: number): Promise<void> {
  await sql`UPDATE batch SET lot_key = lot_key || '~' || id WHERE id = ${batchId} AND lot_key NOT LIKE '%~%'`.execute(
    db,
  )
}

/** Whether a batch of that number was undone with its import, so that the number may be told again. */
export async function wasReleased(db: Db, lotKey: string): Promise<boolean> {
  const rows = await hotStatement(db, 'SELECT 1 FROM batch WHERE lot_key >= ? AND lot_key < ? LIMIT 1', [
    `${lotKey}~`,
    `${lotKey}~:`,
  ])
  return rows.length > 0
}
