import { correct, rowsOf } from '../correct.ts'
import { newId } from '../kitchen.ts'
import { chosen, MADE_ON, type World } from './world.ts'
import { type Book, bringBack, lotOf, moveJars } from './book.ts'
import { labelOf } from './milk.ts'
import { contents } from './reckon.ts'

/** What happens between the shop and the market: bins, kettles, and what was written down wrongly. */
export type InKitchen =
  | { do: 'pour'; bin: number; lot: number }
  | { do: 'empty'; bin: number }
  | { do: 'clean'; equipment: number; day: number }
  | { do: 'correct row'; batch: number; row: number; lot: number }
  | { do: 'correct figures'; batch: number; made: number; discarded: number; setAside: number }

const DAY = '2026-11-18'

/** Does it through the door, and writes it into the book once the door has taken it. */
export async function happenInKitchen(world: World, what: InKitchen): Promise<void> {
  const { api, book } = world
  const requestId = newId()
  switch (what.do) {
    case 'pour': {
      const bin = world.bins[what.bin] ?? 0
      const bags = book.lots.filter(
        ({ item, madeBy, filling }) => item === world.items[what.bin] && madeBy === null && !filling,
      )
      const bag = chosen(bags, what.lot)
      if (!bag) return
      const { lotId } = await api.bins.pour({
        requestId,
        binId: bin,
        day: DAY,
        lines: [{ lotId: bag.id, quantity: '5 lb' }],
      })
      const open = openFilling(book, bin)
      if (open) open.filling?.poured.push(bag.id)
      else {
        const nothing = { madeBy: null, supplier: null, receivedOn: null, supplierLot: null, held: false, gone: false }
        const filling = { bin, poured: [bag.id], emptied: false }
        book.lots.push({ ...nothing, id: lotId, item: bag.item, product: bag.item, jars: [], filling })
      }
      return
    }
    case 'empty': {
      const bin = world.bins[what.bin] ?? 0
      await api.bins.empty({ requestId, binId: bin, day: MADE_ON[2] })
      const open = openFilling(book, bin)
      if (open?.filling) open.filling.emptied = true
      return
    }
    case 'clean': {
      const equipment = world.equipment[what.equipment] ?? 0
      const day = MADE_ON[what.day] ?? MADE_ON[0]
      await api.crew.clean({ requestId, equipmentId: equipment, day, method: 'washed' })
      book.cleanings.push({ equipment, day, order: world.order })
      return
    }
    case 'correct row': {
      const batch = chosen(book.batches, what.batch)
      if (!batch) return
      const rows = await rowsOf(api, batch.id)
      const at = what.row % Math.max(1, rows.length)
      const row = rows[at]
      if (!row) return
      const lot = what.lot % 4 === 3 ? undefined : chosen(book.lots, what.lot)
      const quantity = lot === undefined ? row.quantity : lot.madeBy === null ? '1 oz' : '1 each'
      const changed = { ...row, lotId: lot?.id ?? null, itemId: lot?.item ?? row.itemId, quantity }
      await correct(api, batch.id, { uses: rows.map((each, index) => (index === at ? changed : each)) })
      const by = `batch ${batch.id}`
      bringBack(book, by)
      batch.uses = rows.map((each, index) =>
        index === at ? { item: changed.itemId, lot: changed.lotId } : { item: each.itemId, lot: each.lotId ?? null },
      )
      for (const use of batch.uses) {
        const used = use.lot === null ? undefined : lotOf(book, use.lot)
        if (used && used.madeBy !== null) moveJars(used, { from: 'on hand', to: 'used', count: 1, by })
      }
      relabel(world, batch.id)
      return
    }
    case 'correct figures': {
      const batch = chosen(book.batches, what.batch)
      if (!batch) return
      const { made, discarded, setAside } = what
      await correct(api, batch.id, { figures: { made, discarded, setAside, discardReason: 'test' } })
      const { jars } = lotOf(book, batch.lot)
      for (const jar of jars)
        if (jar.state === 'discarded' || jar.state === 'set aside') Object.assign(jar, { state: 'on hand', by: '' })
      while (jars.length < made) jars.push({ state: 'on hand', by: '' })
      while (jars.length > made)
        jars.splice(
          jars.findLastIndex(({ state }) => state === 'on hand'),
          1,
        )
      const move = { from: 'on hand' as const, by: 'make', highest: true }
      moveJars(lotOf(book, batch.lot), { ...move, to: 'discarded', count: discarded })
      moveJars(lotOf(book, batch.lot), { ...move, to: 'set aside', count: setAside })
      return
    }
  }
}

function openFilling(book: Book, bin: number) {
  return book.lots.find(({ filling }) => filling?.bin === bin && !filling.emptied)
}

/** The labels of a batch and of whatever holds it are written anew, what goes in before what it is in. */
function relabel(world: World, batchId: number): void {
  const { book } = world
  const concerned = book.batches.filter(
    ({ id, void: isVoid }) =>
      !isVoid && (id === batchId || [...contents(book, id).lots].some((lot) => lotOf(book, lot).madeBy === batchId)),
  )
  // Written as often as there could be levels: then every label rests on labels that were written.
  for (const _ of concerned) for (const batch of concerned) batch.label = labelOf(world, batch.id)
}
