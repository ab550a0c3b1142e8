import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { everyWay, newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
afterEach(async () => {
  expect((await kitchen.api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

describe.each(everyWay)('the record page, %s', (way) => {
  beforeEach(async () => {
    kitchen = await openKitchen({ way })
  })

  test('receives two bags just opened and uses them in one save', async () => {
    const { api } = kitchen
    const { itemId } = await receiveLot(api, { quantity: '1 lb' })
    const productId = await addProduct(api, { lines: [{ ingredient: 'Sugar', quantity: '6 lb' }] })
    const use = (quantity: string, supplierLot: string) => ({
      itemId,
      lotId: null,
      quantity,
      basis: 'confirmed' as const,
      delivery: { supplier: 'Valley Farm', quantity: '40 lb', supplierLot },
    })
    const { batchId } = await makeBatch(api, productId, { uses: [use('2 lb', 'A/1'), use('4 lb', 'A/2')] })
    const { uses } = await api.batches.get({ batchId })
    expect(uses.map(({ quantity, lot }) => [quantity, lot])).toEqual([
      ['2 lb', 'Valley Farm, Mar 4, 2026, lot A/1'],
      ['4 lb', 'Valley Farm, Mar 4, 2026, lot A/2'],
    ])
    const { rows } = await api.pantry.lots({})
    expect(rows.map(({ received, onHand }) => [received, onHand.text])).toEqual([
      ['40 lb', '36 lb'],
      ['40 lb', '38 lb'],
      ['1 lb', '1 lb'],
    ])
    // One shopping trip, not one a bag.
    expect((await api.history.list({ limit: 3 })).rows.map(({ op }) => op)).toEqual([
      'batches.record',
      'products.save',
      'pantry.receive',
    ])
  })

  test('receives nothing when the batch is refused', async () => {
    const { api } = kitchen
    const { itemId, lotId } = await receiveLot(api, { quantity: '1 lb' })
    const productId = await addProduct(api)
    const refused = await refusal(
      makeBatch(api, productId, {
        uses: [
          { itemId, lotId: null, quantity: '1 lb', delivery: { supplier: 'New shop', quantity: '5 lb' } },
          { itemId, lotId, quantity: '2 lb' },
        ],
      }),
    )
    expect(Object.keys(refused.fields ?? {})).toEqual(['uses.1.quantity'])
    expect((await api.pantry.lots({})).rows).toHaveLength(1)
    expect(await api.directory.suppliers({})).toHaveLength(1)
  })

  test.each([
    [{ quantity: '2 dozen' }, 'uses.0.delivery.quantity', /kept by weight/],
    [{ quantity: '0.5 lb' }, 'uses.0.quantity', /0.5 lb left: 0.5 lb short/],
    [{ quantity: '5 lb', receivedOn: '2026-03-09' }, 'uses.0.lotId', /Row 1: .* is received later/],
    [{ quantity: '5 lb', receivedOn: '2999-05-09' }, 'uses.0.delivery.receivedOn', /still to come/],
  ])('refuses the delivery %j beside its field', async (delivery, field, sentence) => {
    const { api } = kitchen
    const { itemId } = await receiveLot(api)
    const productId = await addProduct(api)
    const { fields } = await refusal(
      makeBatch(api, productId, { uses: [{ itemId, lotId: null, quantity: '1 lb', delivery }] }),
    )
    expect(fields?.[field]).toMatch(sentence)
  })

  test('refuses a lot put on hold meanwhile, naming its row, and takes it with a reason', async () => {
    const { api } = kitchen
    const { itemId, lotId } = await receiveLot(api)
    const productId = await addProduct(api)
    await api.pantry.hold({ requestId: newId(), lotId, reason: 'smells' })
    const row = { itemId, lotId, quantity: '1 lb' }
    const refused = await refusal(makeBatch(api, productId, { uses: [row] }))
    expect(refused.message).toBe(
      'Row 1: Sugar from Costco Main St, Feb 15, 2026 is on hold. Choose another lot, or say why it may be used.',
    )
    const other = { ...row, override: { problem: 'expired' as const, reason: 'smelled it' } }
    expect((await refusal(makeBatch(api, productId, { uses: [other] }))).code).toBe('rule_violation')
    const override = { problem: 'held' as const, reason: 'tested, it is fine' }
    const { batchId } = await makeBatch(api, productId, { uses: [{ ...row, override }] })
    expect((await api.batches.get({ batchId })).uses[0]?.overrideReason).toBe('tested, it is fine')
  })

  test('knows a bag by its number, a supplier’s lot and an own jar, and says why one may not be used', async () => {
    const { api } = kitchen
    const madeOn = '2026-03-10'
    const { lotId } = await receiveLot(api, { supplierLot: '00392/174' })
    const { lotId: old } = await receiveLot(api, { supplierLot: '00392-174', bestBy: '2026-03-01' })
    const jam = await addProduct(api, { name: 'Jam', code: 'SJ' })
    const made = await makeBatch(api, jam, { madeOn: '2026-03-04' })
    const scan = async (code: string) =>
      (await api.batches.scan({ code, madeOn })).map((found) => [found.lotId, found.ingredient, found.problemKind])
    expect(await scan(`L-${lotId}`)).toEqual([[lotId, 'Sugar', null]])
    expect(await scan(`l${old}`)).toEqual([[old, 'Sugar', 'expired']])
    expect(await scan('00392/174')).toEqual([
      [lotId, 'Sugar', null],
      [old, 'Sugar', 'expired'],
    ])
    expect(await scan('sj20260304a')).toEqual([[made.lotId, 'Jam', null]])
    expect(await scan('SJ-20260304-A-007')).toEqual([[made.lotId, 'Jam', null]])
    expect(await scan('00392')).toEqual([])
    expect(await scan('nothing')).toEqual([])
  })

  test('repeats an old batch: its quantities, from lots of today', async () => {
    const { api } = kitchen
    const { itemId, lotId } = await receiveLot(api, { quantity: '3 lb' })
    const { lotId: next } = await receiveLot(api, { quantity: '9 lb' })
    const productId = await addProduct(api)
    const uses = [
      { itemId, lotId, quantity: '1 1/2 lb' },
      { itemId, lotId, quantity: '8 oz' },
    ]
    const { batchId } = await makeBatch(api, productId, { made: 20, uses })
    const like = await api.batches.propose({ productId, madeOn: '2026-03-05', likeBatchId: batchId })
    expect(like).toMatchObject({ planned: 20, like: { lotNumber: 'SY-20260304-A', made: 20 } })
    expect(like.lines[0]).toMatchObject({ quantity: '2 lb', short: null })
    expect(like.lines[0]?.uses.map((use) => [use.lotId, use.quantity])).toEqual([
      [lotId, '1 lb'],
      [next, '1 lb'],
    ])
    const half = await api.batches.propose({ productId, madeOn: '2026-03-05', planned: 10, likeBatchId: batchId })
    expect(half.lines[0]?.quantity).toBe('1 lb')
    const other = await addProduct(api, { name: 'Other', code: 'OT' })
    const refused = await refusal(api.batches.propose({ productId: other, madeOn: '2026-03-05', likeBatchId: batchId }))
    expect(refused.code).toBe('not_found')
  })

  test('offers what is likely to be made next, and what a failed or void batch hides', async () => {
    const { api } = kitchen
    await receiveLot(api, { quantity: '100 lb' })
    const [jam, syrup, never] = [
      await addProduct(api, { name: 'Jam', code: 'SJ' }),
      await addProduct(api, { name: 'Syrup', code: 'SY' }),
      await addProduct(api, { name: 'Apple butter', code: 'AB' }),
    ]
    const good = await makeBatch(api, jam, { madeOn: '2026-03-04' })
    await makeBatch(api, jam, { madeOn: '2026-03-06', made: 4, discarded: 4, discardReason: 'overcooked' })
    await makeBatch(api, syrup, { madeOn: '2026-03-20' })
    const undone = await makeBatch(api, syrup, { madeOn: '2026-03-21' })
    await api.batches.void({ requestId: newId(), batchId: undone.batchId, reason: 'undone' })
    const again = await api.batches.again({})
    expect(again.map(({ productId, last }) => [productId, last?.lotNumber])).toEqual([
      [syrup, 'SY-20260320-A'],
      [jam, good.lotNumber],
      [never, undefined],
    ])
    expect(await api.batches.again({ limit: 1 })).toHaveLength(1)
  })
})
