import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseCode, packCases, readCaseCode } from '../../shared/domain/caseCode.ts'
import { putIntoList, readUnitCode } from '../../shared/domain/loadOut.ts'
import {
  countUnits,
  mergeRanges,
  readRanges,
  type SerialRange,
  showRanges,
  subtractRanges,
} from '../../shared/domain/serialRange.ts'

const ranges = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 })
  .map((serials): SerialRange[] => mergeRanges(serials.map((serial) => ({ first: serial, last: serial }))))

test('the code of a case says which units are in it, or of too many runs how many', () => {
  fc.assert(
    fc.property(ranges, (units) => {
      const read = readCaseCode(caseCode('SJ-20260304-A', units).toLowerCase())
      expect(read).toEqual({
        lotNumber: 'sj-20260304-a',
        ranges: units.length <= 2 ? units : null,
        units: countUnits(units),
      })
    }),
  )
})

test('cases hold every unit once, and all but the last are full', () => {
  fc.assert(
    fc.property(ranges, fc.integer({ min: 1, max: 15 }), (units, perCase) => {
      const cases = packCases(units, perCase)
      expect(mergeRanges(cases.flat())).toEqual(units)
      expect(cases.slice(0, -1).map(countUnits)).toEqual(cases.slice(0, -1).map(() => perCase))
      expect(cases.reduce((sum, each) => sum + countUnits(each), 0)).toBe(countUnits(units))
    }),
  )
})

test('a code that was misread is no case', () => {
  const misread = ['SJ-A-CASE-012-001', 'SJ-A-CASE-001-012-020', 'SJ-A-CASE-0', 'SJ-A-CASE-', 'CASE-12', 'SJ-A-012']
  expect(misread.map(readCaseCode)).toEqual(misread.map(() => undefined))
  expect(readCaseCode('SJ-A-CASE-001-012-006-014')).toBeUndefined()
})

const small = { lotId: 1, lotNumber: 'SJ-20260304-A', serials: '001–024' }
const large = { lotId: 2, lotNumber: 'SJ-20260304-A', serials: '025–036' }
const lots = [small, large]

test.each([
  ['SJ-20260304-A-CASE-025-036', large, [{ first: 25, last: 36 }], 12, true],
  ['SJ-20260304-A-CASE-6', small, null, 6, true],
  ['SJ-20260304-A-026', large, [{ first: 26, last: 26 }], 1, false],
  ['SJ-20260304-A', small, null, 1, false],
  ['(01)09506000134352(10)SJ-20260304-A(30)12', small, null, 12, true],
  ['https://id.gs1.org/01/09506000134352/10/SJ-20260304-A/21/026', large, [{ first: 26, last: 26 }], 1, false],
] as const)('%s is read as its units', (text, lot, units, count, isCase) => {
  expect(readUnitCode(text, lots)).toEqual({ lot, ranges: units, units: count, isCase })
})

test('units come into a list all or not at all: none twice, and none that is not there', () => {
  fc.assert(
    fc.property(ranges, ranges, ranges, (more, listed, there) => {
      const put = putIntoList(more, showRanges(listed), showRanges(there))
      const inBoth = countUnits(listed) + countUnits(more) - countUnits(mergeRanges([...listed, ...more]))
      const absent = countUnits(subtractRanges(more, there))
      if (put.kind === 'twice') expect(countUnits(put.which)).toBe(inBoth)
      else expect(inBoth).toBe(0)
      if (put.kind === 'absent') expect(countUnits(put.which)).toBe(absent)
      if (put.kind === 'listed') {
        expect(absent).toBe(0)
        expect(countUnits(put.all)).toBe(countUnits(listed) + countUnits(more))
        expect(readRanges(showRanges(put.all))).toEqual(mergeRanges([...listed, ...more]))
      }
    }),
  )
})
