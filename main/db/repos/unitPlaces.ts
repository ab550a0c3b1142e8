import { type RawBuilder, sql } from 'kysely'
import { say, sayWord } from '../../../shared/words/say.ts'
import type { Db, UnitState } from '../schema.ts'
import { aboutIds } from './hotStatement.ts'

export interface UnitPlace {
  readonly lot_id: number
  readonly first: number
  readonly last: number
  readonly state: UnitState
  /** In words: `Good Earth Co-op`, `on hand`, `discarded (broken)`. */
  readonly where: string
  readonly day: string | null
  /** Whether the serials were typed or follow from a count; null for units that never left. */
  readonly basis: 'range' | 'typed' | null
  readonly shipment_id: number | null
}

/** Where every unit of some lots is now, by lot and serial. */
export async function whereUnitsAre(db: Db, lotIds: readonly number[]): Promise<UnitPlace[]> {
  const rows = await aboutIds(db, 'where units are', (ids) => placesOfUnits(db, ids), lotIds)
  return joined(
    rows.map((row) => ({
      lot_id: row.lot_id,
      first: row.first,
      last: row.last,
      state: row.state,
      where: inWords(row),
      day: row.state === 'on hand' ? null : row.state === 'sent' ? row.sent_on : row.day,
      basis: basisOf(row),
      shipment_id: row.state === 'sent' ? row.shipment_id : null,
    })),
  )
}

function placesOfUnits(db: Db, lotIds: RawBuilder<number>) {
  return db
    .selectFrom('unit_range')
    .innerJoin('movement', 'movement.id', 'unit_range.movement_id')
    .leftJoin('batch_use', 'batch_use.id', 'movement.batch_use_id')
    .leftJoin('batch', 'batch.id', 'batch_use.batch_id')
    .leftJoin('shipment_line', 'shipment_line.id', 'movement.shipment_line_id')
    .leftJoin('shipment', 'shipment.id', 'shipment_line.shipment_id')
    .leftJoin('place', 'place.id', 'shipment.place_id')
    .leftJoin('returned_line', 'returned_line.id', 'movement.returned_line_id')
    .where('unit_range.lot_id', 'in', lotIds)
    .orderBy('unit_range.lot_id')
    .orderBy('unit_range.first')
    .select(['unit_range.lot_id', 'unit_range.first', 'unit_range.last', 'unit_range.state'])
    .select(['movement.day', 'movement.reason', 'batch.lot_number', 'place.name as place', 'shipment.reference'])
    .select(['shipment.id as shipment_id', 'shipment.sent_on', 'shipment_line.basis', 'movement.takes_back'])
    .select(['returned_line.basis as back_basis', countedBack.as('counted_back')])
}

/** Ranges that touch and say the same are one. */
function joined(places: readonly UnitPlace[]): UnitPlace[] {
  const all: UnitPlace[] = []
  for (const place of places) {
    const before = all.at(-1)
    if (before && before.last + 1 === place.first && sameBut(before, place))
      all[all.length - 1] = { ...before, last: place.last }
    else all.push(place)
  }
  return all
}

function sameBut(one: UnitPlace, other: UnitPlace): boolean {
  const keys = ['lot_id', 'state', 'where', 'day', 'basis', 'shipment_id'] as const
  return keys.every((key) => one[key] === other[key])
}

/** Whether a count, and not numbers, said which units of the shipment's line came back: then the rest is a count too. */
const countedBack = sql<number>`EXISTS (
  SELECT 1 FROM returned_line AS back
  WHERE back.shipment_line_id = shipment_line.id AND back.basis = 'range'
  AND NOT EXISTS (SELECT 1 FROM void WHERE void.kind = 'returned' AND void.ref_id = back.returned_id))`

function basisOf(row: {
  state: UnitState
  basis: 'range' | 'typed' | null
  back_basis: 'range' | 'typed' | null
  takes_back: number | null
  counted_back: number
}): 'range' | 'typed' | null {
  if (row.state === 'sent') return row.counted_back === 1 ? 'range' : row.basis
  return row.takes_back === null ? row.back_basis : null
}

function inWords(row: {
  state: string
  reason: string
  lot_number: string | null
  place: string | null
  back_basis: string | null
  takes_back: number | null
  reference: string | null
}): string {
  if (row.state === 'sent') return `${row.place ?? ''}${row.reference ? `, ${row.reference}` : ''}`
  if (row.state === 'on hand' && row.back_basis !== null && row.takes_back === null)
    return say('on hand, back from {place}', { place: row.place ?? '' })
  if (row.state === 'used') return say('used in {lotNumber}', { lotNumber: row.lot_number ?? '' })
  return row.reason && row.state !== 'on hand' ? `${sayWord(row.state)} (${row.reason})` : sayWord(row.state)
}
