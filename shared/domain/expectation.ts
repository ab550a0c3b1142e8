import { type ExpectedReading, readingText } from './reading.ts'

/** A limit as people type it: `4.6`, `-18`, `3,2`; at most three digits after the point. */
export const limitPattern = /^-?\d{1,6}(?:[.,]\d{1,3})?$/

/** A limit in exact thousandths; null where there is none. */
export function readLimit(text: string | null | undefined): number | null {
  const plain = (text ?? '').trim().replace(',', '.')
  if (!limitPattern.test(plain)) return null
  const [whole = '', part = ''] = plain.replace('-', '').split('.')
  const thousandths = Number(whole) * 1000 + Number(part.padEnd(3, '0'))
  return plain.startsWith('-') && thousandths !== 0 ? -thousandths : thousandths
}

/** What is expected in a few words: `pH at most 4.6`, `Temperature 218 to 221 °F`. */
export function expectationText({ name, unit, least, most }: ExpectedReading): string {
  const number = (thousandths: number) => readingText({ thousandths, unit: '' })
  const behind = unit === '' ? '' : ` ${unit}`
  if (least !== null && most !== null) return `${name} ${number(least)} to ${number(most)}${behind}`
  if (least !== null) return `${name} at least ${number(least)}${behind}`
  if (most !== null) return `${name} at most ${number(most)}${behind}`
  return unit === '' ? name : `${name} in ${unit}`
}
