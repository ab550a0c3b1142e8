import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { kitchenDialect } from '../../main/db/dialect.ts'
import { batchesOver } from '../../main/db/repos/costs.ts'
import type { Schema } from '../../main/db/schema.ts'
import { newId, openKitchen, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => await kitchen.close())

const march = { from: '2026-03-01', to: '2026-03-31' }

/** Units of some lots sent to the market, each at a price or at none, and counted in the evening. */
async function marketDay(
  lines: { lotId: number; units: number; priceCents: number | null }[],
  back: { lotId: number; units: number }[],
  cashCents: number | null,
) {
  // prettier-ignore
  const { api } = kitchen
  const { shipmentId } = await api.shipping.send({
    requestId: newId(),
    place: 'Saturday farmers market',
    sentOn: '2026-03-07',
    lines: lines.map((line) => ({ ...line, serials: '' })),
  })
  await api.shipping.bringBack({ requestId: newId(), shipmentId, day: '2026-03-07', cashCents, lines: back })
  return shipmentId
}

test('what a batch sold for is what the sales log says: without what came back, with the money that was counted', async () => {
  const { api } = kitchen
  await receiveLot(api)
  const syrup = await addProduct(api)
  const punch = await addProduct(api, { name: 'Punch', code: 'PU' })
  const first = await makeBatch(api, syrup)
  const second = await makeBatch(api, syrup, { madeOn: '2026-03-05' })
  const other = await makeBatch(api, punch)
  const lotOf = (made: typeof first) => made.lots[0]?.lotId ?? 0
  await marketDay(
    [
      { lotId: lotOf(first), units: 8, priceCents: 500 },
      { lotId: lotOf(other), units: 5, priceCents: 1000 },
    ],
    [{ lotId: lotOf(first), units: 3 }],
    6000,
  )
  await api.shipping.send({
    requestId: newId(),
    place: 'Co-op',
    sentOn: '2026-03-08',
    lines: [
      { lotId: lotOf(second), units: 2, serials: '', priceCents: 450 },
      { lotId: lotOf(second), units: 3, serials: '' },
    ],
  })
  // 5 at $5.00 and 5 at $10.00 come to $75.00, of which $60.00 were in the box: $20.00 and $40.00.
  const { batches } = await api.quality.product({ productId: syrup, ...march })
  expect(batches).toMatchObject([
    { sold: 5, takenCents: 2000, unpriced: 0 },
    { sold: 2, takenCents: 900, unpriced: 3 },
  ])
  expect((await api.quality.product({ productId: punch, ...march })).batches).toMatchObject([
    { sold: 5, takenCents: 4000 },
  ])
  const year = await api.rules.gauge({ year: 2026 })
  expect(year.products.find(({ productId }) => productId === syrup)).toMatchObject({ cents: 2900, unpriced: 3 })
})

test('of more purchases than a chart shows, the newest are told', async () => {
  const { api } = kitchen
  const buy = async (receivedOn: string, costCents: number) =>
    await api.pantry.receive({
      requestId: newId(),
      supplier: 'Costco',
      receivedOn,
      lines: Array.from({ length: 100 }, () => ({ ingredient: 'Sugar', quantity: '10 lb', costCents })),
    })
  for (const day of ['01', '02', '03', '04', '05']) await buy(`2026-02-${day}`, 800)
  const { lots } = await buy('2026-03-15', 905)
  const { lot } = await api.pantry.lot({ lotId: lots[0]?.lotId ?? 0 })
  const { rows } = await api.quality.prices({ itemId: lot.itemId })
  expect([rows.length, rows[0]?.day, rows.at(-1)?.day]).toEqual([500, '2026-02-02', '2026-03-15'])
})

test('of more batches than a table shows, the newest are told, oldest first', async () => {
  const { api } = kitchen
  await receiveLot(api)
  const productId = await addProduct(api)
  for (const day of ['04', '06', '05']) await makeBatch(api, productId, { madeOn: `2026-03-${day}` })
  await kitchen.close(false)
  const raw = new Database(path.join(kitchen.dataDir, 'traceberry.db'))
  const db = new Kysely<Schema>({ dialect: kitchenDialect(() => raw) })
  const days = (await batchesOver(db, { productId, ...march, limit: 2 })).map((batch) => batch.made_on)
  await db.destroy()
  raw.close()
  expect(days).toEqual(['2026-03-05', '2026-03-06'])
})

test('what will be used is held against what may be used: not what is on hold or past its date', async () => {
  const { api } = kitchen
  await receiveLot(api, { quantity: '4 lb' })
  const held = await receiveLot(api, { quantity: '5 lb' })
  await receiveLot(api, { quantity: '6 lb', bestBy: '2026-03-27' })
  await receiveLot(api, { quantity: '1 lb', bestBy: '2026-03-28' })
  const productId = await addProduct(api)
  const [first] = (await api.batches.propose({ productId, madeOn: '2026-03-20' })).lines
  await makeBatch(api, productId, { madeOn: '2026-03-20', uses: [{ itemId: first?.itemId ?? 0, lotId: null, quantity: '8 lb' }] }) // prettier-ignore
  await api.pantry.hold({ requestId: newId(), lotId: held.lotId, reason: 'Recalled' })
  expect(await api.quality.forecast({ daysAhead: 56 })).toMatchObject([
    { used: '8 lb', ahead: '8 lb', onHand: '5 lb', short: '3 lb', lastsDays: 35 },
  ])
})
