import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

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

type Plan = Parameters<TestKitchen['api']['plans']['save']>[0]

async function plan(productId: number, given: Partial<Plan> = {}): Promise<number> {
  const { planId } = await api.plans.save({ requestId: newId(), productId, day: '2026-03-30', planned: 20, ...given })
  return planId
}

async function undo(): Promise<string> {
  const last = await api.history.last({})
  if (last?.undo?.op !== 'history.takeBack') throw new Error(`not by its entry: ${last?.what ?? 'nothing'}`)
  await api.history.takeBack({ requestId: newId(), seq: last.undo.id, reason: 'undone' })
  return last.what
}

test('begins as the last batch was, or the best one, and else as the recipe says', async () => {
  const productId = await addProduct(api)
  expect(await api.plans.start({ productId })).toMatchObject({ planned: 10, likes: [], recipeVersion: 1 })
  await receiveLot(api)
  const first = await makeBatch(api, productId, { made: 12 })
  const last = await makeBatch(api, productId, { made: 15 })
  expect(await api.plans.start({ productId })).toMatchObject({ planned: 15, likes: [{ batchId: last.batchId }] })
  await api.outcomes.rememberBest({ requestId: newId(), batchId: first.batchId, isBest: true })
  const { planned, likes } = await api.plans.start({ productId })
  expect([planned, likes.map(({ batchId, why }) => [batchId, why])]).toEqual([
    12,
    [
      [first.batchId, 'the best'],
      [last.batchId, 'the last'],
    ],
  ])
})

test('is listed by day, changed, taken off the list and put back, each of them undone by its key', async () => {
  const productId = await addProduct(api)
  const later = await plan(productId, { day: '2026-04-02' })
  const sooner = await plan(productId, { note: 'for Ana' })
  const rows = async () => (await api.plans.list({})).map(({ id, day, planned, note }) => [id, day, planned, note])
  expect(await rows()).toEqual([
    [sooner, '2026-03-30', 20, 'for Ana'],
    [later, '2026-04-02', 20, ''],
  ])
  expect(await api.plans.list({ until: '2026-03-31' })).toHaveLength(1)
  await plan(productId, { planId: sooner, day: '2026-04-03', planned: 30 })
  expect(await rows()).toEqual([
    [later, '2026-04-02', 20, ''],
    [sooner, '2026-04-03', 30, ''],
  ])
  expect(await undo()).toBe('Changed the plan of Syrup for Apr 3, 2026')
  expect((await rows())[0]).toEqual([sooner, '2026-03-30', 20, 'for Ana'])
  await api.plans.cancel({ requestId: newId(), planId: sooner, reason: 'no berries' })
  expect(await api.plans.get({ planId: sooner })).toMatchObject({ cancelReason: 'no berries', batch: null })
  expect(await undo()).toContain('off the list: no berries')
  expect(await rows()).toHaveLength(2)
  await api.plans.cancel({ requestId: newId(), planId: sooner, reason: 'no berries' })
  await api.plans.reopen({ requestId: newId(), planId: sooner, reason: 'there are some' })
  expect(await rows()).toHaveLength(2)
  expect((await refusal(api.plans.reopen({ requestId: newId(), planId: sooner, reason: 'x' }))).code).toBe('conflict')
})

test('a new plan is taken back by its key, and what came after it is not lost on the way', async () => {
  const productId = await addProduct(api)
  const planId = await plan(productId)
  await plan(productId, { planId, planned: 40 })
  const entries = (await api.history.list({})).rows.filter(({ op }) => op === 'plans.save')
  const first = entries.at(-1)?.seq ?? 0
  const early = await refusal(api.history.takeBack({ requestId: newId(), seq: first, reason: 'undone' }))
  expect(early.message).toContain('changed, made or taken off the list since')
  await undo()
  await undo()
  expect(await api.plans.list({})).toEqual([])
  expect(await api.plans.get({ planId })).toMatchObject({ cancelReason: 'undone', planned: 20 })
})

test('is done with when its batch is saved, and open again when that is taken back', async () => {
  await receiveLot(api)
  const productId = await addProduct(api)
  const planId = await plan(productId)
  const { batchId, lotNumber } = await makeBatch(api, productId, { planId })
  expect(await api.plans.list({})).toEqual([])
  expect(await api.plans.get({ planId })).toMatchObject({ batch: { batchId, lotNumber }, cancelReason: null })
  const closed = await refusal(plan(productId, { planId, planned: 5 }))
  expect(closed.message).toContain(`made as ${lotNumber}`)
  const kept = await refusal(api.plans.reopen({ requestId: newId(), planId, reason: 'again' }))
  expect(kept.message).toContain(`made as ${lotNumber}. Void that batch first`)
  await api.batches.void({ requestId: newId(), batchId, reason: 'undone' })
  expect(await api.plans.list({})).toMatchObject([{ id: planId }])
  const again = await makeBatch(api, productId, { planId })
  expect(await api.plans.get({ planId })).toMatchObject({ batch: { lotNumber: again.lotNumber } })
})

test('what was cooked is recorded also where its plan was taken off the list; a plan of something else is refused', async () => {
  await receiveLot(api)
  const productId = await addProduct(api)
  const other = await addProduct(api, { name: 'Candy', code: 'CA' })
  const planId = await plan(productId)
  expect((await refusal(makeBatch(api, other, { planId }))).fields).toHaveProperty('planId')
  await api.plans.cancel({ requestId: newId(), planId, reason: 'late' })
  await makeBatch(api, productId, { planId })
  expect(await api.plans.get({ planId })).toMatchObject({ cancelReason: 'late', batch: null })
})

test('begun as a batch in progress it says so, and is done with when that is finished, or free when it is stopped', async () => {
  await receiveLot(api)
  const productId = await addProduct(api)
  const planId = await plan(productId)
  const begin = async () => await api.live.start({ requestId: newId(), productId, planned: 20, planId })
  const first = await begin()
  expect(await api.plans.list({})).toMatchObject([{ id: planId, live: first }])
  expect((await refusal(begin())).message).toContain(`in progress already as ${first.lotNumber}`)
  const busy = await refusal(api.plans.cancel({ requestId: newId(), planId, reason: 'x' }))
  expect(busy.message).toContain(first.lotNumber)
  await api.live.stop({ requestId: newId(), liveId: first.liveId, reason: 'no gas' })
  expect(await api.plans.list({})).toMatchObject([{ id: planId, live: null }])
  const { liveId } = await begin()
  await makeBatch(api, productId, { liveId })
  expect(await api.plans.list({})).toEqual([])
})

test('says what is wrong beside the field', async () => {
  const productId = await addProduct(api)
  const fields = async (given: Partial<Plan>) => (await refusal(plan(productId, given))).fields
  expect(await fields({ day: '2026-03-27' })).toEqual({ day: 'That day is over. Choose today or a day to come.' })
  expect(await fields({ packId: 99 })).toHaveProperty('packId')
  expect(await fields({ planned: 0 })).toEqual({ planned: 'Type 1 or more.' })
  expect((await refusal(plan(productId, { likeBatchId: 9 }))).code).toBe('not_found')
  const planId = await plan(productId)
  kitchen.setNow('2026-04-05T15:00:00.000Z')
  await plan(productId, { planId, planned: 8 })
  expect(await api.plans.list({})).toMatchObject([{ planned: 8, day: '2026-03-30' }])
})

test('goes into one pack where that is wanted, as many units as it holds', async () => {
  const productId = await addProduct(api, {
    pack: { net: '8 oz' },
    packs: [{ name: '4 oz jar', net: '4 oz', usual: 4 }],
  })
  const [, small] = (await api.plans.start({ productId })).packs
  const planId = await plan(productId, { planned: 10, packId: small?.itemId ?? 0 })
  const { packId } = await api.plans.get({ planId })
  const { packs, planned } = await api.batches.propose({ productId, madeOn: '2026-03-28', planned: 10, packId })
  expect([planned, packs.map(({ expected }) => expected)]).toEqual([10, [0, 20]])
  await receiveLot(api)
  const cook = { made: 6, packs: [{ itemId: small?.itemId ?? 0, made: 8 }] }
  const { batchId } = await makeBatch(api, productId, cook)
  const again = await api.batches.propose({
    productId,
    madeOn: '2026-03-28',
    planned: 28,
    likeBatchId: batchId,
    packId,
  })
  // 6 of 8 oz and 8 of 4 oz are 80 oz; twice that fills 40 small jars.
  expect(again.packs.map(({ expected }) => expected)).toEqual([0, 40])
})

test('shows when the recipe has changed since', async () => {
  const productId = await addProduct(api)
  await plan(productId)
  await addProduct(api, { lines: [{ ingredient: 'Sugar', quantity: '2 lb' }] }).catch(async () => {
    const input = { name: 'Syrup', code: 'SY', unit: 'jar', expectedYield: 10 }
    const lines = [{ ingredient: 'Sugar', quantity: '2 lb' }]
    await api.products.save({ requestId: newId(), productId, ...input, lines })
  })
  expect(await api.plans.list({})).toMatchObject([{ recipeVersion: 1, newestVersion: 2 }])
})
