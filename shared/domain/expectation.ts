import { withPoint } from './comma.ts'
import { type ExpectedReading, readingText, sayReading } from './reading.ts'
import { say } from '../words/say.ts'

/** A limit as people type it: `4.6`, `-18`, `3,2`; at most three digits after the point. */
export const limitPattern = /^-?\d{1,6}(?:[.,]\d{1,3})?$/

/** A limit in exact thousandths; null where there is none. */
export function readLimit(text: string | null | undefined): number | null {
  const typed = (text ?? '').trim()
  if (!limitPattern.test(typed)) return null
  const plain = withPoint(typed)
  const [whole = '', part = ''] = plain.replace('-', '').split('.')
  const thousandths = Number(whole) * 1000 + Number(part.padEnd(3, '0'))
  return plain.startsWith('-') && thousandths !== 0 ? -thousandths : thousandths
}

/** What is expected in a few words: `pH at most 4.6`, `Temperature 218 to 221 °F`. */
export function expectationText({ name, unit, least, most }: ExpectedReading): string {
  const number = (thousandths: number) => readingText({ thousandths, unit: '' })
  const withUnit = (thousandths: number) => readingText({ thousandths, unit })
  const what = sayReading(name)
  if (least !== null && most !== null)
    return say('{what} {least} to {most}', { what, least: number(least), most: withUnit(most) })
  if (least !== null) return say('{what} at least {least}', { what, least: withUnit(least) })
  if (most !== null) return say('{what} at most {most}', { what, most: withUnit(most) })
  return unit === '' ? what : say('{what} in {unit}', { what, unit })
}
