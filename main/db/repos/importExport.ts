import { type RawBuilder, sql } from 'kysely'
import type { Db, MovementKind } from '../schema.ts'
import { idList, idsOf } from './idList.ts'

/*
 * What stands in the record, read as tables that can be imported again: first the ids of a table in their order, then the
 * rows of some hundred of them at a time. The order of telling is twice the number of the first movement, so that a count
 * of a market day that moved nothing has a place between two.
 */

/** Receipts, batches, shipments or returns that stand. */
const stands = (kind: 'receipt' | 'batch' | 'shipment' | 'returned', id: RawBuilder<unknown>) =>
  sql`NOT EXISTS (SELECT 1 FROM void WHERE kind = ${sql.lit(kind)} AND ref_id = ${id})`

/** Lots of receipts that stand. */
export async function purchasesToTell(db: Db): Promise<number[]> {
  return await idsOf(db, sql`SELECT id FROM lot WHERE receipt_id IS NOT NULL AND ${stands('receipt', sql`receipt_id`)} ORDER BY id`) // prettier-ignore
}

export async function batchesToTell(db: Db): Promise<number[]> {
  return await idsOf(db, sql`SELECT id FROM batch WHERE ${stands('batch', sql`id`)} ORDER BY made_on, id`)
}

export async function sendingsToTell(db: Db): Promise<number[]> {
  return await idsOf(db, sql`SELECT id FROM shipment WHERE ${stands('shipment', sql`id`)} ORDER BY sent_on, id`)
}

export async function returnsToTell(db: Db): Promise<number[]> {
  return await idsOf(db, sql`SELECT id FROM returned WHERE ${stands('returned', sql`id`)} ORDER BY day, id`)
}

/** Movements that a table of changes may tell: counts, and what was discarded or set aside for itself. */
export async function changesToTell(db: Db): Promise<number[]> {
  return await idsOf(
    db,
    sql`SELECT id FROM movement WHERE kind IN ('counted', 'discarded', 'set aside') AND shipment_line_id IS NULL
      AND returned_line_id IS NULL ORDER BY id`,
  )
}

/** Why a lot is on hold; null where it is not. */
const whyHeld = sql`CASE WHEN lot.held = 1 THEN
  (SELECT reason FROM hold WHERE lot_id = lot.id ORDER BY id DESC LIMIT 1) END`

export async function purchaseRows(db: Db, lotIds: readonly number[]) {
  const { rows } = await sql<{
    id: number
    item: string
    unit: string
    typed: string
    base: number
    supplier: string | null
    received_on: string | null
    best_by: string | null
    supplier_lot: string | null
    cost_cents: number | null
    opening: number
    note: string
    held: string | null
  }>`
    SELECT lot.id, item.name AS item, item.unit, lot.typed, lot.base, supplier.name AS supplier, lot.received_on,
      lot.best_by, lot.supplier_lot, lot.cost_cents, receipt.opening, receipt.note, ${whyHeld} AS held
    FROM lot JOIN receipt ON receipt.id = lot.receipt_id JOIN item ON item.id = lot.item_id
    LEFT JOIN supplier ON supplier.id = lot.supplier_id
    WHERE lot.id IN ${idList(lotIds)} ORDER BY lot.id`.execute(db)
  return rows
}

/** A row for each lot that a batch made, the main pack first. */
export async function batchRows(db: Db, batchIds: readonly number[]) {
  const { rows } = await sql<{
    id: number
    lot_number: string
    product: string
    product_id: number
    made_on: string
    note: string
    lot_id: number
    item_id: number
    pack: string | null
    best_by: string | null
    people: string | null
    held: string | null
    entry: number | null
  }>`
    SELECT batch.id, batch.lot_number, product.name AS product, batch.product_id, batch.made_on, batch.note,
      lot.id AS lot_id, lot.item_id, pack.name AS pack, lot.best_by,
      (SELECT group_concat(name, ', ') FROM (SELECT name FROM person JOIN batch_person ON person_id = person.id
        WHERE batch_id = batch.id ORDER BY name_key)) AS people,
      ${whyHeld} AS held, 2 * (SELECT min(id) FROM movement WHERE lot_id = lot.id) AS entry
    FROM batch JOIN item AS product ON product.id = batch.product_id JOIN lot ON lot.batch_id = batch.id
    LEFT JOIN pack ON pack.item_id = lot.item_id
    WHERE batch.id IN ${idList(batchIds)} ORDER BY batch.made_on, batch.id, lot.id`.execute(db)
  return rows
}

/** What went into batches, by batch. */
export async function usesOf(db: Db, batchIds: readonly number[]) {
  const { rows } = await sql<{
    batch_id: number
    item: string
    unit: string
    typed: string
    base: number
    basis: string
    lot_id: number | null
    used_number: string | null
    bin_id: number | null
    movement_id: number | null
    supplier: string | null
    received_on: string | null
    supplier_lot: string | null
  }>`
    SELECT standing_use.batch_id, item.name AS item, item.unit, standing_use.typed, standing_use.base, basis,
      lot.id AS lot_id, made.lot_number AS used_number, lot.bin_id,
      (SELECT movement.id FROM movement WHERE batch_use_id = standing_use.id AND kind = 'used' AND takes_back IS NULL
        AND NOT EXISTS (SELECT 1 FROM movement AS back WHERE back.takes_back = movement.id)) AS movement_id,
      supplier.name AS supplier, lot.received_on,
      lot.supplier_lot
    FROM standing_use JOIN item ON item.id = standing_use.item_id
    LEFT JOIN lot ON lot.id = standing_use.lot_id LEFT JOIN batch AS made ON made.id = lot.batch_id
    LEFT JOIN supplier ON supplier.id = lot.supplier_id
    WHERE standing_use.batch_id IN ${idList(batchIds)}
    ORDER BY standing_use.batch_id, standing_use.line, standing_use.id`.execute(db)
  return Map.groupBy(rows, (row) => row.batch_id)
}

export async function sendingRows(db: Db, shipmentIds: readonly number[]) {
  const { rows } = await sql<{
    id: number
    sent_on: string
    place: string | null
    kind: string | null
    purpose: string
    reference: string
    note: string
    item: string
    lot_number: string
    units: number
    basis: string
    price_cents: number | null
    movement_id: number
    entry: number
  }>`
    SELECT shipment.id, sent_on, place.name AS place, place.kind, purpose, reference, shipment.note, item.name AS item,
      batch.lot_number, shipment_line.units, basis, price_cents, movement.id AS movement_id,
      2 * min(movement.id) OVER (PARTITION BY shipment.id) AS entry
    FROM shipment JOIN shipment_line ON shipment_id = shipment.id JOIN lot ON lot.id = shipment_line.lot_id
    JOIN item ON item.id = lot.item_id JOIN batch ON batch.id = lot.batch_id
    JOIN movement ON movement.shipment_line_id = shipment_line.id AND takes_back IS NULL AND movement.kind <> 'returned'
    LEFT JOIN place ON place.id = shipment.place_id
    WHERE shipment.id IN ${idList(shipmentIds)}
    ORDER BY sent_on, shipment.id, shipment_line.line`.execute(db)
  return rows
}

/** What came back; a market day that brought nothing back but money is one row without units. */
export async function returnRows(db: Db, returnedIds: readonly number[]) {
  const { rows } = await sql<{
    id: number
    day: string
    place: string
    lot_number: string | null
    pack: string | null
    units: number | null
    fate: string | null
    reason: string
    sent_on: string
    reference: string
    cash_cents: number | null
    market_day: number
    of_shipment: number | null
    basis: string | null
    movement_id: number | null
    entry: number
  }>`
    SELECT returned.id, returned.day, place.name AS place, batch.lot_number, pack.name AS pack, returned_line.units, fate,
      returned.reason, sent_on, reference, cash_cents, returned.shipment_id IS NOT NULL AS market_day,
      returned.shipment_id AS of_shipment, returned_line.basis,
      movement.id AS movement_id,
      coalesce(2 * min(movement.id) OVER (PARTITION BY returned.id),
        2 * (SELECT max(id) FROM movement AS before WHERE before.seq <= returned.seq) + 1, 0) AS entry
    FROM returned LEFT JOIN returned_line ON returned_id = returned.id
    LEFT JOIN shipment_line ON shipment_line.id = returned_line.shipment_line_id
    JOIN shipment ON shipment.id = coalesce(shipment_line.shipment_id, returned.shipment_id)
    LEFT JOIN lot ON lot.id = shipment_line.lot_id LEFT JOIN batch ON batch.id = lot.batch_id
    LEFT JOIN pack ON pack.item_id = lot.item_id JOIN place ON place.id = returned.place_id
    LEFT JOIN movement ON movement.returned_line_id = returned_line.id AND movement.kind = 'returned' AND takes_back IS NULL
    WHERE returned.id IN ${idList(returnedIds)}
    ORDER BY returned.day, returned.id, returned_line.line`.execute(db)
  return rows
}

/** Units of lots made here, by lot. */
export async function unitsOf(db: Db, lotIds: readonly number[]) {
  const rows = await db
    .selectFrom('unit_range')
    .select(['lot_id', 'first', 'last'])
    .where('lot_id', 'in', idList(lotIds))
    .orderBy('lot_id')
    .execute()
  return Map.groupBy(rows, (row) => row.lot_id)
}

/** The movements of lots. */
export async function movementsOf(db: Db, lotIds: readonly number[]) {
  return await movementsWhere(db, sql`movement.lot_id IN ${idList(lotIds)}`)
}

export async function movementRows(db: Db, movementIds: readonly number[]) {
  return await movementsWhere(db, sql`movement.id IN ${idList(movementIds)}`)
}

/** Every movement that stands of lots that stand, but for what bins hold and what was poured into them. */
async function movementsWhere(db: Db, condition: RawBuilder<unknown>) {
  const { rows } = await sql<{
    id: number
    lot_id: number
    kind: MovementKind
    delta: number
    day: string
    reason: string
    /** Whether it belongs to nothing else: neither to a shipment nor to a return. */
    own: number
    item: string
    unit: string
    lot_number: string | null
    pack: string | null
  }>`
    SELECT movement.id, movement.lot_id, movement.kind, delta, day, movement.reason, item.name AS item, item.unit,
      shipment_line_id IS NULL AND returned_line_id IS NULL AS own, batch.lot_number, pack.name AS pack
    FROM movement JOIN lot ON lot.id = movement.lot_id JOIN item ON item.id = lot.item_id
    LEFT JOIN batch ON batch.id = lot.batch_id LEFT JOIN pack ON pack.item_id = lot.item_id
    WHERE ${condition} AND movement.takes_back IS NULL AND pour_id IS NULL AND lot.bin_id IS NULL AND movement.kind <> 'received'
    AND (lot.batch_id IS NOT NULL OR movement.kind = 'counted')
    AND NOT EXISTS (SELECT 1 FROM movement AS back WHERE back.takes_back = movement.id)
    AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = lot.batch_id)
    AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'receipt' AND ref_id = lot.receipt_id)
    ORDER BY movement.id`.execute(db)
  return rows
}

/** Levels below which ingredients run low, as typed, by item. */
export async function levelsToTell(db: Db): Promise<Map<number, string>> {
  const rows = await db.selectFrom('item_level').select(['item_id', 'typed']).execute()
  return new Map(rows.map((row) => [row.item_id, row.typed]))
}
