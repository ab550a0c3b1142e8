import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot, sendUnits } from '../support/make.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => {
  expect((await kitchen.api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

const small = { name: '4 oz jar', net: '4 oz', usual: 4, priceCents: 500 }

/** Syrup in 8 oz and 4 oz jars: 30 and 20 of one cook, two of the small ones broken. */
async function twoPacks() {
  const { api } = kitchen
  const sugar = await receiveLot(api)
  const productId = await addProduct(api, { pack: { name: '8 oz jar', net: '8 oz' }, packs: [small] })
  const [pack] = (await api.products.get({ productId })).packs
  const itemId = pack?.itemId ?? 0
  const made = await makeBatch(api, productId, {
    made: 30,
    packs: [{ itemId, made: 20, discarded: 2 }],
    discardReason: 'broken',
  })
  return { sugar, productId, itemId, made, smallLot: made.lots[1]?.lotId ?? 0 }
}

describe('one cook in several packs', () => {
  test('has one lot number, a lot a pack, and unit numbers that run on', async () => {
    const { api } = kitchen
    const { productId, itemId, made } = await twoPacks()
    expect(made).toMatchObject({
      lotNumber: 'SY-20260304-A',
      forSale: 48,
      serials: '001–048',
      lots: [
        { itemId: productId, forSale: 30, serials: '001–030' },
        { itemId, forSale: 18, serials: '031–048' },
      ],
    })
    const batch = await api.batches.get({ batchId: made.batchId })
    expect(batch).toMatchObject({ made: 50, onHand: 48, unit: 'jar' })
    expect(batch.lots.map(({ product, pack, made: units, serials }) => [product, pack, units, serials])).toEqual([
      ['Syrup', '8 oz jar', 30, '001–030'],
      ['Syrup, 4 oz jar', '4 oz jar', 20, '031–050'],
    ])
    expect(batch.units.map(({ serials, where }) => [serials, where])).toEqual([
      ['001–030', 'on hand'],
      ['031–048', 'on hand'],
      ['049–050', 'discarded (broken)'],
    ])
    expect(await api.products.list({})).toMatchObject([{ onHand: 48, packs: [{ product: 'Syrup, 4 oz jar' }] }])
  })

  test('is proposed as the recipe usually fills them', async () => {
    const { productId, itemId } = await twoPacks()
    const plan = async (planned: number) =>
      (await kitchen.api.batches.propose({ productId, madeOn: '2026-03-04', planned })).packs.map((pack) => [
        pack.itemId,
        pack.name,
        pack.expected,
      ])
    expect(await plan(10)).toEqual([
      [productId, '8 oz jar', 8],
      [itemId, '4 oz jar', 4],
    ])
    expect(await plan(20)).toMatchObject([
      [productId, '8 oz jar', 16],
      [itemId, '4 oz jar', 8],
    ])
  })

  test('made again fills what it filled, in proportion', async () => {
    const { productId, made } = await twoPacks()
    const again = { productId, madeOn: '2026-03-05', likeBatchId: made.batchId }
    const fills = async (planned?: number) =>
      (await kitchen.api.batches.propose({ ...again, planned })).packs.map(({ expected }) => expected)
    expect(await fills()).toEqual([30, 20])
    expect(await fills(25)).toEqual([15, 10])
  })

  test('sends, finds and traces each pack by its own unit numbers', async () => {
    const { api } = kitchen
    const { made, smallLot } = await twoPacks()
    expect((await api.shipping.stock({})).map(({ product, pack, serials }) => [product, pack, serials])).toEqual([
      ['Syrup', '8 oz jar', '001–030'],
      ['Syrup, 4 oz jar', '4 oz jar', '031–048'],
    ])
    const sent = await sendUnits(api, smallLot, 10)
    expect(sent.lines).toMatchObject([{ product: 'Syrup, 4 oz jar', units: 10, serials: '031–040' }])
    const wrong = await refusal(sendUnits(api, smallLot, 1, { serials: '7' }))
    expect(Object.keys(wrong.fields ?? {})).toEqual(['lines.0.serials'])

    const [found] = await api.trace.find({ text: 'SY-20260304-A-037' })
    expect(found).toMatchObject({ kind: 'unit', serial: 37, detail: 'Syrup, 4 oz jar' })
    const node = { kind: 'batch', id: made.batchId } as const
    expect((await api.trace.open({ node, serial: 37 })).unit).toMatchObject({
      number: 'SY-20260304-A-037',
      lotId: smallLot,
      product: 'Syrup, 4 oz jar',
      where: 'Saturday farmers market, Mar 7, 2026',
    })
    expect((await api.trace.open({ node, serial: 51 })).unit).toMatchObject({
      where: 'no unit of that number was made',
    })
    const { rows } = await api.trace.list({ node, direction: 'forward' })
    expect(rows.slice(1).map(({ label, detail, quantity }) => [label, detail, quantity])).toEqual([
      ['on hand', '8 oz jar, 001–030', '30 jars'],
      ['Saturday farmers market', '4 oz jar, 031–040', '10 jars'],
      ['on hand', '4 oz jar, 041–048', '8 jars'],
      ['discarded (broken)', '4 oz jar, 049–050', '2 jars'],
    ])
  })

  test('is one batch in a recall, its units added up, and held as a whole', async () => {
    const { api } = kitchen
    const { sugar, productId, made, smallLot } = await twoPacks()
    await sendUnits(api, smallLot, 10)
    const scope = await api.recall.scope({ itemId: sugar.itemId })
    expect(scope.affected).toMatchObject([
      {
        batchId: made.batchId,
        lotIds: [made.lotId, smallLot],
        units: { made: 50, onHand: 38, sent: 10, discarded: 2 },
      },
    ])
    expect(scope.recipients).toMatchObject([{ product: 'Syrup, 4 oz jar', units: 10 }])
    const itself = await api.recall.scope({ itemId: productId })
    expect(itself.affected.map(({ batchId }) => batchId)).toEqual([made.batchId])

    await api.pantry.hold({ requestId: newId(), lotId: made.lotId, wholeBatch: true, reason: 'test' })
    expect((await api.batches.get({ batchId: made.batchId })).lots.map((lot) => lot.held)).toEqual([true, true])
    await api.pantry.release({ requestId: newId(), lotId: smallLot, reason: 'test' })
    expect((await api.batches.get({ batchId: made.batchId })).lots.map((lot) => lot.held)).toEqual([true, false])
  })

  test('can be an ingredient, discarded afterwards and voided, pack by pack', async () => {
    const { api } = kitchen
    const { made, smallLot } = await twoPacks()
    const cake = await addProduct(api, {
      name: 'Cake',
      code: 'CK',
      unit: 'cake',
      lines: [{ ingredient: 'Syrup, 4 oz jar', quantity: '3 jars' }],
    })
    const cakes = await makeBatch(api, cake)
    const back = await api.trace.list({ node: { kind: 'batch', id: cakes.batchId }, direction: 'backward' })
    expect(back.rows.map(({ label }) => label)).toContain('SY-20260304-A Syrup')
    const discard = { requestId: newId(), batchId: made.batchId, lotId: smallLot, units: 1, reason: 'broken' }
    expect(await api.batches.discard(discard)).toMatchObject({ serials: '048' })
    const blocked = await refusal(api.batches.void({ requestId: newId(), batchId: made.batchId, reason: 'test' }))
    expect(blocked.blockers).toEqual(['batch CK-20260304-A'])
    await api.batches.void({ requestId: newId(), batchId: cakes.batchId, reason: 'test' })
    await api.batches.void({ requestId: newId(), batchId: made.batchId, reason: 'test' })
    expect(await api.shipping.stock({})).toEqual([])
  })

  test('of which only the small pack came out makes only that lot; of which nothing did still makes one', async () => {
    const { api } = kitchen
    const { productId, itemId } = await twoPacks()
    const onlySmall = await makeBatch(api, productId, { made: 0, packs: [{ itemId, made: 7 }] })
    expect(onlySmall.lots).toMatchObject([{ itemId, serials: '001–007' }])
    const nothing = await makeBatch(api, productId, { made: 0 })
    expect(await api.batches.get({ batchId: nothing.batchId })).toMatchObject({ state: 'failed', made: 0, lots: [{}] })
  })
})

describe('a pack', () => {
  test('keeps its facts, follows its product’s name, is dropped and comes back', async () => {
    const { api } = kitchen
    const { productId, itemId } = await twoPacks()
    const facts = {
      productId,
      name: 'Maple syrup',
      code: 'SY',
      unit: 'jar',
      expectedYield: 10,
      lines: [{ ingredient: 'Sugar', quantity: '1 lb' }],
    }
    await api.products.save({ requestId: newId(), ...facts })
    const kept = await api.products.get({ productId })
    expect(kept.pack).toMatchObject({ name: '8 oz jar', net: '8 oz' })
    expect(kept.packs).toMatchObject([{ itemId, name: '4 oz jar', net: '4 oz', usual: 4, priceCents: 500 }])
    expect((await api.shipping.stock({})).map(({ product }) => product)).toEqual([
      'Maple syrup',
      'Maple syrup, 4 oz jar',
    ])

    await api.products.save({ requestId: newId(), ...facts, packs: [] })
    expect((await api.products.get({ productId })).packs).toEqual([])
    expect((await api.batches.propose({ productId, madeOn: '2026-03-04' })).packs).toHaveLength(1)
    await api.products.save({ requestId: newId(), ...facts, packs: [{ name: '4 OZ jar', gtin: '036000291452' }] })
    expect((await api.products.get({ productId })).packs).toMatchObject([{ itemId, gtin: '036000291452' }])
  })

  test.each([
    ['a GTIN whose last digit does not check', { packs: [{ ...small, gtin: '036000291453' }] }, 'packs.0.gtin'],
    [
      'the GTIN of another pack',
      { pack: { gtin: '036000291452' }, packs: [{ ...small, gtin: '036000291452' }] },
      'packs.0.gtin',
    ],
    ['less in it than declared', { packs: [{ ...small, fill: '3.9 oz' }] }, 'packs.0.fill'],
    ['a fill of another kind', { packs: [{ ...small, fill: '120 mL' }] }, 'packs.0.fill'],
    ['no name', { packs: [{ net: '4 oz' }] }, 'packs.0.name'],
    ['the name of another pack', { packs: [small, { name: '4 oz  JAR' }] }, 'packs.1.name'],
    ['a measure as its unit', { packs: [{ ...small, unit: 'cup' }] }, 'packs.0.unit'],
  ])('with %s is refused at its field', async (_name, wrong, field) => {
    const refused = await refusal(addProduct(kitchen.api, wrong))
    expect(Object.keys(refused.fields ?? {})).toEqual([field])
    expect(await kitchen.api.products.list({})).toEqual([])
  })

  test.each([
    ['of another product', (itemId: number) => [{ itemId: itemId + 7, made: 1 }], 'packs.0.itemId'],
    [
      'named twice',
      (itemId: number) => [
        { itemId, made: 1 },
        { itemId, made: 2 },
      ],
      'packs.1.itemId',
    ],
    ['with more discarded than made', (itemId: number) => [{ itemId, made: 1, discarded: 2 }], 'packs.0.discarded'],
  ] as const)('%s is refused when a batch is recorded', async (_name, packs, field) => {
    const { productId, itemId } = await twoPacks()
    const refused = await refusal(makeBatch(kitchen.api, productId, { packs: [...packs(itemId)], discardReason: 'x' }))
    expect(Object.keys(refused.fields ?? {})).toEqual([field])
  })
})
