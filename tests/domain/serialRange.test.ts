import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  containsRanges,
  countUnits,
  mergeRanges,
  readRanges,
  type SerialRange,
  showRanges,
  subtractRanges,
  takeHighest,
  takeLowest,
} from '../../shared/domain/serialRange.ts'

const ranges = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 12 }))
    .map(([first, more]) => ({ first, last: first + more })),
  { maxLength: 8 },
)

function serials(all: readonly SerialRange[]): Set<number> {
  return new Set(all.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)))
}

test('merging keeps every serial once, in order, with gaps between', () => {
  fc.assert(
    fc.property(ranges, (all) => {
      const merged = mergeRanges(all)
      expect(serials(merged)).toEqual(serials(all))
      expect(countUnits(merged)).toBe(serials(all).size)
      for (const [at, range] of merged.entries()) expect(range.first).toBeGreaterThan((merged[at - 1]?.last ?? -1) + 1)
    }),
  )
})

test('subtracting is the difference of the sets of serials', () => {
  fc.assert(
    fc.property(ranges, ranges, (from, taken) => {
      expect(serials(subtractRanges(from, taken))).toEqual(
        new Set([...serials(from)].filter((serial) => !serials(taken).has(serial))),
      )
    }),
  )
})

test('the lowest and the highest of a stock are the ends of it, and refuse more than there is', () => {
  fc.assert(
    fc.property(ranges, fc.integer({ min: 0, max: 80 }), (from, count) => {
      const sorted = [...serials(from)].toSorted((a, b) => a - b)
      const lowest = takeLowest(from, count)
      const highest = takeHighest(from, count)
      const enough = count <= sorted.length
      expect([lowest !== undefined, highest !== undefined]).toEqual([enough, enough])
      fc.pre(enough)
      expect(serials(lowest ?? [])).toEqual(new Set(sorted.slice(0, count)))
      expect(serials(highest ?? [])).toEqual(new Set(sorted.slice(sorted.length - count)))
    }),
  )
})

test('what is shown reads back the same', () => {
  fc.assert(
    fc.property(ranges, (all) => {
      fc.pre(all.length > 0)
      expect(readRanges(showRanges(all))).toEqual(mergeRanges(all))
    }),
  )
})

test('lists of serials are read as people type them', () => {
  expect(readRanges('001-024, 30')).toEqual([
    { first: 1, last: 24 },
    { first: 30, last: 30 },
  ])
  expect(readRanges('7,9')).toEqual([
    { first: 7, last: 7 },
    { first: 9, last: 9 },
  ])
  expect(['', 'a', '0', '5-3', '1--2', '1,,2', '-3'].map(readRanges)).toEqual(Array(7).fill(undefined))
})

test('a part is contained only whole', () => {
  const stock = [
    { first: 1, last: 10 },
    { first: 20, last: 30 },
  ]
  expect(containsRanges(stock, [{ first: 5, last: 10 }])).toBe(true)
  expect(containsRanges(stock, [{ first: 9, last: 20 }])).toBe(false)
})
