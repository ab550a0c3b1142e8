import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Api } from '../../shared/api/contract.ts'
import { newId, openKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

/* Record, then void: everything is as before, but for the number, which stays used, and the history, which grew. */
const batch = fc.record({
  product: fc.nat(1),
  made: fc.integer({ min: 1, max: 20 }),
  discarded: fc.nat(5),
  setAside: fc.nat(3),
  planned: fc.option(fc.integer({ min: 1, max: 40 })),
  unknown: fc.boolean(),
  people: fc.boolean(),
})

test(
  'a batch recorded and voided leaves balances, bins, holds, units, traces and lists as they were',
  { timeout: 120_000 },
  async () => {
    let voided = 0
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { maxLength: 4 }), batch, fc.boolean(), async (before, last, held) => {
        const kitchen = await openKitchen()
        const { api } = kitchen
        try {
          const products = await furnish(api)
          for (const each of before) await attempt(async () => await record(api, products, each))
          if (held) await api.pantry.hold({ requestId: newId(), lotId: 1, reason: 'smells' })
          const then = await stateOf(api)
          const made = await attempt(async () => await record(api, products, last))
          if (made === undefined) return
          await api.batches.void({ requestId: newId(), batchId: made.batchId, reason: 'a slip' })
          voided += 1
          expect(await stateOf(api)).toEqual(then)
          expect((await api.history.verify({})).problems).toEqual([])
        } finally {
          await kitchen.close()
        }
      }),
      { numRuns: 20 },
    )
    expect(voided).toBeGreaterThan(5)
  },
)

/** Sugar in two bags, flour in a bin that two bags were poured into, eggs by a factor, a syrup and a cake with it. */
async function furnish(api: Api): Promise<number[]> {
  await receiveLot(api, { quantity: '3 lb' })
  await receiveLot(api, { quantity: '1/3 lb', bestBy: '2026-05-01', supplier: '' })
  const flour = await receiveLot(api, { ingredient: 'Flour', quantity: '10 lb' })
  const more = await receiveLot(api, { ingredient: 'Flour', quantity: '1.5 kg', supplier: 'Mill' })
  const bin = await api.bins.save({ requestId: newId(), name: 'Flour bin', itemId: flour.itemId })
  const lots = [flour, more].map(({ lotId }) => ({ lotId, quantity: '1 lb' }))
  await api.bins.pour({ requestId: newId(), binId: bin.binId, day: '2026-03-01', lines: lots })
  const eggs = await receiveLot(api, { ingredient: 'Egg', quantity: '24 oz' })
  await api.ingredients.saveFactor({ requestId: newId(), itemId: eggs.itemId, one: '1 egg', equals: '50 g' })
  const syrup = await addProduct(api)
  const lines = [
    { ingredient: 'Sugar', quantity: '2 oz' },
    { ingredient: 'Flour', quantity: '3 oz' },
    { ingredient: 'Egg', quantity: '1 egg' },
  ]
  return [syrup, await addProduct(api, { name: 'Cake', code: 'CK', unit: 'cake', expectedYield: 4, lines })]
}

async function record(
  api: Api,
  products: readonly number[],
  what: typeof batch extends fc.Arbitrary<infer B> ? B : never,
) {
  const { made, discarded, setAside, planned } = what
  const productId = products[what.product] ?? 0
  const outcome = { made, discarded, setAside, discardReason: 'burnt' }
  if (!what.unknown) return await makeBatch(api, productId, { ...outcome, ...(planned === null ? {} : { planned }) })
  const { lines } = await api.batches.propose({ productId, madeOn: '2026-03-04' })
  const uses = lines.map(({ itemId, quantity }) => ({ itemId, lotId: null, quantity }))
  return await makeBatch(api, productId, { ...outcome, uses })
}

/** Everything that a person could see of stock, bins, holds, units, traces and the lists made of them. */
async function stateOf(api: Api) {
  const batches = (await api.batches.list({ limit: 200 })).rows.filter(({ state }) => state !== 'void')
  const { rows: lots } = await api.pantry.lots({ includeEmpty: true, limit: 200 })
  const traced = lots.flatMap(({ id, batchId }) => (batchId === null ? [id] : []))
  return {
    lots,
    traces: await Promise.all(
      traced.map(async (id) => await api.trace.list({ node: { kind: 'lot', id }, direction: 'forward' })),
    ),
    made: batches,
    missing: await api.corrections.missing({}),
    low: await api.ingredients.low({}),
    attention: await api.pantry.attention({}),
    stock: await api.shipping.stock({}),
    bins: await api.bins.list({}),
    ingredients: await api.pantry.ingredients({}),
    units: await Promise.all(batches.map(async ({ id }) => (await api.batches.get({ batchId: id })).units)),
  }
}

async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}
