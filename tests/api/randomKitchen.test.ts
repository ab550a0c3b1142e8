import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Api } from '../../shared/api/contract.ts'
import { AppError } from '../../shared/api/errors.ts'
import { correct, rowsOf } from '../support/correct.ts'
import { newId, openKitchen } from '../support/kitchen.ts'
import { addProduct } from '../support/make.ts'

/*
 * Kitchens in which anything happens in any order: whatever is refused is refused with a sentence, and whatever is
 * accepted leaves a record whose balances, units and genealogy agree, checked against a second, simpler reckoning.
 */
const id = fc.nat(12)
const action = fc.oneof(
  fc.record({
    do: fc.constant('receive'),
    item: fc.nat(2),
    quantity: fc.constantFrom('1 lb', '8 oz', '2 lb 4 oz', '1/3 lb'),
    dated: fc.boolean(),
    expires: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('record'),
    product: fc.nat(2),
    made: fc.nat(12),
    discarded: fc.nat(3),
    setAside: fc.nat(2),
    small: fc.nat(6),
    propose: fc.boolean(),
    unknown: fc.boolean(),
    lot: id,
  }),
  fc.record({
    do: fc.constant('send'),
    lot: id,
    units: fc.integer({ min: 1, max: 8 }),
    serials: fc.constantFrom('', '1-3', '5', '2, 4'),
  }),
  fc.record({ do: fc.constantFrom('void batch', 'void shipment', 'void receipt'), id }),
  fc.record({
    do: fc.constant('correct'),
    id,
    figures: fc.option(fc.record({ made: fc.nat(14), discarded: fc.nat(3), setAside: fc.nat(2) })),
    madeOn: fc.constantFrom(null, null, '2026-03-03', '2026-03-05'),
    row: fc.option(
      fc.record({
        lot: fc.option(id),
        quantity: fc.constantFrom('4 oz', '1 lb', '1 jar', '3 jars'),
        moreThanRecorded: fc.boolean(),
      }),
    ),
  }),
  fc.record({ do: fc.constant('discard'), id, units: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constant('count'), lot: id, found: fc.constantFrom('0', '1 lb', '4 oz', '3 jars') }),
  fc.record({ do: fc.constantFrom('hold', 'release'), lot: id }),
)
type RecordedUse = Parameters<Api['batches']['record']>[0]['uses'][number]
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never

test('a kitchen in which anything happens keeps a record that agrees with itself', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 8, maxLength: 30 }), async (actions) => {
      const kitchen = await openKitchen()
      try {
        const products = await addProducts(kitchen.api)
        for (const each of actions) await attempt(async () => await act(kitchen.api, products, each))
        expect((await kitchen.api.history.verify({})).problems).toEqual([])
        await expectDuality(kitchen.api)
        await expectUniqueNumbers(kitchen.api)
      } finally {
        await kitchen.close()
      }
    }),
    { numRuns: 25 },
  )
})

async function addProducts(api: Api): Promise<number[]> {
  return [
    await addProduct(api, {
      name: 'Jam',
      code: 'JA',
      packs: [{ name: '4 oz jar', usual: 2 }],
      lines: [{ ingredient: 'Item 0', quantity: '8 oz' }],
    }),
    await addProduct(api, {
      name: 'Cake',
      code: 'CA',
      lines: [
        { ingredient: 'Jam', quantity: '2 jars' },
        { ingredient: 'Item 1', quantity: '4 oz' },
      ],
    }),
    await addProduct(api, {
      name: 'Box',
      code: 'BO',
      lines: [
        { ingredient: 'Jam, 4 oz jar', quantity: '1 jar' },
        { ingredient: 'Cake', quantity: '1 jar' },
      ],
    }),
  ]
}

async function act(api: Api, products: readonly number[], what: Action): Promise<unknown> {
  const requestId = newId()
  const reason = 'test'
  switch (what.do) {
    case 'receive':
      return await api.pantry.receive({
        requestId,
        supplier: what.dated ? 'Costco' : '',
        receivedOn: what.dated ? '2026-03-01' : '',
        lines: [{ ingredient: `Item ${what.item}`, quantity: what.quantity, bestBy: what.expires ? '2026-03-10' : '' }],
      })
    case 'record': {
      const productId = products[what.product] ?? 0
      const { lines } = await api.batches.propose({ productId, madeOn: '2026-03-04' })
      const uses = lines.flatMap(({ itemId, quantity, uses: proposed }): RecordedUse[] =>
        what.unknown
          ? [{ itemId, lotId: null, quantity }]
          : what.propose
            ? proposed.map((use) => ({ itemId, lotId: use.lotId, quantity: use.quantity }))
            : [{ itemId, lotId: what.lot + 1, quantity, moreThanRecorded: true }],
      )
      const { made, discarded, setAside, small } = what
      const packs = (await api.products.get({ productId })).packs.map(({ itemId }) => ({
        itemId,
        made: small,
        discarded,
      }))
      return await api.batches.record({
        requestId,
        productId,
        madeOn: '2026-03-04',
        made,
        discarded,
        discardReason: reason,
        setAside,
        packs,
        uses,
      })
    }
    case 'send':
      return await api.shipping.send({
        requestId,
        place: 'Market',
        sentOn: '2026-03-07',
        lines: [{ lotId: what.lot + 1, units: what.units, serials: what.serials }],
      })
    case 'void batch':
      return await api.batches.void({ requestId, batchId: what.id + 1, reason })
    case 'void shipment':
      return await api.shipping.void({ requestId, shipmentId: what.id + 1, reason })
    case 'void receipt':
      return await api.pantry.voidReceipt({ requestId, receiptId: what.id + 1, reason })
    case 'correct':
      return await correctAny(api, what)
    case 'discard':
      return await api.batches.discard({ requestId, batchId: what.id + 1, units: what.units, reason })
    case 'count':
      return await api.pantry.count({ requestId, lotId: what.lot + 1, found: what.found, reason })
    case 'hold':
    case 'release':
      return await api.pantry[what.do]({ requestId, lotId: what.lot + 1, reason })
  }
}

/** Corrects the figures, the day, or the first ingredient row, whose lot may come to be any lot at all. */
async function correctAny(
  api: Api,
  { id: number, figures, madeOn, row }: Action & { do: 'correct' },
): Promise<unknown> {
  const batchId = number + 1
  const rows = await rowsOf(api, batchId)
  const [first, ...others] = rows
  const lotId = row?.lot == null ? null : row.lot + 1
  const { lot } = lotId === null ? { lot: null } : await api.pantry.lot({ lotId })
  const itemId = lot?.itemId ?? first?.itemId
  const uses =
    row && itemId !== undefined
      ? [{ ...first, itemId, lotId, quantity: row.quantity, moreThanRecorded: row.moreThanRecorded }, ...others]
      : null
  return await correct(api, batchId, {
    madeOn,
    uses,
    ...(figures ? { figures: { ...figures, discardReason: 'test' } } : {}),
  })
}

/** A refusal is fine when it is one of ours and says a sentence. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(error.body.code).not.toBe('internal')
    expect(error.body.message).toMatch(/^[A-Z“].+[.?]$/)
  }
}

/** `x ∈ backward(y)` if and only if `y ∈ forward(x)`, and both as a walk over the ingredient rows finds them. */
async function expectDuality(api: Api): Promise<void> {
  const { rows } = await api.batches.list({ limit: 200 })
  const standing = rows.filter((batch) => batch.state !== 'void')
  const details = await Promise.all(standing.map(async ({ id: batchId }) => await api.batches.get({ batchId })))
  const makerOf = new Map(details.flatMap((batch) => batch.lots.map((lot) => [lot.lotId, batch.id])))
  const usesOf = new Map(details.map((batch) => [batch.id, batch.uses.flatMap((use) => use.lotId ?? [])]))
  const walk = (batchId: number): Set<number> => {
    const lots = usesOf.get(batchId) ?? []
    return new Set(lots.flatMap((lot) => [lot, ...walk(makerOf.get(lot) ?? 0)]))
  }
  const lots = new Set([...usesOf.values()].flat())
  for (const batch of details) {
    const back = await api.trace.list({ node: { kind: 'batch', id: batch.id }, direction: 'backward' })
    const bought = back.rows.flatMap(({ node }) => (node?.kind === 'lot' ? node.id : []))
    expect(new Set(bought)).toEqual(new Set([...walk(batch.id)].filter((lot) => !makerOf.has(lot))))
  }
  for (const lot of [...lots].filter((each) => !makerOf.has(each))) {
    const ahead = await api.trace.list({ node: { kind: 'lot', id: lot }, direction: 'forward' })
    const reached = ahead.rows.flatMap(({ node }) => (node?.kind === 'batch' ? node.id : []))
    expect(new Set(reached)).toEqual(
      new Set(details.filter((batch) => walk(batch.id).has(lot)).map((batch) => batch.id)),
    )
  }
}

async function expectUniqueNumbers(api: Api): Promise<void> {
  const { rows } = await api.batches.list({ limit: 200 })
  expect(new Set(rows.map(({ lotNumber }) => lotNumber)).size).toBe(rows.length)
}
