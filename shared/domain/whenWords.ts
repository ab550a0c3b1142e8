import { addDays, type Day } from './day.ts'
import { type DayRange, findDays, monthOf, monthWord } from './noticeDays.ts'

/* A customer writes in English or in Spanish, whatever the screens speak; accents are left out by many. */
const weekdays: readonly RegExp[] = [
  /\b(?:sun(?:day)?s?|domingos?)\b/,
  /\b(?:mon(?:day)?s?|lunes)\b/,
  /\b(?:tue(?:sday)?s?|martes)\b/,
  /\b(?:wed(?:nesday)?s?|miercoles)\b/,
  /\b(?:thu(?:rsday)?s?|jueves)\b/,
  /\b(?:fri(?:day)?s?|viernes)\b/,
  /\b(?:sat(?:urday)?s?|sabados?)\b/,
]
const ago = [
  /\b(\d{1,3}|an?|two|three|four)\s+(day|week|month)s?\s+ago\b/,
  /\bhace\s+(\d{1,3}|una?|dos|tres|cuatro)\s+(dia|semana|mes)(?:e?s)?\b/,
]
const numbers: Readonly<Record<string, number>> = {
  a: 1, an: 1, two: 2, three: 3, four: 4, un: 1, una: 1, dos: 2, tres: 3, cuatro: 4,
} // prettier-ignore
const inMonth = new RegExp(
  `\\b(?:in|of|since|en|de|desde)\\s+(?:(?:early|mid|late|principios de|mediados de|fin(?:es)? de|el mes de)\\s+)?${monthWord}\\b`,
)

/**
 * The days that words like “last Saturday”, “la semana pasada”, “yesterday”, “in March” or a written date mean, seen from
 * today; null where the text says nothing of when. A weekday is the last one that has been, today included.
 */
export function whenIn(text: string, today: Day): DayRange | null {
  const words = text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
  for (const way of ago) {
    const [, count, unit] = way.exec(words) ?? []
    if (count !== undefined && unit !== undefined) return back(numbers[count] ?? Number(count), unit, today)
  }
  if (/\b(?:anteayer|antier|antes de ayer)\b/.test(words)) return oneDay(addDays(today, -2))
  if (/\b(?:yesterday|ayer)\b/.test(words)) return oneDay(addDays(today, -1))
  if (/\b(?:today|this morning|hoy|esta manana)\b/.test(words)) return oneDay(today)
  const weekday = weekdays.findIndex((name) => name.test(words))
  if (weekday >= 0) return oneDay(addDays(today, -((dayOfWeek(today) - weekday + 7) % 7)))
  if (/\b(?:last|this|past) weekend\b|\beste fin de semana\b|\bfin de semana pasado\b/.test(words)) {
    const saturday = addDays(today, -((dayOfWeek(today) + 1) % 7))
    return { from: saturday, to: addDays(saturday, 1) }
  }
  // A person's “last week” reaches from ten days ago until today: nobody counts from Monday.
  if (/\b(?:last|this|past) week\b|\besta semana\b|\bsemana pasada\b/.test(words))
    return { from: addDays(today, -10), to: today }
  if (/\b(?:last|this|past) month\b|\beste mes\b|\bmes pasado\b/.test(words))
    return { from: addDays(today, -45), to: today }
  const [dated] = findDays(text, today)
  if (dated) return { from: dated.from, to: dated.to }
  const [, named] = inMonth.exec(words) ?? []
  return named === undefined ? null : wholeMonth(monthOf(named), today)
}

function back(count: number, unit: string, today: Day): DayRange {
  if (unit === 'day' || unit === 'dia') return oneDay(addDays(today, -count))
  const isWeek = unit === 'week' || unit === 'semana'
  const days = count * (isWeek ? 7 : 30)
  const slack = isWeek ? 3 : 10
  return { from: addDays(today, -days - slack), to: addDays(today, -days + slack) }
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
