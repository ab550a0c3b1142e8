import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayAt, isDay, isExpired, showDay, daysBetween } from '../../shared/domain/day.ts'

describe('the kitchen’s day', () => {
  test.each([
    ['2026-03-05T04:59:59Z', 'America/New_York', '2026-03-04'],
    ['2026-03-05T05:00:00Z', 'America/New_York', '2026-03-05'],
    // Clocks go forward on March 8 and back on November 1: the day still changes at local midnight.
    ['2026-03-09T03:59:59Z', 'America/New_York', '2026-03-08'],
    ['2026-03-09T04:00:00Z', 'America/New_York', '2026-03-09'],
    ['2026-11-02T04:59:59Z', 'America/New_York', '2026-11-01'],
    ['2026-01-01T00:30:00Z', 'America/New_York', '2025-12-31'],
    ['2026-12-31T23:30:00Z', 'Pacific/Auckland', '2027-01-01'],
  ])('at %s in %s is %s', (instant, zone, day) => {
    expect(dayAt(instant, zone)).toBe(day)
  })
})

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '0226-03-04', '2026-3-4', 'today', ''])(
  '%s is no day',
  (text) => {
    expect(isDay(text)).toBe(false)
  },
)

test('2028 has a February 29', () => {
  expect([isDay('2028-02-29'), addDays('2028-02-28', 1), addDays('2026-02-28', 1)]).toEqual([
    true,
    '2028-02-29',
    '2026-03-01',
  ])
})

test('days added and taken away again are the same day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
      expect(addDays(addDays('2026-03-04', days), -days)).toBe('2026-03-04')
      expect(isDay(addDays('2026-03-04', days))).toBe(true)
    }),
  )
})

test('what expires today is good today', () => {
  expect([
    isExpired('2026-03-04', '2026-03-04'),
    isExpired('2026-03-04', '2026-03-05'),
    isExpired(null, '2026-03-05'),
  ]).toEqual([false, true, false])
})

test('a day is shown the same wherever the laptop is', () => {
  expect(showDay('2026-03-04')).toBe('Mar 4, 2026')
})

test('days between two days are whole, across daylight saving and leap days', () => {
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2)
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
  expect(daysBetween('2026-03-09', '2026-03-07')).toBe(-2)
})
