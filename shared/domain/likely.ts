import type { Day } from './day.ts'

/** What was made on one day. */
interface Made {
  readonly productId: number
  readonly madeOn: Day
}

/** Days in which a batch comes to count half. */
const HALF_LIFE_DAYS = 10
/** Kitchens keep to days of the week: a batch made on this weekday counts that many times. */
const SAME_WEEKDAY = 2
const DAY_MS = 86_400_000

/**
 * Products in the order in which they are likely to be made next: often and lately made before seldom and long ago,
 * those made on this day of the week before others. Products that tie keep the order in which they first come.
 */
export function likelyNext(made: readonly Made[], today: Day): number[] {
  const scores = new Map<number, number>()
  for (const { productId, madeOn } of made) {
    const days = Math.max(0, (Date.parse(today) - Date.parse(madeOn)) / DAY_MS)
    const weight = 0.5 ** (days / HALF_LIFE_DAYS) * (days % 7 === 0 ? SAME_WEEKDAY : 1)
    scores.set(productId, (scores.get(productId) ?? 0) + weight)
  }
  return [...scores].toSorted(([, a], [, b]) => b - a).map(([productId]) => productId)
}
