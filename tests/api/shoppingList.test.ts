import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays } from '../../shared/domain/day.ts'
import { quantityToBuy } from '../../shared/domain/quantity.ts'
import { findUnit } from '../../shared/domain/units.ts'
import { newId, openKitchen, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
let api: TestKitchen['api']
beforeEach(async () => {
  kitchen = await openKitchen()
  ;({ api } = kitchen)
})
afterEach(async () => await kitchen.close())

const TODAY = '2026-03-28'

async function plan(productId: number, day = TODAY, planned = 10): Promise<number> {
  return (await api.plans.save({ requestId: newId(), productId, day, planned })).planId
}

test('names what is short, by when, from whom it is usually bought, and what was paid last', async () => {
  for (const [supplier, receivedOn, costCents] of [
    ['Costco Main St', '2026-02-01', 1000],
    ['Costco Main St', '2026-02-15', 1200],
    ['Corner shop', '2026-03-20', 900],
  ] as const)
    await api.pantry.receive({
      requestId: newId(),
      supplier,
      receivedOn,
      lines: [{ ingredient: 'Sugar', quantity: '1 lb', costCents }],
    })
  const productId = await addProduct(api, { lines: [{ ingredient: 'Sugar', quantity: '2 lb' }] })
  await plan(productId)
  const late = addDays(TODAY, 3)
  const planId = await plan(productId, late)
  const { suppliers, enough, toMake } = await api.plans.shopping({})
  expect([enough, toMake]).toEqual([[], []])
  expect(suppliers).toMatchObject([
    {
      supplier: 'Costco Main St',
      aboutCents: 1200,
      lines: [
        {
          ingredient: 'Sugar',
          needed: { text: '4 lb' },
          onHand: { text: '3 lb' },
          short: { text: '1 lb' },
          by: late,
          lastPrice: { costCents: 1200, quantity: '1 lb', day: '2026-02-15' },
          aboutCents: 1200,
          batches: [{ short: null }, { planId, need: '2 lb', short: '1 lb' }],
        },
      ],
    },
  ])
  expect((await api.plans.shopping({ until: TODAY })).enough).toMatchObject([{ ingredient: 'Sugar', short: null }])
  await api.plans.cancel({ requestId: newId(), planId, reason: 'x' })
  expect((await api.plans.shopping({})).suppliers).toEqual([])
})

test('counts nothing that is on hold or past its date by then, and says so', async () => {
  const held = await receiveLot(api, { quantity: '3 lb' })
  await api.pantry.hold({ requestId: newId(), lotId: held.lotId, reason: 'smells' })
  await receiveLot(api, { quantity: '2 lb', bestBy: '2026-03-29' })
  const productId = await addProduct(api)
  await plan(productId, '2026-03-30')
  const line = async () => {
    const { suppliers, enough } = await api.plans.shopping({})
    return suppliers[0]?.lines[0] ?? enough[0]
  }
  expect(await line()).toMatchObject({
    onHand: { text: '0 lb' },
    short: { text: '1 lb' },
    notCounted: 'Not counted: 3 lb on hold, 2 lb past its date by then.',
  })
  await plan(productId, '2026-03-29')
  expect(await line()).toMatchObject({
    onHand: { text: '2 lb' },
    short: { text: '1 lb' },
    notCounted: 'Not counted: 3 lb on hold. Some of what is there is past its date before the later batches.',
  })
})

test('asks for no more than what the batch page would lack, scaled as it would be', async () => {
  await receiveLot(api, { quantity: '1 lb' })
  const productId = await addProduct(api, { expectedYield: 7, lines: [{ ingredient: 'Sugar', quantity: '1 lb' }] })
  await plan(productId, TODAY, 17)
  const { lines } = await api.batches.propose({ productId, madeOn: TODAY, planned: 17 })
  const [line] = (await api.plans.shopping({})).suppliers[0]?.lines ?? []
  expect(lines).toMatchObject([{ quantity: '1101.58147 g', short: '647.9891 g' }])
  expect(line?.batches).toMatchObject([{ need: '2.429 lb', short: '1.429 lb' }])
  expect(line?.short?.text).toBe('1.43 lb')
})

test('what is made here and short is to be made first, unless a plan makes it in time', async () => {
  await receiveLot(api)
  const compote = await addProduct(api, { name: 'Compote', code: 'CO' })
  const pastry = await addProduct(api, {
    name: 'Pastry',
    code: 'PA',
    lines: [{ ingredient: 'Compote', quantity: '12 jars' }],
  })
  await plan(pastry, '2026-03-30')
  expect((await api.plans.shopping({})).toMake).toMatchObject([{ productId: compote, short: { text: '12 jars' } }])
  await plan(compote, '2026-03-29', 8)
  expect((await api.plans.shopping({})).toMake).toMatchObject([{ productId: compote, short: { text: '4 jars' } }])
  await makeBatch(api, compote, { made: 4 })
  expect((await api.plans.shopping({})).toMake).toEqual([])
})

test('what is typed of a list and received is not short any more', async () => {
  const productId = await addProduct(api)
  await plan(productId)
  const short = async () => (await api.plans.shopping({})).suppliers.flatMap(({ lines }) => lines)
  const [line] = await short()
  expect(line).toMatchObject({ ingredient: 'Sugar', lastPrice: null, aboutCents: null })
  await receiveLot(api, { quantity: line?.short?.text ?? '' })
  expect(await short()).toEqual([])
})

test('a quantity to buy is never less than what is lacking, and at most a hundredth of its unit more', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000_000_000 }),
      fc.constantFrom('lb', 'oz', 'g', 'kg', 'cup', 'tsp', 'mL'),
      (base, unit) => {
        const bought = quantityToBuy(base, unit).base
        expect(bought).toBeGreaterThanOrEqual(base)
        expect(bought - base).toBeLessThanOrEqual(Math.ceil((findUnit(unit)?.base ?? 0) / 100))
      },
    ),
  )
  expect(quantityToBuy(36_000 * 1.5, 'egg').text).toBe('2 eggs')
  expect(quantityToBuy(36_000 * 2, 'egg').text).toBe('2 eggs')
})
