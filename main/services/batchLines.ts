import { fieldError, notFound } from '../../shared/api/errors.ts'
import { readableQuantity, scaleBase } from '../../shared/domain/quantity.ts'
import { batchById } from '../db/repos/batches.ts'
import { type Item, itemById, itemsById } from '../db/repos/items.ts'
import type { Recipe } from '../db/repos/recipes.ts'
import type { Db } from '../db/schema.ts'
import { madeInMainUnits, packedInto, plannedPacks, repeatedPacks } from './packs.ts'
import { productWithRecipe } from './products.ts'
import { quantityFor, readToday } from './quantities.ts'
import { linesOfBatch } from './recipes.ts'
import { say } from '../../shared/words/say.ts'

/** What a batch is wanted to be. */
export interface WantedBatch {
  readonly productId: number
  /** Units to make; left out for what the recipe, or the batch repeated, makes. */
  readonly planned?: number | null | undefined
  /** The one ingredient there is only so much of, in place of `planned`. */
  readonly have?: { readonly itemId: number; readonly quantity: string } | null | undefined
  /** A batch to repeat, in place of the recipe. */
  readonly likeBatchId?: number | null | undefined
  /** Everything goes into this pack; left out for the usual ones. */
  readonly packId?: number | null | undefined
  /** The version of the recipe to go by; left out for the newest. */
  readonly recipeVersion?: number | null | undefined
}

/** A batch scaled to what is wanted of it, before any lot is chosen. */
export interface ScaledBatch {
  readonly item: Item
  readonly recipe: Recipe
  readonly like: Repeatable['batch'] | null
  readonly units: number
  readonly packs: Awaited<ReturnType<typeof plannedPacks>>
  readonly lines: readonly {
    readonly itemId: number
    readonly ingredient: string
    readonly unit: string
    readonly base: number
    readonly text: string
  }[]
}

/** The ingredients of a batch, scaled exactly, and what comes out. @throws AppError naming the field that does not fit */
export async function scaledBatch(db: Db, wanted: WantedBatch): Promise<ScaledBatch> {
  const { item, recipe } = await productWithRecipe(db, wanted.productId, wanted.recipeVersion)
  const like = wanted.likeBatchId ? await repeatable(db, wanted.likeBatchId, item.id, recipe.expected_yield) : null
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
  const size = wanted.have
    ? await sizeByHave(db, wanted.have, { lines: today })
    : { top: wanted.planned ?? source.makes, bottom: source.makes }
  // As many whole units as the scaled recipe makes; its ingredients are scaled exactly all the same.
  const units = wanted.have ? scaleDown(source.makes, size) : size.top
  return {
    item,
    recipe,
    like: like?.batch ?? null,
    units,
    packs: await packsOf(db, { item, recipe, like, units, packId: wanted.packId ?? null }),
    lines: today.map((line) => {
      const exact = scaleBase(line.base, size.top, size.bottom)
      const scaled = exact === line.base ? { base: exact, text: line.typed } : readableQuantity(exact, line.item_unit)
      return { itemId: line.item_id, ingredient: line.item, unit: line.item_unit, ...scaled }
    }),
  }
}

async function packsOf(
  db: Db,
  {
    item,
    recipe,
    like,
    units,
    packId,
  }: Pick<ScaledBatch, 'item' | 'recipe' | 'units'> & {
    readonly like: Repeatable | null
    readonly packId: number | null
  },
) {
  if (packId !== null) {
    // A batch repeated counts the units of all its packs; what they held is what fills the one pack.
    const main = like ? { id: like.batch.batchId, product_id: item.id } : null
    const whole = main ? scaleDown(await madeInMainUnits(db, main), { top: units, bottom: like?.makes ?? 1 }) : units
    return await packedInto(db, item, packId, whole)
  }
  return like
    ? await repeatedPacks(db, item.id, like.batch, units)
    : await plannedPacks(db, item.id, units, recipe.expected_yield)
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
  if (bottom === 0)
    throw fieldError('have.itemId', say('The recipe does not take this ingredient. Choose another one.'))
  const item = await itemById(db, have.itemId)
  if (!item) throw notFound(say('This ingredient'))
  const { base } = quantityFor(item, have.quantity, 'have.quantity')
  if (base > bottom * 100)
    throw fieldError(
      'have.quantity',
      say('That is more than a hundred times the recipe. Check the number and the unit.'),
    )
  return { top: base, bottom }
}

/** A count scaled by an exact fraction, rounded down. */
function scaleDown(count: number, { top, bottom }: Size): number {
  return Number((BigInt(count) * BigInt(top)) / BigInt(bottom))
}

type Repeatable = Awaited<ReturnType<typeof repeatable>>

/**
 * A batch as what to make again: one line an ingredient, whatever lots it came from.
 * @throws AppError `not_found` where the product never had such a batch
 */
async function repeatable(db: Db, batchId: number, productId: number, expectedYield: number) {
  const batch = await batchById(db, batchId)
  if (batch?.product_id !== productId) throw notFound(say('This batch'))
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
