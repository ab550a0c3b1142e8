import { expect, test } from 'vitest'
import { batchCosts, type CostedLot, type CostedUse, inCents } from '../../shared/domain/batchCost.ts'

const bought = (lotId: number, costCents: number | null, base: number): CostedLot => ({ lotId, costCents, base })
const made = (lotId: number, madeBy: number, base: number, part = 1, of = 1): CostedLot => ({ lotId, madeBy, base, share: { part, of } }) // prettier-ignore
const use = (batchId: number, lotId: number | null, base: number, ingredient = `lot ${lotId}`): CostedUse => ({ batchId, ingredient, lotId, base }) // prettier-ignore

test('a batch costs what its own lots cost: $25.00 for 10 lb and $8.00 for 25 lb', () => {
  // 8 of 10 lb at $25.00 = $20.00; 4 of 25 lb at $8.00 = $1.28; 36 jars at 59.1 cents.
  const { cost, unknown } = batchCosts([use(1, 1, 8), use(1, 2, 4)], [bought(1, 2500, 10), bought(2, 800, 25)])(1)
  expect(inCents(cost)).toBe(2128)
  expect(inCents(cost, 36)).toBe(59)
  expect(unknown).toEqual([])
})

test('two bags at different prices each count at their own, as a first-in-first-out ledger has it', () => {
  // The textbook’s case: 100 at $1.00 then 50 at $1.20; 120 taken cost 100 + 20 · 1.20 = $124.00, not 120 · $1.0667.
  const { cost } = batchCosts([use(1, 1, 100), use(1, 2, 20)], [bought(1, 10_000, 100), bought(2, 6000, 50)])(1)
  expect(inCents(cost)).toBe(12_400)
})

test('thirds add up to the whole: nothing is rounded on the way', () => {
  const costs = batchCosts([use(1, 1, 1), use(2, 1, 1), use(3, 1, 1), use(4, 1, 3)], [bought(1, 100, 3)])
  expect([1, 2, 3].map((id) => inCents(costs(id).cost))).toEqual([33, 33, 33])
  expect(inCents(costs(4).cost)).toBe(100)
})

test('what a batch cost flows up into what it is used in, its losses too', () => {
  // Compote: $12.00 for 10 jars of which 2 were discarded, so $1.50 a jar. Pastry takes 4 of them and $3.00 of flour.
  const uses = [use(1, 1, 5), use(2, 10, 4), use(2, 2, 2), use(3, 20, 1)]
  const lots = [bought(1, 1200, 5), bought(2, 300, 2), made(10, 1, 8), made(20, 2, 3)]
  const costs = batchCosts(uses, lots)
  expect(inCents(costs(1).cost)).toBe(1200)
  expect(inCents(costs(2).cost)).toBe(900)
  expect(inCents(costs(3).cost)).toBe(300)
})

test('a cook into two packs is divided by what is in them', () => {
  // $18.00 into 10 jars of 8 oz and 10 of 4 oz: two thirds and one third.
  const lots = [bought(1, 1800, 1), made(10, 1, 10, 80, 120), made(11, 1, 10, 40, 120)]
  const costs = batchCosts([use(1, 1, 1), use(2, 10, 10), use(3, 11, 10)], lots)
  expect([inCents(costs(2).cost), inCents(costs(3).cost)]).toEqual([1200, 600])
})

test('what has no price is named, through every level, and the rest is counted', () => {
  const uses = [use(1, 1, 1, 'Lemon'), use(1, 2, 1, 'Sugar'), use(2, 10, 1, 'Curd'), use(2, null, 1, 'Flour')]
  const costs = batchCosts(uses, [bought(1, null, 1), bought(2, 200, 1), made(10, 1, 1)])
  expect(costs(1)).toMatchObject({ unknown: ['Lemon'] })
  expect(inCents(costs(2).cost)).toBe(200)
  expect(costs(2).unknown).toEqual(['Curd', 'Flour'])
})

test('a bin costs what was poured into it, in the proportion it was', () => {
  // 2 of 3 at $1.00 and 1 of 7 at $1.00, then a third of it: (2/3 + 1/7) / 3 = 27 cents, and 3 · 26.98 = 81.
  const lots: CostedLot[] = [
    bought(1, 100, 3),
    bought(2, 100, 7),
    { lotId: 3, poured: [{ lotId: 1, base: 2 }, { lotId: 2, base: 1 }], base: 3 }, // prettier-ignore
  ]
  const costs = batchCosts([use(1, 3, 1), use(2, 3, 3)], lots)
  expect([inCents(costs(1).cost), inCents(costs(2).cost)]).toEqual([27, 81])
})

test('twenty diamonds on top of each other are reckoned once each, exactly', () => {
  const uses = [use(0, 1, 1), ...Array.from({ length: 20 }, (_, at) => [use(at + 1, 100 + at, 1), use(at + 1, 100 + at, 1)]).flat()] // prettier-ignore
  const lots = [bought(1, 1, 1), ...Array.from({ length: 20 }, (_, at) => made(100 + at, at, 1))]
  expect(inCents(batchCosts(uses, lots)(20).cost)).toBe(2 ** 20)
})

test('a bin of which one bag has no price costs at least what the others did, and names the ingredient', () => {
  const lots: CostedLot[] = [
    bought(1, 100, 2),
    bought(2, null, 2),
    { lotId: 3, poured: [{ lotId: 1, base: 2 }, { lotId: 2, base: 2 }], base: 4 }, // prettier-ignore
    { lotId: 4, poured: [{ lotId: 3, base: 4 }], base: 4 },
  ]
  const { cost, unknown } = batchCosts([use(1, 4, 2, 'Flour')], lots)(1)
  expect([inCents(cost), unknown]).toEqual([50, ['Flour']])
})

test('a bin of something made with what has no price keeps that it is unknown', () => {
  const lots: CostedLot[] = [bought(1, null, 1), made(10, 1, 2), { lotId: 3, poured: [{ lotId: 10, base: 2 }], base: 2 }] // prettier-ignore
  const costs = batchCosts([use(1, 1, 1, 'Malt'), use(2, 3, 1, 'Starter')], lots)
  expect(costs(2).unknown).toEqual(['Starter'])
})

test('a chain of 10,000 batches is followed to its end', () => {
  const DEEP = 10_000
  const uses = [use(0, 1, 1), ...Array.from({ length: DEEP }, (_, at) => use(at + 1, 100 + at, 1))]
  const lots = [bought(1, 700, 1), ...Array.from({ length: DEEP }, (_, at) => made(100 + at, at, 1))]
  expect(inCents(batchCosts(uses, lots)(DEEP).cost)).toBe(700)
})

test('a starter fed with flour for 3,000 levels costs what the endless sum comes to', () => {
  // Each takes a seventh of the one before and $6.00 of flour: in the end 600 · 7/6 = 700 cents.
  const DEEP = 3000
  const uses = Array.from({ length: DEEP }, (_, at) => [use(at, 1, 1), ...(at === 0 ? [] : [use(at, 99 + at, 1)])]).flat() // prettier-ignore
  const lots = [bought(1, 600, 1), ...Array.from({ length: DEEP }, (_, at) => made(100 + at, at, 7))]
  expect(inCents(batchCosts(uses, lots)(DEEP - 1).cost)).toBe(700)
})
