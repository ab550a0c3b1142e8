import { AppError, fieldError } from '../../shared/api/errors.ts'
import type { corrections } from '../../shared/api/corrections.ts'
import type { Input } from '../../shared/api/operation.ts'
import { allUnits, type OutcomeFigures, type PlacedUnits, reshape, sameUnits } from '../../shared/domain/outcome.ts'
import { containsRanges, countUnits } from '../../shared/domain/serialRange.ts'
import type { Change } from '../db/repos/corrections.ts'
import type { LotView } from '../db/repos/lots.ts'
import { moveToDay, remake, standingMovements, takeBack, unitRanges } from '../db/repos/movements.ts'
import { type UnitPlace, whereUnitsAre } from '../db/repos/unitPlaces.ts'
import type { Db } from '../db/schema.ts'
import { changeOf, type Correcting } from './correcting.ts'
import { orNull } from './context.ts'
import { takeUnits } from './units.ts'
import { say } from '../../shared/words/say.ts'
import { sayDay } from '../../shared/words/day.ts'
import { countOf } from '../../shared/words/counted.ts'

type Outcomes = NonNullable<Input<typeof corrections.save>['outcomes']>

/** Corrects what came out of a batch, a lot at a time. @returns what changed, and the figures over all of its lots */
export async function correctOutcomes(
  db: Db,
  correcting: Correcting,
  lots: readonly LotView[],
  given: Outcomes | null,
): Promise<{ changes: Change[]; made: number; discarded: number }> {
  const { batch, madeOn } = correcting
  const stranger = given?.findIndex((each) => !lots.some((lot) => lot.id === each.lotId)) ?? -1
  if (stranger !== -1)
    throw fieldError(
      `outcomes.${stranger}.lotId`,
      say('This lot was not made by {lotNumber}.', { lotNumber: batch.lot_number }),
    )
  const changes: Change[] = []
  let made = 0
  let discarded = 0
  for (const lot of lots) {
    const before = await outcomeOf(db, lot)
    const at = given?.findIndex((each) => each.lotId === lot.id) ?? -1
    const wanted = at === -1 ? undefined : given?.[at]
    if (wanted) {
      const which = lots.length === 1 ? '' : `, ${lot.item}`
      changes.push(
        ...(await correctOutcome(db, { correcting, lots, lot, before, wanted, field: `outcomes.${at}`, which })),
      )
    }
    if (madeOn !== batch.made_on) await moveOutcome(db, correcting, lot)
    made += wanted?.made ?? before.made
    discarded += wanted?.discarded ?? before.discarded
  }
  return { changes, made, discarded }
}

/** What came out of a lot as the record has it now, discards made afterwards included. */
export async function outcomeOf(db: Db, lot: LotView) {
  const standing = await standingMovements(db, 'lot_id', lot.id)
  const discards = standing.filter(isOwnDiscard)
  const own = new Set(discards.map((movement) => movement.id))
  const ranges = Map.groupBy(await unitRanges(db, lot.id), ({ state, movement_id }) => {
    if (state === 'on hand' || state === 'set aside') return state
    return state === 'discarded' && own.has(movement_id) ? state : 'gone'
  })
  const placed: PlacedUnits = {
    onHand: ranges.get('on hand') ?? [],
    discarded: ranges.get('discarded') ?? [],
    setAside: ranges.get('set aside') ?? [],
    gone: ranges.get('gone') ?? [],
  }
  return {
    placed,
    made: countUnits(allUnits(placed)),
    discarded: countUnits(placed.discarded),
    setAside: countUnits(placed.setAside),
    gone: countUnits(placed.gone),
    discardReason: [...new Set(discards.map((each) => each.reason).filter((reason) => reason !== ''))].join(', '),
  }
}

/** A discard of the batch itself; what was destroyed on its way out or back belongs to that shipment or return. */
function isOwnDiscard(movement: Awaited<ReturnType<typeof standingMovements>>[number]): boolean {
  return movement.kind === 'discarded' && movement.shipment_line_id === null && movement.returned_line_id === null
}

interface OutcomeCorrection {
  readonly correcting: Correcting
  readonly lots: readonly LotView[]
  readonly lot: LotView
  readonly before: Awaited<ReturnType<typeof outcomeOf>>
  readonly wanted: Outcomes[number]
  readonly field: string
  readonly which: string
}

async function correctOutcome(db: Db, given: OutcomeCorrection): Promise<Change[]> {
  const { correcting, lots, lot, before, wanted, field, which } = given
  const { seq, today, reason, madeOn } = correcting
  const { placed } = before
  const discardReason = orNull(wanted.discardReason) ?? ''
  checkFigures(wanted, lot, field)
  const last = Math.max(0, ...(await lastSerials(db, lots)))
  const now = reshape(placed, wanted, last + 1)
  if (!now) throw await leftShort(db, given)

  const taken = { day: today, seq, reason }
  const standing = await standingMovements(db, 'lot_id', lot.id)
  const discardsDiffer = !sameUnits(placed.discarded, now.discarded)
  const otherReason = now.discarded.length > 0 && discardReason !== before.discardReason
  const asideDiffers = !sameUnits(placed.setAside, now.setAside)
  for (const movement of standing.toReversed())
    if ((isOwnDiscard(movement) && (discardsDiffer || otherReason)) || (movement.kind === 'set aside' && asideDiffers))
      await takeBack(db, movement, taken)
  const all = allUnits(now)
  const makes = standing.find((movement) => movement.kind === 'made')
  if (!makes) throw new Error(`nothing made lot ${lot.id}`)
  if (!sameUnits(all, allUnits(placed)))
    await remake(db, { lotId: lot.id, old: makes, ranges: all, day: madeOn, seq, reason })
  if (now.discarded.length > 0 && (discardsDiffer || otherReason))
    await takeUnits(
      db,
      { lotId: lot.id, kind: 'discarded', day: madeOn, seq, reason: discardReason },
      'discarded',
      now.discarded,
    )
  if (now.setAside.length > 0 && asideDiffers)
    await takeUnits(db, { lotId: lot.id, kind: 'set aside', day: madeOn, seq }, 'set aside', now.setAside)
  return [
    ...changeOf(`made${which}`, String(before.made), String(wanted.made)),
    ...changeOf(`discarded${which}`, String(before.discarded), String(wanted.discarded)),
    ...(otherReason ? changeOf(`why discarded${which}`, before.discardReason, discardReason) : []),
    ...changeOf(`set aside${which}`, String(before.setAside), String(wanted.setAside)),
  ]
}

function checkFigures(
  figures: OutcomeFigures & { readonly discardReason?: string | null | undefined },
  lot: LotView,
  field: string,
) {
  const { made, discarded, setAside } = figures
  if (discarded + setAside > made)
    throw fieldError(
      `${field}.discarded`,
      say('Only {made} were made, so {n} cannot be discarded or set aside. Correct one of the numbers.', {
        made: countOf(made, lot.unit),
        n: discarded + setAside,
      }),
    )
  if (discarded > 0 && orNull(figures.discardReason) === null)
    throw fieldError(`${field}.discardReason`, say('Choose why they were discarded.'))
}

async function lastSerials(db: Db, lots: readonly LotView[]): Promise<number[]> {
  const last: number[] = []
  for (const lot of lots) for (const range of await unitRanges(db, lot.id)) last.push(range.last)
  return last
}

/** The refusal of figures that would leave a shipment or another batch without its jars, naming which. */
async function leftShort(db: Db, { correcting, lot, before, wanted, field }: OutcomeCorrection): Promise<AppError> {
  const places = (await whereUnitsAre(db, [lot.id]))
    .filter(({ state }) => state !== 'on hand' && state !== 'set aside')
    .filter(({ first, last }) => containsRanges(before.placed.gone, [{ first, last }]))
  const blockers = [...Map.groupBy(places, ({ state, where, day }) => `${state} ${where} ${day}`).values()].map(
    (group) => {
      const [place] = group
      const units = countUnits(group)
      return place ? goneInWords(place, units) : ''
    },
  )
  const { made, discarded, setAside } = wanted
  const values = {
    lotNumber: correcting.batch.lot_number,
    made: countOf(made, lot.unit),
    blockers: blockers.join(', '),
  }
  const message =
    discarded + setAside === 0
      ? say('{lotNumber} cannot have made {made}: {blockers}. Take that back first, or correct the number.', values)
      : say(
          '{lotNumber} cannot have made {made}, with {n} discarded or set aside: {blockers}. Take that back first, or correct the number.',
          { ...values, n: discarded + setAside },
        )
  return new AppError({
    code: 'rule_violation',
    message,
    fields: { [`${field}.made`]: say('Fewer than are gone.') },
    blockers,
  })
}

function goneInWords({ state, where, day: on }: UnitPlace, units: number): string {
  const day = on === null || on === '' ? '' : sayDay(on)
  if (state === 'sent')
    return day === ''
      ? say('{units} went to {place}', { units, place: where })
      : say('{units} went to {place} on {day}', { units, place: where, day })
  if (state === 'missing')
    return day === ''
      ? say('{units} were missing at a count', { units })
      : say('{units} were missing at a count on {day}', { units, day })
  return day === ''
    ? say('{units} were {where}', { units, where })
    : say('{units} were {where} on {day}', { units, where, day })
}

/** Moves what was made, and what was discarded or set aside on that same day, to the corrected day. */
async function moveOutcome(db: Db, { batch, madeOn, seq, reason }: Correcting, lot: LotView): Promise<void> {
  const standing = await standingMovements(db, 'lot_id', lot.id)
  for (const movement of standing.filter((each) => each.day === batch.made_on)) {
    if (movement.kind === 'made')
      await remake(db, {
        lotId: lot.id,
        old: movement,
        ranges: await unitRanges(db, lot.id),
        day: madeOn,
        seq,
        reason,
      })
    if (isOwnDiscard(movement) || movement.kind === 'set aside')
      await moveToDay(db, [movement], {
        day: madeOn,
        seq,
        reason,
        state: movement.kind === 'set aside' ? 'set aside' : 'discarded',
      })
  }
}
