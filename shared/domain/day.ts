/** A calendar day in the kitchen, `YYYY-MM-DD`. Days compare and sort as text. */
export type Day = string

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a day that exists, between 1970 and 2999 (so that a slip like 0226 is caught). */
export function isDay(text: string): boolean {
  const found = pattern.exec(text)
  if (!found) return false
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (year < 1970 || year > 2999 || month < 1 || month > 12) return false
  return day >= 1 && day <= daysInMonth(year, month)
}

/** The kitchen's day at an instant (UTC ISO text), in the kitchen's IANA time zone. */
export function dayAt(instant: string, zone: string): Day {
  return dayFormat(zone).format(Date.parse(instant))
}

/** As `dayAt`, for what asks often: making a format takes a hundred times as long as using it. */
export function rememberingDayAt(): typeof dayAt {
  const formats = new Map<string, Intl.DateTimeFormat>()
  return (instant, zone) => {
    const format = formats.get(zone) ?? dayFormat(zone)
    formats.set(zone, format)
    return format.format(Date.parse(instant))
  }
}

function dayFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
}

/** The day that many days later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  const found = pattern.exec(day)
  if (!found) throw new Error(`not a day: ${day}`)
  const at = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) + days * 86_400_000
  return new Date(at).toISOString().slice(0, 10)
}

/** Which day of its year a day is: 1 to 366. */
export function dayOfYear(day: Day): number {
  const found = pattern.exec(day)
  if (!found) throw new Error(`not a day: ${day}`)
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return Math.round((Date.UTC(year, month - 1, date) - Date.UTC(year, 0, 1)) / 86_400_000) + 1
}

/** Whole days from one day to another, negative where it is the earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** Whether a best-by day has passed. On the day itself it is still good; every screen and rule asks here. */
export function isExpired(bestBy: Day | null, on: Day): boolean {
  return bestBy !== null && bestBy < on
}

/** A day as people read it, `Mar 4, 2026`, without any zone coming into it. */
export function showDay(day: Day): string {
  const found = pattern.exec(day)
  if (!found) return day
  return `${months[Number(found[2]) - 1]} ${Number(found[3])}, ${found[1]}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** How far a zone is from UTC at noon of a day, `-05:00`. */
export function offsetOn(day: Day, zone: string): string {
  const guess = offsetAt(`${day}T12:00:00Z`, zone)
  return offsetAt(`${day}T12:00:00${guess}`, zone)
}

function offsetAt(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    Date.parse(instant),
  )
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
  return /[+-]\d{2}:\d{2}/.exec(name)?.[0] ?? '+00:00'
}
