import { askOfComma, withPoint } from './comma.ts'
import { nameKey } from './names.ts'
import { findUnit, MAX_BASE, type Dimension, type Unit, unitNamed } from './units.ts'
import { say, sayWord } from '../words/say.ts'

/** A quantity as typed and as reckoned. */
export interface Quantity {
  /** What the person typed, for example `2 lb 4 oz`; with a point for a comma, so that it shows what was understood. */
  readonly text: string
  readonly dimension: Dimension
  /** Exact whole number of base units (see units.ts). */
  readonly base: number
  /** Name of the first unit typed: the one to show answers in. */
  readonly unit: string
}

export type Parsed =
  | { readonly ok: true; readonly quantity: Quantity }
  /** `asks` where it is a quantity, but of a number that may be one or another: `1,500 g`. */
  | { readonly ok: false; readonly asks: boolean; readonly message: string }

/** Words of a kitchen's own that count pieces, or any word at all. */
type OwnUnits = readonly string[] | 'any'

const vulgar: Readonly<Record<string, string>> = {
  '½': '1/2', '⅓': '1/3', '⅔': '2/3', '¼': '1/4', '¾': '3/4', '⅕': '1/5', '⅖': '2/5', '⅗': '3/5', '⅘': '4/5',
  '⅙': '1/6', '⅚': '5/6', '⅛': '1/8', '⅜': '3/8', '⅝': '5/8', '⅞': '7/8',
} // prettier-ignore

const part =
  /^\s*(?:(?<whole>\d+)\s+(?<mixedTop>\d+)\s*\/\s*(?<mixedBottom>\d+)|(?<top>\d+)\s*\/\s*(?<bottom>\d+)|(?<decimal>\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}(?!\d)|\d+(?:[.,]\d+)?|[.,]\d+))\s*(?<unit>fl\.?\s*oz\.?|fluid\s+ounces?|onzas?\s+l[ií]quidas?|[\p{L}_]+\.?)?/iu

/**
 * Reads a kitchen quantity: `8 lb`, `2 lb 4 oz`, `1 1/2 cup`, `½ tsp`, `1,5 kg`, or a bare number where
 * `defaultUnit` is given. An amount finer than the base unit is rounded to the nearest one.
 * @param ownUnits words that count pieces here besides those everybody knows (`flat`, `scoop`), or any word at all
 * @returns the quantity, or a sentence that says what to type instead.
 */
export function parseQuantity(text: string, defaultUnit?: string, ownUnits: OwnUnits = []): Parsed {
  const typed = text.trim().replace(/(\d)\s+(?:and|y)\s+(?=\d+\s*\/\s*\d)/giu, '$1 ')
  if (typed === '') return no(say('Type a quantity, for example 8 lb.'))
  if (/^[\d.,]+e[+-]?\d/i.test(typed)) return no(say('Write “{typed}” out in digits, with a unit.', { typed }))
  if (typed.startsWith('-')) return no(say('Type a quantity above zero, without a minus sign.'))
  let rest = typed.replace(/(\d)?\s*([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])/gu, (_all, digit: string | undefined, sign: string) =>
    digit === undefined ? (vulgar[sign] ?? sign) : `${digit} ${vulgar[sign] ?? sign}`,
  )
  let base = 0n
  let first: Unit | undefined
  while (rest.trim() !== '') {
    const found = part.exec(rest)
    if (!found?.groups) return no(notAQuantity(typed))
    const { groups } = found
    const amount = readNumber(groups)
    if (typeof amount === 'string') return { ok: false, asks: below(groups) === undefined, message: amount }
    const spelling = groups['unit'] ?? (first ? undefined : defaultUnit)
    const after = rest.slice(found[0].length)
    if (spelling === undefined && (first || after.trim() !== '')) return no(notAQuantity(typed))
    if (amount.top === 0n && after.trim() === '' && !first) return no(say('Type a quantity above zero.'))
    if (spelling === undefined)
      return no(say('Add a unit to “{typed}”, for example {typed} lb or {typed} cup.', { typed }))
    const unit = unitFor(spelling, defaultUnit, ownUnits)
    if (!unit)
      return no(
        say(
          '“{spelling}” is not a unit Traceberry knows. Use g, kg, oz, lb, tsp, tbsp, cup, fl oz, mL, L, each or dozen.',
          { spelling },
        ),
      )
    if (first && first.dimension !== unit.dimension)
      return no(
        say('“{typed}” mixes {one} and {other}. Use one kind of unit.', {
          typed,
          one: dimensionWord(first.dimension),
          other: dimensionWord(unit.dimension),
        }),
      )
    if (first && isOwn(first.name, ownUnits) !== isOwn(unit.name, ownUnits))
      return no(
        say('“{typed}” mixes {one} and {other}. Use one of the two.', {
          typed,
          one: countWord(first.name, 2),
          other: countWord(unit.name, 2),
        }),
      )
    first ??= unit
    base += divideRounded(amount.top * BigInt(unit.base), amount.bottom)
    rest = after.replace(/^\s*(?:\+|and\b|y\b|,\s)/i, '')
  }
  if (!first || base <= 0n) return no(say('Type a quantity above zero.'))
  if (base > BigInt(MAX_BASE))
    return no(say('“{typed}” is more than one lot can hold. Check the number and the unit.', { typed }))
  return {
    ok: true,
    quantity: {
      text: withUnit(typed.replaceAll(/\d*(?:,\d+)+(?:\.\d+)?/g, withPoint), first),
      dimension: first.dimension,
      base: Number(base),
      unit: first.name,
    },
  }
}

/** Shows base units in a unit with at most three decimals, for people: `1.75 lb`, `under 0.001 lb`, `36 jars`. */
export function formatQuantity(base: number, unitName: string): string {
  const unit = unitNamed(unitName)
  const thousandths = divideRounded(BigInt(Math.abs(base)) * 1000n, BigInt(unit.base))
  const name =
    unit.dimension === 'count' && unit.name !== 'each' && unit.name !== 'dozen'
      ? countWord(unit.name, base / unit.base)
      : unit.name
  if (thousandths === 0n && base !== 0) return say('under {quantity}', { quantity: `0.001 ${name}` })
  return `${base < 0 ? '-' : ''}${decimalText(thousandths, 3)} ${name}`
}

/**
 * Writes base units so that `parseQuantity` reads exactly the same back: in the unit when a short decimal or a
 * kitchen's fraction can, else in grams or millilitres, else as any fraction of the unit.
 */
export function exactQuantityText(base: number, unitName: string): string {
  const unit = unitNamed(unitName)
  const name =
    unit.dimension === 'count' && unit.name !== 'each' && unit.name !== 'dozen'
      ? countWord(unit.name, base / unit.base)
      : unit.name
  const metric = unit.dimension === 'mass' ? unitNamed('g') : unit.dimension === 'volume' ? unitNamed('mL') : unit
  const inUnit = exactDecimal(base, unit.base, 4)
  if (inUnit !== undefined) return `${inUnit} ${name}`
  const fraction = kitchenFraction(base, unit.base)
  if (fraction !== undefined) return `${fraction} ${name}`
  const inMetric = exactDecimal(base, metric.base, 10)
  if (inMetric !== undefined) return `${inMetric} ${metric.name}`
  const whole = Math.floor(base / unit.base)
  const left = BigInt(base) - BigInt(whole) * BigInt(unit.base)
  const divisor = commonDivisor(left, BigInt(unit.base))
  return `${whole > 0 ? `${whole} ` : ''}${left / divisor}/${BigInt(unit.base) / divisor} ${name}`
}

/**
 * A reckoned amount as people can weigh it: exactly as it is where that is short to write, else to the nearest
 * thousandth of the unit.
 */
export function readableQuantity(base: number, unitName: string): { readonly base: number; readonly text: string } {
  const exact = exactQuantityText(base, unitName)
  if (exact.length <= 12) return { base, text: exact }
  const unit = unitNamed(unitName)
  const thousandths = divideRounded(BigInt(base) * 1000n, BigInt(unit.base))
  if (thousandths === 0n) return { base, text: exact }
  const rounded = Number(divideRounded(thousandths * BigInt(unit.base), 1000n))
  return { base: rounded, text: formatQuantity(rounded, unitName) }
}

/** An amount to buy, never less: whole pieces; else a short decimal or fraction of the unit, or its next hundredth. */
export function quantityToBuy(base: number, unitName: string): { readonly base: number; readonly text: string } {
  const unit = unitNamed(unitName)
  const step = unit.dimension === 'count' ? 1n : 100n
  const fraction = unit.dimension === 'count' ? undefined : kitchenFraction(base, unit.base)
  if (fraction !== undefined) return { base, text: `${fraction} ${unit.name}` }
  const bought =
    unit.dimension !== 'count' && exactDecimal(base, unit.base, 3) !== undefined ? base : upTo(base, unit, step)
  return { base: bought, text: formatQuantity(bought, unitName) }
}

/** The next whole number of steps, of which there are so many in the unit; base units are whole, so it may lie one higher. */
function upTo(base: number, unit: Unit, steps: bigint): number {
  const count = (BigInt(base) * steps + BigInt(unit.base) - 1n) / BigInt(unit.base)
  return Number((count * BigInt(unit.base) + steps - 1n) / steps)
}

/** `base` times a factor (made / expected), to the nearest base unit. */
export function scaleBase(base: number, top: number, bottom: number): number {
  return Number(divideRounded(BigInt(base) * BigInt(top), BigInt(bottom)))
}

/** `jar` → `jars` for any number but one. */
export function countWord(word: string, count: number): string {
  const singular = word
    .replace(/(?<=loa)ves$/, 'f')
    .replace(/(?<=x|ch|ss)es$/, '')
    .replace(/(?<!s)s$/, '')
  if (count === 1) return singular
  if (singular.endsWith('f')) return `${singular.slice(0, -1)}ves`
  return /(x|ch|s)$/.test(singular) ? `${singular}es` : `${singular}s`
}

export function dimensionWord(dimension: Dimension): string {
  return sayWord({ mass: 'weight', volume: 'volume', count: 'pieces' }[dimension])
}

function readNumber(
  groups: Record<string, string | undefined>,
): { readonly top: bigint; readonly bottom: bigint } | string {
  const { whole, mixedTop, top, decimal = '0' } = groups
  const divisor = below(groups)
  if (divisor !== undefined) {
    if (BigInt(divisor) === 0n) return say('A fraction cannot be divided by zero.')
    const over = BigInt(mixedTop ?? top ?? '0')
    return { top: BigInt(whole ?? '0') * BigInt(divisor) + over, bottom: BigInt(divisor) }
  }
  const asks = askOfComma(decimal)
  if (asks !== undefined) return asks
  const [units = '', decimals = ''] = withPoint(decimal).split('.')
  return { top: BigInt(`${units}${decimals}` || '0'), bottom: 10n ** BigInt(decimals.length) }
}

/** What a fraction is divided by; undefined for a decimal. */
function below({ mixedBottom, bottom }: Record<string, string | undefined>): string | undefined {
  return mixedBottom ?? bottom
}

/** Cooks write T for tablespoon and t for teaspoon; every other spelling, the item's own word too, is read in any case. */
function unitFor(spelling: string, defaultUnit: string | undefined, ownUnits: OwnUnits): Unit | undefined {
  if (spelling === 'T') return findUnit('tbsp')
  if (spelling === 't') return findUnit('tsp')
  if (/^fl(?:\.?\s*oz)?\.?$/i.test(spelling)) return findUnit('fl oz')
  if (/^fluid/i.test(spelling)) return findUnit('fl oz')
  const own =
    defaultUnit !== undefined && countWord(spelling.toLowerCase(), 1) === countWord(defaultUnit.toLowerCase(), 1)
  const known = findUnit(spelling) ?? (own ? unitNamed(defaultUnit) : undefined)
  if (known) return known
  const typed = spelling.toLowerCase().replace(/\.$/, '')
  const word = countWord(typed, 1)
  if (ownUnits === 'any') return unitNamed(word)
  // In Spanish many take -es and lose their accent: cartón, cartones.
  const singulars = [word, typed.replace(/es$/, '')].map((each) => nameKey(each))
  const ownUnit = ownUnits.find((each) => singulars.includes(nameKey(each)))
  return ownUnit === undefined ? undefined : unitNamed(ownUnit)
}

/** One flat of berries is not one berry: words with a factor of their own never add up with others. */
function isOwn(name: string, ownUnits: OwnUnits): string | false {
  const word = countWord(name, 1)
  return ownUnits !== 'any' && ownUnits.includes(word) ? word : false
}

function withUnit(typed: string, unit: Unit): string {
  return /\p{L}/u.test(typed) ? typed : `${typed} ${unit.name}`
}

/** `2 1/3`: a fraction that people use, where reading it gives the same base units again. */
function kitchenFraction(base: number, unitBase: number): string | undefined {
  const whole = Math.floor(base / unitBase)
  for (const bottom of [3, 6, 8, 9, 12, 16, 32]) {
    const top = Math.round(((base - whole * unitBase) * bottom) / unitBase)
    if (top === 0 || top === bottom) continue
    const read = divideRounded(BigInt(whole * bottom + top) * BigInt(unitBase), BigInt(bottom))
    const divisor = Number(commonDivisor(BigInt(top), BigInt(bottom)))
    if (read === BigInt(base)) return `${whole > 0 ? `${whole} ` : ''}${top / divisor}/${bottom / divisor}`
  }
  return undefined
}

function exactDecimal(base: number, unitBase: number, decimals: number): string | undefined {
  const scaled = BigInt(base) * 10n ** BigInt(decimals)
  return scaled % BigInt(unitBase) === 0n ? decimalText(scaled / BigInt(unitBase), decimals) : undefined
}

function decimalText(scaled: bigint, decimals: number): string {
  const digits = scaled.toString().padStart(decimals + 1, '0')
  const fraction = digits.slice(-decimals).replace(/0+$/, '')
  return digits.slice(0, -decimals) + (fraction ? `.${fraction}` : '')
}

function divideRounded(top: bigint, bottom: bigint): bigint {
  return (2n * top + bottom) / (2n * bottom)
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b)
}

function notAQuantity(typed: string): string {
  return say('“{typed}” is not a quantity. Type a number and a unit, for example 8 lb or 1 1/2 cup.', { typed })
}

function no(message: string): Parsed {
  return { ok: false, asks: false, message }
}
