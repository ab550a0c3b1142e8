import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate, type AvailableLot, firstExpiryFirst, isUsable } from '../../shared/domain/allocation.ts'

const on = '2026-03-10'
const day = fc.option(fc.constantFrom('2026-03-01', '2026-03-09', '2026-03-10', '2026-03-11', '2026-04-01'), {
  nil: null,
})
const lots = fc
  .array(fc.record({ onHand: fc.integer({ min: 0, max: 50 }), held: fc.boolean(), bestBy: day, receivedOn: day }), {
    maxLength: 12,
  })
  .map((all) => all.map((lot, at): AvailableLot => ({ id: at + 1, ...lot })))
const need = fc.integer({ min: 1, max: 200 })

test('never takes more than there is, nor more than is needed, and names the shortage', () => {
  fc.assert(
    fc.property(lots, need, (all, wanted) => {
      const { taken, short } = allocate(all, wanted, on)
      const total = taken.reduce((sum, { base }) => sum + base, 0)
      expect(total + short).toBe(wanted)
      for (const { lotId, base } of taken) {
        expect(base).toBeGreaterThan(0)
        expect(base).toBeLessThanOrEqual(all.find(({ id }) => id === lotId)?.onHand ?? 0)
      }
      const there = all.filter((lot) => isUsable(lot, on)).reduce((sum, lot) => sum + lot.onHand, 0)
      expect(short).toBe(Math.max(0, wanted - there))
    }),
  )
})

test('never takes a held, expired or later lot before an earlier good one', () => {
  fc.assert(
    fc.property(lots, need, (all, wanted) => {
      const { taken } = allocate(all, wanted, on)
      const good = all.filter((lot) => isUsable(lot, on)).toSorted(firstExpiryFirst)
      expect(taken.map(({ lotId }) => lotId)).toEqual(good.slice(0, taken.length).map(({ id }) => id))
      for (const [at, { base }] of taken.slice(0, -1).entries()) expect(base).toBe(good[at]?.onHand)
    }),
  )
})

test('does not depend on the order in which lots are listed', () => {
  fc.assert(
    fc.property(lots, need, (all, wanted) => {
      expect(allocate(all.toReversed(), wanted, on)).toEqual(allocate(all, wanted, on))
    }),
  )
})

test('a lot is good on its best-by day and not on the next', () => {
  const lot = { id: 1, onHand: 5, held: false, bestBy: on, receivedOn: null }
  expect([isUsable(lot, on), isUsable(lot, '2026-03-11')]).toEqual([true, false])
})

test('a lot that came in later is not taken', () => {
  const lot = { id: 1, onHand: 5, held: false, bestBy: null, receivedOn: '2026-03-11' }
  expect([isUsable(lot, on), isUsable(lot, '2026-03-11')]).toEqual([false, true])
})
