import type { Db } from '../schema.ts'
import { idList } from './idList.ts'

export interface UnitPlace {
  readonly lot_id: number
  readonly first: number
  readonly last: number
  readonly state: string
  /** In words: `Good Earth Co-op`, `on hand`, `discarded (broken)`. */
  readonly where: string
  readonly day: string | null
  /** Whether the serials were typed or follow from a count; null where no shipment took them. */
  readonly basis: 'range' | 'typed' | null
  readonly shipment_id: number | null
}

/** Where every unit of some lots is now, by lot and serial. */
export async function whereUnitsAre(db: Db, lotIds: readonly number[]): Promise<UnitPlace[]> {
  const rows = await db
    .selectFrom('unit_range')
    .innerJoin('movement', 'movement.id', 'unit_range.movement_id')
    .leftJoin('batch_use', 'batch_use.id', 'movement.batch_use_id')
    .leftJoin('batch', 'batch.id', 'batch_use.batch_id')
    .leftJoin('shipment_line', 'shipment_line.id', 'movement.shipment_line_id')
    .leftJoin('shipment', 'shipment.id', 'shipment_line.shipment_id')
    .leftJoin('place', 'place.id', 'shipment.place_id')
    .where('unit_range.lot_id', 'in', idList(lotIds))
    .orderBy('unit_range.lot_id')
    .orderBy('unit_range.first')
    .select(['unit_range.lot_id', 'unit_range.first', 'unit_range.last', 'unit_range.state'])
    .select(['movement.day', 'movement.reason', 'batch.lot_number', 'place.name as place', 'shipment.reference'])
    .select(['shipment.id as shipment_id', 'shipment_line.basis'])
    .execute()
  return rows.map((row) => ({
    lot_id: row.lot_id,
    first: row.first,
    last: row.last,
    state: row.state,
    where: inWords(row),
    day: row.state === 'on hand' ? null : row.day,
    basis: row.state === 'sent' ? row.basis : null,
    shipment_id: row.state === 'sent' ? row.shipment_id : null,
  }))
}

function inWords(row: {
  state: string
  reason: string
  lot_number: string | null
  place: string | null
  reference: string | null
}): string {
  if (row.state === 'sent') return `${row.place ?? ''}${row.reference ? `, ${row.reference}` : ''}`
  if (row.state === 'used') return `used in ${row.lot_number ?? ''}`
  return row.reason && row.state !== 'on hand' ? `${row.state} (${row.reason})` : row.state
}
