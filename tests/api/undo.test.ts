import { afterEach, beforeEach, expect, test } from 'vitest'
import { correct, rowsOf } from '../support/correct.ts'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot, sendUnits } from '../support/make.ts'

let kitchen: TestKitchen
let api: TestKitchen['api']
beforeEach(async () => {
  kitchen = await openKitchen()
  ;({ api } = kitchen)
})
afterEach(async () => {
  expect((await api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

/** What the key does: takes the last thing back with its own operation. @returns what that was */
async function undo(): Promise<string> {
  const last = await api.history.last({})
  if (!last?.undo) return last ? `stays: ${last.what}` : 'nothing'
  const { op, id } = last.undo
  const given = { requestId: newId(), reason: 'undone' }
  const [, key] = {
    batches: ['', 'batchId'],
    shipping: ['', 'shipmentId'],
    history: ['', 'seq'],
    pantry: ['', 'lotId'],
  }[op.split('.')[0] as 'batches'] ?? ['', '']
  const input = { ...given, [op === 'pantry.voidReceipt' ? 'receiptId' : (key ?? '')]: id }
  const answer = await kitchen.raw(op, input)
  if (!answer.ok) throw new Error(answer.error.message)
  return last.what
}

test('takes back thing after thing, the last one first, until the kitchen is as it was', async () => {
  const { lotId, itemId } = await receiveLot(api, { quantity: '10 lb' })
  const productId = await addProduct(api)
  expect(await undo()).toContain('stays: Saved the product')
  const made = await makeBatch(api, productId, { uses: [{ itemId, lotId, quantity: '1 lb' }] })
  await api.pantry.count({ requestId: newId(), lotId, found: '8 lb', reason: 'spilled' })
  await api.batches.discard({ requestId: newId(), batchId: made.batchId, units: 2, reason: 'broken' })
  await correct(api, made.batchId, { figures: { made: 12 } })
  await api.pantry.hold({ requestId: newId(), lotId, reason: 'smells' })
  await sendUnits(api, made.lotId, 4)
  const left = async () => (await api.pantry.lot({ lotId })).lot
  const what = []
  for (let count = 0; count < 6; count += 1) what.push(await undo())
  expect(what.map((each) => each.split(' ')[0])).toEqual([
    'Sent',
    'Put',
    'Corrected',
    'Discarded',
    'Counted',
    'Recorded',
  ])
  expect(await left()).toMatchObject({ held: false, onHand: { text: '10 lb' } })
  expect(await api.batches.get({ batchId: made.batchId })).toMatchObject({ state: 'void', made: 10 })
  expect(await undo()).toContain('stays: Saved the product')
})

test('a correction taken back leaves the batch as it was: rows, figures, day and note', async () => {
  const { lotId, itemId } = await receiveLot(api, { quantity: '10 lb' })
  const salt = await receiveLot(api, { ingredient: 'Salt', quantity: '1 lb' })
  const productId = await addProduct(api, { shelfLifeDays: 30 })
  const { batchId } = await makeBatch(api, productId, {
    discarded: 1,
    discardReason: 'broken',
    setAside: 1,
    note: 'first',
    uses: [
      { itemId, lotId, quantity: '1 lb' },
      { itemId: salt.itemId, lotId: null, quantity: '1 oz' },
    ],
  })
  const page = async () => {
    const { uses, units, made, madeOn, bestBy, note } = await api.batches.get({ batchId })
    return { uses: uses.map(({ basis: _, ...use }) => use), units, made, madeOn, bestBy, note }
  }
  const before = await page()
  const [sugar] = await rowsOf(api, batchId)
  await correct(api, batchId, {
    madeOn: '2026-03-02',
    note: '',
    figures: { made: 14, discarded: 3, discardReason: 'spilled', setAside: 0 },
    uses: [{ itemId, lotId, ...sugar, quantity: '2 lb' }],
  })
  await undo()
  expect(await page()).toEqual(before)
  expect((await api.pantry.lot({ lotId })).lot.onHand.text).toBe('9 lb')
  expect((await api.corrections.list({ batchId })).map(({ reason }) => reason)).toEqual(['undone', 'test'])
})

test('what has been built on since is not taken back, and the reason says why', async () => {
  const { lotId, itemId } = await receiveLot(api, { quantity: '1 lb' })
  const productId = await addProduct(api)
  await api.pantry.count({ requestId: newId(), lotId, found: '5 lb', reason: 'more' })
  const counted = await api.history.last({})
  const { batchId } = await makeBatch(api, productId, { uses: [{ itemId, lotId, quantity: '4 lb' }] })
  const takeBack = async (seq: number | undefined) =>
    await refusal(api.history.takeBack({ requestId: newId(), seq: seq ?? 0, reason: 'undone' }))
  expect((await takeBack(counted?.seq)).message).toContain('was used or moved since')
  await correct(api, batchId, { note: 'one' })
  const first = await api.history.last({})
  await correct(api, batchId, { note: 'two' })
  expect((await takeBack(first?.seq)).message).toContain('corrected again since')
  expect((await takeBack(1)).message).toContain('cannot be taken back in one step')
})

test('only what is the same thing again can be done again: a batch cannot, its number stays used', async () => {
  const { lotId } = await receiveLot(api)
  const productId = await addProduct(api)
  const made = await makeBatch(api, productId)
  expect(await api.history.last({})).toMatchObject({ undo: { op: 'batches.void' }, redo: null, fresh: true })
  await sendUnits(api, made.lotId, 4)
  expect((await api.history.last({}))?.redo?.op).toBe('shipping.send')
  await undo()
  expect((await api.history.last({}))?.what).toContain('Recorded batch')
  await undo()
  expect((await makeBatch(api, productId)).lotNumber).toBe('SY-20260304-B')
  expect(lotId).toBeGreaterThan(0)
  kitchen.setNow('2026-03-28T16:00:00.000Z')
  expect((await api.history.last({}))?.fresh).toBe(false)
})

test('missing facts are listed in one place, with the lots that were in stock that day', async () => {
  const { itemId, lotId } = await receiveLot(api, { supplier: 'Costco', quantity: '1 lb', receivedOn: '2026-03-01' })
  const later = await receiveLot(api, { supplier: 'Depot', receivedOn: '2026-03-06' })
  const undated = await receiveLot(api, { ingredient: 'Berries', supplier: '', receivedOn: '' })
  const productId = await addProduct(api)
  const { batchId, lotNumber } = await makeBatch(api, productId, { uses: [{ itemId, lotId: null, quantity: '1 lb' }] })
  const missing = await api.corrections.missing({})
  expect(missing).toMatchObject({
    total: 2,
    uses: [{ batchId, lotNumber, ingredient: 'Sugar', quantity: '1 lb' }],
    lots: [{ id: undated.lotId, missing: ['supplier', 'received date'] }],
  })
  const lots = await api.corrections.lots({ itemId, day: '2026-03-04' })
  expect(lots.map((lot) => [lot.lotId, lot.there])).toEqual([[lotId, '1 lb']])
  expect(later.lotId).not.toBe(lotId)
  await api.corrections.nameLot({ requestId: newId(), useId: missing.uses[0]?.useId ?? 0, lotId })
  await api.pantry.correctLot({
    requestId: newId(),
    lotId: undated.lotId,
    supplier: 'Valley Farm',
    receivedOn: '2026-03-02',
    reason: 'receipt',
  })
  expect(await api.corrections.missing({})).toMatchObject({ total: 0, uses: [], lots: [] })
})

test('stars, notes and the best ever are taken back with the key, and what was before them holds again', async () => {
  await receiveLot(api)
  const productId = await addProduct(api)
  const first = await makeBatch(api, productId)
  const second = await makeBatch(api, productId, { madeOn: '2026-03-05' })
  const best = async (batchId: number) => await api.outcomes.rememberBest({ requestId: newId(), batchId, isBest: true })
  const followUps = async () =>
    (await api.outcomes.get({ batchId: second.batchId })).followUps.map(({ stars }) => stars)
  await best(first.batchId)
  await best(second.batchId)
  await api.outcomes.followUp({ requestId: newId(), batchId: second.batchId, day: '2026-03-20', stars: 4 })
  await api.outcomes.followUp({ requestId: newId(), batchId: second.batchId, day: '2026-03-21', stars: 1 })
  const wrong = await api.history.last({})
  expect(wrong?.redo?.op).toBe('outcomes.followUp')
  expect(await undo()).toBe('Noted how a batch turned out')
  expect(await followUps()).toEqual([4])
  expect(await undo()).toBe('Noted how a batch turned out')
  expect(await followUps()).toEqual([])
  expect(await undo()).toBe('Remembered SY-20260305-A as the best of its product')
  expect(await api.outcomes.best({ productId })).toEqual({ batchId: first.batchId })
  expect(await undo()).toBe('Remembered SY-20260304-A as the best of its product')
  expect(await api.outcomes.best({ productId })).toEqual({ batchId: null })
  expect(await undo()).toMatch(/^Recorded batch SY-20260305-A/)
  const again = api.history.takeBack({ requestId: newId(), seq: wrong?.seq ?? 0, reason: 'undone' })
  expect((await refusal(again)).message).toContain('taken back before')
})
