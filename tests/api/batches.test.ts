import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { everyWay, newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot, sendUnits } from '../support/make.ts'

let kitchen: TestKitchen
afterEach(async () => {
  expect((await kitchen.api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

describe.each(everyWay)('recording a batch, %s', (way) => {
  beforeEach(async () => {
    kitchen = await openKitchen({ way })
  })

  test('takes the earliest expiry first and spills into the next lot', async () => {
    const { api } = kitchen
    await receiveLot(api, { ingredient: 'Berries', quantity: '3 lb', bestBy: '2026-03-09' })
    await receiveLot(api, { ingredient: 'Berries', quantity: '2 lb 4 oz', bestBy: '2026-03-06' })
    const productId = await addProduct(api, { lines: [{ ingredient: 'Berries', quantity: '4 lb' }] })
    const proposal = await api.batches.propose({ productId, madeOn: '2026-03-04' })
    expect(proposal.lines[0]?.uses.map(({ lotId, quantity }) => [lotId, quantity])).toEqual([
      [2, '2.25 lb'],
      [1, '1.75 lb'],
    ])
    const { batchId } = await makeBatch(api, productId)
    expect((await api.batches.get({ batchId })).uses.map(({ lotId, quantity }) => [lotId, quantity])).toEqual([
      [2, '2.25 lb'],
      [1, '1.75 lb'],
    ])
    const { rows } = await api.pantry.lots({ includeEmpty: true })
    expect(rows.map(({ id, onHand }) => [id, onHand.text])).toEqual([
      [2, '0 lb'],
      [1, '1.25 lb'],
    ])
  })

  test('nets what is for sale, and keeps the discarded and set-aside units’ places', async () => {
    const { api } = kitchen
    await receiveLot(api)
    const productId = await addProduct(api, { shelfLifeDays: 365 })
    const made = await makeBatch(api, productId, { made: 36, discarded: 2, discardReason: 'did not seal', setAside: 1 })
    expect(made).toMatchObject({ lotNumber: 'SY-20260304-A', forSale: 33, serials: '001–033' })
    const batch = await api.batches.get({ batchId: made.batchId })
    expect(batch).toMatchObject({ made: 36, onHand: 33, bestBy: '2027-03-04', state: 'finished' })
    expect(batch.units.map(({ serials, where }) => [serials, where])).toEqual([
      ['001–033', 'on hand'],
      ['034', 'set aside'],
      ['035–036', 'discarded (did not seal)'],
    ])
  })

  test('uses 16 × 1 oz of a pound and nothing is left', async () => {
    const { api } = kitchen
    const { lotId, itemId } = await receiveLot(api, { ingredient: 'Pectin', quantity: '1 lb' })
    const productId = await addProduct(api, { lines: [{ ingredient: 'Pectin', quantity: '1 oz' }] })
    for (let count = 0; count < 16; count += 1)
      await makeBatch(api, productId, { uses: [{ itemId, lotId, quantity: '1 oz' }] })
    expect((await api.pantry.lot({ lotId })).lot.onHand).toEqual({ base: 0, text: '0 lb' })
  })

  test('refuses to use more than is there, says by how much, and writes nothing', async () => {
    const { api } = kitchen
    const { lotId, itemId } = await receiveLot(api, { quantity: '10 lb' })
    const productId = await addProduct(api)
    const before = await api.history.verify({})
    const refused = await refusal(makeBatch(api, productId, { uses: [{ itemId, lotId, quantity: '11 lb' }] }))
    expect(refused).toMatchObject({ code: 'rule_violation' })
    expect(refused.fields?.['uses.0.quantity']).toBe(
      'Sugar from Costco Main St, Feb 15, 2026 has 10 lb left: 1 lb short. Take less, or take the rest from another lot. If there was more in it, say so on this row and it is counted up.',
    )
    expect(await api.history.verify({})).toEqual(before)
    expect((await api.batches.propose({ productId, madeOn: '2026-03-04' })).lotNumber).toBe('SY-20260304-A')
  })

  test('rows that share a lot share what it has', async () => {
    const { api } = kitchen
    const { lotId, itemId } = await receiveLot(api, { quantity: '10 lb' })
    const productId = await addProduct(api)
    const use = { itemId, lotId, quantity: '6 lb' }
    const refused = await refusal(makeBatch(api, productId, { uses: [use, use] }))
    expect(Object.keys(refused.fields ?? {})).toEqual(['uses.1.quantity'])
  })

  test('counts up the bag in the same step when there was more in it, and voiding takes that back', async () => {
    const { api } = kitchen
    const { lotId, itemId } = await receiveLot(api, { quantity: '10 lb' })
    const productId = await addProduct(api)
    const { batchId } = await makeBatch(api, productId, {
      uses: [{ itemId, lotId, quantity: '11 lb', moreThanRecorded: true }],
    })
    expect((await api.pantry.lot({ lotId })).lot.onHand.text).toBe('0 lb')
    await api.batches.void({ requestId: newId(), batchId, reason: 'test' })
    expect((await api.pantry.lot({ lotId })).lot.onHand.text).toBe('10 lb')
  })

  test('takes nothing from a lot whose shopping trip was taken back, however much more was in it', async () => {
    const { api } = kitchen
    const { lotId, itemId, receiptId } = await receiveLot(api)
    const productId = await addProduct(api)
    await api.pantry.voidReceipt({ requestId: newId(), receiptId, reason: 'test' })
    const uses = [{ itemId, lotId, quantity: '1 lb', moreThanRecorded: true }]
    const refused = await refusal(makeBatch(api, productId, { uses }))
    expect(refused.fields?.['uses.0.lotId']).toMatch(/was taken back with its shopping trip/)
  })

  test('gives a number out once, also after a void, and refuses a repeated one', async () => {
    const { api } = kitchen
    await receiveLot(api)
    const productId = await addProduct(api)
    const first = await makeBatch(api, productId)
    await api.batches.void({ requestId: newId(), batchId: first.batchId, reason: 'test' })
    expect((await makeBatch(api, productId)).lotNumber).toBe('SY-20260304-B')
    expect((await makeBatch(api, productId, { lotNumber: 'sy-20260304-f' })).lotNumber).toBe('SY-20260304-F')
    expect((await makeBatch(api, productId)).lotNumber).toBe('SY-20260304-G')
    const refused = await refusal(makeBatch(api, productId, { lotNumber: 'SY20260304A' }))
    expect(refused).toMatchObject({ code: 'conflict' })
    expect(refused.fields?.['lotNumber']).toBe(
      'Lot number SY20260304A was issued before and is never used twice. The next free one is SY-20260304-H.',
    )
  })

  test.each([
    ['sequential', ['SY-0001', 'SY-0002']],
    ['hybrid', ['2026-0304-SY-01', '2026-0304-SY-02']],
  ] as const)('numbers in the %s format', async (lotFormat, numbers) => {
    const { api } = kitchen
    await receiveLot(api)
    const productId = await addProduct(api)
    await api.kitchen.save({ requestId: newId(), zone: 'America/New_York', lotFormat })
    expect([(await makeBatch(api, productId)).lotNumber, (await makeBatch(api, productId)).lotNumber]).toEqual(numbers)
  })

  test('done twice with one request id is done once', async () => {
    const { api } = kitchen
    await receiveLot(api)
    const productId = await addProduct(api)
    const requestId = newId()
    expect(await api.system.recorded({ request: requestId })).toEqual({ recorded: false })
    const first = await makeBatch(api, productId, { requestId })
    expect(await api.system.recorded({ request: requestId })).toEqual({ recorded: true })
    const proposal = await api.batches.propose({ productId, madeOn: '2026-03-04' })
    const again = await api.batches.record({
      requestId,
      productId,
      madeOn: '2026-03-04',
      made: 10,
      uses: proposal.lines.flatMap(({ itemId, uses }) =>
        uses.map(({ lotId, quantity }) => ({ itemId, lotId, quantity })),
      ),
    })
    expect(again).toEqual(first)
    expect((await api.batches.list({})).rows).toHaveLength(1)
    expect(await refusal(makeBatch(api, productId, { requestId, made: 11 }))).toMatchObject({ code: 'conflict' })
  })

  test('keeps a row whose lot nobody knows', async () => {
    const { api } = kitchen
    const { itemId } = await receiveLot(api)
    const productId = await addProduct(api)
    const { batchId } = await makeBatch(api, productId, { uses: [{ itemId, lotId: null, quantity: '1 lb' }] })
    expect((await api.batches.get({ batchId })).uses).toMatchObject([{ lotId: null, lot: 'lot not recorded' }])
  })
})

describe('a batch', () => {
  beforeEach(async () => {
    kitchen = await openKitchen()
  })

  test.each([
    ['a day to come', { madeOn: '2026-03-29' }, 'madeOn'],
    ['a day that does not exist', { madeOn: '2026-02-29' }, 'madeOn'],
    ['more discarded than made', { discarded: 11, discardReason: 'broken' }, 'discarded'],
    ['discards without a reason', { discarded: 1 }, 'discardReason'],
    ['a best-by date before it was made', { bestBy: '2026-03-03' }, 'bestBy'],
    ['half a jar', { made: 1.5 }, 'made'],
    ['a negative number', { made: -1 }, 'made'],
    ['a lot number with a space', { lotNumber: 'SY 1' }, 'lotNumber'],
    ['a lot number of 21 characters', { lotNumber: 'A'.repeat(21) }, 'lotNumber'],
    ['an unknown unit', { uses: [{ itemId: 1, lotId: 1, quantity: '1 blob' }] }, 'uses.0.quantity'],
    ['a unit of another kind', { uses: [{ itemId: 1, lotId: 1, quantity: '1 cup' }] }, 'uses.0.quantity'],
    ['a lot of another ingredient', { uses: [{ itemId: 1, lotId: 2, quantity: '1 lb' }] }, 'uses.0.lotId'],
    ['a lot that is not there', { uses: [{ itemId: 1, lotId: 99, quantity: '1 lb' }] }, 'uses.0.lotId'],
  ])('with %s is refused at its field', async (_name, wrong, field) => {
    const { api } = kitchen
    await receiveLot(api)
    await receiveLot(api, { ingredient: 'Salt' })
    const productId = await addProduct(api)
    const refused = await refusal(makeBatch(api, productId, { uses: [], ...wrong }))
    expect(refused).toMatchObject({ code: 'invalid_input' })
    expect(Object.keys(refused.fields ?? {})).toEqual([field])
    expect((await api.batches.list({})).rows).toEqual([])
  })

  test.each([
    [
      'on hold',
      async () => await kitchen.api.pantry.hold({ requestId: newId(), lotId: 1, reason: 'smells' }),
      'on hold',
    ],
    [
      'past its date',
      async () => await receiveLot(kitchen.api, { bestBy: '2026-03-03' }),
      'past its best-by date, Mar 3, 2026',
    ],
    [
      'received later',
      async () => await receiveLot(kitchen.api, { receivedOn: '2026-03-05' }),
      'received later, on Mar 5, 2026',
    ],
  ])('does not take a lot that is %s', async (_name, prepare, problem) => {
    const { api } = kitchen
    await receiveLot(api)
    await prepare()
    const { lots } = { lots: (await api.pantry.lots({})).rows }
    const lotId = lots[0]?.id ?? 0
    const productId = await addProduct(api)
    const refused = await refusal(makeBatch(api, productId, { uses: [{ itemId: 1, lotId, quantity: '1 lb' }] }))
    expect(refused.code).toBe('rule_violation')
    expect(refused.fields?.['uses.0.lotId']).toContain(`is ${problem}. Choose another lot`)
    const choices = await api.batches.choices({ itemId: 1, madeOn: '2026-03-04' })
    expect(choices.find((choice) => choice.lotId === lotId)?.problem).toBe(problem)
  })

  test('cannot be voided while units of it are out or in another batch, and says which', async () => {
    const { api } = kitchen
    await receiveLot(api)
    const syrup = await addProduct(api)
    const { batchId, lotId } = await makeBatch(api, syrup)
    const { shipmentId } = await sendUnits(api, lotId, 4)
    const cake = await addProduct(api, {
      name: 'Cake',
      code: 'CK',
      unit: 'cake',
      expectedYield: 2,
      lines: [{ ingredient: 'Syrup', quantity: '1 jar' }],
    })
    const cakes = await makeBatch(api, cake)
    const refused = await refusal(api.batches.void({ requestId: newId(), batchId, reason: 'test' }))
    expect(refused.blockers).toEqual([
      'the shipment of 4 to Saturday farmers market on 2026-03-07',
      'batch CK-20260304-A',
    ])
    await api.shipping.void({ requestId: newId(), shipmentId, reason: 'test' })
    await api.batches.void({ requestId: newId(), batchId: cakes.batchId, reason: 'test' })
    await api.batches.void({ requestId: newId(), batchId, reason: 'test' })
    expect(await api.batches.get({ batchId })).toMatchObject({
      state: 'void',
      onHand: 0,
      units: [],
      voidReason: 'test',
    })
    expect(await refusal(api.batches.void({ requestId: newId(), batchId, reason: 'again' }))).toMatchObject({
      code: 'rule_violation',
    })
  })

  test('recorded and voided leaves the stock as it was', async () => {
    const { api } = kitchen
    await receiveLot(api)
    const productId = await addProduct(api)
    const before = await api.pantry.lots({ includeEmpty: true })
    const { batchId } = await makeBatch(api, productId, {
      made: 12,
      discarded: 3,
      discardReason: 'broken',
      setAside: 2,
    })
    await api.batches.discard({ requestId: newId(), batchId, units: 1, reason: 'broken' })
    await api.batches.void({ requestId: newId(), batchId, reason: 'test' })
    expect(await api.pantry.lots({ includeEmpty: true })).toEqual(before)
  })

  test('takes whole jars of a product of one’s own, lowest serials first', async () => {
    const { api } = kitchen
    await receiveLot(api)
    const syrup = await addProduct(api)
    const { batchId, lotId } = await makeBatch(api, syrup)
    const cake = await addProduct(api, {
      name: 'Cake',
      code: 'CK',
      lines: [{ ingredient: 'Syrup', quantity: '2 jars' }],
    })
    await makeBatch(api, cake)
    expect((await api.batches.get({ batchId })).units.map(({ serials, where }) => [serials, where])).toEqual([
      ['001–002', 'used in CK-20260304-A'],
      ['003–010', 'on hand'],
    ])
    const { id: itemId } = (await api.products.list({})).find(({ code }) => code === 'SY') ?? { id: 0 }
    const half = await refusal(makeBatch(api, cake, { uses: [{ itemId, lotId, quantity: '1/2 jar' }] }))
    expect(half.fields?.['uses.0.quantity']).toContain('whole jars')
  })

  test('list goes on where the page before it ended', async () => {
    const { api } = kitchen
    await receiveLot(api)
    const productId = await addProduct(api)
    for (const madeOn of ['2026-03-01', '2026-03-03', '2026-03-03', '2026-03-02', '2026-03-03'])
      await makeBatch(api, productId, { madeOn, uses: [] })
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof api.batches.list>> = await api.batches.list({ limit: 2, after })
      seen.push(...page.rows.map(({ lotNumber }) => lotNumber))
      after = page.next
    } while (after !== null)
    expect(seen).toEqual(['SY-20260303-C', 'SY-20260303-B', 'SY-20260303-A', 'SY-20260302-A', 'SY-20260301-A'])
  })
})
