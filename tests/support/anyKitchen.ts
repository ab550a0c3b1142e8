import fc from 'fast-check'
import { expect } from 'vitest'
import type { Api } from '../../shared/api/contract.ts'
import { AppError } from '../../shared/api/errors.ts'
import { newId } from './kitchen.ts'
import { addProduct, makeBatch, receiveLot } from './make.ts'

/* Steps of a kitchen in which anything happens, for what must hold in any of them. */

const sending = fc.record({
  do: fc.constant('send' as const),
  lot: fc.nat(8),
  units: fc.integer({ min: 1, max: 5 }),
  place: fc.nat(3),
  purpose: fc.constantFrom(...(['sale', 'sale', 'gift', 'sample', 'own use', 'destroyed'] as const)),
  price: fc.option(fc.nat(2000)),
})
/** Anything that a kitchen records in its days. */
export const anyStep = fc.oneof(
  sending,
  sending,
  fc.record({
    do: fc.constant('receive' as const),
    quantity: fc.constantFrom('1 lb', '12 oz', '1/3 lb', '2 kg'),
    known: fc.boolean(),
    code: fc.constantFrom('', '00392/174', '=1+1', 'Crème 7'),
  }),
  fc.record({
    do: fc.constant('make' as const),
    product: fc.nat(1),
    made: fc.nat(9),
    small: fc.nat(4),
    discarded: fc.nat(2),
    unknown: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('bring back' as const),
    shipment: fc.nat(8),
    units: fc.nat(2),
    cash: fc.option(fc.nat(9000)),
  }),
  fc.record({ do: fc.constant('return' as const), place: fc.nat(2), units: fc.nat(2), destroyed: fc.boolean() }),
  fc.record({ do: fc.constantFrom('void batch', 'void shipment', 'hold', 'recall'), id: fc.nat(8) }),
)
export type AnyStep = typeof anyStep extends fc.Arbitrary<infer S> ? S : never

/** Syrup in two packs, and a cake with syrup in it: of none of them, of one or of both packs a GTIN is known. */
export async function addProducts(api: Api, gtins: number): Promise<number[]> {
  const syrup = await addProduct(api, {
    expectedYield: 6,
    ...(gtins > 0 ? { pack: { gtin: '614141999996' } } : {}),
    packs: [{ name: '4 oz jar', usual: 2, ...(gtins > 1 ? { gtin: '4006381333931' } : {}) }],
  })
  const lines = [{ ingredient: 'Syrup', quantity: '1 jar' }]
  return [syrup, await addProduct(api, { name: 'Cake', code: 'CA', unit: 'cake', expectedYield: 2, lines })]
}

/** Does a step; the record may refuse it. */
export async function act(api: Api, products: readonly number[], what: AnyStep): Promise<unknown> {
  const requestId = newId()
  const reason = 'test'
  switch (what.do) {
    case 'receive':
      return await receiveLot(api, {
        quantity: what.quantity,
        supplier: what.known ? 'Costco, “Main” St <b>' : '',
        receivedOn: what.known ? '2026-03-01' : '',
        supplierLot: what.code,
      })
    case 'make': {
      const { made, discarded } = what
      const productId = products[what.product] ?? 0
      const [small] = (await api.products.get({ productId })).packs
      const packs = small && what.small > 0 ? [{ itemId: small.itemId, made: what.small }] : []
      if (!what.unknown) return await makeBatch(api, productId, { made, discarded, discardReason: reason, packs })
      const { lines } = await api.batches.propose({ productId, madeOn: '2026-03-05' })
      const uses = lines.map(({ itemId, quantity }) => ({ itemId, lotId: null, quantity }))
      return await makeBatch(api, productId, { made, discarded, discardReason: reason, madeOn: '2026-03-05', uses })
    }
    case 'send': {
      const stock = await api.shipping.stock({})
      const place = ['Market', 'Co-op', 'Dana', ''][what.place] ?? ''
      const placeKind = (['market', 'store', 'person', 'other'] as const)[what.place] ?? 'other'
      const lot = stock[what.lot % Math.max(1, stock.length)]
      const { purpose, units, price } = what
      const lines = [{ lotId: lot?.lotId ?? 0, units, priceCents: price }]
      return await api.shipping.send({
        requestId,
        place,
        placeKind,
        purpose,
        note: 'test',
        sentOn: '2026-03-07',
        lines,
      })
    }
    case 'bring back': {
      const [day] = await api.shipping.marketDays({})
      const lotId = day?.lines[0]?.lotId ?? 0
      const lines = what.units === 0 ? [] : [{ lotId, units: what.units }]
      const shipmentId = day?.shipmentId ?? 0
      return await api.shipping.bringBack({ requestId, shipmentId, day: '2026-03-08', cashCents: what.cash, lines })
    }
    case 'void batch':
      return await api.batches.void({ requestId, batchId: what.id + 1, reason })
    case 'return': {
      const place = (await api.directory.places({}))[what.place]
      const [there] = await api.shipping.atPlace({ placeId: place?.id ?? 0 })
      const fate = what.destroyed ? 'destroyed' : 'on hand'
      const lines = [{ lotId: there?.lotId ?? 0, units: what.units, fate } as const]
      return await api.shipping.takeReturn({ requestId, placeId: place?.id ?? 0, day: '2026-03-20', reason, lines })
    }
    case 'void shipment':
      return await api.shipping.void({ requestId, shipmentId: what.id + 1, reason })
    case 'recall': {
      const batch = (await api.batches.list({})).rows[what.id % 3]
      return await api.recalls.open({ requestId, ownLot: batch?.lotNumber ?? '', reason: 'off <taste>' })
    }
    case 'hold':
      return await api.pantry.hold({ requestId, lotId: what.id + 1, reason: what.id % 2 === 0 ? 'recalled' : reason })
  }
}

/** Does something that the record may refuse, with a sentence. */
export async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(error.body.code).not.toBe('internal')
  }
}
