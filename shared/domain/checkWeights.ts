/** Weights of units against what their label declares. */
export interface WeightCheck {
  readonly count: number
  /** Base units: the mean, rounded down so that it never flatters. */
  readonly mean: number
  readonly least: number
  readonly most: number
  /** Units more than five per cent short: what no average makes good. */
  readonly short: number
  readonly verdict: 'good' | 'below' | 'unreasonable'
}

/** A single unit further below than this is more than weighing and filling explain; a kitchen's own rule of thumb. */
const UNREASONABLE_PERCENT = 5n

/**
 * Packages of a lot may vary, but their average must not be below what is declared, and none unreasonably short
 * (16 CFR 500.25(c) for the average; food: 21 CFR 101.7(q)).
 * @returns undefined for no weights
 */
export function checkWeights(declared: number, weights: readonly number[]): WeightCheck | undefined {
  if (weights.length === 0) return undefined
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n)
  const short = weights.filter(
    (weight) => BigInt(weight) * 100n < BigInt(declared) * (100n - UNREASONABLE_PERCENT),
  ).length
  const isBelow = sum < BigInt(declared) * BigInt(weights.length)
  return {
    count: weights.length,
    mean: Number(sum / BigInt(weights.length)),
    least: Math.min(...weights),
    most: Math.max(...weights),
    short,
    verdict: isBelow ? 'below' : short > 0 ? 'unreasonable' : 'good',
  }
}
