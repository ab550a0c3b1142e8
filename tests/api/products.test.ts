import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => await kitchen.close())

describe('a product', () => {
  test('gets a new recipe version only when its recipe changes, and batches keep theirs', async () => {
    const { api } = kitchen
    await receiveLot(api)
    const productId = await addProduct(api)
    const first = await makeBatch(api, productId)
    const save = (change: object) =>
      api.products.save({
        requestId: newId(),
        productId,
        name: 'Syrup',
        code: 'SY',
        unit: 'jar',
        expectedYield: 10,
        lines: [{ ingredient: 'Sugar', quantity: '1 lb' }],
        ...change,
      })
    expect(await save({ name: 'Maple syrup' })).toEqual({ productId, recipeVersion: 1 })
    expect(await save({ lines: [{ ingredient: 'Sugar', quantity: '2 lb' }] })).toEqual({ productId, recipeVersion: 2 })
    expect((await api.products.get({ productId })).lines).toMatchObject([{ ingredient: 'Sugar', quantity: '2 lb' }])
    expect(await api.batches.get({ batchId: first.batchId })).toMatchObject({ recipeVersion: 1 })
    const second = await makeBatch(api, productId)
    expect(await api.batches.get({ batchId: second.batchId })).toMatchObject({ recipeVersion: 2 })
  })

  test('is scaled to what is planned, exactly', async () => {
    const { api } = kitchen
    await receiveLot(api)
    const productId = await addProduct(api, { expectedYield: 36, lines: [{ ingredient: 'Sugar', quantity: '8 lb' }] })
    const { lines } = await api.batches.propose({ productId, madeOn: '2026-03-04', planned: 24 })
    expect(lines[0]).toMatchObject({ quantity: '5 1/3 lb', short: null })
    const { lines: doubled } = await api.batches.propose({ productId, madeOn: '2026-03-04', planned: 72 })
    expect(doubled[0]).toMatchObject({ quantity: '16 lb', short: '6 lb' })
  })

  test.each([
    ['a name that is taken', { name: 'syrup' }, 'name'],
    ['a code that is taken', { code: 'sy' }, 'code'],
    ['a code with a hyphen', { code: 'A-B' }, 'code'],
    ['a measure as its unit', { unit: 'cup' }, 'unit'],
    ['no ingredients', { lines: [] }, 'lines'],
    ['a quantity that is none', { lines: [{ ingredient: 'Sugar', quantity: 'some' }] }, 'lines.0.quantity'],
    ['a yield of nothing', { expectedYield: 0 }, 'expectedYield'],
    ['the name of an ingredient', { name: 'Sugar' }, 'name'],
  ])('with %s is refused at its field', async (_name, wrong, field) => {
    await addProduct(kitchen.api)
    const refused = await refusal(addProduct(kitchen.api, { name: 'Other', code: 'OT', ...wrong }))
    expect(Object.keys(refused.fields ?? {})).toEqual([field])
    expect(await kitchen.api.products.list({})).toHaveLength(1)
  })

  test('cannot be its own ingredient', async () => {
    const refused = await refusal(addProduct(kitchen.api, { lines: [{ ingredient: 'Syrup', quantity: '1 jar' }] }))
    expect(refused.fields).toEqual({
      'lines.0.ingredient': 'A product cannot be its own ingredient. Choose another one.',
    })
    expect(await kitchen.api.products.list({})).toEqual([])
  })

  test('shows its stock and its last batch that stands', async () => {
    const { api } = kitchen
    await receiveLot(api)
    const productId = await addProduct(api)
    await makeBatch(api, productId, { madeOn: '2026-03-01' })
    const late = await makeBatch(api, productId, { madeOn: '2026-03-05' })
    expect(await api.products.list({})).toMatchObject([{ onHand: 20, lastBatch: { lotNumber: 'SY-20260305-A' } }])
    await api.batches.void({ requestId: newId(), batchId: late.batchId, reason: 'test' })
    expect(await api.products.list({})).toMatchObject([{ onHand: 10, lastBatch: { lotNumber: 'SY-20260301-A' } }])
  })
})

test('suppliers and places are added, changed, and never doubled', async () => {
  const { api } = kitchen
  const place = await api.directory.savePlace({ requestId: newId(), name: 'Good Earth Co-op', kind: 'store' })
  await api.directory.savePlace({
    requestId: newId(),
    placeId: place.id,
    name: 'Good Earth',
    kind: 'store',
    contact: 'Dana',
  })
  expect(await api.directory.places({})).toMatchObject([
    { id: place.id, name: 'Good Earth', kind: 'store', contact: 'Dana' },
  ])
  expect(await api.directory.places({})).toHaveLength(1)
  const doubled = await refusal(api.directory.savePlace({ requestId: newId(), name: 'GOOD EARTH', kind: 'other' }))
  expect(Object.keys(doubled.fields ?? {})).toEqual(['name'])
  await api.directory.saveSupplier({ requestId: newId(), name: 'Valley Farm', contact: '555' })
  expect(await refusal(api.directory.saveSupplier({ requestId: newId(), supplierId: 99, name: 'X' }))).toMatchObject({
    code: 'not_found',
  })
  expect(await api.directory.suppliers({})).toMatchObject([{ name: 'Valley Farm', contact: '555' }])
})

test('the kitchen’s settings are kept, and decide what today is', async () => {
  const { api } = kitchen
  kitchen.setNow('2026-03-05T04:30:00Z')
  const settings = { name: 'Maple Hill', address: 'x', phone: 'y', email: 'z', lotFormat: 'hybrid' } as const
  await api.kitchen.save({ requestId: newId(), ...settings, zone: 'America/New_York' })
  expect(await api.kitchen.get({})).toMatchObject({ ...settings, zone: 'America/New_York' })
  expect((await api.system.state({})).today).toBe('2026-03-04')
  await api.kitchen.save({ requestId: newId(), ...settings, zone: 'Europe/Paris' })
  expect((await api.system.state({})).today).toBe('2026-03-05')
  const refused = await refusal(api.kitchen.save({ requestId: newId(), ...settings, zone: 'Mars/Base' }))
  expect(Object.keys(refused.fields ?? {})).toEqual(['zone'])
})
