/** What a quantity measures. Quantities of different dimensions never mix. */
export type Dimension = 'mass' | 'volume' | 'count'

export interface Unit {
  /** The spelling shown back, for example `fl oz`. */
  readonly name: string
  readonly dimension: Dimension
  /** Whole number of base units in one of this unit. */
  readonly base: number
}

/*
 * Base units, chosen so that customary units and the fractions people use of them are whole numbers of one:
 *   mass   25/24 ng    1 oz = 27,215,542,200   halves to eighths, thirds and hundredths of an ounce or pound are whole
 *   volume 1/1.28 nL   1 tsp = 6,309,019,640   halves to eighths and tenths of a teaspoon are whole
 *   count  1/36,000    halves to 32nds, thirds, ninths and thousandths of a piece are whole
 * With coarser ones (125 ng, 1/128 nL) half an ounce is not whole, and two of them do not empty an ounce.
 * Definitions: 1 lb = 453.59237 g and 1 gal = 3,785.411784 mL exactly (NIST Handbook 44, appendix C).
 */
const GRAM = 960_000_000
const OUNCE = 27_215_542_200
const MILLILITRE = 1_280_000_000
const TEASPOON = 6_309_019_640
const PIECE = 36_000

/** The largest quantity that stays an exact integer in JavaScript: 9.3 t, 7,031 L or 250 billion pieces. */
export const MAX_BASE = 9_000_000_000_000_000

const table: readonly (readonly [name: string, dimension: Dimension, base: number, others: string])[] = [
  ['mg', 'mass', GRAM / 1000, 'milligram milligrams'],
  ['g', 'mass', GRAM, 'gr gm gram grams gramme grammes'],
  ['kg', 'mass', GRAM * 1000, 'kilo kilos kilogram kilograms'],
  ['oz', 'mass', OUNCE, 'ounce ounces'],
  ['lb', 'mass', OUNCE * 16, 'lbs pound pounds'],
  ['mL', 'volume', MILLILITRE, 'ml milliliter milliliters millilitre millilitres cc'],
  ['L', 'volume', MILLILITRE * 1000, 'l liter liters litre litres'],
  ['tsp', 'volume', TEASPOON, 'tsps teaspoon teaspoons'],
  ['tbsp', 'volume', TEASPOON * 3, 'tbsps tbs tablespoon tablespoons'],
  ['fl oz', 'volume', TEASPOON * 6, 'floz fluid_ounce fluid_ounces'],
  ['cup', 'volume', TEASPOON * 48, 'cups c'],
  ['pt', 'volume', TEASPOON * 96, 'pint pints'],
  ['qt', 'volume', TEASPOON * 192, 'quart quarts'],
  ['gal', 'volume', TEASPOON * 768, 'gallon gallons'],
  ['each', 'count', PIECE, 'ea pc pcs piece pieces ct count unit units'],
  ['dozen', 'count', PIECE * 12, 'doz dz dozens'],
]

/** Words people count in; each is one piece and is shown back as typed. */
export const pieceWords =
  'jar jars bottle bottles bag bags pack packs packet packets box boxes tin tins can cans loaf loaves egg eggs bunch bunches clove cloves stick sticks lemon lemons lime limes bar bars cookie cookies cake cakes pie pies pouch pouches tub tubs tray trays head heads pod pods slice slices'

const byName = new Map<string, Unit>()
for (const [name, dimension, base, others] of table) {
  const unit: Unit = { name, dimension, base }
  for (const spelling of [name.toLowerCase().replace(' ', '_'), ...others.split(' ')]) byName.set(spelling, unit)
}
for (const word of pieceWords.split(' ')) byName.set(word, { name: word, dimension: 'count', base: PIECE })

/** The unit of that spelling, in any case and with or without a final full stop, or undefined. */
export function findUnit(spelling: string): Unit | undefined {
  return byName.get(spelling.toLowerCase().replace(/\.$/, '').trim().replace(/\s+/g, '_'))
}

/** The unit of a name from the record; a word that is no unit is one a kitchen counts its product in (crock, wheel). */
export function unitNamed(name: string): Unit {
  return findUnit(name) ?? { name, dimension: 'count', base: PIECE }
}

/** Whether one unit of a product may be called so: any word but a measure such as cup or dozen. */
export function countsOne(word: string): boolean {
  return unitNamed(word).base === PIECE
}

/** One piece (a jar, an egg) in base units. */
export const ONE_PIECE = PIECE

/** The units offered in lists, by dimension, smallest first. */
export function unitsOf(dimension: Dimension): readonly string[] {
  return table.filter(([, d]) => d === dimension).map(([name]) => name)
}
