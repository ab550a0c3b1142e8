import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AvailableLot, isUsable } from '../../shared/domain/allocation.ts'
import { addDays } from '../../shared/domain/day.ts'
import { type PlannedBatch, shop } from '../../shared/domain/shopping.ts'

const today = '2026-03-10'
const days = Array.from({ length: 6 }, (_, at) => addDays(today, at - 1))
const day = fc.option(fc.constantFrom(...days, '2026-03-05', '2026-04-01'), { nil: null })
const itemIds = [1, 2]

/** Lots of both ingredients, each with a number of its own. */
const stock = fc
  .array(
    fc.record({
      itemId: fc.constantFrom(...itemIds),
      onHand: fc.integer({ min: 0, max: 60 }),
      held: fc.boolean(),
      bestBy: day,
      receivedOn: day,
    }),
    { maxLength: 10 },
  )
  .map((rows) => rows.map(({ itemId, ...lot }, at) => ({ itemId, lot: { id: at + 1, ...lot } satisfies AvailableLot })))

const needs = fc.array(fc.record({ itemId: fc.constantFrom(...itemIds), base: fc.integer({ min: 1, max: 50 }) }), {
  maxLength: 3,
})
const plansOn = (on: fc.Arbitrary<string>) =>
  fc
    .array(fc.record({ day: on, needs }), { maxLength: 6 })
    .map((all) => all.map((plan, at): PlannedBatch => ({ planId: at + 1, brings: [], ...plan })))

function byItem(rows: readonly { itemId: number; lot: AvailableLot }[]) {
  return new Map([...Map.groupBy(rows, ({ itemId }) => itemId)].map(([id, own]) => [id, own.map(({ lot }) => lot)]))
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const needOf = (plan: PlannedBatch, itemId: number) =>
  sum(plan.needs.filter((each) => each.itemId === itemId).map(({ base }) => base))
/** The day on which a plan is made at the earliest. */
const on = (plan: PlannedBatch) => (plan.day > today ? plan.day : today)

test('on one day, what is short is what is needed less what can be used, and never below nothing', () => {
  fc.assert(
    fc.property(stock, plansOn(fc.constant(today)), (rows, plans) => {
      for (const item of shop(plans, byItem(rows), today)) {
        const lots = rows.filter(({ itemId, lot }) => itemId === item.itemId && isUsable(lot, today))
        const usable = sum(lots.map(({ lot }) => lot.onHand))
        expect(item).toMatchObject({ usable, short: Math.max(0, item.needed - usable) })
        expect(item.needed).toBe(sum(plans.map((plan) => needOf(plan, item.itemId))))
      }
    }),
  )
})

test('over several days, no order of taking would leave less short', () => {
  fc.assert(
    fc.property(stock, plansOn(fc.constantFrom(...days)), (rows, plans) => {
      // Everything is there already: what may be used later may be used earlier too, so that the tightest end decides.
      const there = rows.map(({ itemId, lot }) => ({ itemId, lot: { ...lot, receivedOn: null } }))
      for (const item of shop(plans, byItem(there), today)) {
        const lots = there.filter(({ itemId }) => itemId === item.itemId).map(({ lot }) => lot)
        const least = [...new Set(plans.map(on))].map((from) => {
          const needed = sum(plans.filter((plan) => on(plan) >= from).map((plan) => needOf(plan, item.itemId)))
          return needed - sum(lots.filter((lot) => isUsable(lot, from)).map(({ onHand }) => onHand))
        })
        expect(item.short).toBe(Math.max(0, ...least))
      }
    }),
  )
})

test('promises nothing twice, and nothing that is held, past its date or not there yet', () => {
  fc.assert(
    fc.property(stock, plansOn(fc.constantFrom(...days)), (rows, plans) => {
      const promised = new Map<number, number>()
      for (const { itemId, taken, plans: of, needed, short } of shop(plans, byItem(rows), today)) {
        expect(sum(taken.map(({ base }) => base)) + short).toBe(needed)
        expect([sum(of.map((each) => each.need)), sum(of.map((each) => each.short))]).toEqual([needed, short])
        for (const { planId, lotId, base } of taken) {
          const row = rows.find(({ lot }) => lot.id === lotId)
          const plan = plans.find((each) => each.planId === planId)
          if (!row || !plan) throw new Error('taken from nowhere')
          expect(row.itemId).toBe(itemId)
          expect(isUsable(row.lot, on(plan))).toBe(true)
          promised.set(lotId, (promised.get(lotId) ?? 0) + base)
        }
      }
      for (const [lotId, base] of promised)
        expect(base).toBeLessThanOrEqual(rows.find(({ lot }) => lot.id === lotId)?.lot.onHand ?? 0)
    }),
  )
})

test('the first day that would lack some is the day to buy by', () => {
  fc.assert(
    fc.property(stock, plansOn(fc.constantFrom(...days)), (rows, plans) => {
      for (const { by, short, plans: of } of shop(plans, byItem(rows), today)) {
        const lacking = of.filter((each) => each.short > 0).map(({ planId }) => plans[planId - 1]?.day ?? '')
        expect(by).toBe(lacking.toSorted()[0] ?? null)
        expect(by === null).toBe(short === 0)
      }
    }),
  )
})

const compote = 7

test('what a planned batch makes is there for the next one, also where both are planned for one day', () => {
  const pastry = { planId: 1, day: today, needs: [{ itemId: compote, base: 30 }], brings: [] }
  const cook = {
    planId: 2,
    day: today,
    needs: [],
    brings: [{ itemId: compote, base: 20, bestBy: null }],
  }
  const shortOf = (plans: readonly PlannedBatch[]) => shop(plans, new Map(), today)[0]?.short
  expect(shortOf([pastry, cook])).toBe(10)
  expect(shortOf([pastry, { ...cook, day: addDays(today, 1) }])).toBe(30)
  expect(shortOf([pastry, { ...cook, brings: [{ itemId: compote, base: 30, bestBy: addDays(today, -1) }] }])).toBe(30)
})
