import { expect, test } from 'vitest'
import { newId, openKitchen } from '../support/kitchen.ts'

test('a supplier’s barcode names the lot of its pack; without a lot, the only one that is there', async () => {
  const kitchen = await openKitchen()
  const { api } = kitchen
  const receive = async (ingredient: string, supplierLot: string, gtin = '') => {
    const lines = [{ ingredient, quantity: '5 lb', supplierLot, gtin }]
    const { lots } = await api.pantry.receive({
      requestId: newId(),
      supplier: 'Depot',
      receivedOn: '2026-03-01',
      lines,
    })
    return lots[0]?.lotId ?? 0
  }
  const scan = async (code: string) =>
    (await api.batches.scan({ code, madeOn: '2026-03-04' })).map(({ lotId, ingredient }) => [lotId, ingredient])
  const first = await receive('Sugar', 'AB 1/2', '09506000134352')
  const salt = await receive('Salt', 'AB 1/2')
  expect(await scan('09506000134352')).toEqual([[first, 'Sugar']])
  const second = await receive('Sugar', 'CD3')
  expect(await scan(']C1010950600013435210AB12')).toEqual([[first, 'Sugar']])
  expect(await scan('(01)09506000134352(10)CD3')).toEqual([[second, 'Sugar']])
  expect(await scan(']C1010950600013435210CD3\u001D15261231')).toEqual([[second, 'Sugar']])
  // Two lots are there, and the code says nothing of which it is.
  expect(await scan('09506000134352')).toEqual([])
  expect(await scan('(01)09506000134352(10)NOT-HERE')).toEqual([])
  expect((await scan('AB 1/2')).map(([lotId]) => Number(lotId)).toSorted((a, b) => a - b)).toEqual([first, salt])
  await kitchen.close()
})
