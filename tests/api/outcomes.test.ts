import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => await kitchen.close())

test('stars and notes by day, and the best batch ever until it is void', async () => {
  const { api } = kitchen
  await receiveLot(api)
  const productId = await addProduct(api)
  const { batchId } = await makeBatch(api, productId)
  const about = { batchId, day: '2026-03-20' }
  expect(await refusal(api.outcomes.followUp({ requestId: newId(), ...about }))).toMatchObject({
    code: 'invalid_input',
  })
  await api.outcomes.followUp({ requestId: newId(), ...about, day: '2026-03-25', note: 'Still set' })
  await api.outcomes.followUp({ requestId: newId(), ...about, stars: 5 })
  await api.outcomes.rememberBest({ requestId: newId(), batchId, isBest: true })
  expect(await api.outcomes.get({ batchId })).toMatchObject({
    isBest: true,
    followUps: [
      { day: '2026-03-20', stars: 5, note: '' },
      { day: '2026-03-25', stars: null, note: 'Still set' },
    ],
  })
  expect(await api.outcomes.best({ productId })).toEqual({ batchId })
  await api.batches.void({ requestId: newId(), batchId, reason: 'Wrong' })
  expect(await api.outcomes.best({ productId })).toEqual({ batchId: null })
})

test('weights are held against what the label declares, in words', async () => {
  const { api } = kitchen
  await receiveLot(api)
  const productId = await addProduct(api, { pack: { name: '', net: '8 oz' } })
  const { batchId, lotId } = await makeBatch(api, productId)
  const weigh = async (weights: string) => await api.outcomes.weigh({ requestId: newId(), lotId, weights })
  const pack = async () => (await api.outcomes.get({ batchId })).packs[0]
  expect(await refusal(weigh('2 cups'))).toMatchObject({ fields: { weights: expect.stringMatching(/8 oz/) as string } })
  await weigh('8.1 oz; 8 oz; 7.9 oz')
  expect(await pack()).toMatchObject({ declared: '8 oz', verdict: 'good' })
  await weigh('7.8')
  expect((await pack())?.sentence).toMatch(/^4 weighed, 7.8 oz to 8.1 oz.*below what the label says/)
  await api.outcomes.takeWeightsBack({ requestId: newId(), lotId, reason: 'The jar was on' })
  expect(await pack()).toMatchObject({ weights: [], verdict: null, sentence: null })
  expect((await api.history.verify({})).problems).toEqual([])
})

test('a changed ingredient says which batches on the shelf carry the old allergens', async () => {
  const { api } = kitchen
  const { itemId } = await receiveLot(api)
  await api.facts.save({ requestId: newId(), itemId, contains: [] })
  const productId = await addProduct(api)
  const { lotNumber } = await makeBatch(api, productId)
  expect(await api.outcomes.oldAllergens({})).toEqual([])
  await api.facts.save({ requestId: newId(), itemId, contains: ['soy'] })
  expect(await api.outcomes.oldAllergens({})).toMatchObject([{ lotNumber, onHand: 10, added: ['Soy'], gone: [] }])
})
