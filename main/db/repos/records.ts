import { type RawBuilder, sql } from 'kysely'
import type { Db, PlaceKind, Purpose } from '../schema.ts'
import { idList, idsOf } from './idList.ts'

/** Both days included. */
export interface Period {
  readonly from: string
  readonly to: string
}

export interface ProductionRow {
  readonly batch_id: number
  readonly lot_id: number
  readonly made_on: string
  readonly lot_number: string
  readonly product: string
  readonly unit: string
  readonly best_by: string | null
  readonly recipe_version: number
  readonly state: 'finished' | 'failed'
  readonly void_reason: string | null
  readonly note: string
  /** Units of this lot; 0 for a void batch. */
  readonly made: number
  readonly on_hand: number
  readonly sent: number
  readonly discarded: number
  readonly set_aside: number
  readonly used: number
  /** Sampled, own use, missing at a count. */
  readonly otherwise: number
  /** Names, by comma; empty where nobody wrote them down. */
  readonly people: string
  readonly equipment: string
}

/** Every lot made in a period, in order of day, with where its units are now. */
export async function productionBetween(db: Db, period: Period): Promise<ProductionRow[]> {
  return await productionWhere(db, madeIn(period))
}

/** The lots of some batches, in the same order. */
export async function productionOf(db: Db, batchIds: readonly number[]): Promise<ProductionRow[]> {
  return await productionWhere(db, sql`batch.id IN ${idList(batchIds)}`)
}

/** Batches that stand and were made in a period, in the order of their days. */
export async function batchesBetween(db: Db, period: Period): Promise<number[]> {
  return await idsOf(db, sql`SELECT batch.id FROM batch WHERE ${madeIn(period)} AND ${batchStands} ORDER BY batch.made_on, batch.id`) // prettier-ignore
}

const madeIn = ({ from, to }: Period) => sql`batch.made_on BETWEEN ${from} AND ${to}`
const batchStands = sql`NOT EXISTS (SELECT 1 FROM void WHERE void.kind = 'batch' AND void.ref_id = batch.id)`

async function productionWhere(db: Db, condition: RawBuilder<unknown>): Promise<ProductionRow[]> {
  const { rows } = await sql<ProductionRow>`
    SELECT batch.id AS batch_id, lot.id AS lot_id, batch.made_on, batch.lot_number, item.name AS product, item.unit,
      lot.best_by, recipe.version AS recipe_version, batch.state, void.reason AS void_reason, batch.note,
      coalesce(sum(last - first + 1), 0) AS made,
      coalesce(sum(CASE WHEN unit_range.state = 'on hand' THEN last - first + 1 END), 0) AS on_hand,
      coalesce(sum(CASE WHEN unit_range.state = 'sent' THEN last - first + 1 END), 0) AS sent,
      coalesce(sum(CASE WHEN unit_range.state = 'discarded' THEN last - first + 1 END), 0) AS discarded,
      coalesce(sum(CASE WHEN unit_range.state = 'set aside' THEN last - first + 1 END), 0) AS set_aside,
      coalesce(sum(CASE WHEN unit_range.state = 'used' THEN last - first + 1 END), 0) AS used,
      coalesce(sum(CASE WHEN unit_range.state IN ('sampled', 'own use', 'missing') THEN last - first + 1 END), 0) AS otherwise,
      coalesce((SELECT group_concat(person.name, ', ' ORDER BY person.name_key) FROM batch_person
        JOIN person ON person.id = person_id WHERE batch_id = batch.id), '') AS people,
      coalesce((SELECT group_concat(equipment.name, ', ' ORDER BY equipment.name_key) FROM batch_equipment
        JOIN equipment ON equipment.id = equipment_id WHERE batch_id = batch.id), '') AS equipment
    FROM batch
    JOIN lot ON lot.batch_id = batch.id
    JOIN item ON item.id = lot.item_id
    JOIN recipe ON recipe.id = batch.recipe_id
    LEFT JOIN unit_range ON unit_range.lot_id = lot.id
    LEFT JOIN void ON void.kind = 'batch' AND void.ref_id = batch.id
    WHERE ${condition}
    GROUP BY lot.id
    ORDER BY batch.made_on, batch.id, lot.id`.execute(db)
  return rows
}

export interface ReceivedRow {
  readonly lot_id: number
  /** Received on, or where nobody knows, written down on. */
  readonly day: string
  readonly supplier_id: number | null
  readonly received_on: string | null
  readonly ingredient: string
  readonly typed: string
  readonly base: number
  readonly supplier: string | null
  readonly supplier_lot: string | null
  readonly best_by: string | null
  readonly cost_cents: number | null
  readonly on_hand: number
  readonly unit: string
  readonly held: number
}

/** Every ingredient lot received in a period, and those of no known day that were written down in it. */
export async function receivedBetween(db: Db, period: Period): Promise<ReceivedRow[]> {
  return await receivedWhere(db, sql`${receivedIn(period)} AND ${receiptStands}`)
}

/** Some lots that were received, in the same order. */
export async function receivedOf(db: Db, lotIds: readonly number[]): Promise<ReceivedRow[]> {
  return await receivedWhere(db, sql`lot.id IN ${idList(lotIds)}`)
}

/** The same lots as `receivedBetween`, in its order. */
export async function lotsReceivedBetween(db: Db, period: Period): Promise<number[]> {
  return await idsOf(
    db,
    sql`SELECT lot.id FROM lot JOIN receipt ON receipt.id = lot.receipt_id JOIN audit ON audit.seq = receipt.seq
      WHERE ${receivedIn(period)} AND ${receiptStands} ORDER BY ${receivedDay}, lot.id`,
  )
}

const receivedDay = sql`coalesce(lot.received_on, substr(audit.at, 1, 10))`
const receivedIn = ({ from, to }: Period) => sql`${receivedDay} BETWEEN ${from} AND ${to}`
const receiptStands = sql`NOT EXISTS (SELECT 1 FROM void WHERE void.kind = 'receipt' AND void.ref_id = receipt.id)`

async function receivedWhere(db: Db, condition: RawBuilder<unknown>): Promise<ReceivedRow[]> {
  const { rows } = await sql<ReceivedRow>`
    SELECT lot.id AS lot_id, ${receivedDay} AS day, lot.supplier_id,
      lot.received_on, item.name AS ingredient, lot.typed, lot.base, supplier.name AS supplier,
      lot.supplier_lot, lot.best_by, lot.cost_cents, lot.on_hand, lot.unit, lot.held
    FROM lot
    JOIN item ON item.id = lot.item_id
    JOIN receipt ON receipt.id = lot.receipt_id
    JOIN audit ON audit.seq = receipt.seq
    LEFT JOIN supplier ON supplier.id = lot.supplier_id
    WHERE ${condition}
    ORDER BY day, lot.id`.execute(db)
  return rows
}

export interface UsedRow {
  readonly item_id: number
  readonly unit: string
  readonly made_on: string
  readonly batch_id: number
  readonly lot_number: string
  readonly product: string
  readonly ingredient: string
  readonly typed: string
  readonly base: number
  readonly lot_id: number | null
  /** Own lot number, where the ingredient was made here. */
  readonly made_lot: string | null
  readonly supplier: string | null
  readonly supplier_lot: string | null
  readonly received_on: string | null
  readonly basis: 'assumed' | 'confirmed'
}

/** Every ingredient row of the batches that stand and were made in a period. */
export async function usedBetween(db: Db, period: Period): Promise<UsedRow[]> {
  return await usedWhere(db, sql`${madeIn(period)} AND ${batchStands}`)
}

/** Every ingredient row of some batches. */
export async function usedIn(db: Db, batchIds: readonly number[]): Promise<UsedRow[]> {
  return await usedWhere(db, sql`batch.id IN ${idList(batchIds)}`)
}

async function usedWhere(db: Db, condition: RawBuilder<unknown>): Promise<UsedRow[]> {
  const { rows } = await sql<UsedRow>`
    SELECT item.id AS item_id, coalesce(lot.unit, item.unit) AS unit, batch.made_on, batch.id AS batch_id,
      batch.lot_number, product.name AS product, item.name AS ingredient,
      standing_use.typed, standing_use.base, standing_use.lot_id, maker.lot_number AS made_lot,
      supplier.name AS supplier, lot.supplier_lot, lot.received_on, standing_use.basis
    FROM batch
    JOIN standing_use ON standing_use.batch_id = batch.id
    JOIN item ON item.id = standing_use.item_id
    JOIN item AS product ON product.id = batch.product_id
    LEFT JOIN lot ON lot.id = standing_use.lot_id
    LEFT JOIN batch AS maker ON maker.id = lot.batch_id
    LEFT JOIN supplier ON supplier.id = lot.supplier_id
    WHERE ${condition}
    ORDER BY batch.made_on, batch.id, standing_use.line`.execute(db)
  return rows
}

export interface SoldRow {
  readonly shipment_id: number
  readonly line_id: number
  readonly sent_on: string
  readonly purpose: Purpose
  readonly place_id: number | null
  readonly place: string | null
  readonly place_kind: PlaceKind | null
  readonly reference: string
  readonly product_id: number
  readonly product: string
  readonly unit: string
  readonly lot_id: number
  readonly batch_id: number
  readonly lot_number: string
  readonly movement_id: number
  readonly units: number
  readonly price_cents: number | null
}

/** Every line of the shipments that stand and left in a period. */
export async function sentBetween(db: Db, { from, to }: Period): Promise<SoldRow[]> {
  return await sentWhere(db, sql`shipment.sent_on BETWEEN ${from} AND ${to}`)
}

/** Every line of some shipments. */
export async function sentIn(db: Db, shipmentIds: readonly number[]): Promise<SoldRow[]> {
  return await sentWhere(db, sql`shipment.id IN ${idList(shipmentIds)}`)
}

/** Shipments to a place that stand and left in a period, in the order of their days. */
export async function shipmentsBetween(db: Db, { from, to }: Period): Promise<number[]> {
  return await idsOf(
    db,
    sql`SELECT id FROM shipment WHERE sent_on BETWEEN ${from} AND ${to} AND place_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM void WHERE void.kind = 'shipment' AND void.ref_id = shipment.id)
      ORDER BY sent_on, id`,
  )
}

/** Every line of the shipments that stand and had units of some batches in them, lines of other batches too. */
export async function sentWithBatches(db: Db, batchIds: readonly number[]): Promise<SoldRow[]> {
  return await sentWhere(
    db,
    sql`shipment.id IN (
      SELECT line.shipment_id FROM json_each(${JSON.stringify(batchIds)}) AS start
      CROSS JOIN lot ON lot.batch_id = start.value CROSS JOIN shipment_line AS line ON line.lot_id = lot.id)`,
  )
}

async function sentWhere(db: Db, condition: RawBuilder<unknown>): Promise<SoldRow[]> {
  const { rows } = await sql<SoldRow>`
    SELECT shipment.id AS shipment_id, shipment_line.id AS line_id, shipment.sent_on, shipment.purpose,
      place.id AS place_id, place.name AS place, place.kind AS place_kind, shipment.reference,
      item.id AS product_id, item.name AS product, item.unit, lot.id AS lot_id, lot.batch_id, batch.lot_number,
      movement.id AS movement_id, shipment_line.units, shipment_line.price_cents
    FROM shipment
    JOIN shipment_line ON shipment_line.shipment_id = shipment.id
    JOIN lot ON lot.id = shipment_line.lot_id
    JOIN batch ON batch.id = lot.batch_id
    JOIN item ON item.id = lot.item_id
    JOIN movement ON movement.shipment_line_id = shipment_line.id AND movement.takes_back IS NULL
      AND movement.kind <> 'returned'
    LEFT JOIN place ON place.id = shipment.place_id
    WHERE ${condition}
      AND NOT EXISTS (SELECT 1 FROM void WHERE void.kind = 'shipment' AND void.ref_id = shipment.id)
    ORDER BY shipment.sent_on, shipment.id, shipment_line.line`.execute(db)
  return rows
}

/** Money that was counted at market days, by shipment. */
export async function cashOf(db: Db, shipmentIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ shipment_id: number; cash: number }>`
    SELECT shipment_id, cash_cents AS cash FROM returned
    WHERE shipment_id IN (SELECT value FROM json_each(${JSON.stringify(shipmentIds)})) AND cash_cents IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM void WHERE void.kind = 'returned' AND void.ref_id = returned.id)`.execute(db)
  return new Map(rows.map((row) => [row.shipment_id, row.cash]))
}

interface LotQuantityRow {
  readonly id: number
  readonly day: string
  readonly lot_id: number
  readonly units: number
}

/** Units that came back in a period and whose return stands, by lot and place. */
export async function backBetween(db: Db, { from, to }: Period): Promise<(LotQuantityRow & { place_id: number })[]> {
  const { rows } = await sql<LotQuantityRow & { place_id: number }>`
    SELECT returned_line.id, returned.day, returned.place_id, shipment_line.lot_id, returned_line.units
    FROM returned
    JOIN returned_line ON returned_line.returned_id = returned.id
    JOIN shipment_line ON shipment_line.id = returned_line.shipment_line_id
    WHERE returned.day BETWEEN ${from} AND ${to}
      AND NOT EXISTS (SELECT 1 FROM void WHERE void.kind = 'returned' AND void.ref_id = returned.id)
    ORDER BY returned.day, returned_line.id`.execute(db)
  return rows
}

/** Units of made lots discarded in a period, but those sent to be destroyed, and not taken back since. */
export async function discardedBetween(db: Db, { from, to }: Period): Promise<LotQuantityRow[]> {
  const { rows } = await sql<LotQuantityRow>`
    SELECT movement.id, movement.day, movement.lot_id, -movement.delta / 36000 AS units
    FROM movement
    JOIN lot ON lot.id = movement.lot_id
    WHERE movement.kind = 'discarded' AND movement.day BETWEEN ${from} AND ${to} AND lot.batch_id IS NOT NULL
      AND movement.shipment_line_id IS NULL AND movement.takes_back IS NULL AND movement.delta < 0
      AND NOT EXISTS (SELECT 1 FROM movement AS back WHERE back.takes_back = movement.id)
    ORDER BY movement.day, movement.id`.execute(db)
  return rows
}

interface HoldRow {
  readonly id: number
  readonly at: string
  readonly lot_id: number
  readonly reason: string
}

/** Holds put on lots from one instant to another. */
export async function holdsBetween(db: Db, { from, to }: Period): Promise<HoldRow[]> {
  const { rows } = await sql<HoldRow>`
    SELECT hold.id, audit.at, hold.lot_id, hold.reason
    FROM hold JOIN audit ON audit.seq = hold.seq
    WHERE hold.held = 1 AND audit.at >= ${from} AND substr(audit.at, 1, 10) <= ${to}
    ORDER BY hold.id`.execute(db)
  return rows
}
