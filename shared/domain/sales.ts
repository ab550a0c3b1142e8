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
 * What a shipment brought in. Money that was counted is the truth; lines without a price share what is left of it by
 * their units, to the cent.
 */
export function takings(lines: readonly SoldLine[], cashCents: number | null): Takings {
  const byPrice = lines.map(({ sold, priceCents }) => (priceCents === null ? null : sold * priceCents))
  const priced = byPrice.reduce<number>((sum, cents) => sum + (cents ?? 0), 0)
  const without = lines.reduce((sum, { sold, priceCents }) => sum + (priceCents === null ? sold : 0), 0)
  if (cashCents === null) return { lines: byPrice, totalCents: priced, unpriced: without }
  let left = Math.max(0, cashCents - priced)
  let units = without
  const shared = lines.map(({ sold, priceCents }, at) => {
    if (priceCents !== null) return byPrice[at] ?? 0
    const share = units === 0 ? 0 : Math.round((left * sold) / units)
    left -= share
    units -= sold
    return share
  })
  return { lines: shared, totalCents: cashCents, unpriced: 0 }
}
