import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyed, nearestOf } from '../../shared/domain/nearCodes.ts'

const nearest = (code: string, ...listed: string[]) => nearestOf(listed.map(keyed))(keyed(code))?.code

test('a code is near one that it may be misread from, is a part of, or holds', () => {
  expect(nearest('AB-1O2', 'AB102')).toBe('AB102')
  expect(nearest('AB 120', 'AB-102')).toBe('AB-102')
  expect(nearest('LOT AB1024 BEST', 'AB1024')).toBe('AB1024')
  expect(nearest('1024', 'AB1024')).toBe('AB1024')
  expect(nearest('024', 'AB1024')).toBeUndefined()
  expect(nearest('AB103', 'AB102')).toBeUndefined()
  expect(nearest('12', '12')).toBeUndefined()
})

test('of several the first one is named, and a very long one is looked through too', () => {
  expect(nearest('AB1024', 'ZZ999', 'AB10', '1024', 'AB1024')).toBe('AB10')
  const long = 'X'.repeat(500) + '7731' + 'X'.repeat(500)
  expect(nearest('7731', long)).toBe(long)
  expect(nearest(`${long}-A`, long)).toBe(long)
})

test('agrees with comparing each pair, on random codes of few characters', () => {
  const code = fc.string({ unit: fc.constantFrom('A', '0', 'O', '1', 'I', '5'), minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(code, fc.array(code, { maxLength: 6 }), (own, listed) => {
      expect(nearest(own, ...listed)).toBe(listed.find((each) => isNear(own, each)))
    }),
    { numRuns: 5000 },
  )
})

/** The same, pair by pair and as it is said. */
function isNear(one: string, other: string): boolean {
  if (one.length < 3 || other.length < 3) return false
  const [a, b] = [one, other].map((text) => text.replaceAll('O', '0').replaceAll('I', '1').replaceAll('S', '5'))
  if (a === undefined || b === undefined) return false
  const swapped = Array.from(
    { length: a.length },
    (_, at) => a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2),
  )
  const [short = '', long = ''] = [one, other].toSorted((x, y) => x.length - y.length)
  return a === b || swapped.includes(b) || (short.length >= 4 && long.includes(short))
}
