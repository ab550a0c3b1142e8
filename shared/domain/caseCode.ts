import { lotKey } from './lotNumber.ts'
import { countUnits, mergeRanges, type SerialRange, subtractRanges, takeLowest } from './serialRange.ts'

/** What the label of a case says to a scanner: units of one lot, by their numbers or only how many. */
export interface CaseCode {
  readonly lotNumber: string
  /** Null where the code only counts. */
  readonly ranges: readonly SerialRange[] | null
  readonly units: number
}

/** Units in a case where nobody says: a dozen, as jars and cartons are sold. */
export const USUAL_CASE = 12

/** As many runs of numbers as bars of a label have room for. */
const MOST_RUNS = 2

/**
 * The code of a case: `SJ-20260304-A-CASE-001-012`, units 001 to 012; of numbers in too many runs the count alone,
 * `SJ-20260304-A-CASE-12`. Letters, digits and hyphens only, so that every symbol and keyboard layout can carry it.
 */
export function caseCode(lotNumber: string, units: readonly SerialRange[]): string {
  const runs = mergeRanges(units)
  const parts = runs.length > MOST_RUNS ? [countUnits(runs)] : runs.flatMap(({ first, last }) => [first, last])
  const digits = runs.length > MOST_RUNS ? 1 : 3
  return `${lotNumber}-CASE-${parts.map((part) => String(part).padStart(digits, '0')).join('-')}`
}

/** The case that a scanned text names; undefined where it is no such code. */
export function readCaseCode(text: string): CaseCode | undefined {
  const found = /^\s*(\S+)-CASE-(\d{1,6}(?:-\d{1,6})*)\s*$/i.exec(text)
  const [lotNumber = '', digits = ''] = found?.slice(1) ?? []
  const parts = digits.split('-').map(Number)
  if (!found || lotKey(lotNumber) === '' || parts.includes(0)) return undefined
  if (parts.length === 1) return { lotNumber, ranges: null, units: parts[0] ?? 0 }
  const runs = parts.flatMap((first, at) => (at % 2 === 0 ? { first, last: parts[at + 1] ?? 0 } : []))
  const ranges = mergeRanges(runs)
  // A wrong order, or a number in two runs, is a code that was misread.
  const isSound = runs.every(({ first, last }) => first <= last) && parts.length % 2 === 0
  const sum = runs.reduce((units, { first, last }) => units + last - first + 1, 0)
  return isSound && countUnits(ranges) === sum ? { lotNumber, ranges, units: sum } : undefined
}

/** Units packed into cases of the same size, the lowest numbers first; the last case may be smaller. */
export function packCases(units: readonly SerialRange[], perCase: number): SerialRange[][] {
  const cases: SerialRange[][] = []
  let left = mergeRanges(units)
  while (left.length > 0) {
    const next = takeLowest(left, Math.min(perCase, countUnits(left))) ?? []
    cases.push(next)
    left = subtractRanges(left, next)
  }
  return cases
}
