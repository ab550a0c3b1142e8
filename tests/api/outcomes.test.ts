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

test('what a supplier says of a lot stops the labels of everything made with it, also where no recipe has it any more', async () => {
  const { api } = kitchen
  const { itemId } = await receiveLot(api)
  await api.facts.save({ requestId: newId(), itemId, contains: [] })
  const productId = await addProduct(api)
  const syrup = await makeBatch(api, productId)
  const jelly = await addProduct(api, {
    name: 'Jelly',
    code: 'JE',
    lines: [{ ingredient: 'Syrup', quantity: '1 jar' }],
  })
  const jellies = await makeBatch(api, jelly, { madeOn: '2026-03-05' })
  const { lotId: honey } = await receiveLot(api, { ingredient: 'Honey', supplier: 'Bee Yard' })
  const { lot } = await api.pantry.lot({ lotId: honey })
  await api.facts.save({ requestId: newId(), itemId: lot.itemId, contains: [] })
  const lines = [{ ingredient: 'Honey', quantity: '1 lb' }]
  await api.products.save({ requestId: newId(), productId, name: 'Syrup', code: 'SY', unit: 'jar', expectedYield: 10, lines }) // prettier-ignore
  expect(await api.outcomes.oldAllergens({})).toEqual([])
  const shops = await api.directory.suppliers({})
  const say = async (name: string) => {
    const supplierId = shops.find((shop) => shop.name === name)?.id ?? 0
    return (await api.facts.save({ requestId: newId(), itemId, supplierId, contains: ['soy'] })).stopped
  }
  expect(await say('Bee Yard')).toEqual([])
  expect(await say('Costco Main St')).toEqual([syrup.lotNumber, jellies.lotNumber])
  const because =
    'contains Soy (Sugar from Costco Main St), and its label does not say so. Check the label before it is used.'
  expect(await api.outcomes.oldAllergens({})).toMatchObject([
    {
      lotNumber: syrup.lotNumber,
      onHand: 9,
      added: ['Soy'],
      gone: [],
      sentence: `By what is known now, ${syrup.lotNumber} ${because}`,
    },
    { lotNumber: jellies.lotNumber, added: ['Soy'], sentence: `By what is known now, ${jellies.lotNumber} ${because}` },
  ])
  expect((await api.products.labelText({ lotId: jellies.lotId })).mismatch).toContain(because)

  await api.kitchen.speak({ requestId: newId(), language: 'es' })
  const { added, sentence } = (await api.outcomes.oldAllergens({}))[0] ?? {}
  expect([added, sentence]).toEqual([['Soya'], expect.stringMatching(/Soya/)])
  expect(sentence).not.toMatch(/Soy\b/)
})

test('a lot that turns out to be another supplier’s stops the labels of what was made with it', async () => {
  const { api } = kitchen
  const { itemId, lotId } = await receiveLot(api)
  await receiveLot(api, { supplier: 'Corner market', receivedOn: '2026-02-20' })
  const corner = (await api.directory.suppliers({})).find(({ name }) => name === 'Corner market')?.id ?? 0
  await api.facts.save({ requestId: newId(), itemId, contains: [] })
  await api.facts.save({ requestId: newId(), itemId, supplierId: corner, contains: ['egg'] })
  const { lotNumber } = await makeBatch(api, await addProduct(api))
  const said = async () => (await api.outcomes.oldAllergens({}))[0]?.sentence
  expect(await said()).toMatch(/^The recipe now has Egg, which SY/)
  await api.pantry.correctLot({
    requestId: newId(),
    lotId,
    supplier: 'Corner market',
    receivedOn: '2026-02-15',
    reason: 'Wrong bag',
  })
  expect(await said()).toMatch(
    new RegExp(`^By what is known now, ${lotNumber} contains Egg \\(Sugar from Corner market\\)`),
  )
})
