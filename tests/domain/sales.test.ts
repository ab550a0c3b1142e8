import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takings } from '../../shared/domain/sales.ts'

test('prices give what was taken where nobody counted', () => {
  const lines = [
    { sold: 18, priceCents: 800 },
    { sold: 3, priceCents: null },
  ]
  expect(takings(lines, null)).toEqual({ lines: [14_400, null], totalCents: 14_400, unpriced: 3 })
})

test('money that was counted is the truth, and lines without a price share what is left', () => {
  const lines = [
    { sold: 10, priceCents: 800 },
    { sold: 2, priceCents: null },
    { sold: 1, priceCents: null },
  ]
  expect(takings(lines, 9000)).toEqual({ lines: [8000, 667, 333], totalCents: 9000, unpriced: 0 })
  expect(takings(lines, 7000)).toEqual({ lines: [7000, 0, 0], totalCents: 7000, unpriced: 0 })
})

test('lines that all have a price share the money by it, so that they add up', () => {
  const lines = [
    { sold: 14, priceCents: 850 },
    { sold: 8, priceCents: 850 },
  ]
  expect(takings(lines, 15_000)).toEqual({ lines: [9545, 5455], totalCents: 15_000, unpriced: 0 })
})

test('shares are whole cents that add up to the money, whatever was sold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ sold: fc.nat(50), priceCents: fc.constant(null) }), { minLength: 1 }),
      fc.nat(100_000),
      (lines, cash) => {
        const { lines: shares } = takings(lines, cash)
        const sum = shares.reduce<number>((total, share) => total + (share ?? 0), 0)
        expect(sum).toBe(lines.some(({ sold }) => sold > 0) ? cash : 0)
        for (const share of shares) expect(Number.isInteger(share) && (share ?? 0) >= 0).toBe(true)
      },
    ),
  )
})
