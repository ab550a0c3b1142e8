import { say, sayWord } from '../words/say.ts'

/** One GS1 element: an application identifier and its value, `10` and `SJ-20260304-A`. */
export interface Gs1Element {
  readonly ai: string
  readonly value: string
}

type Gs1Check = { readonly ok: true } | { readonly ok: false; readonly ai: string; readonly message: string }

/** What an application identifier holds (GS1 Barcode Syntax Dictionary, release 2026-01-27). */
interface AiRule {
  readonly title: string
  readonly digitsOnly: boolean
  readonly least: number
  readonly most: number
  /** Its length is known to every reader: no separator follows. */
  readonly fixed: boolean
  readonly check?: 'digit' | 'day' | 'minute'
  /** Sets of identifiers; of each set one must be there as well. */
  readonly needs: readonly (readonly string[])[]
  readonly excludes: readonly string[]
}

const trade = ['01', '02', '03', '8006', '8026']

/** The rule of an application identifier that this app reads and writes; undefined for all others. */
function aiRule(ai: string): AiRule | undefined {
  const known = rules.get(ai)
  if (known) return known
  if (/^31[0-6][0-5]$/.test(ai)) return measureRule('net weight or size')
  if (/^3[236][0-9][0-5]$/.test(ai) || /^35[0-7][0-5]$/.test(ai)) return measureRule('weight or size')
  if (/^9[1-9]$/.test(ai)) return textRule('company information', 90)
  return undefined
}

/** Digits of the value where every reader knows its length; undefined where a separator ends it, or none of ours. */
export function fixedLength(ai: string): number | undefined {
  const rule = aiRule(ai)
  return rule?.fixed ? rule.most : undefined
}

/** Whether an identifier is one whose value can be checked here. */
export function isKnownAi(ai: string): boolean {
  return aiRule(ai) !== undefined
}

/** Characters that GS1 text may hold (CSET 82): no space, #, $, @, brackets, ^, ~ and no accents. */
const cset82 = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/

/** The check digit of the digits before it: weights 3, 1, 3 … from the right. */
export function checkDigit(digits: string): string {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) sum += Number(digits[digits.length - 1 - at]) * (at % 2 === 0 ? 3 : 1)
  return String((10 - (sum % 10)) % 10)
}

/** A GTIN of 8, 12, 13 or 14 digits as 14 digits; undefined where it is none or its check digit is wrong. */
export function gtin14(text: string): string | undefined {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^(?:\d{8}|\d{12}|\d{13}|\d{14})$/.test(digits)) return undefined
  if (checkDigit(digits.slice(0, -1)) !== digits.at(-1)) return undefined
  return digits.padStart(14, '0')
}

/** Checks elements alone and together, as GS1's own syntax engine does (tests/fixtures/gs1Vectors.json). */
export function checkElements(elements: readonly Gs1Element[]): Gs1Check {
  const values = new Map<string, string>()
  for (const { ai, value } of elements) {
    const message = valueProblem(ai, value)
    if (message !== undefined) return { ok: false, ai, message }
    if (values.has(ai) && values.get(ai) !== value)
      return { ok: false, ai, message: say('({ai}) is there twice with different values.', { ai }) }
    values.set(ai, value)
  }
  for (const ai of values.keys()) {
    const message = companyProblem(ai, [...values.keys()])
    if (message !== undefined) return { ok: false, ai, message }
  }
  return { ok: true }
}

/** Elements one after the other as a symbol holds them, `^` standing for FNC1. Check them first. */
export function elementString(elements: readonly Gs1Element[]): string {
  return elements.reduce((all, { ai, value }, at) => {
    const separator = at < elements.length - 1 && aiRule(ai)?.fixed !== true ? '^' : ''
    return `${all}${ai}${value}${separator}`
  }, '^')
}

/**
 * Elements as a GS1 Digital Link: the key and its qualifiers in the path, all others in the query.
 * @param base `https://id.gs1.org` or a domain of one's own, without a slash at its end
 * @returns undefined where no element is a key (01 or 00)
 */
export function digitalLink(elements: readonly Gs1Element[], base: string): string | undefined {
  const key = elements.find(({ ai }) => ai === '01' || ai === '00')
  if (!key) return undefined
  const qualifiers = key.ai === '01' ? ['22', '10', '21'] : []
  const path = qualifiers.flatMap((ai) => elements.filter((element) => element.ai === ai))
  const query = elements.filter((element) => element !== key && !path.includes(element))
  const written = [key, ...path].map(({ ai, value }) => `/${ai}/${percent(value)}`).join('')
  return `${base}${written}${query.length > 0 ? '?' : ''}${query.map(({ ai, value }) => `${ai}=${percent(value)}`).join('&')}`
}

function percent(value: string): string {
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function valueProblem(ai: string, value: string): string | undefined {
  const rule = aiRule(ai)
  if (!rule) return say('({ai}) is not an identifier that is used here.', { ai })
  const facts = { ai, title: sayWord(rule.title), value }
  const { length } = value
  if (length < rule.least)
    return say('({ai}) {title} is too short: {length} of {least} characters.', { ...facts, length, least: rule.least })
  if (length > rule.most)
    return say('({ai}) {title} is too long: {length} of {most} characters.', { ...facts, length, most: rule.most })
  if (rule.digitsOnly && !/^\d*$/.test(value)) return say('({ai}) {title} holds digits only.', facts)
  if (!cset82.test(value)) {
    const wrong = Array.from(value).find((character) => !cset82.test(character)) ?? ''
    return say('({ai}) {title} cannot hold “{wrong}”.', { ...facts, wrong })
  }
  if (rule.check === 'digit' && checkDigit(value.slice(0, -1)) !== value.at(-1))
    return say('({ai}) {title} {value} has a wrong check digit.', facts)
  if (rule.check === 'day' && !isGs1Day(value)) return say('({ai}) {title} {value} is no day.', facts)
  if (rule.check === 'minute' && !isGs1Time(value)) return say('({ai}) {title} {value} is no time.', facts)
  return undefined
}

function companyProblem(ai: string, present: readonly string[]): string | undefined {
  const { needs = [], excludes = [] } = aiRule(ai) ?? {}
  for (const set of needs)
    if (!set.some((each) => present.includes(each)))
      return say('({ai}) is only valid together with {others}.', {
        ai,
        others: set.map((each) => `(${each})`).reduce((one, other) => say('{one} or {other}', { one, other })),
      })
  const other = present.find((each) => each !== ai && (excludes.includes(each) || sameMeasure(ai, each)))
  return other === undefined ? undefined : say('({ai}) and ({other}) cannot stand together.', { ai, other })
}

/** Weights and sizes with another number of decimals are the same measure. */
function sameMeasure(ai: string, other: string): boolean {
  return /^3[1-6]\d\d$/.test(ai) && ai.slice(0, 3) === other.slice(0, 3)
}

/** Six digits YYMMDD; the day may be 00 for the whole month. */
function isGs1Day(value: string): boolean {
  const [year, month, day] = [value.slice(0, 2), value.slice(2, 4), value.slice(4, 6)].map(Number)
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return false
  const february = year % 4 === 0 ? 29 : 28
  return day <= ([31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0)
}

function isGs1Time(value: string): boolean {
  const pairs = value.slice(6).match(/\d\d/g) ?? []
  return (
    value.length % 2 === 0 &&
    isGs1Day(value.slice(0, 6)) &&
    !value.slice(4, 6).includes('00') &&
    pairs.every((pair, at) => Number(pair) < (at === 0 ? 24 : 60))
  )
}

function measureRule(title: string): AiRule {
  return { title, digitsOnly: true, least: 6, most: 6, fixed: true, needs: [['01', '02']], excludes: [] }
}

function textRule(title: string, most: number, needs: readonly (readonly string[])[] = []): AiRule {
  return { title, digitsOnly: false, least: 1, most, fixed: false, needs, excludes: [] }
}

function dayRule(title: string, needs: readonly (readonly string[])[]): AiRule {
  return { title, digitsOnly: true, least: 6, most: 6, fixed: true, check: 'day', needs, excludes: [] }
}

function keyRule(title: string, length: number, excludes: readonly string[] = []): AiRule {
  return { title, digitsOnly: true, least: length, most: length, fixed: true, check: 'digit', needs: [], excludes }
}

function countRule(title: string, needs: readonly (readonly string[])[]): AiRule {
  return { title, digitsOnly: true, least: 1, most: 8, fixed: false, needs, excludes: [] }
}

const rules: ReadonlyMap<string, AiRule> = new Map<string, AiRule>([
  ['00', keyRule('SSCC', 18)],
  ['01', keyRule('GTIN', 14, ['02', '37'])],
  ['02', { ...keyRule('GTIN of contents', 14), needs: [['37']] }],
  ['10', textRule('lot', 20, [trade])],
  ['11', dayRule('production date', [trade])],
  ['13', dayRule('packing date', [trade])],
  ['15', dayRule('best-before date', [trade])],
  ['16', dayRule('sell-by date', [trade])],
  ['17', dayRule('expiry date', [[...trade, '255']])],
  ['21', { ...textRule('serial', 20, [['01', '03', '8006']]), excludes: ['235'] }],
  ['22', textRule('variant', 20, [['01']])],
  ['30', countRule('count', [['01', '02']])],
  ['37', countRule('count of contents', [['00'], ['02', '8026']])],
  ['414', keyRule('location', 13)],
  [
    '7003',
    {
      title: 'expiry time',
      digitsOnly: true,
      least: 10,
      most: 10,
      fixed: false,
      check: 'minute',
      needs: [['01', '02']],
      excludes: [],
    },
  ],
  [
    '8008',
    {
      title: 'production time',
      digitsOnly: true,
      least: 8,
      most: 12,
      fixed: false,
      check: 'minute',
      needs: [['01', '02']],
      excludes: [],
    },
  ],
])
