import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => await kitchen.close())

/** Four batches with Costco's sugar, then two with the market's by Ana, of half the yield. */
async function kitchenWithACause() {
  const { api } = kitchen
  await receiveLot(api, { quantity: '4 lb' })
  const productId = await addProduct(api)
  const good = []
  for (const day of ['01', '02', '03', '04']) good.push(await makeBatch(api, productId, { madeOn: `2026-03-${day}` }))
  await receiveLot(api, { supplier: 'Corner market', receivedOn: '2026-03-05' })
  const ana = await api.crew.savePerson({ requestId: newId(), name: 'Ana', active: true })
  const bad = []
  for (const day of ['06', '07'])
    bad.push(await makeBatch(api, productId, { madeOn: `2026-03-${day}`, made: 5, personIds: [ana.id] }))
  return { productId, good: good.map(({ batchId }) => batchId), bad: bad.map(({ batchId }) => batchId) }
}

test('batches beside each other: what is unusual for the product comes first, per unit made', async () => {
  const { good, bad } = await kitchenWithACause()
  const { api } = kitchen
  const { rows, history, batches } = await api.quality.compare({ batchIds: [bad[0] ?? 0, good[0] ?? 0] })
  expect(history).toBe(4)
  expect(batches.map(({ madeOn }) => madeOn)).toEqual(['2026-03-06', '2026-03-01'])
  const told = rows.map(({ name, cells, usual }) => [name, ...cells.map(({ text }) => text), usual])
  expect(told).toContainEqual(['Sugar from', 'Corner market', 'Costco Main St', 'Costco Main St in 3 of 4'])
  expect(told).toContainEqual(['Sugar for each jar', '0.2 lb', '0.1 lb', '0.1 ± 0 lb in 4'])
  expect(told).toContainEqual(['Made by', 'Ana', null, 'Ana in 1 of 1'])
  expect(rows[0]?.cells[0]?.unusual).toBe(true)
})

test('the common thread of bad batches, against the good ones of the product', async () => {
  const { good, bad } = await kitchenWithACause()
  const { api } = kitchen
  const answer = await api.quality.thread({ badIds: bad })
  expect(answer.good.map(({ id }) => id).toReversed()).toEqual(good)
  // 2 of 2 against 0 of 4: C(2,2)·C(4,0) / C(6,2) = 1 in 15 for each thing looked at.
  const [first] = answer.threads
  expect(first).toMatchObject({ bad: { having: 2, of: 2 }, good: { having: 0, of: 4 } })
  expect([first?.what, ...(first?.always ?? [])]).toContain('Sugar from Corner market')
  expect(answer.threads.every(({ strength }) => strength !== 'strong')).toBe(true)
  expect(await refusal(api.quality.thread({ badIds: [999] }))).toMatchObject({ code: 'invalid_input' })
})

test('a batch costs what its lots cost, its losses too, and brings that into what it is used in', async () => {
  const { api } = kitchen
  await api.pantry.receive({
    requestId: newId(),
    supplier: 'Costco',
    receivedOn: '2026-02-15',
    lines: [{ ingredient: 'Sugar', quantity: '10 lb', costCents: 800 }],
  })
  const syrup = await addProduct(api)
  const { batchId } = await makeBatch(api, syrup, { madeOn: '2026-03-01' })
  const days = { from: '2026-03-01', to: '2026-03-31' }
  const of = async (productId: number) => await api.quality.product({ productId, ...days })
  // 1 of 10 lb at $8.00 is 80 cents, 8 for each of 10 jars; once 2 are broken, 10 for each that is left.
  expect((await of(syrup)).batches).toMatchObject([{ made: 10, costCents: 80, eachCents: 8, unknown: [] }])
  await api.batches.discard({ requestId: newId(), batchId, units: 2, reason: 'broken' })
  expect(await of(syrup)).toMatchObject({
    batches: [{ discarded: 2, costCents: 80, eachCents: 10 }],
    discards: [{ reason: 'broken', units: 2 }],
  })
  const punch = await addProduct(api, {
    name: 'Punch',
    code: 'PU',
    expectedYield: 4,
    lines: [
      { ingredient: 'Syrup', quantity: '4 jar' },
      { ingredient: 'Lemon', quantity: '1 lb' },
    ],
  })
  await receiveLot(api, { ingredient: 'Lemon', quantity: '5 lb' })
  await makeBatch(api, punch, { madeOn: '2026-03-02' })
  expect((await of(punch)).batches).toMatchObject([{ costCents: 40, eachCents: 10, unknown: ['Lemon'] }])
})

test('what an ingredient cost over time, and what will be used of it', async () => {
  const { api } = kitchen
  const buy = async (receivedOn: string, costCents: number) =>
    await api.pantry.receive({
      requestId: newId(),
      supplier: 'Costco',
      receivedOn,
      lines: [{ ingredient: 'Sugar', quantity: '10 lb', costCents }],
    })
  await buy('2026-02-15', 800)
  const { lots } = await buy('2026-03-15', 905)
  const { lot } = await api.pantry.lot({ lotId: lots[0]?.lotId ?? 0 })
  const { rows } = await api.quality.prices({ itemId: lot.itemId })
  expect(rows.map(({ day, hundredths }) => [day, hundredths])).toEqual([
    ['2026-02-15', 8000],
    ['2026-03-15', 9050],
  ])
  const productId = await addProduct(api)
  for (const day of ['2026-03-20', '2026-03-27']) await makeBatch(api, productId, { madeOn: day, planned: 40 })
  // 8 lb in 8 weeks is 2 lb in two; 12 lb are left, for 84 days.
  expect(await api.quality.forecast({})).toMatchObject([
    { ingredient: 'Sugar', used: '8 lb', ahead: '2 lb', onHand: '12 lb', short: null, lastsDays: 84 },
  ])
})
