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

/** With every spelling that is read, in English and Spanish, whichever the kitchen speaks: none means two things. */
const table: readonly (readonly [name: string, dimension: Dimension, base: number, others: string])[] = [
  ['mg', 'mass', GRAM / 1000, 'milligram milligrams miligramo miligramos'],
  ['g', 'mass', GRAM, 'gr gm gram grams gramme grammes gramo gramos'],
  ['kg', 'mass', GRAM * 1000, 'kilo kilos kilogram kilograms kilogramo kilogramos'],
  ['oz', 'mass', OUNCE, 'ounce ounces onza onzas'],
  ['lb', 'mass', OUNCE * 16, 'lbs pound pounds libra libras'],
  ['mL', 'volume', MILLILITRE, 'ml milliliter milliliters millilitre millilitres cc mililitro mililitros'],
  ['L', 'volume', MILLILITRE * 1000, 'l liter liters litre litres litro litros'],
  ['tsp', 'volume', TEASPOON, 'tsps teaspoon teaspoons cucharadita cucharaditas cdta cdtas'],
  ['tbsp', 'volume', TEASPOON * 3, 'tbsps tbs tablespoon tablespoons cucharada cucharadas cda cdas'],
  [
    'fl oz',
    'volume',
    TEASPOON * 6,
    'floz fluid_ounce fluid_ounces onza_líquida onzas_líquidas onza_liquida onzas_liquidas',
  ],
  ['cup', 'volume', TEASPOON * 48, 'cups c taza tazas'],
  ['pt', 'volume', TEASPOON * 96, 'pint pints pinta pintas'],
  ['qt', 'volume', TEASPOON * 192, 'quart quarts'],
  ['gal', 'volume', TEASPOON * 768, 'gallon gallons galón galones galon'],
  ['each', 'count', PIECE, 'ea pc pcs piece pieces ct count unit units unidad unidades'],
  ['dozen', 'count', PIECE * 12, 'doz dz dozens docena docenas'],
]

/** Words people count in; each is one piece and is shown back as typed. */
export const pieceWords =
  'jar jars bottle bottles bag bags pack packs packet packets box boxes tin tins can cans loaf loaves egg eggs bunch bunches clove cloves stick sticks lemon lemons lime limes bar bars cookie cookies cake cakes pie pies pouch pouches tub tubs tray trays head heads pod pods slice slices'

/** Those that a Spanish kitchen types besides; shown back as typed, so that they need no words of their own. */
const spanishPieceWords =
  'pieza piezas frasco frascos tarro tarros botella botellas bolsa bolsas paquete paquetes caja cajas lata latas barra barras huevo huevos manojo manojos diente dientes rebanada rebanadas'

const byName = new Map<string, Unit>()
for (const [name, dimension, base, others] of table) {
  const unit: Unit = { name, dimension, base }
  for (const spelling of [name.toLowerCase().replace(' ', '_'), ...others.split(' ')]) byName.set(spelling, unit)
}
for (const word of `${pieceWords} ${spanishPieceWords}`.split(' '))
  byName.set(word, { name: word, dimension: 'count', base: PIECE })

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
