import { type Day, dayOfYear } from './day.ts'
import { say } from '../words/say.ts'

export type PatternPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code' }
  | { readonly kind: 'day'; readonly token: DayToken }

type DayToken = 'YYYY' | 'YY' | 'MM' | 'DD' | 'DDD'

/** A lot number taken apart: what stands before its sequence decides which batches share the sequence. */
export interface LotPattern {
  readonly before: readonly PatternPart[]
  /** A, B … Z, AA; or figures filled up with noughts. */
  readonly sequence: { readonly kind: 'letters' } | { readonly kind: 'digits'; readonly digits: number }
  readonly after: readonly PatternPart[]
}

/** The patterns of the three formats that most kitchens choose from. */
export const presetPatterns = {
  date: '{CODE}-{YYYY}{MM}{DD}-{A}',
  sequential: '{CODE}-{0000}',
  hybrid: '{YYYY}-{MM}{DD}-{CODE}-{00}',
} as const

/** Characters that a lot number may have: so that any label and any scanner takes it. */
const MAX_LENGTH = 20

/** The pattern of a format; of a custom one that does not read, the one by date. */
export function patternOf(format: keyof typeof presetPatterns | 'custom', custom: string | null): LotPattern {
  const read = readPattern(format === 'custom' ? (custom ?? '') : presetPatterns[format])
  if (read.ok) return read.pattern
  return patternOf('date', null)
}

/** Reads a pattern such as `{CODE}{YY}{DDD}-{A}`; what is wrong with it as a sentence. */
export function readPattern(
  text: string,
): { readonly ok: true; readonly pattern: LotPattern } | { readonly ok: false; readonly message: string } {
  const refuse = (message: string) => ({ ok: false, message }) as const
  const pieces = text.toUpperCase().match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []
  const before: PatternPart[] = []
  const after: PatternPart[] = []
  let sequence: LotPattern['sequence'] | undefined
  for (const piece of pieces) {
    const counting = sequenceToken(piece)
    if (counting) {
      if (sequence)
        return refuse(
          say('Use {letters} or {figures} once only: it is what tells the batches apart.', {
            letters: '{A}',
            figures: '{000}',
          }),
        )
      sequence = counting
      continue
    }
    const part = readPart(piece)
    if (typeof part === 'string') return refuse(part)
    ;(sequence ? after : before).push(part)
  }
  if (!sequence)
    return refuse(
      say('Add {letters} for letters or {figures} for figures: without it two batches would get the same number.', {
        letters: '{A}',
        figures: '{00}',
      }),
    )
  const pattern = { before, sequence, after }
  const problem = runsOn(pattern) ?? badEnds(pattern)
  return problem === undefined ? { ok: true, pattern } : refuse(problem)
}

/** Writes text, code and day parts. */
export function writeParts(parts: readonly PatternPart[], productCode: string, madeOn: Day): string {
  return parts.map((part) => writePart(part, productCode, madeOn)).join('')
}

/**
 * The length that a product's numbers come to, in a year in which one day or one prefix has more than 26 batches:
 * letters count as two.
 */
function longestNumber(pattern: LotPattern, productCode: string): number {
  const { before, sequence, after } = pattern
  const counting = sequence.kind === 'letters' ? 2 : sequence.digits
  return writeParts([...before, ...after], productCode, '2026-12-31').length + counting
}

/** Whether a product's numbers fit, with room for a second letter. */
export function fits(pattern: LotPattern, productCode: string): boolean {
  return longestNumber(pattern, productCode) <= MAX_LENGTH
}

function sequenceToken(piece: string): LotPattern['sequence'] | undefined {
  if (piece === '{A}') return { kind: 'letters' }
  return /^\{0{1,6}\}$/.test(piece) ? { kind: 'digits', digits: piece.length - 2 } : undefined
}

function readPart(piece: string): PatternPart | string {
  const token = piece.replace(/[{}]/g, '')
  if (!/[{}]/.test(piece))
    return /^[A-Z0-9-]+$/.test(piece)
      ? { kind: 'text', text: piece }
      : say('“{piece}” has characters that a lot number cannot have. Use letters A–Z, figures and hyphens.', { piece })
  if (piece === '{CODE}') return { kind: 'code' }
  const day = dayTokens.find((each) => piece === `{${each}}`)
  return day
    ? { kind: 'day', token: day }
    : say('“{token}” is not known. Use {tokens} or {last}.', {
        token: `{${token}}`,
        tokens: '{CODE}, {YYYY}, {YY}, {MM}, {DD}, {DDD}, {A}',
        last: '{00}',
      })
}

const dayTokens: readonly DayToken[] = ['YYYY', 'YY', 'MM', 'DD', 'DDD']

/** The sequence must be seen to end: no letter after letters, no figure after figures. */
function runsOn({ sequence, after }: LotPattern): string | undefined {
  const [next] = after
  if (!next) return undefined
  const first = next.kind === 'text' ? next.text.slice(0, 1) : next.kind === 'code' ? 'A' : '0'
  const joins = sequence.kind === 'letters' ? /[A-Z]/.test(first) : /\d/.test(first)
  return joins ? say('Put a hyphen after the sequence: otherwise nobody can tell where it ends.') : undefined
}

function badEnds(pattern: LotPattern): string | undefined {
  const { before, after } = pattern
  const number = `${writeParts(before, 'SJ', '2026-03-04')}A${writeParts(after, 'SJ', '2026-03-04')}`
  if (/^-|-$/.test(number)) return say('A lot number begins and ends with a letter or a figure. Take the hyphen away.')
  return fits(pattern, 'SJ')
    ? undefined
    : say('A lot number has {most} characters at most. Make the pattern shorter.', { most: MAX_LENGTH })
}

function writePart(part: PatternPart, productCode: string, madeOn: Day): string {
  if (part.kind === 'text') return part.text
  if (part.kind === 'code') return productCode
  const [year = '', month = '', day = ''] = madeOn.split('-')
  switch (part.token) {
    case 'YYYY':
      return year
    case 'YY':
      return year.slice(2)
    case 'MM':
      return month
    case 'DD':
      return day
    case 'DDD':
      return String(dayOfYear(madeOn)).padStart(3, '0')
  }
}
