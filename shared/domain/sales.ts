/** What was sold of one line of a shipment: units that went and did not come back. */
export interface SoldLine {
  readonly sold: number
  /** Of one unit; null where nobody said. */
  readonly priceCents: number | null
}

export interface Takings {
  /** What each line brought in, in cents; null where neither its price nor the money taken is known. */
  readonly lines: readonly (number | null)[]
  /** The money taken where it was counted, otherwise what the prices come to. */
  readonly totalCents: number
  /** Units sold for an amount that nobody recorded: the total is short of them. */
  readonly unpriced: number
}

/**
 * What a shipment brought in. Money that was counted is the truth: lines without a price share what is left of it by
 * their units; where every line has one, or less was taken, the lines share it by what their prices come to. To the cent.
 */
export function takings(lines: readonly SoldLine[], cashCents: number | null): Takings {
  const byPrice = lines.map(({ sold, priceCents }) => (priceCents === null ? null : sold * priceCents))
  const priced = byPrice.reduce<number>((sum, cents) => sum + (cents ?? 0), 0)
  const without = lines.map(({ sold, priceCents }) => (priceCents === null ? sold : 0))
  const unpriced = without.reduce((sum, sold) => sum + sold, 0)
  if (cashCents === null) return { lines: byPrice, totalCents: priced, unpriced }
  if (unpriced > 0 && cashCents >= priced) {
    const shares = shareOut(cashCents - priced, without)
    return { lines: byPrice.map((cents, at) => cents ?? shares[at] ?? 0), totalCents: cashCents, unpriced: 0 }
  }
  const worth = byPrice.map((cents) => cents ?? 0)
  return { lines: shareOut(cashCents, worth), totalCents: cashCents, unpriced: 0 }
}

/** Whole cents by weight; they add up to the amount wherever any weight is there. */
function shareOut(cents: number, weights: readonly number[]): number[] {
  let left = cents
  let weight = weights.reduce((sum, each) => sum + each, 0)
  return weights.map((each) => {
    const share = weight === 0 ? 0 : Math.round((left * each) / weight)
    left -= share
    weight -= each
    return share
  })
}
