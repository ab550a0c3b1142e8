import type { Day } from './day.ts'
import { type LotPattern, writeParts } from './lotPattern.ts'

/** How a kitchen writes its lot numbers; chosen once, in Settings. */
export type LotFormat = 'date' | 'sequential' | 'hybrid' | 'custom'
export const lotFormats = ['date', 'sequential', 'hybrid', 'custom'] as const satisfies readonly LotFormat[]

/**
 * A lot number: 1 to 20 characters of A–Z, 0–9 and hyphen, a subset of GS1's character set 82 and the length
 * of AI 10, so that any number can go into any symbol (GS1 General Specifications 3.4.1 and 7.11).
 */
export const lotNumberPattern = /^[A-Z0-9](?:[A-Z0-9-]{0,18}[A-Z0-9])?$/

/** The part of a number that comes before its sequence: `SJ-20260304-`, `SJ-` or `2026-0304-SJ-`. */
export function lotPrefix(pattern: LotPattern, productCode: string, madeOn: Day): string {
  return writeParts(pattern.before, productCode, madeOn)
}

/**
 * The next free number after every number ever issued with this prefix, typed ones included
 * (a typed `SJ-20260304-F` moves the sequence past F).
 * @param issued numbers ever issued that begin with the prefix; others are passed over
 * @param skip how many free numbers to pass over
 */
export function nextLotNumber(
  pattern: LotPattern,
  productCode: string,
  madeOn: Day,
  issued: Iterable<string>,
  skip = 0,
): string {
  const prefix = lotPrefix(pattern, productCode, madeOn)
  let highest = 0
  for (const number of issued) highest = Math.max(highest, sequenceOf(pattern, prefix, number) ?? 0)
  return prefix + writeSequence(pattern, highest + 1 + skip) + writeParts(pattern.after, productCode, madeOn)
}

/** Whether a number is one that the pattern itself writes for a product and a day, whichever of them. */
export function isOfPattern(pattern: LotPattern, productCode: string, madeOn: Day, number: string): boolean {
  const prefix = lotPrefix(pattern, productCode, madeOn)
  const sequence = sequenceOf(pattern, prefix, number)
  if (sequence === undefined || sequence < 1) return false
  return number === prefix + writeSequence(pattern, sequence) + writeParts(pattern.after, productCode, madeOn)
}

/** 1 → A, 26 → Z, 27 → AA: the letters of a date number's sequence. */
export function sequenceLetters(count: number): string {
  let letters = ''
  for (let left = count; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return letters
}

function lettersToCount(letters: string): number {
  let count = 0
  for (let at = 0; at < letters.length; at += 1) count = count * 26 + letters.charCodeAt(at) - 64
  return count
}

/** Upper case without spaces and hyphens: how two numbers are compared, and how a typed one is looked up. */
export function lotKey(text: string): string {
  return text.toUpperCase().replace(/[\s\-‐‑–—_./]/g, '')
}

/** A unit's number as printed on its label, `SJ-20260304-A-017`. */
export function unitNumber(lotNumber: string, serial: number): string {
  return `${lotNumber}-${writeSerial(serial)}`
}

/** How many digits a serial can have on a label. */
export const unitLengths = [3, 4, 5, 6] as const

/** Whether a number, as `lotKey` writes it, reads like the number of a unit of a lot. */
export function readsAsUnitOf(key: string, lot: string): boolean {
  return lot !== '' && key.startsWith(lot) && /^\d{3,6}$/.test(key.slice(lot.length))
}

/** A serial as printed, at least three digits. */
export function writeSerial(serial: number): string {
  return String(serial).padStart(3, '0')
}

/** The sequence that a number beginning with the prefix carries, or undefined where what follows is no sequence. */
function sequenceOf({ sequence }: LotPattern, prefix: string, number: string): number | undefined {
  const upper = number.toUpperCase()
  if (!upper.startsWith(prefix)) return undefined
  const tail = upper.slice(prefix.length)
  if (sequence.kind === 'letters') {
    const letters = /^[A-Z]+/.exec(tail)?.[0] ?? ''
    return letters.length >= 1 && letters.length <= 4 ? lettersToCount(letters) : undefined
  }
  // Longer runs of digits are something else, a day for example.
  const digits = /^\d+/.exec(tail)?.[0] ?? ''
  return digits.length >= 1 && digits.length <= sequence.digits + 3 ? Number(digits) : undefined
}

function writeSequence({ sequence }: LotPattern, count: number): string {
  return sequence.kind === 'letters' ? sequenceLetters(count) : String(count).padStart(sequence.digits, '0')
}
