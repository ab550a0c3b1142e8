import { type UnitTally } from './massBalance.ts'
import { say } from '../words/say.ts'

/** What a kitchen asks of a drill and of its balances. */
export interface Tolerances {
  /** In which a drill should be done. */
  readonly hours: number
  /** Percent of finished goods that should be accounted for. */
  readonly finished: number
  /** Percent of an ingredient that a balance should find, from and to. */
  readonly ingredientFrom: number
  readonly ingredientTo: number
}

/**
 * Until a kitchen says otherwise: hours as auditors allow for a trace and its balance (BRCGS Food 3.9.2), percentages as
 * seen in practice.
 */
export const usualTolerances: Tolerances = { hours: 4, finished: 100, ingredientFrom: 99.5, ingredientTo: 105 }

/** `4 hours; 100 % of finished goods; 99.5 to 105 % of an ingredient`. */
export function tolerancesInWords({ hours, finished, ingredientFrom, ingredientTo }: Tolerances): string {
  return say('{hours}; {finished} % of finished goods; {from} to {to} % of an ingredient', {
    hours: hoursInWords(hours),
    finished,
    from: ingredientFrom,
    to: ingredientTo,
  })
}

export function hoursInWords(hours: number): string {
  return hours === 1 ? say('1 hour') : say('{hours} hours', { hours })
}

/** How well each part of a drill went, in percent; null where there was nothing to do. */
export interface DrillParts {
  /** 100 within the time allowed, less in proportion beyond it. */
  readonly time: number | null
  /** Share of the finished lots found that are known to be affected, and not in doubt. */
  readonly scope: number | null
  /** Share of the units made that were found, with those counted on the shelf; may pass 100. */
  readonly units: number | null
  /** Share of the places whose contact is right. */
  readonly contacts: number | null
}

/** In words, as reports print it. */
export function scoreFormula({ hours }: Tolerances): string {
  const allowed = hoursInWords(hours)
  return say(
    'score = the mean of the parts there were: time (100 within {allowed}, otherwise 100 × {allowed} ÷ time taken), scope (100 × lots known to be affected ÷ lots found), units (100 − the distance of accounted % from 100, at least 0), contacts (100 × places whose contact is right ÷ places).',
    { allowed },
  )
}
export const ACCOUNTED_FORMULA =
  'accounted % = 100 × (counted here + sent + sampled + own use + discarded + set aside + used in other batches) ÷ made; never cut off at 100.'
export const BALANCE_FORMULA =
  'balance % of an ingredient = 100 × (used in batches + on hand + discarded + poured into bins) ÷ received; never cut off.'

/** The mean of the parts that there were, 0 to 100; null before there is any. */
export function drillScore({ time, scope, units, contacts }: DrillParts): number | null {
  const near = units === null ? null : Math.max(0, 100 - Math.abs(100 - units))
  const parts = [time, scope, near, contacts].flatMap((part) => part ?? [])
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0) / parts.length
}

/** @param minutes from the start to the last step */
export function timePart(minutes: number, { hours }: Tolerances): number {
  return minutes <= hours * 60 ? 100 : (100 * hours * 60) / minutes
}

/** Share of units made that was found: what somebody counted on the shelf instead of what the record says is there. */
export function countedPercent(
  lots: readonly { readonly units: UnitTally; readonly counted: number }[],
): number | null {
  const made = lots.reduce((sum, { units }) => sum + units.made, 0)
  if (made === 0) return null
  const found = lots.reduce(
    (sum, { units, counted }) =>
      sum + counted + units.sent + units.sampled + units.ownUse + units.discarded + units.setAside + units.reworked,
    0,
  )
  return (100 * found) / made
}

/** One of some ids, the same for the same seed: mulberry32. Undefined of none. */
export function drawn(seed: number, ids: readonly number[]): number | undefined {
  let state = (seed + 0x6d2b79f5) | 0
  state = Math.imul(state ^ (state >>> 15), state | 1)
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61)
  const share = ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296
  return ids[Math.floor(share * ids.length)]
}
