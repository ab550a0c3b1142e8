import { type Day, isDay } from '../domain/day.ts'
import { say } from '../words/say.ts'

/** Which part comes first in a date such as 3/4/2026. */
export type DateOrder = 'month first' | 'day first'

export interface DateEvidence {
  readonly order: DateOrder
  /** Some date can be read in one way only. */
  readonly certain: boolean
  /** A date that both ways read differently, to ask about; null where there is none. */
  readonly unclear: string | null
  /** Why this order, as a sentence. */
  readonly because: string
  /** Some dates can only be read one way and some only the other. */
  readonly mixed: boolean
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Sundays and holidays aside, 4 digits are a year, and 2 digits are this century’s up to 79, the last one’s after. */
function fullYear(digits: string): number {
  const year = Number(digits)
  return digits.length > 2 ? year : year < 80 ? 2000 + year : 1900 + year
}

/**
 * Reads a date as people and programs write it: `2026-03-04`, `3/4/26`, `4.3.2026`, `Mar 4, 2026`, `4 March 2026`,
 * `20260304`, each also with a time behind it. @returns undefined for what is no day
 */
export function readDate(text: string, order: DateOrder): Day | undefined {
  const typed = text
    .trim()
    .replace(/^(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*[,.]?\s+/i, '')
    .replace(/[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2}|[A-Z]{2,4})?$/i, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(typed)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numeric = numericParts(typed)
  if (numeric) {
    const [first, second, year] = numeric
    return order === 'month first' ? dayOf(year, first, second) : dayOf(year, second, first)
  }
  const named =
    /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|\d{2})$/iu.exec(typed) ??
    /^(\d{1,2})(?:st|nd|rd|th)?[-.\s]+(\p{L}{3,9})\.?[-,\s]+(\d{4}|\d{2})$/iu.exec(typed)
  if (!named) return undefined
  const [, one = '', other = '', year = ''] = named
  const [word, day] = /^\d/.test(one) ? [other, one] : [one, other]
  const month = months.findIndex((name) => word.toLowerCase().startsWith(name))
  return month === -1 ? undefined : dayOf(fullYear(year), month + 1, Number(day))
}

/**
 * Which order the dates of a column are in. One of them that can be read in one way only decides; without any, month
 * first is taken and `unclear` names a date to ask about.
 */
export function dateEvidence(texts: Iterable<string>): DateEvidence {
  let monthFirst: string | undefined
  let dayFirst: string | undefined
  let unclear: string | undefined
  let dotted = 0
  let slashed = 0
  for (const text of texts) {
    const parts = numericParts(text.trim().replace(/[ T]\d{1,2}:\d{2}.*$/, ''))
    if (!parts) continue
    const [first, second] = parts
    if (text.includes('.')) dotted += 1
    else slashed += 1
    if (first > 12 && second <= 12) dayFirst ??= text.trim()
    else if (second > 12 && first <= 12) monthFirst ??= text.trim()
    else if (first !== second) unclear ??= text.trim()
  }
  const mixed = monthFirst !== undefined && dayFirst !== undefined
  if (monthFirst !== undefined)
    return { order: 'month first', certain: !mixed, unclear: mixed ? monthFirst : null, mixed, because: say('{date} can only be read with the month first.', { date: monthFirst }) } // prettier-ignore
  if (dayFirst !== undefined)
    return { order: 'day first', certain: true, unclear: null, mixed, because: say('{date} can only be read with the day first.', { date: dayFirst }) } // prettier-ignore
  if (unclear === undefined)
    return {
      order: 'month first',
      certain: true,
      unclear: null,
      mixed,
      because: say('Every date can be read in one way.'),
    }
  const order = dotted > slashed ? 'day first' : 'month first'
  const habit = order === 'day first' ? say('Dates with full stops mostly have the day first.') : say('Dates with slashes mostly have the month first in the United States.') // prettier-ignore
  return { order, certain: false, unclear, mixed, because: habit }
}

function numericParts(text: string): [number, number, number] | undefined {
  const found = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4}|\d{2})\.?$/.exec(text)
  return found ? [Number(found[1]), Number(found[2]), fullYear(found[3] ?? '')] : undefined
}

function dayOf(year: number, month: number, day: number): Day | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDay(text) && year <= 2150 ? text : undefined
}
