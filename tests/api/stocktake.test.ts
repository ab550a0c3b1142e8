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

test('many lots are counted in one pass, jars too; what is left empty is not touched', async () => {
  const { api } = kitchen
  const sugar = await receiveLot(api)
  const flour = await receiveLot(api, { ingredient: 'Flour', quantity: '5 lb' })
  const { lotId: jam } = await makeBatch(api, await addProduct(api))
  const stock = await api.pantry.stock({})
  expect(stock.map(({ item, origin }) => [item, origin])).toEqual([
    ['Flour', 'received'],
    ['Sugar', 'received'],
    ['Syrup', 'made'],
  ])
  const counts = [
    { lotId: sugar.lotId, found: '8' },
    { lotId: flour.lotId, found: '' },
    { lotId: jam, found: '9 jars' },
  ]
  expect(await api.pantry.countAll({ requestId: newId(), reason: 'end of month', counts })).toEqual({
    counted: 2,
    changed: 2,
  })
  expect((await api.pantry.stock({})).map(({ onHand }) => onHand.text)).toEqual(['5 lb', '8 lb', '9 jars'])
})

test('a wrong line is named and nothing is counted', async () => {
  const { api } = kitchen
  const { lotId } = await receiveLot(api)
  const second = await receiveLot(api, { ingredient: 'Flour', quantity: '5 lb' })
  const counts = [
    { lotId, found: '8 lb' },
    { lotId: second.lotId, found: '3 cups' },
  ]
  const refused = await refusal(api.pantry.countAll({ requestId: newId(), reason: 'x', counts }))
  expect(Object.keys(refused.fields ?? {})).toEqual(['counts.1.found'])
  expect((await api.pantry.lot({ lotId })).lot.onHand.text).toBe('10 lb')
  const none = api.pantry.countAll({ requestId: newId(), reason: 'x', counts: [{ lotId, found: '' }] })
  expect((await refusal(none)).message).toContain('Nothing is counted yet')
})

describe('the opening stock', () => {
  test('is there without a supplier or a day, or with, and does not ask for what nobody knows', async () => {
    const { api } = kitchen
    const { receiptId } = await api.pantry.opening({
      requestId: newId(),
      lines: [
        { ingredient: 'Sugar', quantity: '3 lb' },
        { ingredient: 'Flour', quantity: '25 lb', supplier: 'Mill A', receivedOn: '2026-01-10', costCents: 1850 },
      ],
    })
    const { rows } = await api.pantry.lots({})
    expect(rows).toMatchObject([
      { item: 'Flour', supplier: 'Mill A', receivedOn: '2026-01-10', costCents: 1850, costPerUnit: 7400, missing: [] },
      { item: 'Sugar', supplier: null, receivedOn: null, missing: ['supplier', 'received date'] },
    ])
    expect((await api.pantry.attention({})).total).toBe(0)
    await api.pantry.voidReceipt({ requestId: newId(), receiptId, reason: 'wrong' })
    expect(await api.pantry.stock({})).toEqual([])
  })

  test('refuses a day to come at its line', async () => {
    const lines = [{ ingredient: 'Sugar', quantity: '3 lb', receivedOn: '2026-03-29' }]
    const refused = await refusal(kitchen.api.pantry.opening({ requestId: newId(), lines }))
    expect(Object.keys(refused.fields ?? {})).toEqual(['lines.0.receivedOn'])
  })
})

describe('a supplier’s barcode', () => {
  const CODE = ']C101095060001343521526063010A-99'

  async function receive(line: Record<string, string>) {
    const lines = [{ ingredient: 'Sugar', quantity: '25 lb', gtin: '09506000134352', ...line }]
    return await kitchen.api.pantry.receive({ requestId: newId(), supplier: 'Costco', receivedOn: '2026-03-01', lines })
  }

  test('gives the lot and the date, and once a person said what it is, everything', async () => {
    const { api } = kitchen
    const unknown = { gtin: '09506000134352', supplierLot: 'A-99', bestBy: '2026-06-30', problem: null }
    expect(await api.pantry.readBarcode({ code: CODE })).toEqual({
      ...unknown,
      itemId: null,
      ingredient: null,
      supplier: null,
      quantity: null,
    })
    await receive({})
    expect(await api.pantry.readBarcode({ code: CODE })).toMatchObject({
      ...unknown,
      ingredient: 'Sugar',
      supplier: 'Costco',
      quantity: '25 lb',
    })
    await receive({ quantity: '50 lb' })
    expect((await api.pantry.readBarcode({ code: '9506000134352' })).quantity).toBe('50 lb')
  })

  test('of a case counts its packs, and a weight on the bag comes before what a pack holds', async () => {
    const { api } = kitchen
    await receive({})
    expect((await api.pantry.readBarcode({ code: ']C101095060001343523012' })).quantity).toBe('300 lb')
    expect((await api.pantry.readBarcode({ code: ']C101095060001343523103000250' })).quantity).toBe('0.25 kg')
  })

  test('that is damaged or none says so', async () => {
    const { api } = kitchen
    expect((await api.pantry.readBarcode({ code: ']C10109506000134353' })).problem).toContain('wrong check digit')
    expect((await api.pantry.readBarcode({ code: 'SJ-20260304-A' })).problem).toContain('not a supplier’s product code')
  })
})

test('a bag’s label carries what is in it and a code that finds it again', async () => {
  const { api } = kitchen
  const { lotId } = await receiveLot(api, { supplierLot: '00392/174', bestBy: '2026-12-31' })
  expect(await api.pantry.bagLabel({ lotId })).toEqual({
    code: `L-${lotId}`,
    ingredient: 'Sugar',
    quantity: '10 lb',
    supplier: 'Costco Main St',
    receivedOn: '2026-02-15',
    bestBy: '2026-12-31',
    supplierLot: '00392/174',
  })
  for (const text of [`L-${lotId}`, `l${lotId}`])
    expect((await api.trace.find({ text }))[0]).toMatchObject({ kind: 'lot', id: lotId, label: 'Sugar' })
  expect(await api.trace.find({ text: 'L-999' })).toEqual([])
})

test('a price is corrected with the rest, and left alone where it is not asked for', async () => {
  const { api } = kitchen
  const { lotId } = await receiveLot(api)
  const facts = { supplier: 'Costco Main St', receivedOn: '2026-02-15', bestBy: '', supplierLot: '' }
  await api.pantry.correctLot({ requestId: newId(), lotId, ...facts, costCents: 899, reason: 'found the receipt' })
  const { lot, history } = await api.pantry.lot({ lotId })
  expect([lot.costCents, lot.costPerUnit, history.at(-1)?.what]).toEqual([
    899,
    8990,
    'price corrected from not recorded to $8.99',
  ])
  await api.pantry.correctLot({ requestId: newId(), lotId, ...facts, supplierLot: 'L7', reason: 'found the bag' })
  expect((await api.pantry.lot({ lotId })).lot.costCents).toBe(899)
})
