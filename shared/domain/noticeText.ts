import { type CodeList, readCodes } from './codeList.ts'
import type { Day } from './day.ts'
import { type DayRange, findDays, type FoundDays, nearestYear } from './noticeDays.ts'
import { sayDay } from '../words/day.ts'
import { say } from '../words/say.ts'

/** What could be read of a supplier's notice or of an FDA recall text, and what a person has to look at. */
export interface NoticeReading {
  readonly codes: CodeList
  /** Days that the notice gives as best-by, use-by or expiry. */
  readonly bestBy: readonly DayRange[]
  /** Days on which it was sold, shipped or bought. */
  readonly received: DayRange | null
  /** The notice says that all of it is meant. */
  readonly everything: boolean
  /** Why, in the notice’s words; empty where it does not say. */
  readonly reason: string
  /** Sentences: what could not be read, or not decided. Empty where nothing is left to check by hand. */
  readonly checks: readonly string[]
}

/**
 * Reads the lots and days of a notice. Everything with three digits in it is either read or named in `checks`, and a
 * notice of which nothing could be read says so: what is missed here would be called “not affected” later.
 * @param today days without a year are the last ones before it
 */
export function readNoticeText(text: string, today: Day): NoticeReading {
  const slate = { text: cleaned(text) }
  const checks: string[] = []
  const goesOn = /\.\.\.|…|\blist continues\b|\band others\b|\bamong others\b|\bexpired lots\b|\bet al\b/i.test(text)
  wipe(slate, notCodes)
  const days = takeDays(slate, today)
  const lists = takeCodes(slate)
  const doubtful = leftovers(slate.text)

  const bestBy = days.filter((each) => each.means === 'best by')
  const received = days.filter((each) => each.means === 'received')
  const isLimited = lists.codes.length + lists.ranges.length + bestBy.length + received.length > 0
  for (const { means, from, to, start } of days) {
    // The day at the head of a letter is the letter's own.
    if (means === 'unknown' && isLimited && from === to && start < HEAD) continue
    if (means === 'made')
      checks.push(
        say('It names days of production, {days}: look for them on the bag.', { days: sayRange({ from, to }) }),
      )
    if (means === 'unknown')
      checks.push(say('It names {days} without saying what happened then.', { days: sayRange({ from, to }) }))
  }
  if (goesOn) checks.push(say('It names more than is written out: compare the bags with the whole list.'))
  if (doubtful.length > 0) checks.push(say('It may name a code here: {codes}.', { codes: doubtful.join(', ') }))

  const everything = /\ball\b[^.;]{0,40}\b(?:codes|lots?(?: numbers| codes)?|products?|sizes|dates)\b/i.test(text)
  if (!isLimited && everything) checks.push(say('It says that all of it is meant, whatever the lot.'))
  if (!isLimited && !everything) checks.push(say('No lot and no day could be read in it: read it again by hand.'))
  const made = days.filter(({ means }) => means === 'made')
  return {
    codes: {
      codes: lists.codes,
      ranges: lists.ranges,
      // A bag may carry its day of production as its only code.
      doubtful: [...doubtful, ...made.map((each) => each.text)],
      open: goesOn || (!isLimited && !everything) || made.length > 0,
    },
    bestBy: unlike(bestBy.map((each) => (each.hasYear ? each : nearestYear(each, today)))),
    received: hull(received),
    everything: everything && !isLimited,
    reason: reasonIn(text),
    checks,
  }
}

/** Characters in which a letter has its date. */
const HEAD = 120

interface Slate {
  text: string
}

/** One kind of dash and space, without the stars and quotes that FDA's texts put around labels and marked codes. */
function cleaned(text: string): string {
  return text
    .replace(/\*{2,}/g, '; ')
    .replaceAll('*', ' ')
    .replace(/[“”"]/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u00a0\u202f ]+/g, ' ')
}

/** What holds digits and is no lot code: recall numbers, article numbers, telephone numbers, quantities, list marks. */
const notCodes: readonly RegExp[] = [
  /\b(?:recall(?:ing firm)?\s*(?:#|no\.?|number)?\s*:?\s*#?\s*)?[FHDZ]-\d{3,5}-\d{4}\b/gi,
  /\b(?:UPC|GTIN|EAN|NDC|SKU)s?\b[\s.:#]*(?:(?:code|no|number)s?\b[\s.:#]*)?[\d][\d -]{5,18}\d/gi,
  /\b(?:(?:item|product|plant|model|article)\s*(?:code|no\.?|number|#)|(?:item|plant)\s*#?)[\s:#]*[A-Z0-9][\w./-]*\d[\w./-]*/gi,
  /(?:\(\d{3}\)\s?|\b1?[-. ]?\d{3}[-.])\d{3}[-. ]\d{4}\b/g,
  /\b(?:approx(?:imately)?\.?\s*)?\d[\d,./]*(?:\s?x\s?\d+)?\s*-?\s*(?:fl\.?\s?)?(?:oz|ounces?|lbs?|pounds?|kgs?|g|grams?|mg|ml|l|liters?|gal(?:lons?)?|pints?|quarts?|units?|cases?|bottles?|loaves|boxes|packages|bags|jars|cartons|balls|tablets|day|inch|for)\b(?!\s*:)/gi,
  /\$\s?\d[\d,.]*/g,
  /(?:^|[\s;,])(?:\d{1,2}|[a-z])\)\s*(?:[-–,]\s*(?=\d{1,2}\)))?/gi,
  /\b\d{1,3}(?:,\d{3})+\b/g,
  /\b\d+(?:\.\d+)?\s?%/g,
  /\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b/g,
]

function wipe(slate: Slate, patterns: readonly RegExp[]): void {
  for (const pattern of patterns) slate.text = slate.text.replace(pattern, (found) => blank(found))
}

/** Keeps every position, and says that something ended here. */
function blank(found: string): string {
  return found.length < 2 ? ' ' : `;${' '.repeat(found.length - 1)}`
}

type Meaning = 'best by' | 'received' | 'made' | 'other' | 'unknown'
interface MeantDays extends FoundDays {
  readonly means: Meaning
  readonly text: string
}

const meanings: readonly (readonly [Meaning, RegExp])[] = [
  ['best by', /best|use(?:d)?[ -]?by|sell[ -]?by|exp(?:ir|\b|\.)|freshness|\bbb\b|good through|code dates?/gi],
  ['made', /produc(?:ed|tion)|manufactur|\bmade\b|packed|packaged|processed|baked|harvest/gi],
  ['received', /\bsold\b|purchas|bought|receiv|deliver|shipped|distributed|available/gi],
  [
    'other',
    /\bletters?\b|e-?mail|press release|telephone|phone|\bfax|visit|website|web page|homepage|facebook|initiated|announced|(?<!manufacturing )dated|posted|today|notified|recall(?:ed|ing)? (?:on|as of)|report|illness|sampl|inspect|destroyed/gi,
  ],
]

/** Takes the days out of the text; what each means is the nearest word before it that says so. */
function takeDays(slate: Slate, today: Day): MeantDays[] {
  const { text } = slate
  const taken: MeantDays[] = []
  const all = [...findDays(text, today), ...findDays(text, today, true).filter((each) => isCompact(text, each))]
  let carried: { meaning: Meaning; until: number } = { meaning: 'unknown', until: -1 }
  for (const each of all.toSorted((a, b) => a.start - b.start)) {
    if (taken.some((other) => other.start < each.end && each.start < other.end && other.start !== each.start)) continue
    const before = text.slice(Math.max(0, each.start - 90), each.start)
    let means = meaningOf(before)
    // In a list of days the word stands before the first one.
    if (each.start - carried.until <= 6 && !/[a-z]{4}/i.test(text.slice(Math.max(0, carried.until), each.start)))
      means = carried.meaning
    const written = text.slice(each.start, each.end).trim()
    if (/^\d{6}(?:\D+\d{6})?$/.test(written) && means !== 'best by') continue
    // “12/2013” or “3/4” with no word that makes it a day may be anything.
    if (/^\d{1,2}\/\d{1,4}$/.test(written) && means === 'unknown' && !/\bon\b|\bof\b/i.test(before)) continue
    carried = { meaning: means, until: each.end }
    taken.push({ ...each, means, text: written.replace(/^(?:between|from)\s+/i, '') })
  }
  for (const { start, end } of taken)
    slate.text = slate.text.slice(0, start) + blank(text.slice(start, end)) + slate.text.slice(end)
  return taken
}

function isCompact(text: string, { start, end }: FoundDays): boolean {
  return (
    /\d{6}/.test(text.slice(start, end)) &&
    !/[/]|[a-z]{3}/i.test(text.slice(start, end).replace(/\b(?:to|through|thru|and|from|between)\b/gi, ''))
  )
}

function meaningOf(before: string): Meaning {
  // A lot label between the word and the date takes the date for itself.
  const sentence = before.split(/[.!?](?:\s+(?=[A-Z])|\n)|(?<![:,]\s?)\n|\blots?\b/i).at(-1) ?? ''
  const nearest = meanings
    .map(([meaning, pattern]) => ({ meaning, at: [...sentence.matchAll(pattern)].at(-1)?.index ?? -1 }))
    .toSorted((a, b) => b.at - a.at)[0]
  return nearest && nearest.at >= 0 ? nearest.meaning : 'unknown'
}

const LABEL =
  /\b(?:lots?|batch(?:es)?|codes?|serials?|units(?=\s*:))\b(?:\s*(?:\/|and|or)\s*(?:lots?|batch(?:es)?|serials?|codes?))?[\s.]*(?:(?:codes?|numbers?|nos?|id)\b\.?|#)*[\s:#-]*(?:(?:are|is|from|between|ranging|of)\s+)*/gi
const STOP =
  /\n\s*\n|\.(?=\s|$)|[()]|\b(?:best|use[ -]?by|sell[ -]?by|exp|expir\w*|upc|item|product|produced|date|dates|the|and expired|lots?|batch(?:es)?|codes?|units(?=\s*:)|with|which|were|was|are|on|in|for|by)\b/i

/** The codes behind each label, up to the next word that is none. */
function takeCodes(slate: Slate): Pick<CodeList, 'codes' | 'ranges'> {
  const codes = new Set<string>()
  const ranges: { from: string; to: string }[] = []
  for (const label of slate.text.matchAll(LABEL)) {
    const from = label.index + label[0].length
    const rest = slate.text.slice(from)
    const until = STOP.exec(rest)?.index ?? rest.length
    const list = rest.slice(0, until)
    const read = readCodes(list.replace(/\s(?:and|or|&)\s/gi, ', ').replace(/\s(?:and|or)\s*$/i, ''))
    for (const range of read.ranges) if (isCode(range.from) && isCode(range.to)) ranges.push(range)
    for (const piece of read.codes) for (const code of spellings(piece)) codes.add(code)
    const known = [...read.codes.flatMap(spellings), ...read.ranges.flatMap((range) => [range.from, range.to])]
    if (known.length > 0)
      slate.text =
        slate.text.slice(0, from) +
        list.replace(/[A-Z0-9][\w./-]*/gi, (word) => blankCode(word, known)) +
        slate.text.slice(from + until)
  }
  return { codes: [...codes], ranges }
}

function blankCode(word: string, known: readonly string[]): string {
  return known.some((code) => code.split(' ').includes(word)) ? ' '.repeat(word.length) : word
}

/** A code of several words as it stands, and each word that could be a code by itself. */
function spellings(piece: string): string[] {
  const words = piece.replace(/[:#]/g, ' ').trim().split(/\s+/).filter(isWord)
  const parts = words.filter((word) => isCode(word))
  if (parts.length === 0) return []
  const whole = words.join(' ')
  return words.length === 1 || words.length > 5 ? parts : [whole, ...parts.filter((word) => word.length >= 4)]
}

function isWord(word: string): boolean {
  return /\d/.test(word) || /^[A-Z]{1,6}$/.test(word)
}

function isCode(word: string): boolean {
  return /\d/.test(word) && /^[\w./ -]{2,40}$/.test(word)
}

/** What still holds three digits and nobody has read; years alone are none. */
function leftovers(text: string): string[] {
  const words = text.split(/[\s,;:()#]+/).map((word) => word.replace(/^[^\w]+|[^\w]+$/g, ''))
  const left = words.filter((word) => (word.match(/\d/g)?.length ?? 0) >= 3 && !/^(?:19|20)\d\d$/.test(word))
  return [...new Set(left)].slice(0, 30)
}

function unlike(days: readonly DayRange[]): DayRange[] {
  return [...new Map(days.map(({ from, to }) => [`${from} ${to}`, { from, to }])).values()]
}

function reasonIn(text: string): string {
  const found =
    /\b(?:because|due to|reason(?: for recall)?:)\s+(?:of\s+)?([^.;\n]{3,200})/i.exec(text)?.[1]?.trim() ?? ''
  return found.charAt(0).toUpperCase() + found.slice(1)
}

function hull(days: readonly DayRange[]): DayRange | null {
  const from = days.map((each) => each.from).toSorted()[0]
  const to = days
    .map((each) => each.to)
    .toSorted()
    .at(-1)
  return from !== undefined && to !== undefined ? { from, to } : null
}

function sayRange({ from, to }: DayRange): string {
  return from === to ? sayDay(from) : say('{first} to {last}', { first: sayDay(from), last: sayDay(to) })
}
