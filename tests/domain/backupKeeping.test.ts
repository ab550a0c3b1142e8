import fc from 'fast-check'
import { expect, test } from 'vitest'
import { superfluousBackups } from '../../shared/domain/backupKeeping.ts'

const keeping = { hourly: 24, daily: 14, monthly: 12 }

function backup(at: string, asked = false) {
  return { name: at, at, asked }
}

function hours(count: number, from = Date.UTC(2026, 2, 28, 12)): string[] {
  return Array.from({ length: count }, (_, hour) => new Date(from - hour * 3_600_000).toISOString())
}

test('a year of hourly backups becomes 24 hours, 14 days and 12 months', () => {
  const all = hours(24 * 365).map((at) => backup(at))
  const gone = new Set(superfluousBackups(all, keeping, 'UTC'))
  const kept = all.filter(({ name }) => !gone.has(name))
  // The last day and this month's newest are among the hours and days.
  expect(kept.length).toBe(24 + 14 - 2 + 12 - 1)
  expect(kept.at(-1)?.at.slice(0, 7)).toBe('2025-04')
})

test('two in one hour leave the newer, and what was asked for stays', () => {
  const [older, newer, asked] = [
    backup('2026-03-28T12:01:00.000Z'),
    backup('2026-03-28T12:50:00.000Z'),
    backup('2026-03-28T12:02:00.000Z', true),
  ]
  expect(superfluousBackups([older, newer, asked], keeping, 'UTC')).toEqual([older.name])
})

test('the day is the kitchen’s', () => {
  // 03:30 UTC on the 28th is still the 27th in New York.
  const evening = backup('2026-03-28T03:30:00.000Z')
  const noon = backup('2026-03-27T16:00:00.000Z')
  const onlyDays = { hourly: 1, daily: 14, monthly: 1 }
  expect(superfluousBackups([evening, noon], onlyDays, 'America/New_York')).toEqual([noon.name])
  expect(superfluousBackups([evening, noon], onlyDays, 'UTC')).toEqual([])
})

test('the newest is never removed, and removing twice removes nothing more', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 200 }),
      fc.record({
        hourly: fc.integer({ min: 1, max: 5 }),
        daily: fc.integer({ min: 1, max: 5 }),
        monthly: fc.integer({ min: 1, max: 5 }),
      }),
      (ages, rules) => {
        const all = ages.map((age) => backup(new Date(Date.UTC(2026, 2, 28) - age * 600_000).toISOString()))
        const gone = new Set(superfluousBackups(all, rules, 'UTC'))
        const kept = all.filter(({ name }) => !gone.has(name))
        const newest = all.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
        expect(kept).toContain(newest)
        expect(kept.length).toBeLessThanOrEqual(rules.hourly + rules.daily + rules.monthly)
        expect(superfluousBackups(kept, rules, 'UTC')).toEqual([])
      },
    ),
  )
})
