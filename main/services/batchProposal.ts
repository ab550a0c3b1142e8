import type { batches } from '../../shared/api/batches.ts'
import { notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { allocate } from '../../shared/domain/allocation.ts'
import { addDays, type Day } from '../../shared/domain/day.ts'
import { patternOf } from '../../shared/domain/lotPattern.ts'
import { exactQuantityText, formatQuantity, scaleBase } from '../../shared/domain/quantity.ts'
import { batchById, usesOfBatches } from '../db/repos/batches.ts'
import { type Item, itemById, itemsById } from '../db/repos/items.ts'
import { lotsInStock, type LotView } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from './context.ts'
import { readKitchen } from './kitchen.ts'
import { nextNumbers } from './nextNumbers.ts'
import { lotLabel, lotProblem, lotProblemKind } from './lotRow.ts'
import { plannedPacks, repeatedPacks } from './packs.ts'
import { productWithRecipe } from './products.ts'
import { quantityFor, readToday } from './quantities.ts'

export async function propose(
  { productId, madeOn, planned, likeBatchId }: Input<typeof batches.propose>,
  context: Context,
): Promise<Output<typeof batches.propose>> {
  return await context.store.read(async (db) => {
    const { item, recipe } = await productWithRecipe(db, productId)
    const like = likeBatchId ? await repeatable(db, likeBatchId, productId, recipe.expected_yield) : null
    const source = like ?? { makes: recipe.expected_yield, lines: recipe.lines }
    const units = planned ?? source.makes
    const lines: Output<typeof batches.propose>['lines'] = []
    const items = await itemsById(
      db,
      source.lines.map((line) => line.item_id),
    )
    for (const line of source.lines) {
      const ingredient = items.get(line.item_id)
      const whole = ingredient ? readToday(ingredient, line) : { base: line.base, text: line.typed }
      const scaled = scaleBase(whole.base, units, source.makes)
      const quantity = scaled === whole.base ? whole.text : exactQuantityText(scaled, line.item_unit)
      const proposal = await proposeLots(
        db,
        line.item_id,
        { base: scaled, text: quantity, unit: line.item_unit },
        madeOn,
      )
      lines.push({ itemId: line.item_id, ingredient: line.item, unit: line.item_unit, quantity, ...proposal })
    }
    return {
      lotNumber: await nextNumber(db, context, item, madeOn),
      like: like?.batch ?? null,
      bestBy: bestByOf(item, madeOn),
      planned: units,
      packs: like
        ? await repeatedPacks(db, item.id, like.batch, units)
        : await plannedPacks(db, item.id, units, recipe.expected_yield),
      recipeVersion: recipe.version,
      lines,
    }
  })
}

/**
 * A batch as what to make again: one line an ingredient, whatever lots it came from.
 * @throws AppError `not_found` where the product never had such a batch
 */
async function repeatable(db: Db, batchId: number, productId: number, expectedYield: number) {
  const batch = await batchById(db, batchId)
  if (batch?.product_id !== productId) throw notFound('This batch')
  const lines = new Map<number, { item_id: number; item: string; item_unit: string; typed: string; base: number }>()
  for (const use of await usesOfBatches(db, [batchId])) {
    const before = lines.get(use.item_id)
    const base = use.base + (before?.base ?? 0)
    const typed = before ? exactQuantityText(base, use.item_unit) : use.typed
    lines.set(use.item_id, { item_id: use.item_id, item: use.item, item_unit: use.item_unit, typed, base })
  }
  return {
    // Of a batch of which nothing came out, the recipe says what should have.
    makes: batch.made === 0 ? expectedYield : batch.made,
    lines: [...lines.values()],
    batch: {
      batchId,
      lotNumber: batch.lot_number,
      madeOn: batch.made_on,
      made: batch.made,
      recipeVersion: batch.recipe_version,
    },
  }
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
    uses: taken.flatMap(({ lotId, base }) => {
      const lot = byId.get(lotId)
      if (!lot) return []
      return {
        lotId,
        lot: lotLabel(lot),
        onHand: formatQuantity(lot.on_hand, lot.unit),
        quantity: base === wanted.base ? wanted.text : exactQuantityText(base, wanted.unit),
      }
    }),
    short: short === 0 ? null : exactQuantityText(short, wanted.unit),
  }
}

function available(lot: LotView) {
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
  if (!item) throw notFound('This ingredient')
  return item
}
