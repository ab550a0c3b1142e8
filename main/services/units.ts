import { AppError, fieldError } from '../../shared/api/errors.ts'
import {
  containsRanges,
  countUnits,
  readRanges,
  type SerialRange,
  showRanges,
  takeHighest,
  takeLowest,
} from '../../shared/domain/serialRange.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import type { LotView } from '../db/repos/lots.ts'
import { type NewMovement, placeUnits, postMovement, type UnitRange, unitRanges } from '../db/repos/movements.ts'
import type { Db, UnitState } from '../db/schema.ts'
import { say } from '../../shared/words/say.ts'

/**
 * The units a movement takes: the serials typed, or the lowest free ones.
 * @throws AppError naming the field, when they are not on hand or their number differs from `count`
 */
export async function chooseUnits(
  db: Db,
  lot: LotView,
  { count, typed, field }: { count: number; typed: string | null; field: string },
  there?: readonly UnitRange[],
): Promise<SerialRange[]> {
  const free = (there ?? (await unitRanges(db, lot.id))).filter((range) => range.state === 'on hand')
  if (typed === null) {
    const taken = takeLowest(free, count)
    if (taken) return taken
    throw shortage(lot, count, countUnits(free), `${field}.units`)
  }
  const ranges = readRanges(typed)
  if (!ranges)
    throw fieldError(
      `${field}.serials`,
      say('“{typed}” is not a list of serials. Type for example 001-024 or 7, 9.', { typed }),
    )
  if (countUnits(ranges) !== count)
    throw fieldError(
      `${field}.serials`,
      say('The serials {serials} are {units} units, not {count}. Correct one of the two.', {
        serials: showRanges(ranges),
        units: countUnits(ranges),
        count,
      }),
    )
  if (!containsRanges(free, ranges))
    throw fieldError(
      `${field}.serials`,
      free.length === 0
        ? say('Of {lotNumber}, only no unit is on hand. Choose from those.', { lotNumber: lot.lot_number ?? '' })
        : say('Of {lotNumber}, only {serials} is on hand. Choose from those.', {
            lotNumber: lot.lot_number ?? '',
            serials: showRanges(free),
          }),
    )
  return ranges
}

/** Moves units of a made lot out of stock. @param there as `placeUnits` takes it @returns the movement's id */
export async function takeUnits(
  db: Db,
  movement: Omit<NewMovement, 'delta'>,
  state: UnitState,
  ranges: readonly SerialRange[],
  there?: readonly UnitRange[],
): Promise<number> {
  const id = await postMovement(db, { ...movement, delta: -countUnits(ranges) * ONE_PIECE })
  await placeUnits(db, { lotId: movement.lotId, movementId: id, state, ranges }, there)
  return id
}

/** Takes discarded or set-aside units off the end, so that what is for sale runs from 001. */
export async function takeLastUnits(
  db: Db,
  lot: LotView,
  count: number,
  movement: Omit<NewMovement, 'delta' | 'lotId'>,
  state: UnitState,
): Promise<SerialRange[]> {
  const free = await unitRanges(db, lot.id, 'on hand')
  const ranges = takeHighest(free, count)
  if (!ranges) throw shortage(lot, count, countUnits(free), 'units')
  await takeUnits(db, { ...movement, lotId: lot.id }, state, ranges)
  return ranges
}

/** A counted correction of a made lot: units not found become missing; missing ones that turned up are back. */
export async function correctUnits(
  db: Db,
  {
    lot,
    delta,
    day,
    seq,
    reason,
    field,
  }: { lot: LotView; delta: number; day: string; seq: number; reason: string; field: string },
): Promise<void> {
  if (delta % ONE_PIECE !== 0) throw fieldError(field, say('Count {item} in whole units.', { item: lot.item }))
  const movement = { kind: 'counted', day, seq, reason } as const
  if (delta < 0) {
    await takeLastUnits(db, lot, -delta / ONE_PIECE, movement, 'missing')
    return
  }
  const missing = await unitRanges(db, lot.id, 'missing')
  const ranges = takeLowest(missing, delta / ONE_PIECE)
  if (!ranges)
    throw fieldError(
      field,
      say(
        '{lotNumber} cannot have so many: every other unit is recorded as sent, discarded or set aside. Correct that record first.',
        { lotNumber: lot.lot_number ?? '' },
      ),
    )
  const id = await postMovement(db, { ...movement, lotId: lot.id, delta })
  await placeUnits(db, { lotId: lot.id, movementId: id, state: 'on hand', ranges })
}

function shortage(lot: LotView, wanted: number, there: number, field: string): AppError {
  const message = say(
    'Only {there} of {lotNumber} are on hand, {short} fewer than {wanted}. Type {there} or fewer, or add another lot.',
    { there, lotNumber: lot.lot_number ?? '', short: wanted - there, wanted },
  )
  return new AppError({ code: 'rule_violation', message, fields: { [field]: message }, blockers: [message] })
}
