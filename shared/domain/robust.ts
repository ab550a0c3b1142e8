/** The middle of some numbers, and how far half of them are from it at most, scaled as a standard deviation is. */
export interface Robust {
  readonly median: number
  readonly spread: number
}

/** Makes the median distance from the median comparable with a standard deviation of normal values. */
const LIKE_A_DEVIATION = 1.4826

/** Median and scaled median absolute deviation: one wild value moves neither. @returns undefined for no numbers */
export function robust(numbers: readonly number[]): Robust | undefined {
  const middle = median(numbers)
  if (middle === undefined) return undefined
  const away = median(numbers.map((each) => Math.abs(each - middle))) ?? 0
  return { median: middle, spread: away * LIKE_A_DEVIATION }
}

/** The middle of some numbers, between the two in the middle where there are two; undefined for none. */
export function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const high = sorted[half]
  const low = sorted.length % 2 === 0 ? sorted[half - 1] : high
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}
