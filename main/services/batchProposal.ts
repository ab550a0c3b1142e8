import type { batches } from '../../shared/api/batches.ts'
import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { allocate } from '../../shared/domain/allocation.ts'
import { addDays, type Day } from '../../shared/domain/day.ts'
import { expectationText } from '../../shared/domain/expectation.ts'
import { patternOf } from '../../shared/domain/lotPattern.ts'
import { exactQuantityText, formatQuantity, readableQuantity, scaleBase } from '../../shared/domain/quantity.ts'
import { batchById } from '../db/repos/batches.ts'
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
import { linesOfBatch } from './recipes.ts'

export async function propose(
  { productId, madeOn, planned, have, likeBatchId }: Input<typeof batches.propose>,
  context: Context,
): Promise<Output<typeof batches.propose>> {
  return await context.store.read(async (db) => {
    const { item, recipe } = await productWithRecipe(db, productId)
    const like = likeBatchId ? await repeatable(db, likeBatchId, productId, recipe.expected_yield) : null
    const source = like ?? { makes: recipe.expected_yield, lines: recipe.lines }
    const items = await itemsById(
      db,
      source.lines.map((line) => line.item_id),
    )
    const today = source.lines.map((line) => {
      const ingredient = items.get(line.item_id)
      const read = ingredient && readToday(ingredient, line)
      return read ? { ...line, base: read.base, typed: read.text } : line
    })
    const size = have
      ? await sizeByHave(db, have, { lines: today })
      : { top: planned ?? source.makes, bottom: source.makes }
    // As many whole units as the scaled recipe makes; its ingredients are scaled exactly all the same.
    const units = have ? scaleDown(source.makes, size) : size.top
    const lines: Output<typeof batches.propose>['lines'] = []
    for (const line of today) {
      const exact = scaleBase(line.base, size.top, size.bottom)
      const scaled = exact === line.base ? { base: exact, text: line.typed } : readableQuantity(exact, line.item_unit)
      const quantity = scaled.text
      const proposal = await proposeLots(db, line.item_id, { ...scaled, unit: line.item_unit }, madeOn)
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
      readings: recipe.readings.map((reading) => ({ ...reading, text: expectationText(reading) })),
      equipment: [...recipe.equipment],
      lines,
    }
  })
}

interface Size {
  readonly top: number
  readonly bottom: number
}

/** How large a cook is by the one ingredient there is so much of: what there is, over what the recipe takes. */
async function sizeByHave(
  db: Db,
  have: { readonly itemId: number; readonly quantity: string },
  { lines }: { readonly lines: readonly { readonly item_id: number; readonly base: number }[] },
): Promise<Size> {
  const bottom = lines.filter((line) => line.item_id === have.itemId).reduce((sum, line) => sum + line.base, 0)
  if (bottom === 0) throw fieldError('have.itemId', 'The recipe does not take this ingredient. Choose another one.')
  const { base } = quantityFor(await knownItem(db, have.itemId), have.quantity, 'have.quantity')
  if (base > bottom * 100)
    throw fieldError('have.quantity', 'That is more than a hundred times the recipe. Check the number and the unit.')
  return { top: base, bottom }
}

/** A count scaled by an exact fraction, rounded down. */
function scaleDown(count: number, { top, bottom }: Size): number {
  return Number((BigInt(count) * BigInt(top)) / BigInt(bottom))
}

/**
 * A batch as what to make again: one line an ingredient, whatever lots it came from.
 * @throws AppError `not_found` where the product never had such a batch
 */
async function repeatable(db: Db, batchId: number, productId: number, expectedYield: number) {
  const batch = await batchById(db, batchId)
  if (batch?.product_id !== productId) throw notFound('This batch')
  return {
    // Of a batch of which nothing came out, the recipe says what should have.
    makes: batch.made === 0 ? expectedYield : batch.made,
    lines: await linesOfBatch(db, batchId),
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
