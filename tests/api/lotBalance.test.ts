import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Api } from '../../shared/api/contract.ts'
import { AppError, fieldError } from '../../shared/api/errors.ts'
import { parseQuantity } from '../../shared/domain/quantity.ts'
import { newId, openKitchen } from '../support/kitchen.ts'
import { addProduct, receiveLot } from '../support/make.ts'

/*
 * A second book of the bags, kept by hand beside the record: what came in, what batches took, and by how much a count
 * found more or less. Whatever is done in any order, received = used + left − corrected, to the last fraction.
 */
const quantity = fc.constantFrom('1/3 lb', '8 oz', '1 oz', '1 lb', '100 g', '1/7 kg', '3 lb', '1 tbsp')
const action = fc.oneof(
  fc.record({ do: fc.constant('receive' as const), quantity }),
  fc.record({ do: fc.constant('use' as const), lot: fc.nat(5), quantity, more: fc.boolean() }),
  fc.record({ do: fc.constant('use' as const), lot: fc.nat(5), quantity, more: fc.boolean() }),
  fc.record({ do: fc.constant('count' as const), lot: fc.nat(5), found: fc.oneof(fc.constant('0'), quantity) }),
  fc.record({ do: fc.constant('void' as const), batch: fc.nat(8) }),
)
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never

/** One kitchen of every run does all of it, whatever chance brings to the others. */
const planted: Action[] = [
  { do: 'receive', quantity: '1/7 kg' },
  { do: 'use', lot: 2, quantity: '1 oz', more: false },
  { do: 'use', lot: 1, quantity: '3 lb', more: true },
  { do: 'count', lot: 0, found: '100 g' },
  { do: 'void', batch: 0 },
]

interface Bag {
  received: number
  used: number
  corrected: number
}
interface Taken {
  readonly batchId: number
  readonly bag: Bag
  readonly used: number
  readonly corrected: number
}

test('what came in of a bag is what was used, left and counted away, exactly', { timeout: 120_000 }, async () => {
  const done = { receive: 0, use: 0, count: 0, void: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 8, maxLength: 30 }), async (actions) => {
      const kitchen = await openKitchen()
      try {
        const { api } = kitchen
        const book = await openBook(api)
        for (const each of actions) {
          if (await book.does(each)) done[each.do] += 1
          for (const { id, onHand } of (await api.pantry.lots({ includeEmpty: true })).rows) {
            const bag = book.bags.get(id)
            expect(onHand.base, `bag ${id} after ${each.do}`).toBe(bag && bag.received - bag.used + bag.corrected)
            expect(onHand.base).toBeGreaterThanOrEqual(0)
          }
        }
        expect((await api.history.verify({})).problems).toEqual([])
      } finally {
        await kitchen.close()
      }
    }),
    { numRuns: 8, examples: [[planted]] },
  )
  for (const count of Object.values(done)) expect(count).toBeGreaterThan(0)
})

async function openBook(api: Api) {
  const bags = new Map<number, Bag>()
  const taken: Taken[] = []
  let itemId = 0
  await receive('2 lb')
  await receive('1/3 lb')
  const productId = await addProduct(api, { expectedYield: 1, lines: [{ ingredient: 'Sugar', quantity: '1 oz' }] })

  async function receive(text: string): Promise<void> {
    const lot = await receiveLot(api, { quantity: text })
    itemId = lot.itemId
    bags.set(lot.lotId, { received: base(text), used: 0, corrected: 0 })
  }

  async function bake(lot: number, text: string, moreThanRecorded: boolean): Promise<void> {
    const [lotId, bag] = nth(bags, lot)
    const row = { itemId, lotId, quantity: text, moreThanRecorded }
    const requestId = newId()
    const { batchId } = await api.batches.record({ requestId, productId, madeOn: '2026-03-04', made: 1, uses: [row] })
    const used = base(text)
    // More than there was on paper was there: it is counted up first.
    const corrected = Math.max(0, used - leftOf(bag))
    bag.used += used
    bag.corrected += corrected
    taken.push({ batchId, bag, used, corrected })
  }

  async function act(what: Action): Promise<void> {
    switch (what.do) {
      case 'receive':
        return await receive(what.quantity)
      case 'use':
        return await bake(what.lot, what.quantity, what.more)
      case 'count': {
        const [lotId, bag] = nth(bags, what.lot)
        await api.pantry.count({ requestId: newId(), lotId, found: what.found, reason: 'test' })
        bag.corrected += (what.found === '0' ? 0 : base(what.found)) - leftOf(bag)
        return undefined
      }
      case 'void': {
        const back = taken[what.batch]
        if (!back) throw fieldError('batchId', 'There is no such batch.')
        await api.batches.void({ requestId: newId(), batchId: back.batchId, reason: 'test' })
        back.bag.used -= back.used
        back.bag.corrected -= back.corrected
      }
    }
  }

  return {
    bags,
    /** @returns whether it was taken, and not refused */
    async does(what: Action): Promise<boolean> {
      try {
        await act(what)
        return true
      } catch (error) {
        if (error instanceof AppError && error.body.code !== 'internal') return false
        throw error
      }
    },
  }
}

function leftOf({ received, used, corrected }: Bag): number {
  return received - used + corrected
}

function nth(bags: ReadonlyMap<number, Bag>, at: number): [number, Bag] {
  const entry = [...bags][at % bags.size]
  if (!entry) throw new Error('there are no bags')
  return entry
}

function base(text: string): number {
  const read = parseQuantity(text)
  if (!read.ok) throw new Error(read.message)
  return read.quantity.base
}
