import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId, openKitchen, refusal, TODAY, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => {
  expect((await kitchen.api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

function trip(lines: unknown[], rest: Record<string, unknown> = {}) {
  return kitchen.raw('pantry.receive', {
    requestId: newId(),
    supplier: 'Valley Farm',
    receivedOn: '2026-03-02',
    lines,
    ...rest,
  })
}

describe('receiving', () => {
  test('makes a lot of each line, and keeps what was typed', async () => {
    const { api } = kitchen
    const line = {
      ingredient: 'Pectin',
      quantity: '2 lb 4 oz',
      supplierLot: '00392/174',
      bestBy: '2026-12-31',
      costCents: 1450,
    }
    await trip([line, { ingredient: 'Berries', quantity: '8 lb' }])
    const { rows } = await api.pantry.lots({})
    expect(rows[1]).toMatchObject({
      item: 'Pectin',
      supplier: 'Valley Farm',
      receivedOn: '2026-03-02',
      received: '2 lb 4 oz',
      supplierLot: '00392/174',
      bestBy: '2026-12-31',
      costCents: 1450,
      onHand: { text: '2.25 lb' },
      missing: [],
    })
  })

  test('knows names again whatever their case, accents and spaces', async () => {
    const { api } = kitchen
    await trip([{ ingredient: 'Crème fraîche', quantity: '1 lb' }])
    await trip([{ ingredient: ' creme  FRAICHE ', quantity: '8 oz' }], { supplier: 'valley farm.' })
    expect(await api.pantry.ingredients({})).toMatchObject([
      { name: 'Crème fraîche', lots: 2, onHand: { text: '1.5 lb' } },
    ])
    expect(await api.directory.suppliers({})).toMatchObject([{ name: 'Valley Farm' }])
  })

  test('takes a bare number in the ingredient’s own unit', async () => {
    await trip([{ ingredient: 'Berries', quantity: '8 lb' }])
    await trip([{ ingredient: 'Berries', quantity: '4' }])
    expect((await kitchen.api.pantry.lots({})).rows.map(({ received }) => received)).toEqual(['4 lb', '8 lb'])
  })

  test('takes a lot of which nobody knows the supplier or the day, and says what is missing', async () => {
    await trip([{ ingredient: 'Berries', quantity: '8 lb' }], { supplier: '', receivedOn: '' })
    const { rows } = await kitchen.api.pantry.lots({})
    expect(rows).toMatchObject([{ supplier: null, receivedOn: null, missing: ['supplier', 'received date'] }])
    expect(await kitchen.api.pantry.attention({})).toMatchObject({ total: 1, rows: [{ item: 'Berries' }] })
  })

  test.each([
    ['no lines', [], {}, 'lines'],
    ['no quantity', [{ ingredient: 'Berries', quantity: '' }], {}, 'lines.0.quantity'],
    [
      'a quantity without a unit for a new ingredient',
      [{ ingredient: 'Berries', quantity: '8' }],
      {},
      'lines.0.quantity',
    ],
    ['no ingredient', [{ ingredient: ' ', quantity: '8 lb' }], {}, 'lines.0.ingredient'],
    [
      'a day that does not exist',
      [{ ingredient: 'Berries', quantity: '8 lb' }],
      { receivedOn: '2026-02-30' },
      'receivedOn',
    ],
    ['a day to come', [{ ingredient: 'Berries', quantity: '8 lb' }], { receivedOn: '2026-03-29' }, 'receivedOn'],
    [
      'a best-by day that does not exist',
      [{ ingredient: 'B', quantity: '8 lb', bestBy: '2026-13-01' }],
      {},
      'lines.0.bestBy',
    ],
    ['a negative price', [{ ingredient: 'Berries', quantity: '8 lb', costCents: -1 }], {}, 'lines.0.costCents'],
    ['a control character', [{ ingredient: 'Ber\u0000ries', quantity: '8 lb' }], {}, 'lines.0.ingredient'],
    ['a hidden reversal of direction', [{ ingredient: 'Ber\u202eries', quantity: '8 lb' }], {}, 'lines.0.ingredient'],
    ['a lone surrogate', [{ ingredient: 'Ber\ud800ries', quantity: '8 lb' }], {}, 'lines.0.ingredient'],
    [
      'a field that is not part of it',
      [{ ingredient: 'Berries', quantity: '8 lb', colour: 'red' }],
      {},
      'lines.0.colour',
    ],
  ])('%s is refused at its field, and nothing is written', async (_name, lines, rest, field) => {
    const answer = await trip(lines, rest)
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    if (!answer.ok) expect(Object.keys(answer.error.fields ?? {})).toEqual([field])
    expect(await kitchen.api.pantry.ingredients({})).toEqual([])
    expect(await kitchen.api.directory.suppliers({})).toEqual([])
  })

  test('a line of another kind of unit says how the ingredient is kept', async () => {
    await trip([{ ingredient: 'Flour', quantity: '5 lb' }])
    const answer = await trip([{ ingredient: 'Flour', quantity: '3 cups' }])
    expect(answer).toMatchObject({
      error: {
        fields: {
          'lines.0.quantity':
            'Flour is kept by weight (in lb), and “3 cups” is volume. Type it in lb, or enter what 1 cup of it is in g.',
        },
      },
    })
  })

  test('is taken back whole, and refused once a batch used some of it', async () => {
    const { api } = kitchen
    const { receiptId, lotId } = await receiveLot(api)
    const productId = await addProduct(api)
    const { batchId } = await makeBatch(api, productId)
    const refused = await refusal(api.pantry.voidReceipt({ requestId: newId(), receiptId, reason: 'test' }))
    expect(refused).toMatchObject({ code: 'rule_violation', blockers: ['batch SY-20260304-A'] })
    await api.batches.void({ requestId: newId(), batchId, reason: 'test' })
    await api.pantry.voidReceipt({ requestId: newId(), receiptId, reason: 'test' })
    expect((await api.pantry.lot({ lotId })).lot.onHand.base).toBe(0)
    expect(await api.pantry.attention({})).toMatchObject({ total: 0 })
  })
})

describe('a lot', () => {
  test('counted is corrected by the difference, down to nothing', async () => {
    const { api } = kitchen
    const { lotId } = await receiveLot(api, { quantity: '10 lb' })
    await api.pantry.count({ requestId: newId(), lotId, found: '9 lb 8 oz', reason: 'spilled' })
    expect((await api.pantry.lot({ lotId })).lot.onHand.text).toBe('9.5 lb')
    await api.pantry.count({ requestId: newId(), lotId, found: '0', reason: 'mice' })
    const { lot, history } = await api.pantry.lot({ lotId })
    expect(lot.onHand.base).toBe(0)
    expect(history.map(({ what, change, reason }) => [what, change, reason])).toEqual([
      ['received', '+10 lb', null],
      ['counted', '-0.5 lb', 'spilled'],
      ['counted', '-9.5 lb', 'mice'],
    ])
  })

  test('of jars counted short leaves missing units, which may turn up again', async () => {
    const { api } = kitchen
    await receiveLot(api)
    const { batchId, lotId } = await makeBatch(api, await addProduct(api))
    await api.pantry.count({ requestId: newId(), lotId, found: '8 jars', reason: 'stolen' })
    const where = async () =>
      (await api.batches.get({ batchId })).units.map(({ serials, where: place }) => [serials, place])
    expect(await where()).toEqual([
      ['001–008', 'on hand'],
      ['009–010', 'missing (stolen)'],
    ])
    await api.pantry.count({ requestId: newId(), lotId, found: '9 jars', reason: 'found one' })
    expect(await where()).toEqual([
      ['001–009', 'on hand'],
      ['010', 'missing (stolen)'],
    ])
    const refused = await refusal(api.pantry.count({ requestId: newId(), lotId, found: '11 jars', reason: 'wrong' }))
    expect(Object.keys(refused.fields ?? {})).toEqual(['found'])
  })

  test('corrected keeps old and new in its history', async () => {
    const { api } = kitchen
    const { lotId } = await receiveLot(api, { ingredient: 'Berries', supplier: 'Valley Farm', receivedOn: '' })
    const facts = { supplier: 'Valley Farm', receivedOn: '2026-03-02', bestBy: '', supplierLot: 'L7' }
    await api.pantry.correctLot({ requestId: newId(), lotId, ...facts, reason: 'found the receipt' })
    const { lot, history } = await api.pantry.lot({ lotId })
    expect(lot).toMatchObject({ receivedOn: '2026-03-02', supplierLot: 'L7', missing: [] })
    expect(history.at(-1)).toMatchObject({
      what: 'received corrected from not recorded to 2026-03-02, supplier lot corrected from not recorded to L7',
      reason: 'found the receipt',
    })
    const again = await refusal(api.pantry.correctLot({ requestId: newId(), lotId, ...facts, reason: 'again' }))
    expect(again.message).toBe('Nothing is changed. Change a field, or go back.')
  })

  test('is held once and released once, and its history keeps both', async () => {
    const { api } = kitchen
    const { lotId } = await receiveLot(api)
    await api.pantry.hold({ requestId: newId(), lotId, reason: 'smells' })
    expect(await refusal(api.pantry.hold({ requestId: newId(), lotId, reason: 'smells' }))).toMatchObject({
      message: 'This lot is on hold already.',
    })
    await api.pantry.release({ requestId: newId(), lotId, reason: 'it was the bin' })
    expect((await api.pantry.lot({ lotId })).history.slice(1).map(({ what, reason }) => [what, reason])).toEqual([
      ['put on hold', 'smells'],
      ['hold ended', 'it was the bin'],
    ])
  })

  test('asks for attention from a week before its date', async () => {
    const { api } = kitchen
    await receiveLot(api, { bestBy: '2026-04-04' })
    await receiveLot(api, { bestBy: '2026-04-05' })
    expect((await api.pantry.attention({})).rows.map(({ bestBy }) => bestBy)).toEqual(['2026-04-04'])
    kitchen.setNow('2026-03-29T15:00:00Z')
    expect((await api.pantry.attention({})).total).toBe(2)
    kitchen.setNow(TODAY)
  })

  test('that is not there is not found', async () => {
    expect(await refusal(kitchen.api.pantry.lot({ lotId: 99 }))).toMatchObject({ code: 'not_found' })
  })
})
