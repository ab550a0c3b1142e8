import { unitNamed } from './units.ts'

/**
 * What one unit costs, to a hundredth of a cent: whole hundredths, rounded half up. For showing; batches cost what their
 * lots cost, reckoned from the whole price.
 * @param base base units that the price was paid for
 */
export function costPerUnit(costCents: number, base: number, unitName: string): number | null {
  if (base <= 0) return null
  const top = BigInt(costCents) * 100n * BigInt(unitNamed(unitName).base)
  return Number((2n * top + BigInt(base)) / (2n * BigInt(base)))
}
