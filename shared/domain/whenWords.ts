import { addDays, type Day } from './day.ts'
import { type DayRange, findDays } from './noticeDays.ts'

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The days that words like “last Saturday”, “last week”, “yesterday”, “in March” or a written date mean, seen from
 * today; null where the text says nothing of when. A weekday is the last one that has been, today included.
 */
export function whenIn(text: string, today: Day): DayRange | null {
  const words = text.toLowerCase()
  const ago = /\b(\d{1,3}|an?|two|three|four)\s+(day|week|month)s?\s+ago\b/.exec(words)
  if (ago) return back(numberOf(ago[1] ?? ''), ago[2] ?? '', today)
  if (/\byesterday\b/.test(words)) return oneDay(addDays(today, -1))
  if (/\btoday\b|\bthis morning\b/.test(words)) return oneDay(today)
  const weekday = weekdays.findIndex((name) =>
    new RegExp(`\\b${name.slice(0, 3)}(?:${name.slice(3)})?s?\\b`).test(words),
  )
  if (weekday >= 0) {
    const since = (dayOfWeek(today) - weekday + 7) % 7
    return oneDay(addDays(today, -since))
  }
  // A person's “last week” reaches from ten days ago until today: nobody counts from Monday.
  if (/\b(?:last|this|past) week\b/.test(words)) return { from: addDays(today, -10), to: today }
  if (/\b(?:last|this|past) weekend\b/.test(words)) {
    const saturday = addDays(today, -((dayOfWeek(today) + 1) % 7))
    return { from: saturday, to: addDays(saturday, 1) }
  }
  if (/\b(?:last|this|past) month\b/.test(words)) return { from: addDays(today, -45), to: today }
  const [dated] = findDays(text, today)
  if (dated) return { from: dated.from, to: dated.to }
  const month = months.findIndex(
    (name) => new RegExp(`\\b${name}[a-z]*\\b`).test(words) && /\b(?:in|of|since)\b/.test(words),
  )
  return month >= 0 ? wholeMonth(month + 1, today) : null
}

function back(count: number, unit: string, today: Day): DayRange {
  if (unit === 'day') return oneDay(addDays(today, -count))
  const days = count * (unit === 'week' ? 7 : 30)
  const slack = unit === 'week' ? 3 : 10
  return { from: addDays(today, -days - slack), to: addDays(today, -days + slack) }
}

function numberOf(word: string): number {
  return { a: 1, an: 1, two: 2, three: 3, four: 4 }[word] ?? Number(word)
}

function oneDay(day: Day): DayRange {
  return { from: day, to: day }
}

function dayOfWeek(day: Day): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay()
}

function wholeMonth(month: number, today: Day): DayRange {
  const year = Number(today.slice(0, 4)) - (String(month).padStart(2, '0') > today.slice(5, 7) ? 1 : 0)
  const from = `${year}-${String(month).padStart(2, '0')}-01`
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return { from, to: addDays(next, -1) }
}
