import { type Day, isDay } from './day.ts'
import { lotKey } from './lotNumber.ts'
import { contains, type Keyed, keyed, nearestOf } from './nearCodes.ts'
import { say } from '../words/say.ts'

/** The lot codes that a notice names, as far as they could be read. */
export interface CodeList {
  readonly codes: readonly string[]
  /** Both ends included. */
  readonly ranges: readonly { readonly from: string; readonly to: string }[]
  /** Read without being sure that they are lot codes at all. */
  readonly doubtful: readonly string[]
  /** The notice names more codes than are listed here. */
  readonly open: boolean
}

/** How a code on a bag stands to a list: on it, certainly not on it, or to be compared by a person, with the reason. */
export type CodeVerdict = { readonly is: 'on it' | 'not on it' } | { readonly is: 'in doubt'; readonly why: string }

const rangeWord = /\s+(?:to|through|thru|until)\s+|\s+[-–—]\s+|\s*[–—]\s*|\s*\.\.\.?\s*(?=\S)/i

/**
 * Reads a list of codes: separated by commas, semicolons or lines; `00112 to 10412` is a range, `?AB1` a code in
 * doubt, and `…` says that the list goes on. A text without any of these is one code.
 */
export function readCodes(text: string): CodeList {
  const list = { codes: [] as string[], ranges: [] as { from: string; to: string }[], doubtful: [] as string[] }
  let open = false
  for (const piece of text.split(/[,;\n]+/).map((part) => part.trim())) {
    if (piece === '') continue
    const [from = '', to = '', ...more] = piece.split(rangeWord)
    if (/^(?:…|\.{3})$/.test(piece)) open = true
    else if (piece.startsWith('?')) list.doubtful.push(piece.slice(1).trim())
    else if (to !== '' && from !== '' && more.length === 0 && /\d/.test(from) && /\d/.test(to))
      list.ranges.push({ from, to })
    else list.codes.push(piece)
  }
  return { ...list, open }
}

/** A list as `readCodes` reads it back. */
export function writeCodes({ codes, ranges, doubtful, open }: CodeList): string {
  return [
    ...codes,
    ...ranges.map(({ from, to }) => `${from} to ${to}`),
    ...doubtful.map((code) => `?${code}`),
    ...(open ? ['…'] : []),
  ].join(', ')
}

/**
 * Judges one code. Spaces, hyphens and case do not count. A code that a slip of the pen or of the eye could have made
 * of a listed one, or that cannot be compared with a range, is in doubt and never cleared.
 */
export function judgeCode(code: string, list: CodeList): CodeVerdict {
  const { ranges, doubtful, open } = list
  const { listed, nearest, keys } = keyedOnce(list)
  const own = keyed(code)
  if (listed.has(own.key)) return { is: 'on it' }
  const places = keys.map(([from, to]) => placeIn(own.key, from, to))
  if (places.includes('inside')) return { is: 'on it' }
  const almost = nearest(own)
  if (almost !== undefined)
    return { is: 'in doubt', why: say('it is almost the {code} of the notice: compare the bag', { code: almost.code }) }
  const other = ranges[places.indexOf('another form')]
  if (other)
    return {
      is: 'in doubt',
      why: say('it is of another form than {from} to {to}: compare the bag', { from: other.from, to: other.to }),
    }
  const maybe = doubtful.find((each) => contains(own.key, lotKey(each)))
  if (maybe !== undefined)
    return {
      is: 'in doubt',
      why: say('the notice has {code} in it, which may be a lot code: read it again', { code: maybe }),
    }
  return open
    ? { is: 'in doubt', why: say('the notice names more codes than could be read: compare the bag') }
    : { is: 'not on it' }
}

interface KeyedList {
  readonly listed: ReadonlySet<string>
  /** The one that another code may nearly be: of those listed, and the ends of ranges. */
  readonly nearest: (own: Keyed) => Keyed | undefined
  readonly keys: readonly (readonly [from: string, to: string])[]
}

const keyedLists = new WeakMap<CodeList, KeyedList>()

/** Worked out once for a list: it is held against tens of thousands of lots. */
function keyedOnce(list: CodeList): KeyedList {
  const known = keyedLists.get(list)
  if (known) return known
  const ends = list.ranges.flatMap(({ from, to }) => [from, to])
  const made: KeyedList = {
    listed: new Set(list.codes.map(lotKey)),
    nearest: nearestOf([...list.codes, ...ends].map(keyed)),
    keys: list.ranges.map(({ from, to }) => [lotKey(from), lotKey(to)] as const),
  }
  keyedLists.set(list, made)
  return made
}

function placeIn(key: string, from: string, to: string): 'inside' | 'outside' | 'another form' {
  const dated = [key, from, to].map(compactDays)
  const [at = [], first = [], last = []] = dated
  if (at.some((day, way) => isBetween(day, first[way], last[way]))) return 'inside'
  const digits = (text: string) => text.replace(/\d/g, '0')
  if (/^\d+$/.test(key + from + to)) {
    const [a, low, high] = [BigInt(key), BigInt(from), BigInt(to)]
    return a >= low && a <= high ? 'inside' : 'outside'
  }
  if (digits(key) !== digits(from) || digits(from) !== digits(to)) return 'another form'
  // Of one form and length, with the digits in the same places: the order of the text is the order of the numbers.
  const letters = (text: string) => text.replace(/\d/g, '')
  if (letters(key) !== letters(from) || letters(from) !== letters(to)) return 'outside'
  return key >= from && key <= to ? 'inside' : 'outside'
}

function isBetween(day: Day | null, from: Day | null | undefined, to: Day | null | undefined): boolean {
  return day !== null && Boolean(from) && Boolean(to) && day >= (from ?? '') && day <= (to ?? '')
}

/** What a run of digits may mean as a day: month first, year first; null where it is none. */
export function compactDays(key: string): (Day | null)[] {
  const spellings = [
    key.replace(/^(\d\d)(\d\d)(\d\d)$/, '20$3-$1-$2'),
    key.replace(/^(\d\d)(\d\d)(\d{4})$/, '$3-$1-$2'),
    key.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'),
    key.replace(/^(\d\d)(\d\d)(\d\d)$/, '20$1-$2-$3'),
  ]
  return spellings.map((text) => (isDay(text) ? text : null))
}
