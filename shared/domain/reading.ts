import { say, sayWord } from '../words/say.ts'
import { askOfComma, withPoint } from './comma.ts'

/** A reading taken while a batch is made: an exact number of thousandths of its unit. */
export interface Reading {
  readonly name: string
  readonly thousandths: number
  readonly unit: string
}

/** What a recipe expects to be read, and between what limits. */
export interface ExpectedReading {
  readonly name: string
  readonly unit: string
  readonly least: number | null
  readonly most: number | null
}

type ReadingParsed =
  | { readonly ok: true; readonly reading: Reading }
  /** `asks` where it is a reading, but of a number that may be one or another: no note either. */
  | { readonly ok: false; readonly asks: boolean; readonly message: string }

/** Readings that kitchens take: how each begins when typed, and the unit of a bare number. */
const known: readonly { readonly name: string; readonly typed: RegExp; readonly unit: string }[] = [
  { name: 'Temperature', typed: /^(?:t|temp|temperature)$/i, unit: '°F' },
  { name: 'pH', typed: /^ph$/i, unit: '' },
  { name: 'Weight', typed: /^(?:w|wt|weight)$/i, unit: 'g' },
  { name: 'Sugar', typed: /^(?:b|bx|brix|sugar)$/i, unit: '°Bx' },
  { name: 'Water activity', typed: /^(?:aw|water activity)$/i, unit: '' },
  { name: 'Time', typed: /^time$/i, unit: '' },
]

const unitSpellings: Readonly<Record<string, string>> = {
  f: '°F', '°f': '°F', c: '°C', '°c': '°C', g: 'g', kg: 'kg', oz: 'oz', lb: 'lb', bx: '°Bx', '°bx': '°Bx', '%': '%',
  min: 'min', mm: 'mm', ml: 'mL', l: 'L', h: 'h', s: 's',
} // prettier-ignore

const pattern =
  /^\s*(?<name>\p{L}[\p{L} .-]*?)\s*[:=]?\s*(?<number>-?\d+(?:,\d{3})*(?:[.,]\d+)?)\s*(?<unit>[\p{L}°%]{0,8})\s*$/u

/** No kitchen reads more than a million of anything; what is above is a slip. */
const LARGEST = 1_000_000

/**
 * Reads what a person notes at the stove: `t 105`, `ph 3.2`, `w 230 g`. A bare number takes the unit that the recipe
 * expects, else the one of the last such reading, else the usual one.
 * @returns the reading, or a sentence that says what to type instead
 */
export function parseReading(text: string, before: readonly Pick<Reading, 'name' | 'unit'>[] = []): ReadingParsed {
  const groups = pattern.exec(text)?.groups
  if (!groups) return no(say('Type what you read and its number, for example t 105, ph 3.2 or w 230 g.'))
  const typed = (groups['name'] ?? '').trim()
  const usual = known.find((each) => each.typed.test(typed) || isSaid(each.name, typed))
  const name = usual?.name ?? nameIn(before, typed) ?? capital(typed)
  const asks = askOfComma((groups['number'] ?? '').replace('-', ''))
  if (asks !== undefined) return { ok: false, asks: true, message: asks }
  const thousandths = readThousandths(groups['number'] ?? '')
  if (typeof thousandths === 'string') return no(thousandths)
  const spelling = (groups['unit'] ?? '').toLowerCase()
  const unit =
    spelling === ''
      ? (before.find((each) => sameName(each.name, name))?.unit ?? usual?.unit ?? '')
      : (unitSpellings[spelling] ?? groups['unit'] ?? '')
  if (name === 'pH' && (thousandths < 0 || thousandths > 14_000)) return no(say('A pH is between 0 and 14.'))
  return { ok: true, reading: { name, thousandths, unit } }
}

/** What a reading is called; a name that is a kitchen’s own is kept. */
export function sayReading(name: string): string {
  const usual = known.find((each) => sameName(each.name, name))
  return usual ? sayWord(usual.name) : name
}

/** The name that the record has for a reading, however its language calls it: `Temperatura` is `Temperature`. */
export function readingNamed(typed: string): string {
  return known.find((each) => sameName(each.name, typed) || isSaid(each.name, typed))?.name ?? typed
}

/** The readings to choose among, as they are called. */
export function readingsToChoose(): string[] {
  return ['pH', 'Temperature', 'Time', 'Sugar', 'Water activity', 'Weight'].map(sayReading)
}

/** Whether that is what a reading is called in the language that is spoken, with its accents or without. */
function isSaid(name: string, typed: string): boolean {
  return sameName(plainLetters(sayWord(name)), plainLetters(typed))
}

function plainLetters(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '')
}

/** A reading as people write it: `105 °F`, `pH` without a unit. */
export function readingText({ thousandths, unit }: Pick<Reading, 'thousandths' | 'unit'>): string {
  const digits = String(Math.abs(thousandths)).padStart(4, '0')
  const fraction = digits.slice(-3).replace(/0+$/, '')
  const number = `${thousandths < 0 ? '-' : ''}${digits.slice(0, -3)}${fraction ? `.${fraction}` : ''}`
  return unit === '' ? number : `${number} ${unit}`
}

/** Why a reading is not as the recipe wants it, or null: `above 110 °F`. What is in another kind of unit is not judged. */
export function outOfLimits(reading: Reading, expected: readonly ExpectedReading[]): string | null {
  const limit = expected.find((each) => sameName(each.name, reading.name))
  const value = limit && inUnit(reading, limit.unit)
  if (!limit || value === undefined) return null
  if (limit.least !== null && value < limit.least)
    return say('below {limit}', { limit: readingText({ thousandths: limit.least, unit: limit.unit }) })
  if (limit.most !== null && value > limit.most)
    return say('above {limit}', { limit: readingText({ thousandths: limit.most, unit: limit.unit }) })
  return null
}

function inUnit({ thousandths, unit }: Reading, wanted: string): number | undefined {
  if (unit === wanted) return thousandths
  if (unit === '°F' && wanted === '°C') return ((thousandths - 32_000) * 5) / 9
  if (unit === '°C' && wanted === '°F') return (thousandths * 9) / 5 + 32_000
  return undefined
}

function nameIn(before: readonly Pick<Reading, 'name'>[], typed: string): string | undefined {
  return before.find((each) => sameName(each.name, typed))?.name
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function readThousandths(text: string): number | string {
  const [whole = '', decimals = ''] = withPoint(text.replace('-', '')).split('.')
  if (decimals.length > 3) return say('Type at most three digits after the point.')
  const thousandths = Number(whole) * 1000 + Number(decimals.padEnd(3, '0'))
  if (thousandths > LARGEST * 1000) return say('That number is too large for a reading. Check it.')
  return text.startsWith('-') && thousandths !== 0 ? -thousandths : thousandths
}

function no(message: string): ReadingParsed {
  return { ok: false, asks: false, message }
}
