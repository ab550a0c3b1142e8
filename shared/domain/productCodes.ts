import type { LotPattern, PatternPart } from './lotPattern.ts'
import { say } from '../words/say.ts'

/** A product as far as its lot numbers need to know it. */
export interface CodedProduct {
  readonly name: string
  readonly code: string
}

/** Whether a person may misread one code for the other: O and 0, I, L and 1, S and 5, B and 8, Z and 2. */
export function looksLike(code: string, other: string): boolean {
  return code !== other && shapeOf(code) === shapeOf(other)
}

/**
 * Pairs of products whose codes are easily read for one another, or whose lot numbers could come out the same in this
 * pattern (hyphens do not tell numbers apart: people leave them out). A sentence each; empty when all is well.
 */
export function codeWarnings(products: readonly CodedProduct[], pattern: LotPattern): string[] {
  return products.flatMap((product, at) =>
    products.slice(at + 1).flatMap((other) => {
      const named = { code: product.code, name: product.name, other: other.code, otherName: other.name }
      if (looksLike(product.code, other.code))
        return say('{code} ({name}) is easily read as {other} ({otherName}). Choose codes that nobody mixes up.', named)
      if (couldCollide(pattern, product.code, other.code))
        return say(
          '{code} ({name}) and {other} ({otherName}) could come to the same number. Put a hyphen or letters between code and figures, or choose another code.',
          named,
        )
      return []
    }),
  )
}

/**
 * Whether two codes can give one and the same number, hyphens aside, on any two days and with any sequence: both
 * patterns are read as rows of character sets, and walked together. A pattern without the code shares one sequence
 * between all products, so its numbers never meet.
 */
export function couldCollide(pattern: LotPattern, code: string, other: string): boolean {
  const hasCode = [...pattern.before, ...pattern.after].some((part) => part.kind === 'code')
  if (!hasCode || code === other) return false
  const a = stepsOf(pattern, code)
  const b = stepsOf(pattern, other)
  const seen = new Set<string>()
  const waiting: [number, number][] = [[0, 0]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [i, j] = next
    if (i === a.length && j === b.length) return true
    if (seen.has(`${i} ${j}`)) continue
    seen.add(`${i} ${j}`)
    const [x, y] = [a[i], b[j]]
    if (!x || !y || !Array.from(x.set).some((character) => y.set.includes(character))) continue
    for (const nextI of x.repeats ? [i, i + 1] : [i + 1])
      for (const nextJ of y.repeats ? [j, j + 1] : [j + 1]) waiting.push([nextI, nextJ])
  }
  return false
}

interface Step {
  readonly set: string
  /** The character may come again, any number of times. */
  readonly repeats: boolean
}

const DIGITS = '0123456789'
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

function stepsOf({ before, sequence, after }: LotPattern, code: string): Step[] {
  const counting: Step[] =
    sequence.kind === 'letters'
      ? [{ set: LETTERS, repeats: true }]
      : Array.from({ length: sequence.digits }, (_, at) => ({ set: DIGITS, repeats: at === sequence.digits - 1 }))
  const parts = (list: readonly PatternPart[]) => list.flatMap((part) => stepsOfPart(part, code))
  return [...parts(before), ...counting, ...parts(after)]
}

function stepsOfPart(part: PatternPart, code: string): Step[] {
  const sets =
    part.kind === 'day' ? daySets[part.token] : Array.from(part.kind === 'code' ? code : part.text.replaceAll('-', ''))
  return sets.map((set) => ({ set: set === '#' ? DIGITS : set, repeats: false }))
}

/** Only the figures that a day can have; `#` is any figure. */
const daySets = {
  YYYY: ['2', '0', '#', '#'],
  YY: ['#', '#'],
  MM: ['01', '#'],
  DD: ['0123', '#'],
  DDD: ['0123', '#', '#'],
} as const

function shapeOf(code: string): string {
  return code
    .replaceAll('0', 'O')
    .replaceAll(/[1L]/g, 'I')
    .replaceAll('5', 'S')
    .replaceAll('8', 'B')
    .replaceAll('2', 'Z')
}
