import { type UnitTally } from './massBalance.ts'

/** Hours in which a drill should be done: what auditors allow for a trace and its balance (BRCGS Food 3.9.2). */
export const DRILL_HOURS = 4
/** Percent of an ingredient that a balance should find, from and to, and of finished goods: numbers seen in practice. */
export const TOLERANCE = { finished: 100, ingredientFrom: 99.5, ingredientTo: 105 } as const

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
export const SCORE_FORMULA =
  'score = the mean of the parts there were: time (100 within 4 hours, otherwise 100 × 4 hours ÷ time taken), scope (100 × lots known to be affected ÷ lots found), units (100 − the distance of accounted % from 100, at least 0), contacts (100 × places whose contact is right ÷ places).'
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
export function timePart(minutes: number): number {
  return minutes <= DRILL_HOURS * 60 ? 100 : (100 * DRILL_HOURS * 60) / minutes
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
