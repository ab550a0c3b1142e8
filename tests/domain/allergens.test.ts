import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likelyAllergens } from '../../shared/domain/allergenHints.ts'
import {
  type AllergenFacts,
  allergenProblem,
  containsLine,
  joinFacts,
  mayContainLine,
  noAllergens,
  sortAllergens,
} from '../../shared/domain/allergens.ts'
import { cycleOf, rollUp } from '../../shared/domain/rollUp.ts'

describe('the Contains line', () => {
  test('names the nine in one order, nuts, fish and shellfish by their kind', () => {
    expect(containsLine(['crustacean:shrimp', 'nut:almond', 'egg', 'wheat', 'milk'])).toBe(
      'Contains: Milk, Wheat, Egg, Almonds, Shrimp.',
    )
    expect(containsLine(['nut:almond', 'milk', 'wheat', 'milk'])).toBe('Contains: Milk, Wheat, Almonds.')
    expect(containsLine(['milk:goat', 'egg:quail', 'fish:cod', 'sesame', 'soy', 'peanut'])).toBe(
      'Contains: Goat milk, Quail egg, Soy, Peanuts, Sesame, Cod.',
    )
    expect(containsLine([])).toBeNull()
  })

  test('is not doubled by what may be in it', () => {
    expect(mayContainLine(['milk'], ['milk', 'nut:pecan'])).toBe('May contain: Pecans.')
    expect(mayContainLine(['milk'], ['milk'])).toBeNull()
  })

  test.each([
    ['nut', /which nut/],
    ['nut:coconut', /which nut/],
    ['nut:chestnut', /which nut/],
    ['fish', /which fish/],
    ['crustacean', /which shellfish/],
    ['crustacean:oyster', /mollusc/],
    ['gluten', /not one of the nine/],
    ['celery', /not one of the nine/],
    ['wheat:rye', /no kinds/],
    ['milk:goat:old', /not one of the nine/],
    ['fish:<b>', /plain letters/],
  ])('does not take %s', (allergen, why) => {
    expect(allergenProblem(allergen)).toMatch(why)
  })

  test.each([
    'milk',
    'milk:goat',
    'egg',
    'wheat',
    'soy',
    'sesame',
    'peanut',
    'nut:pine nut',
    'fish:cod',
    'crustacean:crab',
  ])('takes %s', (allergen) => expect(allergenProblem(allergen)).toBeUndefined())
})

test.each([
  ['Unsalted butter', ['milk']],
  ['Almond milk', ['nut:almond']],
  ['Peanut butter', ['peanut']],
  ['All-purpose flour', ['wheat']],
  ['Rye flour', []],
  ['Buckwheat flour', []],
  ['Black walnuts', ['nut:black walnut']],
  ['Eggs', ['egg']],
  ['Eggplant', []],
  ['Coconut', []],
  ['Strawberries', []],
])('%s makes likely %j', (name, allergens) => {
  expect(likelyAllergens(name)).toEqual(allergens)
})

/** Random recipes: things 0 … n−1, each made of some of the things after it, the last ones bought. */
const kitchens = fc.integer({ min: 1, max: 24 }).chain((size) =>
  fc.array(
    fc.record({
      parts: fc.array(fc.integer({ min: 1, max: 23 }), { maxLength: 4 }),
      facts: fc.option(
        fc.record({
          contains: fc.subarray(['milk', 'wheat', 'nut:almond', 'fish:cod']),
          mayContain: fc.subarray(['milk', 'sesame', 'egg']),
        }),
        { nil: undefined },
      ),
    }),
    { minLength: size, maxLength: size },
  ),
)

/** What anyone would write first: everything below, again and again. */
function naive(at: number, things: readonly { parts: readonly number[]; facts: AllergenFacts }[]): AllergenFacts[] {
  const thing = things[at]
  return thing ? [thing.facts, ...thing.parts.flatMap((part) => naive(part, things))] : []
}

test('the roll-up of random recipes equals a naive recursive union', () => {
  fc.assert(
    fc.property(kitchens, (drawn) => {
      const things = drawn.map(({ parts, facts }, at) => {
        const below = [...new Set(parts.map((step) => at + step).filter((part) => part < drawn.length))]
        const bought = below.length === 0
        return {
          parts: below.slice(0, 3),
          facts: bought
            ? facts
              ? { ...facts, unchecked: [] }
              : { ...noAllergens, unchecked: [`thing ${at}`] }
            : noAllergens,
        }
      })
      const parts = new Map(things.map((thing, at) => [at, thing.parts]))
      const facts = new Map(things.map((thing, at) => [at, thing.facts]))
      const union = naive(0, things)
      const contains = new Set(union.flatMap((each) => each.contains))
      expect(rollUp(0, { parts, facts })).toEqual({
        contains: sortAllergens(contains),
        mayContain: sortAllergens(union.flatMap((each) => each.mayContain).filter((each) => !contains.has(each))),
        unchecked: [...new Set(union.flatMap((each) => each.unchecked))].toSorted(),
      })
    }),
  )
})

test('a diamond of twenty levels and a chain of five thousand are rolled up at once', () => {
  const milk = { contains: ['milk'], mayContain: [], unchecked: [] }
  const diamond = new Map(Array.from({ length: 20 }, (_, at) => [at * 3, [at * 3 + 1, at * 3 + 2]]))
  for (let at = 0; at < 20; at += 1) for (const side of [1, 2]) diamond.set(at * 3 + side, [at * 3 + 3])
  expect(rollUp(0, { parts: diamond, facts: new Map([[60, milk]]) }).contains).toEqual(['milk'])
  const chain = new Map(Array.from({ length: 5000 }, (_, at) => [at, [at + 1]]))
  expect(rollUp(0, { parts: chain, facts: new Map([[5000, milk]]) }).contains).toEqual(['milk'])
  expect(cycleOf(5000, [0], chain)).toHaveLength(5002)
})

test('a cycle is named by its path, and nothing else is one', () => {
  const parts = new Map([
    [1, [2, 3]],
    [2, [4]],
    [3, [4]],
  ])
  expect(cycleOf(4, [1], parts)).toEqual([4, 1, 2, 4])
  expect(cycleOf(4, [4], parts)).toEqual([4, 4])
  expect(cycleOf(1, [2, 3], parts)).toBeUndefined()
})

test('joining facts is the same in any order', () => {
  const facts = fc.record({
    contains: fc.subarray(['milk', 'egg', 'nut:pecan']),
    mayContain: fc.subarray(['milk', 'soy']),
    unchecked: fc.subarray(['Salt', 'Sugar']),
  })
  fc.assert(
    fc.property(fc.array(facts), (all) => {
      expect(joinFacts(all.toReversed())).toEqual(joinFacts(all))
    }),
  )
})
