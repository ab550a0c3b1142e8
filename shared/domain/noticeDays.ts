import { addDays, type Day, isDay } from './day.ts'

/** Days that a text names, both included; a month is all of its days. */
export interface DayRange {
  readonly from: Day
  readonly to: Day
}

export interface FoundDays extends DayRange {
  /** Where in the text it stands. */
  readonly start: number
  readonly end: number
  /** Both ends have their year in the text, or one has it for both. */
  readonly hasYear: boolean
}

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const MES =
  '(ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|mayo?|jun(?:io)?|jul(?:io)?|ago(?:sto)?|sep(?:t(?:iembre)?)?|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?)'
/** A month in English or Spanish, which is the one group of it. */
export const monthWord = `(${inside(MONTH)}|${inside(MES)})`

const ways: readonly RegExp[] = [
  /(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})/,
  /(?<m>\d{1,2})[/.-](?<d>\d{1,2})[/.-](?<y>\d{4}|\d{2})/,
  new RegExp(`(?<d>\\d{1,2})\\s?-?${MONTH.replace('(', '(?<n>')}\\.?\\s?-?(?<y>\\d{4}|\\d{2})`),
  new RegExp(
    `${MONTH.replace('(', '(?<n>')}\\.?\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<y>\\d{4}|\\d{2}(?!\\d|[/:])))?`,
  ),
  // `4 de marzo de 2026`, `4 de marzo`, and `4 ene 2026` as the screens write it.
  new RegExp(`(?<d>\\d{1,2})\\s+de\\s+${MES.replace('(', '(?<n>')}(?:\\s+(?:del?\\s+)?(?<y>\\d{4}))?(?![a-z])`),
  new RegExp(`(?<d>\\d{1,2})\\s+${MES.replace('(', '(?<n>')}\\.?\\s+(?:del?\\s+)?(?<y>\\d{4})`),
  /(?<m>\d{1,2})\/(?<y>\d{4})/,
  /(?<m>\d{1,2})\/(?<d>\d{1,2})(?![/\d])/,
]
const compact = /(?<m>\d{2})(?<d>\d{2})(?<y>\d{2})/

/**
 * The days and ranges of days in a text, as American notices write them. A day without a year is the last one before
 * `today`, a day within a range may take the year of the other end.
 * @param withCompact also `051012`, where the words before say that it is a date
 */
export function findDays(text: string, today: Day, withCompact = false): FoundDays[] {
  const day = [...ways, ...(withCompact ? [compact] : [])].map((way) => way.source.replace(/\?<\w+>/g, '?:')).join('|')
  const whole = new RegExp(
    `(?<![\\w/-])(?:(?:between|from|del?|desde|entre)\\s+(?:el\\s+)?)?(${day})(?:\\s*(?:-|–|—|\\b(?:to|through|thru|and|al?|hasta|y)\\b)\\s*(?:el\\s+)?(${day}))?(?![\\w/])`,
    'gi',
  )
  const found: FoundDays[] = []
  for (const match of text.matchAll(whole)) {
    const [all, first = '', second] = match
    const joined = second === undefined ? '' : all.slice(all.indexOf(first) + first.length, all.lastIndexOf(second))
    // “5/31 and 6/7” are two days, “between 5/31 and 6/7” is all of them.
    const isList = /\b(?:and|y)\b/i.test(joined) && !/^(?:between|entre)/i.test(all)
    const last = second === undefined ? null : readDay(second, today, withCompact)
    const one = readDay(first, last?.from ?? today, withCompact)
    const at = { start: match.index, end: match.index + all.length }
    if (!one) continue
    const about = { ...at, hasYear: /\d{4}|[/.-]\d\d\D*$|\d{6}|[a-z]\d\d\b/i.test(second ?? first) }
    if (last && isList) found.push({ ...one, ...about }, { ...last, ...about })
    else if (last && last.to >= one.from) found.push({ from: one.from, to: last.to, ...about })
    else found.push({ ...one, ...about })
  }
  return found
}

/** Days without a year, a year later where that is nearer to today: the food of a notice is often still good. */
export function nearestYear(days: DayRange, today: Day): DayRange {
  const later = { from: yearAfter(days.from), to: yearAfter(days.to) }
  const halfYear = addDays(today, -183)
  return days.to < halfYear && isDay(later.from) && isDay(later.to) ? later : days
}

function yearAfter(day: Day): Day {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
}

/** A list of days and ranges as a form takes it. @returns undefined where a part of it is none */
export function readDayList(text: string, today: Day): DayRange[] | undefined {
  const parts = text.split(/[,;\n]+(?!\s*\d{4}\b(?!-))/).filter((part) => part.trim() !== '')
  const read = parts.map((part) => findDays(part.trim(), today, true))
  if (read.some((days, at) => days.length === 0 || /\d/.test(withoutFound(parts[at] ?? '', days)))) return undefined
  return read.flat().map(({ from, to }) => ({ from, to }))
}

function withoutFound(part: string, days: readonly FoundDays[]): string {
  return days.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), part.trim())
}

/** A list as `readDayList` reads it back. */
export function writeDayList(days: readonly DayRange[]): string {
  return days.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join(', ')
}

function readDay(text: string, notAfter: Day, withCompact: boolean): DayRange | null {
  for (const way of [...ways, ...(withCompact ? [compact] : [])]) {
    const groups = new RegExp(`^${way.source}$`, 'i').exec(text)?.groups
    if (!groups) continue
    const { y, m, n, d } = groups
    const month = n === undefined ? Number(m) : monthOf(n)
    const year = y === undefined ? null : y.length === 2 ? 2000 + Number(y) : Number(y)
    const range = d === undefined ? wholeMonth(year ?? 0, month) : oneDay(year, month, Number(d), notAfter)
    if (range) return range
  }
  return null
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const onlySpanish: Readonly<Record<string, string>> = { ene: 'jan', abr: 'apr', ago: 'aug', dic: 'dec' }

/** The number of a month by the beginning of its name, `March` or `marzo`; 0 for any other word. */
export function monthOf(name: string): number {
  const beginning = name.slice(0, 3).toLowerCase()
  return 1 + monthNames.indexOf(onlySpanish[beginning] ?? beginning)
}

/** What stands in the group of a pattern, without it. */
function inside(group: string): string {
  return group.slice(1, -1)
}

function oneDay(year: number | null, month: number, date: number, notAfter: Day): DayRange | null {
  const write = (of: number) => `${of}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  const thisYear = Number(notAfter.slice(0, 4))
  const day = write(year ?? (write(thisYear) <= notAfter ? thisYear : thisYear - 1))
  return isDay(day) ? { from: day, to: day } : null
}

function wholeMonth(year: number, month: number): DayRange | null {
  const from = `${year}-${String(month).padStart(2, '0')}-01`
  if (!isDay(from)) return null
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return { from, to: addDays(next, -1) }
}
