import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Api } from '../../shared/api/contract.ts'
import { containsRanges, readRanges } from '../../shared/domain/serialRange.ts'
import { wholeFile } from '../support/largeFile.ts'
import { act, addProducts, anyStep, attempt } from '../support/anyKitchen.ts'
import { correct, rowsOf } from '../support/correct.ts'
import { runImport, sendFile, verdicts, wholeTrace } from '../support/imports.ts'
import { newId, openKitchen } from '../support/kitchen.ts'
import { makeBatch, receiveLot, sendUnits } from '../support/make.ts'

/*
 * Kitchens in which anything happens, exported whole and imported into an empty one: both give the same traces, the same
 * stock and the same shipments.
 */
const KITCHENS = Number(process.env['TRACEBERRY_KITCHENS'] ?? 12)

const amendment = fc.oneof(
  fc.record({
    amend: fc.constant('figures' as const),
    batch: fc.nat(4),
    made: fc.nat(12),
    discarded: fc.nat(3),
    setAside: fc.nat(2),
  }),
  fc.record({ amend: fc.constant('day' as const), batch: fc.nat(4), day: fc.constantFrom('2026-03-03', '2026-03-06') }),
  fc.record({
    amend: fc.constant('use' as const),
    batch: fc.nat(4),
    lot: fc.option(fc.nat(9)),
    quantity: fc.constantFrom('4 oz', '1 lb', '1 jar', '3 jars'),
    more: fc.boolean(),
  }),
  fc.record({ amend: fc.constant('discard' as const), batch: fc.nat(4), units: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    amend: fc.constant('count' as const),
    lot: fc.nat(9),
    found: fc.constantFrom('0', '8 oz', '12 lb', '3'),
  }),
  fc.record({
    amend: fc.constant('exchange' as const),
    place: fc.nat(2),
    lot: fc.nat(4),
    units: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({
    amend: fc.constant('send by number' as const),
    lot: fc.nat(8),
    serials: fc.constantFrom('1-2', '5', '2, 4'),
  }),
  fc.record({ amend: fc.constantFrom('void return', 'void receipt', 'release', 'hold'), id: fc.nat(6) }),
)
type Amendment = typeof amendment extends fc.Arbitrary<infer S> ? S : never
const anything = fc.oneof({ weight: 2, arbitrary: anyStep }, { weight: 1, arbitrary: amendment })

test(
  `${KITCHENS} kitchens exported and imported again are the same kitchens`,
  { timeout: 60_000 + KITCHENS * 15_000 },
  async () => {
    let left = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 6, maxLength: 30 }), async (steps) => {
        const one = await openKitchen()
        const other = await openKitchen()
        try {
          const products = await addProducts(one.api, 0)
          await receiveLot(one.api, { receivedOn: '2026-02-01' })
          await makeBatch(one.api, products[0] ?? 0)
          for (const step of steps)
            await attempt(async () => await ('amend' in step ? amend(one.api, step) : act(one.api, products, step)))
          // Of jars that went and came back and then were said never to have been made, the tables have no batch to name.
          if (await sentNeverMade(one.api)) return void (left += 1)
          await carryOver(one.api, other.api)
          expect(await told(other.api)).toEqual(await told(one.api))
          expect((await other.api.history.verify({})).problems).toEqual([])
        } finally {
          await one.close()
          await other.close()
        }
      }),
      { numRuns: KITCHENS, endOnFailure: true },
    )
    expect(left, 'kitchens that the tables cannot carry').toBeLessThan(KITCHENS / 4)
  },
)

test('jars that a correction put into a batch after others had left are the same jars', async () => {
  const one = await openKitchen()
  const other = await openKitchen()
  try {
    const [product = 0] = await addProducts(one.api, 0)
    await receiveLot(one.api, { receivedOn: '2026-02-01' })
    const jam = await makeBatch(one.api, product, { madeOn: '2026-03-03' })
    const later = await makeBatch(one.api, product, { madeOn: '2026-03-05' })
    await sendUnits(one.api, jam.lotId, 3)
    const { itemId } = (await one.api.pantry.lot({ lotId: jam.lotId })).lot
    const [row] = await rowsOf(one.api, later.batchId)
    if (!row) throw new Error('the batch used nothing')
    await correct(one.api, later.batchId, { uses: [{ ...row, itemId, lotId: jam.lotId, quantity: '2 jars' }] })
    const { units } = await one.api.batches.get({ batchId: jam.batchId })
    expect(units.map(({ serials }) => serials)).toContain('004–005')

    await carryOver(one.api, other.api)
    expect(await told(other.api)).toEqual(await told(one.api))
  } finally {
    await one.close()
    await other.close()
  }
})

/** Exports the one and imports it into the other; no row may wait. */
async function carryOver(one: Api, other: Api): Promise<void> {
  const file = await wholeFile(one, one.imports.exportAll({ format: 'xlsx' }))
  const importId = await sendFile(other, file.name, Buffer.from(file.base64, 'base64'))
  expect((await verdicts(other, importId)).filter((row) => row.includes('stopped'))).toEqual([])
  await runImport(other, importId)
  expect((await verdicts(other, importId)).filter((row) => row.includes('stopped'))).toEqual([])
}

/** Whether a standing shipment has units that a later correction says were never made; the export says so in its list. */
async function sentNeverMade(api: Api): Promise<boolean> {
  const shipments = (await api.shipping.list({ limit: 200 })).rows.filter(({ voidReason }) => voidReason === null)
  for (const { lotId, batchId, serials } of shipments.flatMap(({ lines }) => lines)) {
    const { units } = await api.batches.get({ batchId })
    const made = units.filter((each) => each.lotId === lotId).flatMap((each) => readRanges(each.serials) ?? [])
    if (!containsRanges(made, readRanges(serials) ?? [])) return true
  }
  return false
}

/** What stands in a record: void batches and shipments, which a table leaves out, apart. */
async function told(api: Api) {
  const { batches, ...trace } = (await wholeTrace(api)) as { batches: unknown[][] }
  const shipments = (await api.shipping.list({ limit: 200 })).rows.filter(({ voidReason }) => voidReason === null)
  return {
    ...trace,
    batches: batches.filter(([, , , state]) => state !== 'void'),
    shipments: shipments.map(({ place, placeKind, purpose, sentOn, note, lines, returns }) => ({
      place,
      placeKind,
      purpose,
      sentOn,
      note,
      lines: lines.map(({ lotId: _, batchId: __, ...line }) => line),
      returns: returns.map(({ id: _, ...back }) => back),
    })),
  }
}

async function amend(api: Api, what: Amendment): Promise<unknown> {
  const requestId = newId()
  const reason = 'test'
  switch (what.amend) {
    case 'figures': {
      const { made, discarded, setAside } = what
      return await correct(api, what.batch + 1, { figures: { made, discarded, setAside, discardReason: 'dropped' } })
    }
    case 'day':
      return await correct(api, what.batch + 1, { madeOn: what.day })
    case 'use': {
      const [first, ...others] = await rowsOf(api, what.batch + 1)
      if (!first) return undefined
      const lotId = what.lot === null ? null : what.lot + 1
      const itemId = lotId === null ? first.itemId : (await api.pantry.lot({ lotId })).lot.itemId
      const row = { ...first, itemId, lotId, quantity: what.quantity, moreThanRecorded: what.more }
      return await correct(api, what.batch + 1, { uses: [row, ...others] })
    }
    case 'discard':
      return await api.batches.discard({ requestId, batchId: what.batch + 1, units: what.units, reason: 'mould' })
    case 'count':
      return await api.pantry.count({ requestId, lotId: what.lot + 1, found: what.found, reason })
    case 'exchange': {
      const place = (await api.directory.places({}))[what.place]
      const [there] = await api.shipping.atPlace({ placeId: place?.id ?? 0 })
      const [given] = await api.shipping.stock({})
      return await api.shipping.takeReturn({
        requestId,
        placeId: place?.id ?? 0,
        day: '2026-03-21',
        reason,
        lines: [{ lotId: there?.lotId ?? 0, units: what.units }],
        exchange: [{ lotId: given?.lotId ?? 0, units: 1 }],
      })
    }
    case 'send by number': {
      const stock = await api.shipping.stock({})
      const lotId = stock[what.lot % Math.max(1, stock.length)]?.lotId ?? 0
      const units = what.serials === '5' ? 1 : 2
      const lines = [{ lotId, units, serials: what.serials }]
      return await api.shipping.send({ requestId, place: 'Market', placeKind: 'market', sentOn: '2026-03-07', lines })
    }
    case 'void return':
      return await api.shipping.voidReturned({ requestId, returnedId: what.id + 1, reason })
    case 'void receipt':
      return await api.pantry.voidReceipt({ requestId, receiptId: what.id + 1, reason })
    case 'hold':
    case 'release':
      return await api.pantry[what.amend]({ requestId, lotId: what.id + 1, reason })
  }
}
