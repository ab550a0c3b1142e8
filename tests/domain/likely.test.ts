import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../shared/domain/day.ts'
import { likelyNext } from '../../shared/domain/likely.ts'

const TODAY = '2026-03-28' // a Saturday
const ago = (days: number) => addDays(TODAY, -days)

test('what is made every week comes before what was made once, and both before what was made long ago', () => {
  const made = [
    { productId: 1, madeOn: ago(100) },
    { productId: 1, madeOn: ago(101) },
    { productId: 2, madeOn: ago(3) },
    ...[4, 11, 18].map((days) => ({ productId: 3, madeOn: ago(days) })),
  ]
  expect(likelyNext(made, TODAY)).toEqual([3, 2, 1])
})

test('what is made on this weekday comes first', () => {
  const made = [5, 12, 19].map((days) => ({ productId: 1, madeOn: ago(days) }))
  const saturdays = [7, 14, 21].map((days) => ({ productId: 2, madeOn: ago(days) }))
  expect(likelyNext([...made, ...saturdays], TODAY)).toEqual([2, 1])
})

test('every product made comes once', () => {
  const made = fc.array(
    fc.record({ productId: fc.integer({ min: 1, max: 9 }), madeOn: fc.integer({ min: -3, max: 400 }).map(ago) }),
  )
  fc.assert(
    fc.property(made, (list) => {
      const order = likelyNext(list, TODAY)
      expect(order).toHaveLength(new Set(order).size)
      expect(new Set(order)).toEqual(new Set(list.map(({ productId }) => productId)))
    }),
  )
})
