import type { batches } from '../../shared/api/batches.ts'
import { notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { allocate } from '../../shared/domain/allocation.ts'
import { addDays, type Day } from '../../shared/domain/day.ts'
import { expectationText } from '../../shared/domain/expectation.ts'
import { patternOf } from '../../shared/domain/lotPattern.ts'
import { exactQuantityText, formatQuantity, readableQuantity } from '../../shared/domain/quantity.ts'
import { type Item, itemById } from '../db/repos/items.ts'
import { lotsInStock, type LotView } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { scaledBatch } from './batchLines.ts'
import type { Context } from './context.ts'
import { readKitchen } from './kitchen.ts'
import { nextNumbers } from './nextNumbers.ts'
import { lotLabel, lotProblem, lotProblemKind } from './lotRow.ts'
import { quantityFor } from './quantities.ts'
import { say } from '../../shared/words/say.ts'

export async function propose(
  { madeOn, ...wanted }: Input<typeof batches.propose>,
  context: Context,
): Promise<Output<typeof batches.propose>> {
  return await context.store.read(async (db) => {
    const { item, recipe, like, units, packs, lines } = await scaledBatch(db, wanted)
    const proposed: Output<typeof batches.propose>['lines'] = []
    for (const { base, text, ...line } of lines) {
      const proposal = await proposeLots(db, line.itemId, { base, text, unit: line.unit }, madeOn)
      proposed.push({ ...line, quantity: text, ...proposal })
    }
    return {
      lotNumber: await nextNumber(db, context, item, madeOn),
      like,
      bestBy: bestByOf(item, madeOn),
      planned: units,
      packs,
      recipeVersion: recipe.version,
      readings: recipe.readings.map((reading) => ({ ...reading, text: expectationText(reading) })),
      equipment: [...recipe.equipment],
      lines: proposed,
    }
  })
}

export async function allocateLots(
  { itemId, quantity, madeOn }: Input<typeof batches.allocate>,
  { store }: Context,
): Promise<Output<typeof batches.allocate>> {
  return await store.read(async (db) => {
    const item = await knownItem(db, itemId)
    const wanted = quantityFor(item, quantity, 'quantity')
    return await proposeLots(db, itemId, { base: wanted.base, text: wanted.text, unit: wanted.unit }, madeOn)
  })
}

export async function choices(
  { itemId, madeOn }: Input<typeof batches.choices>,
  { store }: Context,
): Promise<Output<typeof batches.choices>> {
  return await store.read(async (db) => {
    await knownItem(db, itemId)
    const lots = await lotsInStock(db, itemId)
    return lots.map((lot) => lotChoice(lot, madeOn))
  })
}

/** A lot as what to take from: what is left of it, and why it may not be used. */
export function lotChoice(lot: LotView, madeOn: Day) {
  return {
    lotId: lot.id,
    lot: lotLabel(lot),
    onHand: formatQuantity(lot.on_hand, lot.unit),
    problem: lotProblem(lot, madeOn),
    problemKind: lotProblemKind(lot, madeOn),
  }
}

/** The next free lot number of a product on a day, in the kitchen's format. */
export async function nextNumber(db: Db, context: Context, product: Item, madeOn: Day): Promise<string> {
  const { lotFormat, lotPattern } = await readKitchen(db, context)
  const [number] = await nextNumbers(
    db,
    { pattern: patternOf(lotFormat, lotPattern), code: product.code ?? '', madeOn },
    1,
  )
  if (number === undefined) throw new Error('there is always a next number')
  return number
}

/** The day made plus the product's shelf life; null for a product without one. */
export function bestByOf(product: Item, madeOn: Day): Day | null {
  return product.shelf_life_days === null ? null : addDays(madeOn, product.shelf_life_days)
}

async function proposeLots(
  db: Db,
  itemId: number,
  wanted: { readonly base: number; readonly text: string; readonly unit: string },
  madeOn: Day,
) {
  const lots = await lotsInStock(db, itemId)
  const { taken, short } = allocate(lots.map(available), wanted.base, madeOn)
  const byId = new Map(lots.map((lot) => [lot.id, lot]))
  return {
    uses: taken.flatMap(({ lotId, base }, at) => {
      const lot = byId.get(lotId)
      if (!lot) return []
      // What empties a lot is exact; the rest of the last one is as people can weigh it.
      const share = at < taken.length - 1 || base === lot.on_hand ? exactQuantityText : readableText
      return {
        lotId,
        lot: lotLabel(lot),
        onHand: formatQuantity(lot.on_hand, lot.unit),
        quantity: base === wanted.base ? wanted.text : share(base, wanted.unit),
      }
    }),
    short: short === 0 ? null : readableText(short, wanted.unit),
  }
}

function readableText(base: number, unit: string): string {
  return readableQuantity(base, unit).text
}

/** A lot as far as choosing between lots needs to know it. */
export function available(lot: LotView) {
  return {
    id: lot.id,
    onHand: lot.on_hand,
    held: lot.held === 1,
    bestBy: lot.best_by,
    receivedOn: lot.received_on ?? lot.made_on,
  }
}

async function knownItem(db: Db, itemId: number): Promise<Item> {
  const item = await itemById(db, itemId)
  if (!item) throw notFound(say('This ingredient'))
  return item
}
