import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => {
  expect((await kitchen.api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

async function flour(quantity = '5 lb'): Promise<{ itemId: number; lotId: number }> {
  return await receiveLot(kitchen.api, { ingredient: 'Flour', quantity })
}

async function factor(itemId: number, one: string, equals: string) {
  return await kitchen.api.ingredients.saveFactor({ requestId: newId(), itemId, one, equals })
}

describe('a conversion of one’s own', () => {
  test('lets cups of flour kept in pounds be received, put in a recipe, used and counted, exactly', async () => {
    const { api } = kitchen
    const { itemId, lotId } = await flour('1 kg')
    await factor(itemId, '1 cup', '120 g')
    const productId = await addProduct(api, { lines: [{ ingredient: 'Flour', quantity: '2 cups' }] })
    expect((await api.products.get({ productId })).lines).toMatchObject([{ quantity: '2 cups' }])
    const { batchId } = await makeBatch(api, productId)
    expect((await api.batches.get({ batchId })).uses).toMatchObject([{ quantity: '2 cups' }])
    expect((await api.pantry.lot({ lotId })).lot.onHand.text).toBe('0.76 kg')
    await api.pantry.count({ requestId: newId(), lotId, found: '1/3 cup', reason: 'counted' })
    expect((await api.pantry.lot({ lotId })).lot.onHand.base).toBe(40 * 960_000_000)
    await receiveLot(api, { ingredient: 'Flour', quantity: '3 cups' })
    expect((await api.pantry.lots({ itemId })).rows[0]).toMatchObject({
      received: '3 cups',
      onHand: { base: 360 * 960_000_000 },
    })
  })

  test('works for pieces, either way round, and for words of this kitchen', async () => {
    const { api } = kitchen
    const eggs = await receiveLot(api, { ingredient: 'Eggs', quantity: '12 eggs' })
    expect(await factor(eggs.itemId, '1 egg', '50 g')).toEqual({ itemId: eggs.itemId, one: '50 g', equals: '1 egg' })
    await api.pantry.count({ requestId: newId(), lotId: eggs.lotId, found: '100 g', reason: 'weighed' })
    expect((await api.pantry.lot({ lotId: eggs.lotId })).lot.onHand.text).toBe('2 eggs')
    const berries = await receiveLot(api, { ingredient: 'Berries', quantity: '1 lb' })
    await factor(berries.itemId, '1 flat', '8 lb')
    await receiveLot(api, { ingredient: 'Berries', quantity: '2 flats' })
    expect((await api.pantry.lots({ itemId: berries.itemId })).rows[0]?.onHand.text).toBe('16 lb')
  })

  test('that is missing is asked for by name, in a form that can be offered in place', async () => {
    const { itemId } = await flour()
    const refused = await refusal(receiveLot(kitchen.api, { ingredient: 'Flour', quantity: '3 cups' }))
    expect(refused.fields).toEqual({
      'lines.0.quantity':
        'Flour is kept by weight (in lb), and “3 cups” is volume. Type it in lb, or enter what 1 cup of it is in g.',
    })
    expect(refused.missingFactors).toEqual([
      { field: 'lines.0.quantity', itemId, ingredient: 'Flour', one: '1 cup', unit: 'g' },
    ])
    const word = await refusal(receiveLot(kitchen.api, { ingredient: 'Flour', quantity: '3 scoops' }))
    expect(word.message).toMatch(/^“scoops” is not a unit Traceberry knows\..* Or enter what 1 scoop of Flour is\.$/)
    expect(word.missingFactors).toEqual([
      { field: 'lines.0.quantity', itemId, ingredient: 'Flour', one: '1 scoop', unit: 'g' },
    ])
  })

  test('that is changed or taken away changes nothing recorded, and what is proposed next follows it', async () => {
    const { api } = kitchen
    const { itemId, lotId } = await flour('1 kg')
    await factor(itemId, '1 cup', '120 g')
    const productId = await addProduct(api, { lines: [{ ingredient: 'Flour', quantity: '1 cup' }] })
    const { batchId } = await makeBatch(api, productId)
    await factor(itemId, '1 cup', '150 g')
    expect((await api.pantry.lot({ lotId })).lot.onHand.text).toBe('0.88 kg')
    await makeBatch(api, productId)
    expect((await api.pantry.lot({ lotId })).lot.onHand.text).toBe('0.73 kg')
    await api.ingredients.endFactor({ requestId: newId(), itemId, measure: 'volume' })
    expect((await api.ingredients.get({ itemId })).factors).toEqual([])
    const { lines } = await api.batches.propose({ productId, madeOn: '2026-03-04' })
    expect(lines[0]?.quantity).toBe('0.12 kg')
    await makeBatch(api, productId)
    expect((await api.pantry.lot({ lotId })).lot.onHand.text).toBe('0.61 kg')
    expect((await api.batches.get({ batchId })).uses[0]?.quantity).toBe('1 cup')
  })

  test.each([
    ['1 kg', '1000 g', 'equals'],
    ['1 egg', '1 cup', 'equals'],
    ['0 cup', '120 g', 'one'],
    ['1 cup', 'heaps', 'equals'],
  ])('%s = %s is refused for flour in pounds, at its field', async (one, equals, field) => {
    const { itemId } = await flour()
    const refused = await refusal(factor(itemId, one, equals))
    expect(Object.keys(refused.fields ?? {})).toEqual([field])
    expect(refused.message).toMatch(/^[A-Z“].+[.?]$/)
  })
})

describe('an ingredient', () => {
  test('runs low below what its most demanding recipe takes, until a person sets the level', async () => {
    const { api } = kitchen
    const { itemId } = await flour('5 lb')
    await addProduct(api, { name: 'Bread', code: 'BR', lines: [{ ingredient: 'Flour', quantity: '6 lb' }] })
    await addProduct(api, { name: 'Roll', code: 'RO', lines: [{ ingredient: 'Flour', quantity: '2 lb' }] })
    expect(await api.ingredients.low({})).toMatchObject([
      { name: 'Flour', usable: { text: '5 lb' }, level: { text: '6 lb' }, product: 'Bread' },
    ])
    const save = { itemId, name: 'Flour', unit: 'lb' }
    await api.ingredients.save({ requestId: newId(), ...save, low: '4 lb' })
    expect(await api.ingredients.low({})).toEqual([])
    expect((await api.ingredients.get({ itemId })).low).toEqual({
      text: '4 lb',
      set: true,
      product: null,
      isLow: false,
    })
    await api.ingredients.save({ requestId: newId(), ...save, low: '' })
    expect(await api.ingredients.low({})).toHaveLength(1)
  })

  test('of which all is on hold or past its date has nothing to use', async () => {
    const { api } = kitchen
    const { itemId, lotId } = await flour('5 lb')
    await receiveLot(api, { ingredient: 'Flour', quantity: '9 lb', bestBy: '2026-03-27' })
    await api.ingredients.save({ requestId: newId(), itemId, name: 'Flour', unit: 'lb', low: '1 lb' })
    expect(await api.ingredients.low({})).toEqual([])
    await api.pantry.hold({ requestId: newId(), lotId, reason: 'weevils' })
    expect(await api.ingredients.low({})).toMatchObject([{ name: 'Flour', usable: { base: 0 } }])
  })

  test('shows what it goes into and what was used of it', async () => {
    const { api } = kitchen
    const { itemId } = await receiveLot(api)
    const productId = await addProduct(api)
    const { batchId } = await makeBatch(api, productId)
    expect(await api.ingredients.get({ itemId })).toMatchObject({
      name: 'Sugar',
      onHand: { text: '9 lb' },
      recipes: [{ productId, product: 'Syrup', quantity: '1 lb' }],
      uses: [{ batchId, product: 'Syrup', quantity: '1 lb' }],
      usedInAYear: '1 lb',
    })
  })

  test('is renamed, and shown in another unit of its kind only', async () => {
    const { api } = kitchen
    const { itemId } = await receiveLot(api)
    await receiveLot(api, { ingredient: 'Salt' })
    await api.ingredients.save({ requestId: newId(), itemId, name: 'White sugar', unit: 'kilos' })
    expect((await api.ingredients.get({ itemId })).onHand.text).toBe('4.536 kg')
    for (const [change, field] of [
      [{ name: 'salt' }, 'name'],
      [{ unit: 'cup' }, 'unit'],
    ] as const) {
      const input = { requestId: newId(), itemId, name: 'White sugar', unit: 'kg', ...change }
      expect(Object.keys((await refusal(api.ingredients.save(input))).fields ?? {})).toEqual([field])
    }
  })
})

describe('a line', () => {
  test('is read with the names of this kitchen, and nothing is recorded', async () => {
    const { api } = kitchen
    await receiveLot(api, { ingredient: 'Strawberries', supplier: 'Valley Farm' })
    const { itemId } = await receiveLot(api)
    const before = (await api.history.verify({})).entries
    expect(await api.pantry.readLine({ text: 'straw 8 lb valley 3/2 bb 3/8 lot A-99 $56' })).toEqual({
      readings: [{ ingredient: 'Strawberries', itemId: 1, supplier: 'Valley Farm', supplierId: 1 }],
      quantity: '8 lb',
      receivedOn: '2026-03-02',
      bestBy: '2026-03-08',
      supplierLot: 'A-99',
      costCents: 5600,
      certain: true,
      problem: null,
    })
    expect(await api.pantry.readLine({ text: 'va 40 lb', itemId })).toMatchObject({
      readings: [{ itemId, supplier: 'Valley Farm' }],
      quantity: '40 lb',
      certain: true,
    })
    expect((await api.history.verify({})).entries).toBe(before)
  })
})
