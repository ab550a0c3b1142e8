import { sayDay } from '../../shared/words/day.ts'
import { locale, say } from '../../shared/words/say.ts'

/** A day, or what is said where there is none. */
export function dayOr(day: string | null, otherwise: string): string {
  return day === null ? otherwise : sayDay(day)
}

/** Cents as dollars: `$18.99`. */
export function money(cents: number): string {
  return new Intl.NumberFormat(locale(), { style: 'currency', currency: 'USD' }).format(cents / 100)
}

/** A UTC instant as date and time where the person is. */
export function moment(at: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(Date.parse(at))
}

/** When, and by whom where that is known: `Mar 4, 2026, 10:02 AM, by Ana`. */
export function byWhom(when: string, who: string | null): string {
  return who === null ? when : say('{when}, by {who}', { when, who })
}
