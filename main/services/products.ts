import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { products } from '../../shared/api/products.ts'
import { expectationText } from '../../shared/domain/expectation.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import { batchById, batchesById } from '../db/repos/batches.ts'
import {
  insertItem,
  type Item,
  itemById,
  itemNamed,
  productWithCode,
  setRetired,
  updateProduct,
} from '../db/repos/items.ts'
import { packsMade, packsOfProduct } from '../db/repos/packs.ts'
import { recipeOf, productList, type Recipe } from '../db/repos/recipes.ts'
import type { Db } from '../db/schema.ts'
import type { Work } from '../db/unitOfWork.ts'
import { command, type Context } from './context.ts'
import { madeInMainUnits, packOut, writePacks } from './packs.ts'
import type { Lookups } from './lookups.ts'
import { linesOfBatch, writeRecipe } from './recipes.ts'
import { say } from '../../shared/words/say.ts'

export async function listProducts(
  { includeRetired }: Input<typeof products.list>,
  { store }: Context,
): Promise<Output<typeof products.list>> {
  return await store.read(async (db) => {
    const rows = await productList(db, { includeRetired })
    const last = await batchesById(
      db,
      rows.flatMap((row) => row.last_batch_id ?? []),
    )
    const packs = Map.groupBy(await packsMade(db), (pack) => pack.pack_of)
    return rows.map((row) => {
      const batch = row.last_batch_id === null ? undefined : last.get(row.last_batch_id)
      return {
        id: row.id,
        name: row.name,
        code: row.code ?? '',
        unit: row.unit,
        expectedYield: row.expected_yield,
        recipeVersion: row.version,
        retired: row.retired === 1,
        packs: (packs.get(row.id) ?? []).map((pack) => ({
          itemId: pack.item_id,
          product: pack.item,
          unit: pack.unit,
        })),
        onHand: (row.on_hand ?? 0) / ONE_PIECE,
        lastBatch: batch
          ? { id: batch.id, lotNumber: batch.lot_number, madeOn: batch.made_on, made: batch.made }
          : null,
      }
    })
  })
}

export async function getProduct(
  { productId }: Input<typeof products.get>,
  { store }: Context,
): Promise<Output<typeof products.get>> {
  return await store.read(async (db) => {
    const { item, recipe } = await productWithRecipe(db, productId)
    const [main, ...packs] = (await packsOfProduct(db, item.id)).filter((pack) => pack.dropped === 0)
    if (!main) throw new Error(`product ${item.id} has no pack`)
    return {
      id: item.id,
      name: item.name,
      code: item.code ?? '',
      unit: item.unit,
      shelfLifeDays: item.shelf_life_days,
      expectedYield: recipe.expected_yield,
      recipeVersion: recipe.version,
      pack: packOut(main),
      packs: packs.map(packOut),
      readings: recipe.readings.map((reading) => ({ ...reading, text: expectationText(reading) })),
      equipment: [...recipe.equipment],
      retired: item.retired === 1,
      lines: recipe.lines.map((line) => ({ itemId: line.item_id, ingredient: line.item, quantity: line.typed })),
    }
  })
}

/** A product and its newest recipe, or the version asked for. @throws AppError `not_found` */
export async function productWithRecipe(
  db: Db,
  productId: number,
  version?: number | null,
): Promise<{ item: Item; recipe: Recipe }> {
  const item = await itemById(db, productId)
  const recipe = item?.kind === 'product' ? await recipeOf(db, productId, version) : undefined
  if (!item || !recipe) throw notFound(say('This product'))
  return { item, recipe }
}

/** A product and the id of its newest recipe, for a batch of it. @throws AppError `not_found` */
export async function productToMake(
  db: Db,
  productId: number,
  lookups: Lookups,
): Promise<{ product: Item; recipeId: number }> {
  const product = (await lookups.items(db, [productId])).get(productId)
  const recipeId = product?.kind === 'product' ? await lookups.recipeId(db, productId) : undefined
  if (!product || recipeId === undefined) throw notFound(say('This product'))
  return { product, recipeId }
}

export async function saveProduct(
  input: Input<typeof products.save>,
  context: Context,
): Promise<Output<typeof products.save>> {
  return await command(context, input, async (work) => await writeWholeProduct(work, input))
}

/** Writes a product, its packs and its recipe within a transaction. */
export async function writeWholeProduct(
  work: Work,
  input: Omit<Input<typeof products.save>, 'requestId'>,
): Promise<Output<typeof products.save>> {
  const { db } = work
  const product = await writeProduct(db, input)
  await writePacks(db, product, input)
  return { productId: product.id, recipeVersion: await writeRecipe(work, product, input) }
}

/** Takes a product out of the way, or brings it back. */
export async function retireProduct(
  input: Input<typeof products.retire>,
  context: Context,
): Promise<Output<typeof products.retire>> {
  return await command(context, input, async ({ db }) => {
    const { item } = await productWithRecipe(db, input.productId)
    await setRetired(db, item.id, input.retired)
    return { productId: item.id }
  })
}

/** A recorded batch as a recipe to start from. */
export async function recipeFromBatch(
  { batchId }: Input<typeof products.fromBatch>,
  { store }: Context,
): Promise<Output<typeof products.fromBatch>> {
  return await store.read(async (db) => {
    const batch = await batchById(db, batchId)
    if (!batch) throw notFound(say('This batch'))
    const { item, recipe } = await productWithRecipe(db, batch.product_id)
    return {
      lotNumber: batch.lot_number,
      productId: item.id,
      product: item.name,
      unit: item.unit,
      // Of a batch of which nothing came out, the recipe says what should have.
      expectedYield: (await madeInMainUnits(db, batch)) || recipe.expected_yield,
      lines: (await linesOfBatch(db, batch.id)).map((line) => ({ ingredient: line.item, quantity: line.typed })),
    }
  })
}

async function writeProduct(db: Db, input: Omit<Input<typeof products.save>, 'requestId'>): Promise<Item> {
  const sameName = await itemNamed(db, input.name)
  if (sameName && sameName.id !== input.productId)
    throw fieldError(
      'name',
      sameName.kind === 'product'
        ? say('“{name}” is there already as a product. Choose another name.', { name: sameName.name })
        : say('“{name}” is there already as an ingredient. Choose another name.', { name: sameName.name }),
    )
  const sameCode = await productWithCode(db, input.code)
  if (sameCode && sameCode.id !== input.productId)
    throw fieldError(
      'code',
      say('{code} is the code of {product}. Lot numbers would collide: choose another code.', {
        code: input.code,
        product: sameCode.name,
      }),
    )

  const facts = { name: input.name, code: input.code, unit: input.unit, shelf_life_days: input.shelfLifeDays ?? null }
  if (!input.productId) return await insertItem(db, { kind: 'product', dimension: 'count', pack_of: null, ...facts })
  const known = await itemById(db, input.productId)
  if (known?.kind !== 'product' || known.pack_of !== null) throw notFound(say('This product'))
  await updateProduct(db, known.id, facts)
  return { ...known, ...facts }
}
