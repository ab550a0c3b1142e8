import type { batches } from '../../shared/api/batches.ts'
import { AppError, type MissingFactor } from '../../shared/api/errors.ts'
import type { Input } from '../../shared/api/operation.ts'
import type { Day } from '../../shared/domain/day.ts'
import { exactQuantityText, formatQuantity, type Quantity } from '../../shared/domain/quantity.ts'
import {
  containsRanges,
  countUnits,
  readRanges,
  type SerialRange,
  subtractRanges,
  takeLowest,
} from '../../shared/domain/serialRange.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import type { Item } from '../db/repos/items.ts'
import { lotsById, lotsTakenBack, type LotView } from '../db/repos/lots.ts'
import { unitRanges } from '../db/repos/movements.ts'
import type { Db } from '../db/schema.ts'
import { freshLookups, type Lookups } from './lookups.ts'
import { lotLabel, lotProblem, lotProblemKind, notThereYet } from './lotRow.ts'
import { quantityFor } from './quantities.ts'
import { say } from '../../shared/words/say.ts'
import { nounFor } from '../../shared/words/counted.ts'

export interface CheckedUse {
  readonly item: Item
  /** Null for an unknown lot. */
  readonly lot: LotView | null
  readonly quantity: Quantity
  readonly basis: 'assumed' | 'confirmed'
  /** Why a lot on hold or past its date is used. */
  readonly overrideReason: string | null
  /** What to count the lot up by first: “there was more in the bag”. */
  readonly foundMore: number
  /** Units taken of a product of one's own. */
  readonly units: readonly SerialRange[] | null
}

type UseInput = Input<typeof batches.record>['uses'][number]

/** The rows of a batch and its day. */
interface UsesInput {
  readonly madeOn: Day
  readonly uses: readonly (Pick<UseInput, 'itemId' | 'lotId' | 'quantity' | 'basis' | 'moreThanRecorded' | 'override'> &
    NumberedUse)[]
}

/** Which units of a lot made here went in, where somebody knows; else the lowest that are there. */
export interface NumberedUse {
  readonly serials?: string
}

/**
 * Checks every ingredient row of a batch against the stock, all rows before any complaint, so that a person sees
 * every field to mend at once. Rows that share a lot share what it has.
 * @param past for a batch of the past that is corrected: a lot that is held or past its date now was not so then
 * @throws AppError `invalid_input` for rows that name nothing sensible, `rule_violation` for what the stock refuses
 */
export async function checkUses(
  db: Db,
  input: UsesInput,
  { past = false, lookups = freshLookups }: { past?: boolean; lookups?: Lookups } = {},
): Promise<CheckedUse[]> {
  const items = await lookups.items(
    db,
    input.uses.map((use) => use.itemId),
  )
  const lotIds = input.uses.flatMap((use) => use.lotId ?? [])
  const lots = await lotsById(db, lotIds)
  const takenBack = await lotsTakenBack(db, lotIds)
  const stock = new Map<number, Stock>()
  const malformed: Record<string, string> = {}
  const missing: MissingFactor[] = []
  const refused: Record<string, string> = {}
  const checked: CheckedUse[] = []

  for (const [at, use] of input.uses.entries()) {
    const field = `uses.${at}`
    const item = items.get(use.itemId)
    const lot = use.lotId === null ? null : lots.get(use.lotId)
    if (!item) malformed[`${field}.itemId`] = say('This ingredient is not in the record. Choose it again.')
    else if (lot === undefined || (lot && lot.item_id !== item.id))
      malformed[`${field}.lotId`] = say('This is not a lot of {item}. Choose one from the list.', { item: item.name })
    else if (lot && takenBack.has(lot.id))
      refused[`${field}.lotId`] = say('{item} from {lot} was taken back with its shopping trip. Choose another lot.', {
        item: item.name,
        lot: lotLabel(lot),
      })
    else {
      const quantity = readQuantity(item, use.quantity, `${field}.quantity`, malformed, missing)
      if (!quantity) continue
      const plain = {
        item,
        lot,
        quantity,
        basis: use.basis,
        foundMore: 0,
        units: null,
        overrideReason: use.override?.reason ?? null,
      }
      if (!lot) {
        checked.push(plain)
        continue
      }
      const refusal = past
        ? refusalInThePast(lot, input.madeOn)
        : lotRefusal(lot, input.madeOn, use.override ?? null, at)
      if (refusal !== null) refused[`${field}.lotId`] = refusal
      else {
        const left = stock.get(lot.id) ?? {
          base: lot.on_hand,
          units: lot.batch_id === null ? [] : await unitRanges(db, lot.id, 'on hand'),
        }
        const taken = takeFrom(lot, left, quantity, use)
        if (typeof taken === 'string') refused[`${field}.quantity`] = taken
        else {
          stock.set(lot.id, taken.left)
          checked.push({ ...plain, foundMore: taken.foundMore, units: taken.units })
        }
      }
    }
  }
  complain('invalid_input', malformed, missing)
  complain('rule_violation', refused)
  return checked
}

/** Why the lot of a row may not be used, naming the row; null where it may, or a reason to use it was given. */
function lotRefusal(lot: LotView, madeOn: Day, override: UseInput['override'] | null, at: number): string | null {
  const kind = lotProblemKind(lot, madeOn)
  if (kind === null || kind === 'empty' || kind === override?.problem) return null
  const values = { n: at + 1, item: lot.item, lot: lotLabel(lot), problem: lotProblem(lot, madeOn) ?? '' }
  return kind === 'later'
    ? say('Row {n}: {item} from {lot} is {problem}. Choose another lot.', values)
    : say('Row {n}: {item} from {lot} is {problem}. Choose another lot, or say why it may be used.', values)
}

function refusalInThePast(lot: LotView, madeOn: Day): string | null {
  const late = notThereYet(lot, madeOn)
  return late === null
    ? null
    : say('{item} from {lot} was {late}. Choose another lot.', { item: lot.item, lot: lotLabel(lot), late })
}

interface Stock {
  readonly base: number
  readonly units: readonly SerialRange[]
}

/** What a row takes of a lot, or the sentence that refuses it. Nothing goes below zero and nothing is clamped. */
function takeFrom(
  lot: LotView,
  left: Stock,
  quantity: Quantity,
  { moreThanRecorded, serials = '' }: { readonly moreThanRecorded: boolean } & NumberedUse,
) {
  const short = Math.max(0, quantity.base - left.base)
  if (lot.batch_id !== null) {
    if (quantity.base % ONE_PIECE !== 0)
      return say('Take whole {units} of {lotNumber}, not a part of one.', {
        units: nounFor(lot.unit, 2),
        lotNumber: lot.lot_number ?? '',
      })
    const wanted = quantity.base / ONE_PIECE
    const units = serials === '' ? takeLowest(left.units, wanted) : numbered(left.units, serials, wanted)
    if (!units && serials !== '')
      return say('Not all of {serials} of {lotNumber} are on hand. Correct the numbers.', {
        serials,
        lotNumber: lot.lot_number ?? '',
      })
    if (!units) return shortageOf(lot, left.base, short)
    return { left: { base: left.base - quantity.base, units: subtractRanges(left.units, units) }, foundMore: 0, units }
  }
  if (short > 0 && !moreThanRecorded)
    return `${shortageOf(lot, left.base, short)} ${say('If there was more in it, say so on this row and it is counted up.')}`
  return { left: { base: left.base + short - quantity.base, units: [] }, foundMore: short, units: null }
}

function numbered(there: readonly SerialRange[], serials: string, wanted: number): SerialRange[] | undefined {
  const ranges = readRanges(serials)
  return ranges && countUnits(ranges) === wanted && containsRanges(there, ranges) ? ranges : undefined
}

function shortageOf(lot: LotView, left: number, short: number): string {
  const values = { item: lot.item, lot: lotLabel(lot), short: exactQuantityText(short, lot.unit) }
  return left === 0
    ? say('{item} from {lot} has nothing left: {short} short. Take less, or take the rest from another lot.', values)
    : say('{item} from {lot} has {there} left: {short} short. Take less, or take the rest from another lot.', {
        ...values,
        there: formatQuantity(left, lot.unit),
      })
}

function readQuantity(
  item: Item,
  text: string,
  field: string,
  malformed: Record<string, string>,
  missing: MissingFactor[],
): Quantity | undefined {
  try {
    return quantityFor(item, text, field)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    Object.assign(malformed, error.body.fields)
    missing.push(...(error.body.missingFactors ?? []))
    return undefined
  }
}

function complain(
  code: 'invalid_input' | 'rule_violation',
  fields: Record<string, string>,
  missingFactors: readonly MissingFactor[] = [],
): void {
  const sentences = Object.values(fields)
  const [first] = sentences
  if (first === undefined) return
  throw new AppError({
    code,
    message: first,
    fields,
    ...(code === 'rule_violation' ? { blockers: sentences } : {}),
    ...(missingFactors.length > 0 ? { missingFactors: [...missingFactors] } : {}),
  })
}
