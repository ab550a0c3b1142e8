import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { idList } from './idList.ts'

interface UnitsOut {
  readonly lot_id: number
  readonly first: number
  readonly last: number
  readonly shipment_line_id: number
  readonly shipment_id: number
}

/** Units that are still where some shipments took them, by lot and serial. */
export async function unitsOut(db: Db, shipmentIds: readonly number[]): Promise<UnitsOut[]> {
  const { rows } = await sql<UnitsOut>`
    SELECT unit_range.lot_id, unit_range.first, unit_range.last,
      shipment_line.id AS shipment_line_id, shipment_line.shipment_id
    FROM shipment_line
    JOIN movement ON movement.shipment_line_id = shipment_line.id
    JOIN unit_range ON unit_range.movement_id = movement.id
    WHERE shipment_line.shipment_id IN ${idList(shipmentIds)} AND unit_range.state = 'sent'
    ORDER BY unit_range.lot_id, unit_range.first`.execute(db)
  return rows
}

/** Every shipment that ever went to a place. */
export async function shipmentsTo(db: Db, placeId: number): Promise<number[]> {
  const rows = await db.selectFrom('shipment').select('id').where('place_id', '=', placeId).execute()
  return rows.map((row) => row.id)
}

/** Shipments to a place on one day that stand, with that reference where it is given. */
export async function shipmentsLike(
  db: Db,
  { placeId, sentOn, reference }: { placeId: number; sentOn: string; reference: string },
): Promise<number[]> {
  const rows = db
    .selectFrom('shipment')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'shipment.id').on('void.kind', '=', 'shipment'))
    .select('shipment.id')
    .where('place_id', '=', placeId)
    .where('sent_on', '=', sentOn)
    .where('void.ref_id', 'is', null)
    .orderBy('shipment.id')
  const found = await (reference === '' ? rows : rows.where('reference', '=', reference)).execute()
  return found.map((row) => row.id)
}

export async function insertReturned(
  db: Db,
  row: {
    placeId: number
    shipmentId: number | null
    day: string
    reason: string
    cashCents: number | null
    exchangeId: number | null
    seq: number
  },
): Promise<number> {
  const { placeId: place_id, shipmentId: shipment_id, cashCents: cash_cents, exchangeId: exchange_id, ...rest } = row
  const { id } = await db
    .insertInto('returned')
    .values({ place_id, shipment_id, cash_cents, exchange_id, ...rest })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function insertReturnedLine(
  db: Db,
  row: {
    returnedId: number
    line: number
    shipmentLineId: number
    units: number
    basis: 'range' | 'typed'
    fate: 'on hand' | 'destroyed'
  },
): Promise<number> {
  const { returnedId: returned_id, shipmentLineId: shipment_line_id, ...rest } = row
  const { id } = await db
    .insertInto('returned_line')
    .values({ returned_id, shipment_line_id, ...rest })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

function returnedViews(db: Db) {
  return db
    .selectFrom('returned')
    .innerJoin('place', 'place.id', 'returned.place_id')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'returned.id').on('void.kind', '=', 'returned'))
    .select(['returned.id', 'returned.place_id', 'place.name as place', 'returned.shipment_id', 'returned.day'])
    .select(['returned.reason', 'returned.cash_cents', 'returned.exchange_id', 'void.reason as void_reason'])
}

export async function returnedById(db: Db, id: number) {
  return await returnedViews(db).where('returned.id', '=', id).executeTakeFirst()
}

/** Bring-backs and returns that stand, of lines of some shipments or of the market days they are. */
export async function returnsOf(db: Db, shipmentIds: readonly number[]) {
  const ids = idList(shipmentIds)
  return await returnedViews(db)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('returned.shipment_id', 'in', ids),
        eb(
          'returned.id',
          'in',
          selectFrom('returned_line')
            .innerJoin('shipment_line', 'shipment_line.id', 'returned_line.shipment_line_id')
            .where('shipment_line.shipment_id', 'in', ids)
            .select('returned_line.returned_id'),
        ),
      ]),
    )
    .where('void.ref_id', 'is', null)
    .orderBy('returned.id')
    .execute()
}

/** The return that a shipment was given in exchange for, while it stands. */
export async function returnedFor(db: Db, exchangeId: number) {
  return await returnedViews(db)
    .where('returned.exchange_id', '=', exchangeId)
    .where('void.ref_id', 'is', null)
    .executeTakeFirst()
}

/** Lines of bring-backs and returns, in order, with where their units had gone. */
export async function returnedLines(db: Db, returnedIds: readonly number[]) {
  return await db
    .selectFrom('returned_line')
    .innerJoin('shipment_line', 'shipment_line.id', 'returned_line.shipment_line_id')
    .where('returned_line.returned_id', 'in', idList(returnedIds))
    .orderBy('returned_line.returned_id')
    .orderBy('returned_line.line')
    .selectAll('returned_line')
    .select(['shipment_line.lot_id', 'shipment_line.shipment_id'])
    .execute()
}

/** Units of shipment lines that came back and whose return stands, by line. */
export async function unitsBack(db: Db, shipmentLineIds: readonly number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('returned_line')
    .leftJoin('void', (join) =>
      join.onRef('void.ref_id', '=', 'returned_line.returned_id').on('void.kind', '=', 'returned'),
    )
    .where('returned_line.shipment_line_id', 'in', idList(shipmentLineIds))
    .where('void.ref_id', 'is', null)
    .groupBy('returned_line.shipment_line_id')
    .select('returned_line.shipment_line_id')
    .select(({ fn }) => fn.sum<number>('returned_line.units').as('units'))
    .execute()
  return new Map(rows.map((row) => [row.shipment_line_id, row.units]))
}

/** Market days that stand and that nobody has brought back yet, newest first. */
export async function openMarketDays(db: Db, { from, limit }: { from: string; limit: number }) {
  const { rows } = await sql<{ id: number; place_id: number; place: string; sent_on: string }>`
    SELECT shipment.id, shipment.place_id, place.name AS place, shipment.sent_on
    FROM shipment JOIN place ON place.id = shipment.place_id
    WHERE shipment.sent_on >= ${from} AND shipment.purpose = 'sale' AND place.kind = 'market'
      AND NOT EXISTS (SELECT 1 FROM void WHERE void.kind = 'shipment' AND void.ref_id = shipment.id)
      AND NOT EXISTS (
        SELECT 1 FROM returned WHERE returned.shipment_id = shipment.id
        AND NOT EXISTS (SELECT 1 FROM void WHERE void.kind = 'returned' AND void.ref_id = returned.id))
    ORDER BY shipment.sent_on DESC, shipment.id DESC LIMIT ${limit}`.execute(db)
  return rows
}
