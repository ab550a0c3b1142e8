import { type Day, isDay, showDay } from '../domain/day.ts'
import { locale, spoken } from './say.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** A day as people read it on screens, `Mar 4, 2026` or `4 mar 2026`; other text stays as it is. Paper has `showDay`. */
export function sayDay(day: Day): string {
  return spoken() === 'en' || !isDay(day) ? showDay(day) : formatOf(locale()).format(Date.parse(`${day}T00:00:00Z`))
}

function formatOf(where: string): Intl.DateTimeFormat {
  let format = formats.get(where)
  if (!format) {
    format = new Intl.DateTimeFormat(where, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    formats.set(where, format)
  }
  return format
}
