import { type Day, isDay } from './day.ts'
import { checkElements, fixedLength, type Gs1Element, gtin14, isKnownAi } from './gs1Elements.ts'
import { say } from '../words/say.ts'

/** What a scanner sent. */
export type Scan =
  | { readonly kind: 'gs1'; readonly elements: readonly Gs1Element[] }
  /** The number under the stripes of a pack, as 14 digits. */
  | { readonly kind: 'gtin'; readonly gtin: string }
  | { readonly kind: 'plain'; readonly text: string }
  /** It says that it is GS1 data and is not: a sentence for the person. */
  | { readonly kind: 'wrong'; readonly message: string }

/** What a supplier's barcode says of a bag, as far as a kitchen uses it. */
export interface BagFacts {
  readonly gtin: string | null
  readonly lot: string | null
  /** Best before (15), else use by (17), else sell by (16). */
  readonly bestBy: Day | null
  readonly madeOn: Day | null
  readonly serial: string | null
  /** Net weight as a quantity to type, `0.25 kg`. */
  readonly weight: string | null
  /** Pieces (30), or packs in a case (37). */
  readonly count: number | null
}

const SEPARATOR = '\u001D'
/** Symbologies that hold GS1 elements: GS1-128, GS1 DataMatrix, GS1 QR Code, GS1 DataBar and composite. */
const gs1Symbols = /^\](?:C1|d2|Q3|e0)/
/** A symbology identifier of ISO/IEC 15424, `]C1`. */
const anySymbol = /^\][A-Za-z][0-9A-Za-z]/

/**
 * Reads what a scanner sent: GS1 elements with or without a symbology identifier, a GS1 Digital Link, the GTIN of an
 * EAN or UPC symbol, or plain text. Scanners as keyboards seldom send identifiers, so elements without one count as
 * such where all of it checks (GS1's own engine insists on one). Separators are ASCII 29 (GS1 General Specifications 7.8).
 */
export function readScan(scanned: string): Scan {
  const text = scanned.trim()
  const body = text.replace(anySymbol, '')
  if (gs1Symbols.test(text)) return elementsOf(body)
  if (/^https?:\/\//i.test(body)) return linkScan(body)
  if (text.startsWith(']E') || (body === text && /^(?:\d{8}|\d{12,14})$/.test(body))) {
    const gtin = gtin14(body)
    if (gtin !== undefined) return { kind: 'gtin', gtin }
  }
  if (body !== text) return { kind: 'plain', text: body }
  if (/^\(\d{2,4}\)/.test(text)) return bracketed(text)
  const guess = /^(?:00\d{18}|01\d{14}|02\d{14})/.test(text) ? elementsOf(text) : undefined
  return guess?.kind === 'gs1' ? guess : { kind: 'plain', text }
}

/**
 * The facts of a bag in GS1 elements.
 * @param today decides the century of a year of two digits (GS1 General Specifications 7.12)
 */
export function bagFacts(elements: readonly Gs1Element[], today: Day): BagFacts {
  const value = (ai: string) => elements.find((element) => element.ai === ai)?.value ?? null
  const day = (ai: string) => readGs1Day(value(ai), today)
  const count = value('30') ?? value('37')
  return {
    gtin: value('01') ?? value('02'),
    lot: value('10'),
    bestBy: day('15') ?? day('17') ?? day('16'),
    madeOn: day('11') ?? day('13'),
    serial: value('21'),
    weight: netWeight(elements),
    count: count === null ? null : Number(count),
  }
}

/**
 * A day YYMMDD of GS1. Years 51 and more ahead of today's belong to the last century, 50 and more behind to the next;
 * day 00 is the last of its month.
 */
export function readGs1Day(value: string | null, today: Day): Day | null {
  if (value === null || !/^\d{6}$/.test(value)) return null
  const thisYear = Number(today.slice(0, 4))
  const century = Math.floor(thisYear / 100)
  const ahead = Number(value.slice(0, 2)) - (thisYear % 100)
  const year = `${ahead >= 51 ? century - 1 : ahead <= -50 ? century + 1 : century}${value.slice(0, 2)}`
  const month = `${year}-${value.slice(2, 4)}`
  if (value.slice(4) !== '00') return isDay(`${month}-${value.slice(4)}`) ? `${month}-${value.slice(4)}` : null
  return ['31', '30', '29', '28'].map((last) => `${month}-${last}`).find(isDay) ?? null
}

/** Digits of an application identifier, by its first two (GS1 General Specifications 3.2). */
function aiDigits(start: string): number | undefined {
  if (/^(?:0[0-3]|1[0-7]|2[0-2]|30|37|9\d)$/.test(start)) return 2
  if (/^(?:2[3-5]|4[0-2]|71)$/.test(start)) return 3
  return /^(?:3[1-69]|43|7[02]|8[0-2])$/.test(start) ? 4 : undefined
}

/** Length that readers know although we have no rule for the identifier: 20 is a variant, 41x a location. */
function lengthOf(ai: string): number | undefined {
  if (/^41\d$/.test(ai)) return 13
  if (/^1[2-9]$/.test(ai)) return 6
  return fixedLength(ai) ?? (ai === '20' ? 2 : ai === '03' ? 14 : undefined)
}

function elementsOf(body: string): Scan {
  const elements: Gs1Element[] = []
  let rest = body.startsWith(SEPARATOR) ? body.slice(1) : body
  while (rest !== '') {
    const ai = rest.slice(0, aiDigits(rest.slice(0, 2)) ?? 0)
    if (ai.length < 2 || !/^\d+$/.test(ai))
      return wrong(say('it goes on with “{rest}”, which begins no element', { rest: shown(rest) }))
    const after = rest.slice(ai.length)
    const length = lengthOf(ai) ?? endOf(after)
    const value = after.slice(0, length)
    elements.push({ ai, value })
    rest = after.slice(length).replace(SEPARATOR, (sign, at: number) => (at === 0 ? '' : sign))
  }
  return checked(elements)
}

function endOf(text: string): number {
  const at = text.indexOf(SEPARATOR)
  return at === -1 ? text.length : at
}

/** Elements as people write them below a symbol, `(01)09506000134352(10)L1`. */
function bracketed(text: string): Scan {
  const elements = [...text.matchAll(/\((\d{2,4})\)((?:(?!\(\d{2,4}\)).)*)/g)]
  return checked(elements.map(([, ai = '', value = '']) => ({ ai, value })))
}

/** Identifiers that we have no rule for are kept as they are: a supplier may print any of GS1's five hundred. */
function checked(elements: readonly Gs1Element[]): Scan {
  const ours = elements.filter(({ ai }) => isKnownAi(ai))
  const check = checkElements(ours)
  if (!check.ok) return wrong(check.message.replace(/\.$/, ''))
  return elements.length === 0 ? wrong(say('it is empty')) : { kind: 'gs1', elements }
}

/** A web address that is no Digital Link is plain text: many packs carry one. */
function linkScan(link: string): Scan {
  const scan = readDigitalLink(link)
  return scan ?? { kind: 'plain', text: link }
}

/** Keys of a link, each with the qualifiers that may follow it in the path, in their order. */
const linkKeys: Readonly<Record<string, readonly string[]>> = { '01': ['22', '10', '21'], '00': [] }

/**
 * Reads a GS1 Digital Link: its key and qualifiers in the path, everything else in the query (GS1 Digital Link: URI
 * Syntax 1.4). Query keys that are no numbers belong to the shop, and are passed over.
 * @returns undefined for an address without a key of ours
 */
function readDigitalLink(link: string): Scan | undefined {
  const found = /^(?:https?|HTTPS?):\/\/[^/?#]+(\/[^?#]*)(?:\?([^#]*))?(?:#.*)?$/.exec(link)
  const steps = (found?.[1] ?? '').split('/').slice(1)
  const at = steps.findLastIndex((step, place) => linkKeys[step] !== undefined && (steps.length - place) % 2 === 0)
  const key = steps[at]
  const order = key === undefined ? undefined : linkKeys[key]
  if (!found || key === undefined || order === undefined) return undefined
  const elements: Gs1Element[] = []
  for (let step = at; step < steps.length; step += 2)
    elements.push({ ai: steps[step] ?? '', value: unescaped(steps[step + 1] ?? '') })
  const places = elements.slice(1).map(({ ai }) => order.indexOf(ai))
  if (places.some((place, each) => place <= (places[each - 1] ?? -1)))
    return wrong(say('the parts of its address are not in GS1’s order'))
  for (const pair of (found[2] ?? '').split(/[&;]/).filter((each) => /^\d+=/.test(each))) {
    const [ai = '', value = ''] = pair.split('=')
    if (aiDigits(ai.slice(0, 2)) !== ai.length)
      return wrong(say('({ai}) in its address is not one of GS1’s identifiers', { ai }))
    if (['10', '21', '22', '01', '00'].includes(ai)) return wrong(say('({ai}) stands behind the question mark', { ai }))
    elements.push({ ai, value: unescaped(value.replaceAll('+', ' ')) })
  }
  return checked(elements)
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** 310x is kilograms and 320x pounds of six digits, x of them decimals. */
function netWeight(elements: readonly Gs1Element[]): string | null {
  const found = elements.find(({ ai }) => /^3[12]0[0-5]$/.test(ai))
  if (!found) return null
  const decimals = Number(found.ai[3])
  const digits = found.value.padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals).replace(/^0+(?=\d)/, '')
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  if (whole === '0' && fraction === '') return null
  return `${whole}${fraction === '' ? '' : `.${fraction}`} ${found.ai.startsWith('31') ? 'kg' : 'lb'}`
}

function shown(rest: string): string {
  return rest.length > 12 ? `${rest.slice(0, 12)}…` : rest
}

function wrong(why: string): Scan {
  return { kind: 'wrong', message: say('This barcode cannot be used: {why}. Type what the bag says.', { why }) }
}
