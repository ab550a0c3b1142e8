import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId, openKitchen, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => await kitchen.close())

test('a batch made after nuts in the same bowl says so, until a cleaning is written down between', async () => {
  const { api } = kitchen
  const { itemId } = await receiveLot(api, { ingredient: 'Almonds', quantity: '5 lb' })
  await receiveLot(api)
  await api.facts.save({ requestId: newId(), itemId, contains: ['nut:almond'] })
  const nutty = await addProduct(api, {
    name: 'Granola',
    code: 'GR',
    lines: [{ ingredient: 'Almonds', quantity: '1 lb' }],
  })
  const plain = await addProduct(api)
  const bowl = await api.crew.saveEquipment({ requestId: newId(), name: 'Bowl', kind: 'equipment', active: true })
  const batch = { equipmentIds: [bowl.id] }
  await makeBatch(api, nutty, { ...batch, madeOn: '2026-03-04' })
  const after = await makeBatch(api, plain, { ...batch, madeOn: '2026-03-06' })
  const nuts = await makeBatch(api, nutty, { ...batch, madeOn: '2026-03-07' })
  const contact = async (batchId: number) => (await api.batches.get({ batchId })).crossContact
  expect(await contact(after.batchId)).toEqual([
    'Almonds by Bowl: GR-20260304-A (Granola, Mar 4, 2026) was made with it before, and no cleaning of it was ever written down.',
  ])
  expect(await contact(nuts.batchId)).toEqual([])
  await api.kitchen.speak({ requestId: newId(), language: 'es' })
  expect(await contact(after.batchId)).toEqual([expect.stringMatching(/^Almendras/)])
  await api.kitchen.speak({ requestId: newId(), language: 'en' })
  await api.crew.clean({ requestId: newId(), equipmentId: bowl.id, day: '2026-03-05', method: 'Soap' })
  expect(await contact(after.batchId)).toEqual([])
  const last = await makeBatch(api, plain, { ...batch, madeOn: '2026-03-08' })
  expect(await contact(last.batchId)).toEqual([
    expect.stringMatching(/GR-20260307-A.*no cleaning is written down between/),
  ])
  await api.batches.void({ requestId: newId(), batchId: nuts.batchId, reason: 'Wrong day' })
  expect(await contact(last.batchId)).toEqual([])
})

test('a thermometer in both carries nothing over: neither the page nor a recall says so', async () => {
  const { api } = kitchen
  const { itemId } = await receiveLot(api, { ingredient: 'Almonds', quantity: '5 lb' })
  const sugar = await receiveLot(api)
  await api.facts.save({ requestId: newId(), itemId: sugar.itemId, contains: [] })
  const nutty = await addProduct(api, { name: 'Granola', code: 'GR', lines: [{ ingredient: 'Almonds', quantity: '1 lb' }] }) // prettier-ignore
  const plain = await addProduct(api)
  const save = async (name: string, kind: 'equipment' | 'instrument') =>
    (await api.crew.saveEquipment({ requestId: newId(), name, kind, active: true })).id
  const [bowl, pot, thermometer] = [await save('Bowl', 'equipment'), await save('Pot', 'equipment'), await save('Thermometer', 'instrument')] // prettier-ignore
  await makeBatch(api, nutty, { equipmentIds: [bowl, thermometer], madeOn: '2026-03-04' })
  const apart = await makeBatch(api, plain, { equipmentIds: [pot, thermometer], madeOn: '2026-03-05' })
  const after = await makeBatch(api, plain, { equipmentIds: [bowl, thermometer], madeOn: '2026-03-06' })
  // What is in the almonds is written down only now: the page knows it as the recall does.
  await api.facts.save({ requestId: newId(), itemId, contains: ['nut:almond'] })
  const { affected, cannotTell } = await api.recall.scope({ allergen: 'nut:almond' })
  expect(affected.map(({ lotNumber }) => lotNumber)).toEqual(['GR-20260304-A', after.lotNumber])
  expect(cannotTell).toEqual([])
  const contact = async (batchId: number) => (await api.batches.get({ batchId })).crossContact
  expect(await contact(apart.batchId)).toEqual([])
  expect(await contact(after.batchId)).toEqual([expect.stringMatching(/^Almonds by Bowl: GR-20260304-A/)])
})
