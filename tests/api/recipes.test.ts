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

const syrup = {
  name: 'Syrup',
  code: 'SY',
  unit: 'jar',
  expectedYield: 10,
  lines: [{ ingredient: 'Sugar', quantity: '1 lb' }],
}

async function save(productId: number, change: object) {
  return await kitchen.api.products.save({ requestId: newId(), productId, ...syrup, ...change })
}

describe('the versions of a recipe', () => {
  test('are listed with their batches, and compared in words', async () => {
    const { api } = kitchen
    await receiveLot(api)
    const productId = await addProduct(api)
    const first = await makeBatch(api, productId)
    await save(productId, {
      expectedYield: 12,
      lines: [
        { ingredient: 'Sugar', quantity: '2 lb' },
        { ingredient: 'Water', quantity: '1 qt' },
      ],
      readings: [{ name: 'pH', most: '4.6' }],
      equipment: [{ name: 'Large kettle' }],
    })
    const versions = await api.products.versions({ productId })
    expect(versions.map(({ version, makes, batchCount }) => [version, makes, batchCount])).toEqual([
      [2, '12 jars', 0],
      [1, '10 jars', 1],
    ])
    expect(versions[1]?.batches).toMatchObject([{ id: first.batchId, lotNumber: 'SY-20260304-A' }])
    expect(
      (await api.products.compare({ productId, from: 1, to: 2 })).map(({ kind, text }) => `${kind}: ${text}`),
    ).toEqual([
      'changed: makes 12 jars instead of 10 jars',
      'changed: Sugar: 2 lb instead of 1 lb',
      'added: Water, 1 qt',
      'added: pH at most 4.6',
      'added: Large kettle',
    ])
    expect(await refusal(api.products.compare({ productId, from: 1, to: 9 }))).toMatchObject({ code: 'not_found' })
  })

  test('keep what is expected, which the batch page proposes, until somebody changes it', async () => {
    const { api } = kitchen
    const productId = await addProduct(api)
    const readings = [
      { name: 'pH', most: '4.6' },
      { name: 'Temperature', unit: '°F', least: '220' },
    ]
    expect(await save(productId, { readings, equipment: [{ name: 'Kettle' }] })).toMatchObject({ recipeVersion: 2 })
    expect(await save(productId, { name: 'Maple syrup' })).toMatchObject({ recipeVersion: 2 })
    const expected = {
      equipment: ['Kettle'],
      readings: [
        { name: 'pH', unit: '', least: null, most: 4600, text: 'pH at most 4.6' },
        { name: 'Temperature', unit: '°F', least: 220_000, most: null, text: 'Temperature at least 220 °F' },
      ],
    }
    expect(await api.products.get({ productId })).toMatchObject(expected)
    expect(await api.batches.propose({ productId, madeOn: '2026-03-04' })).toMatchObject(expected)
    expect(await save(productId, { readings: [] })).toMatchObject({ recipeVersion: 3 })
    const crossed = await refusal(save(productId, { readings: [{ name: 'pH', least: '5', most: '4' }] }))
    expect(Object.keys(crossed.fields ?? {})).toEqual(['readings.0.most'])
  })
})

describe('sub-recipes', () => {
  test('go to any depth, but never in a circle, which is refused by its way', async () => {
    const { api } = kitchen
    const productId = await addProduct(api, { packs: [{ name: '4 oz jar' }] })
    const names = ['Fudge', 'Cake', 'Box']
    let below = 'Syrup, 4 oz jar'
    for (const [at, name] of names.entries()) {
      await addProduct(api, {
        name,
        code: `P${at}`,
        unit: 'piece',
        lines: [{ ingredient: below, quantity: '1' }],
      })
      below = name
    }
    const refused = await refusal(
      save(productId, { lines: [...syrup.lines, { ingredient: 'Box', quantity: '1 piece' }] }),
    )
    expect(refused.fields).toEqual({
      'lines.1.ingredient':
        'Syrup would be made of itself: Syrup → Box → Cake → Fudge → Syrup. Take one of them out of the recipe it is in.',
    })
    const own = await refusal(save(productId, { lines: [{ ingredient: 'Syrup, 4 oz jar', quantity: '1' }] }))
    expect(Object.keys(own.fields ?? {})).toEqual(['lines.0.ingredient'])
  })

  test('fifty deep and in twenty diamonds are rolled up and written without delay', async () => {
    const { api } = kitchen
    await addProduct(api, {
      name: 'P0',
      code: 'A0',
      unit: 'piece',
      lines: [{ ingredient: 'Butter', quantity: '1 lb' }],
    })
    for (let at = 1; at <= 50; at += 1)
      await addProduct(api, {
        name: `P${at}`,
        code: `A${at}`,
        unit: 'piece',
        lines: [
          { ingredient: `P${at - 1}`, quantity: '1 piece' },
          { ingredient: at > 1 ? `P${at - 2}` : 'Salt', quantity: '1' },
        ].map((each) => (each.ingredient === 'Salt' ? { ...each, quantity: '1 oz' } : each)),
      })
    const butter = (await api.pantry.ingredients({})).find(({ name }) => name === 'Butter')?.id ?? 0
    await api.facts.save({ requestId: newId(), itemId: butter, contains: ['milk'] })
    const top = (await api.products.list({})).find(({ name }) => name === 'P50')?.id ?? 0
    const facts = await api.facts.product({ productId: top })
    expect(facts).toMatchObject({ containsLine: 'Contains: Milk.', unchecked: ['Salt'] })
    expect(facts.statement.length).toBeLessThan(2000)
  }, 30_000)
})

describe('scaling', () => {
  test('to the one ingredient there is only so much of is exact', async () => {
    const { api } = kitchen
    await receiveLot(api, { ingredient: 'Berries', quantity: '20 lb' })
    const productId = await addProduct(api, {
      expectedYield: 36,
      lines: [
        { ingredient: 'Berries', quantity: '8 lb' },
        { ingredient: 'Sugar', quantity: '4 lb' },
        { ingredient: 'Pectin', quantity: '2 oz' },
      ],
    })
    const ask = { productId, madeOn: '2026-03-04' }
    const itemId = (await api.pantry.ingredients({})).find(({ name }) => name === 'Berries')?.id ?? 0
    const scaled = await api.batches.propose({ ...ask, have: { itemId, quantity: '6 lb 3 oz' } })
    // 99 of 128 oz: 27.8 jars, 49.5 oz of sugar; the pectin, 1 35/64 oz, as scales show it.
    expect(scaled.planned).toBe(27)
    expect(scaled.lines.map(({ quantity }) => quantity)).toEqual(['6.1875 lb', '3 3/32 lb', '1.547 oz'])
    const other = await api.batches.propose({ ...ask, have: { itemId, quantity: '99 oz' } })
    expect(other.lines).toEqual(scaled.lines)
    const refused = await refusal(api.batches.propose({ ...ask, have: { itemId: productId, quantity: '1 jar' } }))
    expect(Object.keys(refused.fields ?? {})).toEqual(['have.itemId'])
  })
})

describe('a product', () => {
  test('can be retired: kept with its batches, out of the lists, and brought back', async () => {
    const { api } = kitchen
    await receiveLot(api)
    const productId = await addProduct(api)
    const { batchId } = await makeBatch(api, productId)
    await api.products.retire({ requestId: newId(), productId, retired: true })
    expect(await api.products.list({})).toEqual([])
    expect(await api.products.list({ includeRetired: true })).toMatchObject([{ id: productId, retired: true }])
    expect(await api.batches.again({})).toEqual([])
    expect(await api.batches.get({ batchId })).toMatchObject({ product: 'Syrup' })
    expect(await api.shipping.stock({})).toHaveLength(1)
    await api.products.retire({ requestId: newId(), productId, retired: false })
    expect(await api.products.list({})).toHaveLength(1)
  })

  test('starts from a recorded batch, several packs counted in units of the main one', async () => {
    const { api } = kitchen
    const { lotId, itemId } = await receiveLot(api, { quantity: '10 lb' })
    const second = await receiveLot(api, { quantity: '10 lb' })
    const productId = await addProduct(api, { pack: { net: '8 oz' }, packs: [{ name: 'small', net: '4 oz' }] })
    const small = (await api.products.get({ productId })).packs[0]?.itemId ?? 0
    const { batchId } = await makeBatch(api, productId, {
      made: 20,
      packs: [{ itemId: small, made: 9 }],
      uses: [
        { itemId, lotId, quantity: '2 lb' },
        { itemId, lotId: second.lotId, quantity: '8 oz' },
      ],
    })
    expect(await api.products.fromBatch({ batchId })).toEqual({
      lotNumber: 'SY-20260304-A',
      productId,
      product: 'Syrup',
      unit: 'jar',
      expectedYield: 24,
      lines: [{ ingredient: 'Sugar', quantity: '2.5 lb' }],
    })
  })
})
