import { writeSerial } from './lotNumber.ts'

/** Serials `first` to `last`, both included, of the units of one lot. */
export interface SerialRange {
  readonly first: number
  readonly last: number
}

/** How many units a list of ranges holds. */
export function countUnits(ranges: readonly SerialRange[]): number {
  return ranges.reduce((sum, range) => sum + range.last - range.first + 1, 0)
}

/** Sorts ranges and joins those that touch or overlap. */
export function mergeRanges(ranges: readonly SerialRange[]): SerialRange[] {
  const merged: SerialRange[] = []
  for (const range of ranges.toSorted((a, b) => a.first - b.first)) {
    const before = merged.at(-1)
    if (before && range.first <= before.last + 1)
      merged[merged.length - 1] = { first: before.first, last: Math.max(before.last, range.last) }
    else merged.push(range)
  }
  return merged
}

/** What is left of `from` without the serials of `taken`. */
export function subtractRanges(from: readonly SerialRange[], taken: readonly SerialRange[]): SerialRange[] {
  let left = mergeRanges(from)
  for (const { first, last } of taken) {
    left = left.flatMap((range) => {
      if (last < range.first || first > range.last) return [range]
      const parts: SerialRange[] = []
      if (range.first < first) parts.push({ first: range.first, last: first - 1 })
      if (range.last > last) parts.push({ first: last + 1, last: range.last })
      return parts
    })
  }
  return left
}

/** The serials that are in both. */
export function intersectRanges(one: readonly SerialRange[], other: readonly SerialRange[]): SerialRange[] {
  return subtractRanges(one, subtractRanges(one, other))
}

/** Whether every serial of `part` is in `whole`. */
export function containsRanges(whole: readonly SerialRange[], part: readonly SerialRange[]): boolean {
  return countUnits(subtractRanges(part, whole)) === 0
}

/** The lowest `count` serials of `from`, or undefined where there are not so many. */
export function takeLowest(from: readonly SerialRange[], count: number): SerialRange[] | undefined {
  const taken: SerialRange[] = []
  let missing = count
  for (const range of mergeRanges(from)) {
    if (missing === 0) break
    const size = Math.min(missing, range.last - range.first + 1)
    taken.push({ first: range.first, last: range.first + size - 1 })
    missing -= size
  }
  return missing === 0 ? taken : undefined
}

/** The highest `count` serials of `from`: those that a count of discards takes, so that what is sold runs from 001. */
export function takeHighest(from: readonly SerialRange[], count: number): SerialRange[] | undefined {
  const all = mergeRanges(from)
  const kept = takeLowest(all, countUnits(all) - count)
  return countUnits(all) < count || !kept ? undefined : subtractRanges(all, kept)
}

/** `001–024, 030` for people and labels. */
export function showRanges(ranges: readonly SerialRange[]): string {
  return mergeRanges(ranges)
    .map(({ first, last }) => (first === last ? writeSerial(first) : `${writeSerial(first)}–${writeSerial(last)}`))
    .join(', ')
}

/** Reads `001-024, 30` back. @returns undefined where it is not a list of serials. */
export function readRanges(text: string): SerialRange[] | undefined {
  const ranges: SerialRange[] = []
  for (const piece of text.split(',')) {
    const found = /^\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6}))?\s*$/.exec(piece)
    if (!found) return undefined
    const first = Number(found[1])
    const last = Number(found[2] ?? found[1])
    if (first < 1 || last < first) return undefined
    ranges.push({ first, last })
  }
  return mergeRanges(ranges)
}
