import { showRanges } from '../../../shared/domain/serialRange.ts'
import { say, sayWord } from '../../../shared/words/say.ts'
import type { Db, MovementKind } from '../schema.ts'
import { rangesByMovement } from './movements.ts'

export interface LotEvent {
  readonly at: string
  readonly day: string
  readonly what: string
  /** Base units; null for what changes no quantity. */
  readonly delta: number | null
  readonly reason: string
}

/** Everything that ever happened to a lot, oldest first. */
export async function lotHistory(db: Db, lotId: number): Promise<LotEvent[]> {
  const events = [
    ...(await movementEvents(db, lotId)),
    ...(await holdEvents(db, lotId)),
    ...(await factEvents(db, lotId)),
  ]
  return events.toSorted((a, b) => a.seq - b.seq)
}

async function movementEvents(db: Db, lotId: number) {
  const rows = await db
    .selectFrom('movement')
    .innerJoin('audit', 'audit.seq', 'movement.seq')
    .leftJoin('batch_use', 'batch_use.id', 'movement.batch_use_id')
    .leftJoin('batch', 'batch.id', 'batch_use.batch_id')
    .leftJoin('shipment_line', 'shipment_line.id', 'movement.shipment_line_id')
    .leftJoin('shipment', 'shipment.id', 'shipment_line.shipment_id')
    .leftJoin('place', 'place.id', 'shipment.place_id')
    .leftJoin('pour', 'pour.id', 'movement.pour_id')
    .leftJoin('lot as bin_lot', 'bin_lot.id', 'pour.bin_lot_id')
    .leftJoin('bin', 'bin.id', 'bin_lot.bin_id')
    .leftJoin('lot as poured', 'poured.id', 'pour.lot_id')
    .leftJoin('supplier', 'supplier.id', 'poured.supplier_id')
    .where('movement.lot_id', '=', lotId)
    .orderBy('movement.id')
    .select(['movement.id', 'movement.seq', 'movement.kind', 'movement.delta', 'movement.day', 'movement.reason'])
    .select(['movement.takes_back', 'audit.at', 'batch.lot_number', 'place.name as place'])
    .select(['pour.lot_id as poured_lot_id', 'bin.name as bin', 'supplier.name as supplier'])
    .execute()
  const ranges = await rangesByMovement(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => {
    const units = showRanges(ranges.get(row.id) ?? [])
    const done = `${doneInWords(row, lotId)}${units ? ` (${units})` : ''}`
    const what = row.takes_back === null ? done : say('taken back: {what}', { what: done })
    return { seq: row.seq, at: row.at, day: row.day, what, delta: row.delta, reason: row.reason }
  })
}

/** What was done and where to, in a few words: `used in SJ-260312-1`, `sent to Good Earth Co-op`. */
function doneInWords(
  row: {
    readonly kind: MovementKind
    readonly lot_number: string | null
    readonly place: string | null
    readonly poured_lot_id: number | null
    readonly bin: string | null
    readonly supplier: string | null
  },
  lotId: number,
): string {
  const kind = sayWord(row.kind)
  if (row.poured_lot_id !== null)
    return row.poured_lot_id === lotId
      ? say('{done} into {bin}', { done: kind, bin: row.bin ?? say('a bin') })
      : say('{done} in from {supplier}', { done: kind, supplier: row.supplier ?? say('a bag') })
  if (row.lot_number) return say('{done} in {batch}', { done: kind, batch: row.lot_number })
  return row.place ? say('{done} to {place}', { done: kind, place: row.place }) : kind
}

async function holdEvents(db: Db, lotId: number) {
  const rows = await db
    .selectFrom('hold')
    .innerJoin('audit', 'audit.seq', 'hold.seq')
    .where('hold.lot_id', '=', lotId)
    .select(['hold.seq', 'hold.held', 'hold.reason', 'audit.at'])
    .execute()
  return rows.map(({ seq, held, reason, at }) => ({
    seq,
    at,
    day: at.slice(0, 10),
    what: held === 1 ? say('put on hold') : say('hold ended'),
    delta: null,
    reason,
  }))
}

async function factEvents(db: Db, lotId: number) {
  const rows = await db
    .selectFrom('lot_correction')
    .innerJoin('audit', 'audit.seq', 'lot_correction.seq')
    .where('lot_correction.lot_id', '=', lotId)
    .select(['lot_correction.seq', 'lot_correction.change', 'lot_correction.reason', 'audit.at'])
    .execute()
  return rows.map(({ seq, change, reason, at }) => ({
    seq,
    at,
    day: at.slice(0, 10),
    what: changeInWords(change),
    delta: null,
    reason,
  }))
}

const facts = 'supplier lot|supplier|received|best by|price'
const oneChange = new RegExp(`(${facts}) corrected from (.*?) to (.*?)(?=, (?:${facts}) corrected from |$)`, 'g')

/** What a correction changed, as the record keeps it in English, in the language of who reads it. */
function changeInWords(change: string): string {
  return change.replace(oneChange, (_all, fact: string, old: string, corrected: string) =>
    say('{fact} corrected from {old} to {corrected}', {
      fact: sayWord(fact),
      old: known(old),
      corrected: known(corrected),
    }),
  )
}

function known(value: string): string {
  return value === 'not recorded' ? say('not recorded') : value
}
