import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedUnits } from '../../shared/domain/packs.ts'

const ounces = (count: number) => ({ dimension: 'mass', base: count * 27_215_542_200 })

test('a cook fills the further packs as usual, and the main pack with the rest', () => {
  const main = { itemId: 1, net: ounces(8), usual: null }
  const small = { itemId: 2, net: ounces(4), usual: 12 }
  expect(expectedUnits(main, [small], 36, 36)).toEqual(new Map([[1, 30], [2, 12]])) // prettier-ignore
  expect(expectedUnits(main, [small], 18, 36)).toEqual(new Map([[1, 15], [2, 6]])) // prettier-ignore
  expect(expectedUnits(main, [{ ...small, usual: null }], 36, 36)).toEqual(new Map([[1, 36], [2, 0]])) // prettier-ignore
})

test('contents that cannot be compared count as one of the main pack', () => {
  const main = { itemId: 1, net: null, usual: null }
  expect(expectedUnits(main, [{ itemId: 2, net: ounces(4), usual: 5 }], 36, 36)).toEqual(
    new Map([[1, 31], [2, 5]]), // prettier-ignore
  )
})

test('never plans more than the cook holds, and leaves less than one main unit over', () => {
  const net = fc.option(fc.integer({ min: 1, max: 64 }).map(ounces), { nil: null })
  const pack = fc.record({ net, usual: fc.option(fc.integer({ min: 1, max: 500 }), { nil: null }) })
  const count = fc.integer({ min: 1, max: 2000 })
  fc.assert(
    fc.property(net, fc.array(pack, { maxLength: 5 }), count, count, (mainNet, packs, planned, recipeYield) => {
      const main = { itemId: 0, net: mainNet, usual: null }
      const others = packs.map((each, at) => ({ itemId: at + 1, ...each }))
      const units = expectedUnits(main, others, planned, recipeYield)
      const inMain = (itemId: number) => {
        const other = others.find((each) => each.itemId === itemId)
        return (units.get(itemId) ?? 0) * (mainNet && other?.net ? other.net.base / mainNet.base : 1)
      }
      const filled = [...units.keys()].reduce((sum, itemId) => sum + inMain(itemId), 0)
      expect(filled).toBeLessThanOrEqual(planned + 1e-6)
      expect(filled).toBeGreaterThan(planned - 1 - 1e-6)
      for (const { itemId, usual } of others)
        expect(units.get(itemId)).toBeLessThanOrEqual(((usual ?? 0) * planned) / recipeYield)
    }),
  )
})
