import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectationText, readLimit } from '../../shared/domain/expectation.ts'
import { recipeDiff, type RecipeText } from '../../shared/domain/recipeDiff.ts'

const line = (itemId: number, ingredient: string, quantity: string, base: number) => ({
  itemId,
  ingredient,
  quantity,
  base,
})
const jam: RecipeText = {
  makes: '36 jars',
  lines: [line(1, 'Strawberries', '8 lb', 8), line(2, 'Sugar', '4 lb', 4), line(3, 'Pectin', '2 oz', 1)],
  readings: ['pH at most 4.6'],
  equipment: ['Large kettle'],
}

test('what is different between two versions is said in words', () => {
  const later: RecipeText = {
    makes: '30 jars',
    lines: [line(1, 'Strawberries', '8 lb', 8), line(2, 'Sugar', '3 lb', 3), line(4, 'Lemon juice', '1 oz', 1)],
    readings: ['pH at most 4.2'],
    equipment: ['Large kettle'],
  }
  expect(recipeDiff(jam, later)).toEqual([
    { kind: 'changed', text: 'makes 30 jars instead of 36 jars' },
    { kind: 'changed', text: 'Sugar: 3 lb instead of 4 lb' },
    { kind: 'added', text: 'Lemon juice, 1 oz' },
    { kind: 'removed', text: 'Pectin, 2 oz' },
    { kind: 'added', text: 'pH at most 4.2' },
    { kind: 'removed', text: 'pH at most 4.6' },
  ])
})

test('the same amount written otherwise, or lines in another order, are no change', () => {
  const lines = [line(2, 'Sugar', '64 oz', 4), line(1, 'Strawberries', '8 lb', 8), line(3, 'Pectin', '2 oz', 1)]
  expect(recipeDiff(jam, { ...jam, lines })).toEqual([])
})

test('a difference one way is the opposite one the other way', () => {
  const recipe = fc.record({
    makes: fc.constantFrom('1 jar', '2 jars'),
    lines: fc
      .uniqueArray(fc.record({ itemId: fc.nat(6), base: fc.integer({ min: 1, max: 3 }) }), {
        selector: (each) => each.itemId,
      })
      .map((all) => all.map(({ itemId, base }) => line(itemId, `item ${itemId}`, `${base} lb`, base))),
    readings: fc.subarray(['pH', 'Time']),
    equipment: fc.subarray(['Kettle', 'Oven']),
  })
  const opposite = { added: 'removed', removed: 'added', changed: 'changed' }
  fc.assert(
    fc.property(recipe, recipe, (a, b) => {
      const kinds = (changes: ReturnType<typeof recipeDiff>, turn: (kind: keyof typeof opposite) => string) =>
        changes.map(({ kind }) => turn(kind)).toSorted()
      expect(kinds(recipeDiff(a, b), (kind) => kind)).toEqual(kinds(recipeDiff(b, a), (kind) => opposite[kind]))
      expect(recipeDiff(a, a)).toEqual([])
    }),
  )
})

test('limits are read exactly and said in words', () => {
  expect(['4.6', '3,2', '-18', '220', '', 'hot', '1.2345'].map(readLimit)).toEqual([
    4600,
    3200,
    -18_000,
    220_000,
    null,
    null,
    null,
  ])
  const said = (least: number | null, most: number | null, unit = '°F') =>
    expectationText({ name: 'Temperature', unit, least, most })
  expect([said(220_000, null), said(218_000, 221_500), said(null, null), said(null, 4600, '')]).toEqual([
    'Temperature at least 220 °F',
    'Temperature 218 to 221.5 °F',
    'Temperature in °F',
    'Temperature at most 4.6',
  ])
})
