import { expect, test } from 'vitest'
import { mayShip, shippedLicences } from '../../main/launch/licences.ts'

test('everything that ships is under a licence that allows it', () => {
  const names = shippedLicences().map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['react', 'better-sqlite3', 'kysely', 'zod', 'electron', 'scheduler']))
  expect(names).not.toContain('vitest')
})

test.each([
  ['MIT', true],
  ['(MIT OR CC0-1.0)', true],
  ['GPL-3.0-only', false],
  ['AGPL-3.0', false],
  ['SEE LICENSE IN x', false],
  ['', false],
])('a package under “%s” may ship: %s', (licence, expected) => {
  expect(mayShip(licence)).toBe(expected)
})
