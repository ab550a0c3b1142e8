import { AppError, fieldError } from '../../shared/api/errors.ts'
import type { Input } from '../../shared/api/operation.ts'
import type { shipping } from '../../shared/api/shipping.ts'
import { exhaustive } from '../../shared/domain/exhaustive.ts'
import { lotsById, type LotView } from '../db/repos/lots.ts'
import { unitRanges } from '../db/repos/movements.ts'
import { insertShipment, insertShipmentLine } from '../db/repos/shipments.ts'
import type { Db, MovementKind, Purpose, UnitState } from '../db/schema.ts'
import { orNull } from './context.ts'
import { lotProblem } from './lotRow.ts'
import { chooseUnits, takeUnits } from './units.ts'
import { say } from '../../shared/words/say.ts'

export interface NewShipment {
  readonly placeId: number | null
  readonly purpose: Purpose
  readonly sentOn: string
  readonly reference: string
  readonly note: string
  readonly seq: number
  readonly lines: readonly SentLine[]
  /** Path of the lines in what the person filled in, for refusals. */
  readonly field: string
  /** It happened before it was told here: what is held or past its date now went all the same. */
  readonly past?: boolean
}

type SentLine = Input<typeof shipping.send>['lines'][number] & {
  /** Whether the serials follow from the count alone though they are written out. */
  readonly basis?: 'range' | 'typed'
}

/**
 * Writes a shipment and moves its units. What is held or past its date stays, unless it is destroyed: that neither uses
 * nor sends it.
 * @returns the shipment's id
 * @throws AppError naming the line, before anything of that line is written; the command's transaction takes back the rest
 */
export async function writeShipment(db: Db, shipment: NewShipment): Promise<number> {
  const { lines, field, purpose, past: _past, ...head } = shipment
  const shipmentId = await insertShipment(db, { ...head, purpose })
  for (const [at, { lotId, units, serials, priceCents, basis: told }] of lines.entries()) {
    const path = `${field}.${at}`
    const typed = orNull(serials)
    const lot = (await lotsById(db, [lotId])).get(lotId)
    if (!lot || lot.batch_id === null)
      throw fieldError(`${path}.lotId`, say('This is not a lot of a product. Choose one from the list.'))
    refuseUnfit(lot, shipment, path)
    const there = await unitRanges(db, lotId)
    const ranges = await chooseUnits(db, lot, { count: units, typed, field: path }, there)
    const basis = told ?? (typed === null ? 'range' : 'typed')
    const row = { shipmentId, line: at, lotId, units, basis, priceCents: priceCents ?? null } as const
    const shipmentLineId = await insertShipmentLine(db, row)
    const { kind, state } = movementOf(purpose, head.placeId !== null)
    const reason = purpose === 'destroyed' ? head.note : ''
    await takeUnits(db, { lotId, kind, day: head.sentOn, seq: head.seq, shipmentLineId, reason }, state, ranges, there)
  }
  return shipmentId
}

function refuseUnfit(lot: LotView, { sentOn, purpose, past = false }: NewShipment, path: string): void {
  const problem = lotProblem(lot, sentOn)
  if (problem === null || problem === 'empty') return
  const isEarly = lot.made_on !== null && lot.made_on > sentOn
  if ((purpose === 'destroyed' || past) && !isEarly) return
  const message = unfit(purpose, { lotNumber: lot.lot_number ?? '', problem })
  throw new AppError({ code: 'rule_violation', message, fields: { [`${path}.lotId`]: message }, blockers: [message] })
}

function unfit(purpose: Purpose, values: { readonly lotNumber: string; readonly problem: string }): string {
  switch (purpose) {
    case 'destroyed':
      return say('{lotNumber} is {problem}, so it cannot be destroyed yet. Choose another lot.', values)
    case 'own use':
    case 'sample':
      return say('{lotNumber} is {problem}, so it cannot be used. Choose another lot.', values)
    case 'sale':
    case 'gift':
    case 'exchange':
      return say('{lotNumber} is {problem}, so it cannot be sent. Choose another lot.', values)
    default:
      return exhaustive(purpose)
  }
}

/** How units that leave are counted: with a place they are there, whatever for; without one they are used up. */
function movementOf(purpose: Purpose, hasPlace: boolean): { kind: MovementKind; state: UnitState } {
  switch (purpose) {
    case 'destroyed':
      return { kind: 'discarded', state: 'discarded' }
    case 'own use':
      return { kind: 'own use', state: 'own use' }
    case 'sample':
      return hasPlace ? { kind: 'sent', state: 'sent' } : { kind: 'sampled', state: 'sampled' }
    case 'sale':
    case 'gift':
    case 'exchange':
      return { kind: 'sent', state: 'sent' }
    default:
      return exhaustive(purpose)
  }
}
