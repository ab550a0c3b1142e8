import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Factor, measureOf, toOwnMeasure } from '../../shared/domain/factor.ts'
import { parseQuantity, type Quantity } from '../../shared/domain/quantity.ts'
import { unitNamed, unitsOf } from '../../shared/domain/units.ts'

function quantity(text: string): Quantity {
  const parsed = parseQuantity(text, undefined, 'any')
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.quantity
}

function factor(one: string, equals: string): Factor {
  return { measure: measureOf(quantity(one).unit), one: quantity(one).base, equals: quantity(equals).base }
}

const flour = { dimension: 'mass', unit: 'lb' } as const
const cup = factor('1 cup', '120 g')

test.each([
  ['2 cups', '240 g'],
  ['1/3 cup', '40 g'],
  ['1 tbsp', '7.5 g'],
  ['1 gal', '1920 g'],
  ['8 oz', '8 oz'],
])('%s of flour is %s', (typed, weight) => {
  expect(toOwnMeasure(quantity(typed), flour, [cup])).toBe(quantity(weight).base)
})

test('a third of a cup three times is a cup, in weight too', () => {
  const third = toOwnMeasure(quantity('1/3 cup'), flour, [cup]) ?? 0
  expect(third * 3).toBe(quantity('120 g').base)
})

test('pieces of a word with a factor are not other pieces', () => {
  const berries = { dimension: 'mass', unit: 'lb' } as const
  const factors = [factor('1 flat', '8 lb'), factor('1 pint', '12 oz')]
  expect(toOwnMeasure(quantity('2 flats'), berries, factors)).toBe(quantity('16 lb').base)
  expect(toOwnMeasure(quantity('3 baskets'), berries, factors)).toBeUndefined()
  const eggs = { dimension: 'count', unit: 'egg' } as const
  const crate = [factor('1 crate', '180 eggs')]
  expect(toOwnMeasure(quantity('2 crates'), eggs, crate)).toBe(quantity('360 each').base)
  expect(toOwnMeasure(quantity('2 dozen'), eggs, crate)).toBe(quantity('24 each').base)
})

test('each and dozen are the one kind of piece that has a factor', () => {
  const eggs = { dimension: 'mass', unit: 'g' } as const
  expect(toOwnMeasure(quantity('1 dozen'), eggs, [factor('1 egg', '50 g')])).toBe(quantity('600 g').base)
  const two = [factor('1 egg', '50 g'), factor('1 carton', '1 kg')]
  expect(toOwnMeasure(quantity('1 dozen'), eggs, two)).toBeUndefined()
})

test('without a factor nothing is converted', () => {
  expect(toOwnMeasure(quantity('2 cups'), flour, [])).toBeUndefined()
})

const volume = fc.constantFrom(...unitsOf('volume'))
const mass = fc.constantFrom(...unitsOf('mass'))
const small = fc.integer({ min: 1, max: 999 })

test('a conversion is off by half a base unit at most, and the other way round comes back', () => {
  fc.assert(
    fc.property(small, small, small, volume, mass, (typed, one, equals, from, to) => {
      const rule = factor(`${one} ${from}`, `${equals} ${to}`)
      const base = toOwnMeasure(quantity(`${typed} ${from}`), flour, [rule])
      fc.pre(base !== undefined)
      const [top, bottom] = [BigInt(typed) * BigInt(unitNamed(from).base) * BigInt(rule.equals), BigInt(rule.one)]
      const error = 2n * (BigInt(base ?? 0) * bottom - top)
      expect(error <= bottom && error >= -bottom).toBe(true)
    }),
  )
})

test('amounts in the ingredient’s own measure are never touched', () => {
  fc.assert(
    fc.property(small, mass, (typed, unit) => {
      expect(toOwnMeasure(quantity(`${typed} ${unit}`), flour, [cup])).toBe(quantity(`${typed} ${unit}`).base)
    }),
  )
})
