import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => {
  await kitchen.close()
})

async function addPrinter(name: string): Promise<number> {
  const { id } = await kitchen.api.labels.savePrinter({ requestId: newId(), name, address: '10.0.0.9' })
  return id
}

test('a product has its usual label, on the printer where that is usually printed; a pack takes its product’s', async () => {
  const { api } = kitchen
  const [, lids] = [await addPrinter('Counter'), await addPrinter('Lids')]
  await receiveLot(api)
  const itemId = await addProduct(api, { packs: [{ name: '4 oz jar' }] })
  const { lotId } = await makeBatch(api, itemId)
  const { packs } = await api.products.get({ productId: itemId })
  const packId = packs[0]?.itemId ?? 0
  expect(await api.labels.usual({ lotId })).toEqual({ itemId, layout: null, printerId: null })
  await api.labels.saveUsual({ requestId: newId(), itemId, layout: 'round-qr' })
  await api.labels.saveUsualPrinter({ requestId: newId(), layout: 'round-qr', printerId: lids })
  expect(await api.labels.usual({ lotId })).toEqual({ itemId, layout: 'round-qr', printerId: lids })
  expect(await api.labels.usual({ itemId: packId })).toMatchObject({ itemId: packId, layout: 'round-qr' })
  await api.labels.saveUsual({ requestId: newId(), itemId: packId, layout: 'jar-qr' })
  expect(await api.labels.usual({ itemId: packId })).toEqual({ itemId: packId, layout: 'jar-qr', printerId: null })
  await kitchen.restart()
  expect(await kitchen.api.labels.usual({ lotId })).toEqual({ itemId, layout: 'round-qr', printerId: lids })
  await kitchen.api.labels.saveUsual({ requestId: newId(), itemId, layout: null })
  expect(await kitchen.api.labels.usual({ lotId })).toMatchObject({ layout: null, printerId: null })
})

test('a design or a printer that was taken off the list is no usual one any more', async () => {
  const { api } = kitchen
  const printerId = await addPrinter('Counter')
  const itemId = await addProduct(api)
  const { design } = await api.designs.starter({ starter: 'jar' })
  const { designId } = await api.designs.save({ requestId: newId(), design })
  const layout = `own-${designId}` as const
  await api.labels.saveUsual({ requestId: newId(), itemId, layout })
  await api.labels.saveUsualPrinter({ requestId: newId(), layout, printerId })
  expect(await api.labels.usual({ itemId })).toEqual({ itemId, layout, printerId })
  await api.labels.removePrinter({ requestId: newId(), printerId })
  expect(await api.labels.usual({ itemId })).toEqual({ itemId, layout, printerId: null })
  await api.designs.remove({ requestId: newId(), designId })
  expect(await api.labels.usual({ itemId })).toEqual({ itemId, layout: null, printerId: null })
  const refused = await refusal(api.labels.saveUsual({ requestId: newId(), itemId, layout }))
  expect(Object.keys(refused.fields ?? {})).toEqual(['layout'])
})
