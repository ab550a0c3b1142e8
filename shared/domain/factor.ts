import { countWord, type Quantity } from './quantity.ts'
import { type Dimension, MAX_BASE, unitNamed } from './units.ts'

/**
 * A person's own conversion for one ingredient, `1 cup = 120 g`: what an amount in another measure is in the
 * ingredient's own.
 */
export interface Factor {
  /** The other measure: `mass`, `volume`, or the word that pieces are counted in. */
  readonly measure: string
  /** Base units of it. */
  readonly one: number
  /** Base units of the ingredient's own measure. */
  readonly equals: number
}

/** How an ingredient is measured. */
export interface Measured {
  readonly dimension: Dimension
  readonly unit: string
}

/**
 * What kind of amount a unit measures: `mass`, `volume`, or the word for a piece (`egg`), since one flat of berries is
 * not one berry. `each` and `dozen` are pieces without a word: those of the ingredient where it is kept in pieces.
 */
export function measureOf(unitName: string, own?: Measured): string {
  const unit = unitNamed(unitName)
  if (unit.dimension !== 'count') return unit.dimension
  if (unit.name !== 'each' && unit.name !== 'dozen') return countWord(unit.name.toLowerCase(), 1)
  return own?.dimension === 'count' ? measureOf(own.unit) : 'each'
}

/** The words of an ingredient's own that count pieces. */
export function ownUnitsOf(factors: readonly Factor[]): string[] {
  return factors.map(({ measure }) => measure).filter((measure) => measure !== 'mass' && measure !== 'volume')
}

/**
 * A quantity in base units of the ingredient's own measure, in rational arithmetic, rounded to the nearest base unit
 * (half up) once at the end. Without a factor, pieces of one word count as pieces of any other, as jars do.
 * @returns undefined where no factor says how, or where it is too little or too much to be kept
 */
export function toOwnMeasure(quantity: Quantity, own: Measured, factors: readonly Factor[]): number | undefined {
  const measure = measureOf(quantity.unit, own)
  const factor = factorFor(measure, factors)
  if (!factor) return quantity.dimension === own.dimension ? quantity.base : undefined
  const top = BigInt(quantity.base) * BigInt(factor.equals)
  const bottom = BigInt(factor.one)
  const base = (2n * top + bottom) / (2n * bottom)
  return base > 0n && base <= BigInt(MAX_BASE) ? Number(base) : undefined
}

/** The factor of a measure; `each` is any piece where only one kind of piece has a factor. */
function factorFor(measure: string, factors: readonly Factor[]): Factor | undefined {
  const exact = factors.find((factor) => factor.measure === measure)
  if (exact || measure !== 'each') return exact
  const [only, ...others] = ownUnitsOf(factors)
  return others.length === 0 ? factors.find((factor) => factor.measure === only) : undefined
}
