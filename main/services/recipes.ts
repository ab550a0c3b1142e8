import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { products } from '../../shared/api/products.ts'
import { expectationText, readLimit } from '../../shared/domain/expectation.ts'
import { exactQuantityText } from '../../shared/domain/quantity.ts'
import { type ExpectedReading, readingNamed } from '../../shared/domain/reading.ts'
import { recipeDiff } from '../../shared/domain/recipeDiff.ts'
import { cycleOf } from '../../shared/domain/rollUp.ts'
import { auditTimes } from '../db/repos/audit.ts'
import { batchesOfProduct, usesOfBatches } from '../db/repos/batches.ts'
import { type Item, itemById } from '../db/repos/items.ts'
import { recipeOf, insertRecipe, type Recipe, recipesOfProduct } from '../db/repos/recipes.ts'
import type { Work } from '../db/unitOfWork.ts'
import type { Db } from '../db/schema.ts'
import { compositionOf } from './composition.ts'
import type { Context } from './context.ts'
import { itemAndQuantity } from './quantities.ts'
import { countOf } from '../../shared/words/counted.ts'
import { say } from '../../shared/words/say.ts'

type SaveInput = Omit<Input<typeof products.save>, 'requestId'>

/** Writes a product's recipe as its next version, unless it is the same as the newest. @returns the version */
export async function writeRecipe({ db, seq }: Work, product: Item, input: SaveInput): Promise<number> {
  const lines: { itemId: number; productId: number; typed: string; base: number }[] = []
  for (const [at, line] of input.lines.entries()) {
    const { item, quantity } = await itemAndQuantity(db, line, `lines.${at}`)
    if (item.id === product.id || item.pack_of === product.id)
      throw fieldError(`lines.${at}.ingredient`, say('A product cannot be its own ingredient. Choose another one.'))
    lines.push({ itemId: item.id, productId: item.pack_of ?? item.id, typed: quantity.text, base: quantity.base })
  }
  await refuseCycle(db, product, lines)
  const current = await recipeOf(db, product.id)
  const recipe = {
    expectedYield: input.expectedYield,
    lines,
    readings: readingsOf(input) ?? current?.readings ?? [],
    equipment: input.equipment?.map((each) => each.name) ?? current?.equipment ?? [],
  }
  if (current && sameRecipe(current, recipe)) return current.version
  const version = (current?.version ?? 0) + 1
  await insertRecipe(db, { productId: product.id, version, seq, ...recipe })
  return version
}

type NewRecipe = Pick<Parameters<typeof insertRecipe>[1], 'expectedYield' | 'lines' | 'readings' | 'equipment'>

function sameRecipe(current: Recipe, next: NewRecipe): boolean {
  const facts = (recipe: Omit<NewRecipe, 'lines'>, lines: readonly (readonly [number, string, number])[]) =>
    JSON.stringify([
      recipe.expectedYield,
      lines,
      recipe.readings.map(({ name, unit, least, most }) => [name, unit, least, most]),
      recipe.equipment,
    ])
  return (
    facts(
      { expectedYield: current.expected_yield, readings: current.readings, equipment: current.equipment },
      current.lines.map((line) => [line.item_id, line.typed, line.base]),
    ) ===
    facts(
      next,
      next.lines.map((line) => [line.itemId, line.typed, line.base]),
    )
  )
}

/** @throws AppError naming the way, where the product would be made of itself through others */
async function refuseCycle(
  db: Db,
  product: Item,
  lines: readonly { readonly itemId: number; readonly productId: number }[],
): Promise<void> {
  const { lines: below, names } = await compositionOf(db, { productIds: lines.map((line) => line.productId) })
  const parts = new Map([...below].map(([id, rows]) => [id, rows.map((row) => row.product_id)]))
  const path = cycleOf(
    product.id,
    lines.map((line) => line.productId),
    parts,
  )
  if (!path) return
  const at = lines.findIndex((line) => line.productId === path[1])
  const way = path.map((id) => (id === product.id ? product.name : (names.get(id) ?? ''))).join(' → ')
  throw fieldError(
    `lines.${at}.ingredient`,
    say('{product} would be made of itself: {way}. Take one of them out of the recipe it is in.', {
      product: product.name,
      way,
    }),
  )
}

function readingsOf({ readings }: SaveInput): ExpectedReading[] | null {
  return (
    readings?.map((reading, at) => {
      const name = readingNamed(reading.name)
      const least = readLimit(reading.least)
      const most = readLimit(reading.most)
      if (least !== null && most !== null && most < least)
        throw fieldError(`readings.${at}.most`, say('The upper limit is below the lower one. Correct one of the two.'))
      return { name, unit: reading.unit ?? '', least, most }
    }) ?? null
  )
}

/** Every version of a recipe with the batches made by it, the newest first. */
export async function versions(
  { productId }: Input<typeof products.versions>,
  { store }: Context,
): Promise<Output<typeof products.versions>> {
  return await store.read(async (db) => {
    const { item, recipes } = await knownRecipes(db, productId)
    const at = await auditTimes(
      db,
      recipes.map((recipe) => recipe.seq),
    )
    const batches = Map.groupBy(await batchesOfProduct(db, item.id), (batch) => batch.recipe_version)
    return recipes.map((recipe) => {
      const made = batches.get(recipe.version) ?? []
      return {
        version: recipe.version,
        at: at.get(recipe.seq) ?? '',
        ...textOf(recipe, item.unit),
        batchCount: made.length,
        batches: made.slice(0, 12).map((batch) => ({
          id: batch.id,
          lotNumber: batch.lot_number,
          madeOn: batch.made_on,
          state: batch.void_reason === null ? batch.state : ('void' as const),
        })),
      }
    })
  })
}

/** What is different between two versions of a recipe, in words. */
export async function compareVersions(
  { productId, from, to }: Input<typeof products.compare>,
  { store }: Context,
): Promise<Output<typeof products.compare>> {
  return await store.read(async (db) => {
    const { item, recipes } = await knownRecipes(db, productId)
    const [before, after] = [from, to].map((version) => recipes.find((recipe) => recipe.version === version))
    if (!before || !after) throw notFound(say('This version'))
    return recipeDiff(textOf(before, item.unit), textOf(after, item.unit))
  })
}

function textOf(recipe: Recipe, unit: string) {
  return {
    makes: countOf(recipe.expected_yield, unit),
    lines: recipe.lines.map((line) => ({
      itemId: line.item_id,
      ingredient: line.item,
      quantity: line.typed,
      base: line.base,
    })),
    readings: recipe.readings.map(expectationText),
    equipment: [...recipe.equipment],
  }
}

async function knownRecipes(db: Db, productId: number): Promise<{ item: Item; recipes: Recipe[] }> {
  const item = await itemById(db, productId)
  const recipes = item?.kind === 'product' ? await recipesOfProduct(db, productId) : []
  if (!item || recipes.length === 0) throw notFound(say('This product'))
  return { item, recipes }
}

/** What went into a batch, one line an ingredient whatever lots it came from. */
export async function linesOfBatch(db: Db, batchId: number) {
  const lines = new Map<number, { item_id: number; item: string; item_unit: string; typed: string; base: number }>()
  for (const use of await usesOfBatches(db, [batchId])) {
    const before = lines.get(use.item_id)
    const base = use.base + (before?.base ?? 0)
    const typed = before ? exactQuantityText(base, use.item_unit) : use.typed
    lines.set(use.item_id, { item_id: use.item_id, item: use.item, item_unit: use.item_unit, typed, base })
  }
  return [...lines.values()]
}
