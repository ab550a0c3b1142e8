import type { Db, Purpose } from '../schema.ts'
import { addRow } from './hotStatement.ts'
import { idList } from './idList.ts'

export async function insertShipment(
  db: Db,
  shipment: {
    placeId: number | null
    purpose: Purpose
    sentOn: string
    reference: string
    note: string
    seq: number
  },
): Promise<number> {
  const { placeId: place_id, sentOn: sent_on, purpose, reference, note, seq } = shipment
  return await addRow(db, 'shipment', { place_id, purpose, sent_on, reference, note, seq })
}

export async function insertShipmentLine(
  db: Db,
  row: {
    shipmentId: number
    line: number
    lotId: number
    units: number
    basis: 'range' | 'typed'
    priceCents: number | null
  },
): Promise<number> {
  const { shipmentId: shipment_id, line, lotId: lot_id, units, basis, priceCents: price_cents } = row
  return await addRow(db, 'shipment_line', { shipment_id, line, lot_id, units, basis, price_cents })
}

function shipmentViews(db: Db) {
  return db
    .selectFrom('shipment')
    .leftJoin('place', 'place.id', 'shipment.place_id')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'shipment.id').on('void.kind', '=', 'shipment'))
    .select([
      'shipment.id',
      'shipment.place_id',
      'place.name as place',
      'place.kind as place_kind',
      'place.contact',
      'shipment.purpose',
      'shipment.sent_on',
      'shipment.reference',
      'shipment.note',
      'void.reason as void_reason',
    ])
}

export async function shipmentById(db: Db, id: number) {
  return await shipmentViews(db).where('shipment.id', '=', id).executeTakeFirst()
}

/** Shipments newest first, after a (day, id) where given. */
export async function shipmentPage(
  db: Db,
  { after, placeId, limit }: { after: { day: string; id: number } | undefined; placeId: number | null; limit: number },
) {
  let rows = shipmentViews(db).orderBy('shipment.sent_on', 'desc').orderBy('shipment.id', 'desc').limit(limit)
  if (placeId !== null) rows = rows.where('shipment.place_id', '=', placeId)
  if (after)
    rows = rows.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('shipment.sent_on', 'shipment.id'), '<', tuple(after.day, after.id)),
    )
  return await rows.execute()
}

/** Lines of shipments or of lots, with what was sent. */
export async function shipmentLines(db: Db, column: 'shipment_id' | 'lot_id', ids: readonly number[]) {
  return await db
    .selectFrom('shipment_line')
    .innerJoin('shipment', 'shipment.id', 'shipment_line.shipment_id')
    .leftJoin('place', 'place.id', 'shipment.place_id')
    .innerJoin('lot', 'lot.id', 'shipment_line.lot_id')
    .innerJoin('batch', 'batch.id', 'lot.batch_id')
    .innerJoin('item', 'item.id', 'lot.item_id')
    .innerJoin('movement', (join) =>
      join
        .onRef('movement.shipment_line_id', '=', 'shipment_line.id')
        .on('movement.takes_back', 'is', null)
        .on('movement.kind', '<>', 'returned'),
    )
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'shipment.id').on('void.kind', '=', 'shipment'))
    .where(`shipment_line.${column}`, 'in', idList(ids))
    .orderBy('shipment.sent_on')
    .orderBy('shipment_line.id')
    .select([
      'shipment_line.id',
      'shipment_line.shipment_id',
      'shipment_line.lot_id',
      'shipment_line.units',
      'shipment_line.basis',
      'shipment_line.price_cents',
      'shipment.purpose',
      'item.id as product_id',
      'movement.id as movement_id',
      'batch.id as batch_id',
      'batch.lot_number',
      'item.name as product',
      'item.unit',
      'place.id as place_id',
      'place.name as place',
      'place.kind as place_kind',
      'place.contact',
      'place.phone',
      'place.email',
      'shipment.sent_on',
      'shipment.reference',
      'void.reason as void_reason',
    ])
    .execute()
}

/**
 * What one unit of each product last cost its buyer, by product: of the latest five hundred lines, so that the answer
 * stays quick however long the record is.
 */
export async function lastPrices(db: Db): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('shipment_line')
    .innerJoin('lot', 'lot.id', 'shipment_line.lot_id')
    .where('shipment_line.id', '>', ({ selectFrom }) =>
      selectFrom('shipment_line as newest').select(({ fn, eb }) => eb(fn.max('newest.id'), '-', 500).as('from')),
    )
    .where('shipment_line.price_cents', 'is not', null)
    .orderBy('shipment_line.id')
    .select(['lot.item_id', 'shipment_line.price_cents'])
    .execute()
  return new Map(rows.map((row) => [row.item_id, row.price_cents ?? 0]))
}
