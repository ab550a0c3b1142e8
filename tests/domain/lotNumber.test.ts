import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  lotKey,
  lotNumberPattern,
  lotPrefix,
  nextLotNumber,
  sequenceLetters,
  unitNumber,
} from '../../shared/domain/lotNumber.ts'
import { patternOf } from '../../shared/domain/lotPattern.ts'

const day = '2026-03-04'

describe('the next lot number', () => {
  test.each([
    ['date', [], 'SJ-20260304-A'],
    ['date', ['SJ-20260304-A'], 'SJ-20260304-B'],
    ['date', ['SJ-20260304-Z'], 'SJ-20260304-AA'],
    ['date', ['SJ-20260304-AZ'], 'SJ-20260304-BA'],
    ['date', ['SJ-20260304-ZZ'], 'SJ-20260304-AAA'],
    ['date', ['sj-20260304-f'], 'SJ-20260304-G'],
    ['date', ['SJ-20260305-C', 'SJ-0007'], 'SJ-20260304-A'],
    ['sequential', [], 'SJ-0001'],
    ['sequential', ['SJ-0041'], 'SJ-0042'],
    ['sequential', ['SJ-9999'], 'SJ-10000'],
    ['sequential', ['SJ-20260304-A', 'SJ-20260304'], 'SJ-0001'],
    ['hybrid', [], '2026-0304-SJ-01'],
    ['hybrid', ['2026-0304-SJ-09'], '2026-0304-SJ-10'],
    ['hybrid', ['2026-0304-SJ-99'], '2026-0304-SJ-100'],
  ] as const)('in the %s format after %j is %s', (format, issued, next) => {
    expect(nextLotNumber(patternOf(format, null), 'SJ', day, issued)).toBe(next)
  })

  test('is never one that was issued, in any order, and is always a lot number', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('date', 'sequential', 'hybrid'),
        fc.stringMatching(/^[A-Z][A-Z0-9]{0,3}$/),
        fc.array(fc.integer({ min: 1, max: 800 }), { maxLength: 40 }),
        (format, code, typed) => {
          const pattern = patternOf(format, null)
          const prefix = lotPrefix(pattern, code, day)
          const issued = typed.map(
            (count) => prefix + (format === 'date' ? sequenceLetters(count) : String(count).padStart(4, '0')),
          )
          const next = nextLotNumber(pattern, code, day, issued)
          expect(issued.map(lotKey)).not.toContain(lotKey(next))
          expect(next).toMatch(lotNumberPattern)
        },
      ),
    )
  })
})

test('letters count like columns of a spreadsheet', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(sequenceLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

test('numbers that differ in case, spaces or hyphens only are one', () => {
  expect(['sj-20260304-a', 'SJ 20260304 A', 'SJ20260304A', 'SJ‑20260304–A'].map(lotKey)).toEqual(
    Array(4).fill('SJ20260304A'),
  )
})

test.each(['', '-SJ', 'SJ-', 'SJ_1', 'SJ 1', 'é', 'A'.repeat(21)])('“%s” is no lot number', (text) => {
  expect(text).not.toMatch(lotNumberPattern)
})

test('a unit’s number is its lot’s with three digits or more', () => {
  expect([unitNumber('SJ-20260304-A', 17), unitNumber('SJ-0042', 1234)]).toEqual(['SJ-20260304-A-017', 'SJ-0042-1234'])
})
