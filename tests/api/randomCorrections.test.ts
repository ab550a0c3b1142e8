import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Api } from '../../shared/api/contract.ts'
import { AppError } from '../../shared/api/errors.ts'
import { parseQuantity } from '../../shared/domain/quantity.ts'
import { correct, rowsOf } from '../support/correct.ts'
import { newId, openKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot, sendUnits } from '../support/make.ts'

/*
 * A kitchen with sugar from three bags, syrup made of it and cake made of the syrup, in which every fact of every batch
 * is corrected in any order. What is accepted must leave the stock that a second, simpler reckoning gives from the batch
 * pages alone; and when everything is taken back, everything is there again.
 */
const BATCHES = 5
const action = fc.oneof(
  fc.record({
    do: fc.constant('figures'),
    batch: fc.nat(BATCHES - 1),
    made: fc.nat(14),
    discarded: fc.nat(3),
    setAside: fc.nat(2),
  }),
  fc.record({
    do: fc.constant('row'),
    batch: fc.nat(BATCHES - 1),
    at: fc.nat(2),
    lot: fc.option(fc.nat(7), { freq: 4 }),
    quantity: fc.constantFrom(null, '4 oz', '1 lb', '2 lb', '9 lb', '1 jar', '3 jars'),
    more: fc.boolean(),
  }),
  fc.record({ do: fc.constant('remove'), batch: fc.nat(BATCHES - 1), at: fc.nat(2) }),
  fc.record({ do: fc.constant('day'), batch: fc.nat(BATCHES - 1), day: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ do: fc.constant('send'), lot: fc.nat(7), units: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ do: fc.constant('discard'), batch: fc.nat(BATCHES - 1), units: fc.integer({ min: 1, max: 3 }) }),
)
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never

test('batches corrected in any order keep a record that agrees with itself', { timeout: 120_000 }, async () => {
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 6, maxLength: 20 }), async (actions) => {
      const kitchen = await openKitchen()
      const { api } = kitchen
      try {
        const before = await fill(api)
        for (const each of actions) if (await accepts(async () => await act(api, each))) accepted += 1
        expect((await api.history.verify({})).problems).toEqual([])
        await expectStock(api)
        await takeAllBack(api)
        expect((await api.history.verify({})).problems).toEqual([])
        expect(await bags(api)).toEqual(before)
      } finally {
        await kitchen.close()
      }
    }),
    { numRuns: 15 },
  )
  expect(accepted).toBeGreaterThan(15)
})

/** @returns what was in the bags before anything was made */
async function fill(api: Api): Promise<number[]> {
  for (const supplier of ['Costco', 'Depot', 'Corner shop']) await receiveLot(api, { supplier, quantity: '6 lb' })
  const before = await bags(api)
  const syrup = await addProduct(api, { lines: [{ ingredient: 'Sugar', quantity: '1 lb' }] })
  const cake = await addProduct(api, {
    name: 'Cake',
    code: 'CK',
    expectedYield: 4,
    lines: [
      { ingredient: 'Syrup', quantity: '2 jars' },
      { ingredient: 'Sugar', quantity: '8 oz' },
    ],
  })
  const days = ['2026-03-03', '2026-03-04', '2026-03-05']
  for (const madeOn of days) await makeBatch(api, syrup, { madeOn, made: 10 })
  for (const madeOn of days.slice(1)) await makeBatch(api, cake, { madeOn, made: 4 })
  await sendUnits(api, 4, 3)
  return before
}

async function act(api: Api, what: Action): Promise<unknown> {
  switch (what.do) {
    case 'figures': {
      const { made, discarded, setAside } = what
      return await correct(api, what.batch + 1, { figures: { made, discarded, setAside, discardReason: 'test' } })
    }
    case 'row': {
      const rows = await rowsOf(api, what.batch + 1)
      const row = rows[what.at % Math.max(1, rows.length)]
      if (!row) return undefined
      const lotId = what.lot === null ? null : what.lot + 1
      const itemId = lotId === null ? row.itemId : (await api.pantry.lot({ lotId })).lot.itemId
      const quantity = what.quantity ?? row.quantity
      const changed = { ...row, itemId, lotId, quantity, moreThanRecorded: what.more }
      return await correct(api, what.batch + 1, { uses: rows.map((each) => (each === row ? changed : each)) })
    }
    case 'remove': {
      const rows = await rowsOf(api, what.batch + 1)
      return await correct(api, what.batch + 1, { uses: rows.filter((_, at) => at !== what.at) })
    }
    case 'day':
      return await correct(api, what.batch + 1, { madeOn: `2026-03-0${what.day}` })
    case 'send':
      return await sendUnits(api, what.lot + 1, what.units)
    case 'discard':
      return await api.batches.discard({
        requestId: newId(),
        batchId: what.batch + 1,
        units: what.units,
        reason: 'broken',
      })
  }
}

/** A refusal is fine when it is one of ours and says a sentence. */
async function accepts(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(error.body.code).not.toBe('internal')
    expect(error.body.message).toMatch(/^[A-Z0-9“].+[.?]$/)
    return false
  }
}

async function bags(api: Api): Promise<number[]> {
  return (await api.pantry.lots({ includeEmpty: true })).rows.map(({ onHand }) => onHand.base)
}

/** What is left of a lot is what came in, less what the batch pages say went in, plus what was counted up. */
async function expectStock(api: Api): Promise<void> {
  const { rows } = await api.batches.list({ limit: 200 })
  const pages = await Promise.all(rows.map(async ({ id }) => await api.batches.get({ batchId: id })))
  const used = new Map<number, number>()
  for (const { lotId, quantity } of pages.flatMap((page) => page.uses)) {
    const read = parseQuantity(quantity, 'jar')
    if (lotId !== null && read.ok) used.set(lotId, (used.get(lotId) ?? 0) + read.quantity.base)
  }
  for (const bag of (await api.pantry.lots({ includeEmpty: true })).rows) {
    const came = parseQuantity(bag.received)
    const { history } = await api.pantry.lot({ lotId: bag.id })
    const counted = history.filter(({ what }) => what.includes('counted')).length > 0
    const left = (came.ok ? came.quantity.base : 0) - (used.get(bag.id) ?? 0)
    if (!counted) expect(bag.onHand.base).toBe(left)
    else expect(bag.onHand.base).toBeGreaterThanOrEqual(Math.max(0, left))
  }
  for (const page of pages) {
    const places = Map.groupBy(page.units, ({ where }) => (where.startsWith('used in') ? 'used' : where))
    const inCakes = (places.get('used') ?? []).reduce((sum, { count }) => sum + count, 0)
    expect(inCakes * 36_000).toBe(used.get(page.lotId) ?? 0)
    expect(page.units.reduce((sum, { count }) => sum + count, 0)).toBe(page.made)
  }
}

async function takeAllBack(api: Api): Promise<void> {
  for (const { id, voidReason } of (await api.shipping.list({})).rows)
    if (voidReason === null) await api.shipping.void({ requestId: newId(), shipmentId: id, reason: 'test' })
  // Corrections may have turned around which batch is in which: what nothing stands on goes first.
  for (let left = BATCHES; left > 0; left -= 1)
    for (const { id, state } of (await api.batches.list({ limit: 200 })).rows)
      if (state !== 'void')
        await accepts(async () => await api.batches.void({ requestId: newId(), batchId: id, reason: 'test' }))
  expect((await api.batches.list({ limit: 200 })).rows.map(({ state }) => state)).toEqual(Array(BATCHES).fill('void'))
}
