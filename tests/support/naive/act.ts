import { newId } from '../kitchen.ts'
import { happenInKitchen, type InKitchen } from './actInKitchen.ts'
import { batchOf, bringBack, lotOf, moveJars } from './book.ts'
import { labelOf } from './milk.ts'
import { chosen, MADE_ON, type World } from './world.ts'

/** Days around a change of the clocks and of the year, where a window is most easily off by one. */
export const DAYS = [
  '2025-12-30',
  '2025-12-31',
  '2026-01-01',
  '2026-03-07',
  '2026-03-08',
  '2026-03-09',
  '2026-10-31',
  '2026-11-01',
  '2026-11-02',
] as const
export const SUPPLIERS = ['Valley Farm', 'Sunny Acres'] as const
export const CODES = ['PKT-99281', '00392/174'] as const

/** One thing that happens; numbers choose among what there is. */
export type Happening =
  | { do: 'receive'; item: number; supplier: number; day: number; code: number }
  | {
      do: 'make'
      product: number
      made: number
      discarded: number
      setAside: number
      /** Units in the further pack, of the product that has one. */
      small: number
      uses: readonly number[]
      day: number
      people: number
      equipment: number
    }
  | { do: 'send'; lot: number; units: number }
  | { do: 'discard' | 'count'; lot: number; units: number }
  | { do: 'correct'; lot: number; supplier: number; day: number; code: number }
  | InKitchen
  | { do: 'void batch' | 'void shipment' | 'void receipt' | 'hold' | 'release'; lot: number }

const reason = 'test'

/** Does it through the door, and writes it into the book once the door has taken it. */
export async function happen(world: World, what: Happening): Promise<void> {
  const { api, book } = world
  const requestId = newId()
  world.order += 1
  switch (what.do) {
    case 'receive': {
      const facts = factsOf(what)
      const { receiptId, lots } = await api.pantry.receive({
        requestId,
        supplier: facts.supplier ?? '',
        receivedOn: facts.receivedOn ?? '',
        lines: [{ ingredient: `Item ${what.item}`, quantity: '50 lb', supplierLot: facts.supplierLot ?? '' }],
      })
      const id = lots[0]?.lotId ?? 0
      const item = world.items[what.item] ?? 0
      book.lots.push({ id, item, product: item, madeBy: null, ...facts, held: false, gone: false, jars: [] })
      world.receipts.push({ id: receiptId, lot: id })
      return
    }
    case 'make':
      return await make(world, what)
    case 'send': {
      const lot = chosen(book.lots, what.lot)
      if (!lot) return
      const { shipmentId } = await api.shipping.send({
        requestId,
        place: 'Market',
        sentOn: '2026-11-21',
        lines: [{ lotId: lot.id, units: what.units }],
      })
      moveJars(lot, { from: 'on hand', to: 'sent', count: what.units, by: `shipment ${shipmentId}` })
      world.shipments.push(shipmentId)
      return
    }
    case 'discard': {
      const batch = chosen(book.batches, what.lot)
      if (!batch) return
      await api.batches.discard({ requestId, batchId: batch.id, units: what.units, reason })
      const move = { count: what.units, by: 'discard', highest: true }
      moveJars(lotOf(book, batch.lot), { from: 'on hand', to: 'discarded', ...move })
      return
    }
    case 'count': {
      const lot = chosen(book.lots, what.lot)
      if (!lot || lot.jars.length === 0) return
      const there = lot.jars.filter((jar) => jar.state === 'on hand').length
      await api.pantry.count({ requestId, lotId: lot.id, found: `${what.units}`, reason })
      if (what.units < there)
        moveJars(lot, { from: 'on hand', to: 'missing', count: there - what.units, by: 'count', highest: true })
      else moveJars(lot, { from: 'missing', to: 'on hand', count: what.units - there, by: '' })
      return
    }
    case 'correct': {
      const lot = chosen(book.lots, what.lot)
      if (!lot || lot.filling) return
      const facts = factsOf(what)
      await api.pantry.correctLot({
        requestId,
        lotId: lot.id,
        supplier: facts.supplier ?? '',
        receivedOn: facts.receivedOn ?? '',
        supplierLot: facts.supplierLot ?? '',
        reason,
      })
      Object.assign(lot, facts)
      return
    }
    case 'void batch':
    case 'void shipment':
    case 'void receipt':
    case 'hold':
    case 'release':
      return await undo(world, what)
    case 'pour':
    case 'empty':
    case 'clean':
    case 'correct row':
    case 'correct figures':
      return await happenInKitchen(world, what)
  }
}

async function make(world: World, what: Extract<Happening, { do: 'make' }>): Promise<void> {
  const { api, book } = world
  const productId = world.products[what.product] ?? 0
  // Every fourth use is of a lot that nobody recorded; the newest lots are taken most, so that kitchens grow deep.
  const uses = what.uses.map((number) => {
    const lot = number % 4 === 3 ? undefined : chosen(book.lots.toReversed(), number)
    if (lot) return { itemId: lot.item, lotId: lot.id, quantity: lot.madeBy === null ? '1 oz' : '1 each' }
    const itemId = world.items[number % world.items.length] ?? 0
    return { itemId, lotId: null, quantity: number % world.items.length < 3 ? '1 oz' : '1 each' }
  })
  const madeOn = MADE_ON[what.day] ?? MADE_ON[0]
  // Nobody, the first, the second, or both: so of people and of kettles.
  const some = <T>(all: readonly T[], which: number) => all.filter((_, at) => (which & (1 << at)) !== 0)
  const people = some(world.people, what.people)
  const equipment = some(world.equipment, what.equipment)
  const small = productId === world.small.productId ? what.small : 0
  const {
    batchId,
    lotId,
    lotNumber,
    lots: packs,
  } = await api.batches.record({
    requestId: newId(),
    productId,
    madeOn,
    personIds: people.map(({ id }) => id),
    equipmentIds: equipment,
    made: what.made,
    discarded: what.discarded,
    discardReason: reason,
    setAside: what.setAside,
    packs: small > 0 ? [{ itemId: world.small.itemId, made: small }] : [],
    uses,
  })
  // What is made here came in on the day it was made, and its own number is its code.
  const facts = {
    madeBy: batchId,
    supplier: null,
    receivedOn: madeOn,
    supplierLot: lotNumber,
    held: false,
    gone: false,
  }
  for (const [at, pack] of packs.entries()) {
    const jars = Array.from({ length: at === 0 ? what.made : small }, () => ({ state: 'on hand' as const, by: '' }))
    book.lots.push({ ...facts, id: pack.lotId, item: pack.itemId, product: productId, jars })
  }
  const made = lotOf(book, lotId)
  moveJars(made, { from: 'on hand', to: 'discarded', count: what.discarded, by: 'make', highest: true })
  moveJars(made, { from: 'on hand', to: 'set aside', count: what.setAside, by: 'make', highest: true })
  for (const use of uses) {
    const used = use.lotId === null ? undefined : lotOf(book, use.lotId)
    if (used && used.madeBy !== null) moveJars(used, { from: 'on hand', to: 'used', count: 1, by: `batch ${batchId}` })
  }
  const written = uses.map((use) => ({ item: use.itemId, lot: use.lotId }))
  const batch = { id: batchId, lot: lotId, uses: written, void: false, madeOn, order: world.order, number: lotNumber }
  book.batches.push({ ...batch, people: people.map(({ name }) => name), equipment, label: 'no' })
  batchOf(book, batchId).label = labelOf(world, batchId)
}

async function undo(world: World, what: { do: string; lot: number }): Promise<void> {
  const { api, book } = world
  const requestId = newId()
  switch (what.do) {
    case 'void batch': {
      const batch = chosen(book.batches, what.lot)
      if (!batch) return
      await api.batches.void({ requestId, batchId: batch.id, reason })
      batchOf(book, batch.id).void = true
      bringBack(book, `batch ${batch.id}`)
      return
    }
    case 'void shipment': {
      const shipmentId = chosen(world.shipments, what.lot)
      if (shipmentId === undefined) return
      await api.shipping.void({ requestId, shipmentId, reason })
      bringBack(book, `shipment ${shipmentId}`)
      return
    }
    case 'void receipt': {
      const receipt = chosen(world.receipts, what.lot)
      if (!receipt) return
      await api.pantry.voidReceipt({ requestId, receiptId: receipt.id, reason })
      lotOf(book, receipt.lot).gone = true
      return
    }
    case 'hold':
    case 'release': {
      const lot = chosen(book.lots, what.lot)
      if (!lot) return
      await api.pantry[what.do]({ requestId, lotId: lot.id, reason })
      lot.held = what.do === 'hold'
    }
  }
}

/** The supplier, the day and the code of a bag, each sometimes not written down. */
function factsOf({ supplier, day, code }: { supplier: number; day: number; code: number }) {
  return {
    supplier: SUPPLIERS[supplier] ?? null,
    receivedOn: DAYS[day] ?? null,
    supplierLot: CODES[code] ?? null,
  }
}
