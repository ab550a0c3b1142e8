import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asNumber, fisherChance, leastChance } from '../../shared/domain/fisher.ts'

const count = (having: number, of: number) => ({ having, of })

test.each([
  // By hand: C(4,3)·C(8,0) / C(12,3) = 4 / 220.
  ['3 of 3 against 1 of 9', count(3, 3), count(1, 9), 4n, 220n],
  // By hand: (C(5,2)·C(5,1) + C(5,3)) / C(10,3) = 60 / 120.
  ['2 of 3 against 3 of 7', count(2, 3), count(3, 7), 60n, 120n],
  // Fisher's lady tasting tea (The Design of Experiments, 1935): 4 of 4 right is 1 in 70, 3 or more is 17 in 70.
  ['the lady tasting tea, all right', count(4, 4), count(0, 4), 1n, 70n],
  ['the lady tasting tea, three right', count(3, 4), count(1, 4), 17n, 70n],
])('%s is an exact fraction', (_name, first, second, top, bottom) => {
  expect(fisherChance(first, second)).toEqual({ top, bottom })
})

test.each([
  // Convictions of like-sex twins of criminals (Fisher 1935): 10 of 13 monozygotic against 2 of 17, published 0.0004652.
  ['convictions of twins', count(10, 13), count(2, 17), 0.0004652],
  // The tea taster as in Agresti (1990, p. 61), published 0.2429.
  ['the tea taster', count(3, 4), count(1, 4), 0.2429],
])('published: %s', (_name, first, second, published) => {
  expect(asNumber(fisherChance(first, second))).toBeCloseTo(published, published < 0.001 ? 7 : 4)
})

test('nothing is never less likely than something, whatever the totals', () => {
  const table = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(25), fc.nat(25)).map(([a, b, c, d]) => [count(a, a + b), count(c, c + d)] as const) // prettier-ignore
  fc.assert(
    fc.property(table, ([first, second]) => {
      const chance = asNumber(fisherChance(first, second))
      expect(chance).toBeGreaterThan(0)
      expect(chance).toBeLessThanOrEqual(1)
      expect(asNumber(leastChance(first, second))).toBeLessThanOrEqual(chance)
    }),
  )
})
