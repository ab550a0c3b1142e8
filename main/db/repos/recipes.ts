import type { ExpectedReading } from '../../../shared/domain/reading.ts'
import type { Dimension } from '../../../shared/domain/units.ts'
import type { Db } from '../schema.ts'
import { aboutIds, hotStatement } from './hotStatement.ts'

export interface Recipe {
  readonly id: number
  readonly version: number
  readonly expected_yield: number
  readonly seq: number
  readonly lines: readonly RecipeLine[]
  /** What is read while it is made. */
  readonly readings: readonly ExpectedReading[]
  /** What it is made with, by name. */
  readonly equipment: readonly string[]
}

interface RecipeLine {
  readonly item_id: number
  readonly item: string
  readonly item_unit: string
  readonly typed: string
  readonly base: number
}

/** The newest recipe of a product, or a version of it; undefined while it has none. */
export async function recipeOf(db: Db, productId: number, version?: number | null): Promise<Recipe | undefined> {
  let recipes = db
    .selectFrom('recipe')
    .select(['id', 'version', 'expected_yield', 'seq'])
    .where('product_id', '=', productId)
    .orderBy('version', 'desc')
  if (version) recipes = recipes.where('version', '=', version)
  const recipe = await recipes.limit(1).executeTakeFirst()
  return recipe && (await whole(db, recipe))
}

/** Every version of a product's recipe, the newest first. */
export async function recipesOfProduct(db: Db, productId: number): Promise<Recipe[]> {
  const recipes = await db
    .selectFrom('recipe')
    .select(['id', 'version', 'expected_yield', 'seq'])
    .where('product_id', '=', productId)
    .orderBy('version', 'desc')
    .execute()
  const versions: Recipe[] = []
  for (const recipe of recipes) versions.push(await whole(db, recipe))
  return versions
}

async function whole(
  db: Db,
  recipe: { readonly id: number; readonly version: number; readonly expected_yield: number; readonly seq: number },
): Promise<Recipe> {
  const readings = await db
    .selectFrom('recipe_reading')
    .where('recipe_id', '=', recipe.id)
    .orderBy('line')
    .select(['name', 'unit', 'least', 'most'])
    .execute()
  const equipment = await db
    .selectFrom('recipe_equipment')
    .where('recipe_id', '=', recipe.id)
    .orderBy('line')
    .select('name')
    .execute()
  return {
    ...recipe,
    lines: await recipeLines(db, recipe.id),
    readings,
    equipment: equipment.map((row) => row.name),
  }
}

async function recipeLines(db: Db, recipeId: number): Promise<RecipeLine[]> {
  return await db
    .selectFrom('recipe_line')
    .innerJoin('item', 'item.id', 'recipe_line.item_id')
    .where('recipe_id', '=', recipeId)
    .orderBy('line')
    .select([
      'recipe_line.item_id',
      'item.name as item',
      'item.unit as item_unit',
      'recipe_line.typed',
      'recipe_line.base',
    ])
    .execute()
}

/** A line of a recipe with what is needed to look into it. */
export interface PartRow {
  readonly made_id: number
  readonly recipe_yield: number
  readonly item_id: number
  readonly item: string
  readonly kind: 'ingredient' | 'product'
  /** The item, or the product of which it is a further pack. */
  readonly product_id: number
  readonly dimension: Dimension
  readonly base: number
}

/** The lines of the newest recipes of some products. */
export async function partsOfProducts(db: Db, productIds: readonly number[]): Promise<PartRow[]> {
  if (productIds.length === 0) return []
  return await aboutIds(db, 'parts of products', (ids) => parts(db).where('recipe.product_id', 'in', ids), productIds)
}

function parts(db: Db) {
  return db
    .selectFrom('recipe')
    .innerJoin('recipe_line', 'recipe_line.recipe_id', 'recipe.id')
    .innerJoin('item', 'item.id', 'recipe_line.item_id')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('recipe as newer')
            .select('newer.id')
            .whereRef('newer.product_id', '=', 'recipe.product_id')
            .whereRef('newer.version', '>', 'recipe.version'),
        ),
      ),
    )
    .orderBy('recipe.product_id')
    .orderBy('recipe_line.line')
    .select(({ fn }) => [
      'recipe.product_id as made_id',
      'recipe.expected_yield as recipe_yield',
      'item.id as item_id',
      'item.name as item',
      'item.kind',
      fn.coalesce('item.pack_of', 'item.id').as('product_id'),
      'item.dimension',
      'recipe_line.base',
    ])
}

/** The newest recipe of a product; undefined while it has none. */
export async function newestRecipeId(db: Db, productId: number): Promise<number | undefined> {
  const sql = 'SELECT id FROM recipe WHERE product_id = ? ORDER BY version DESC LIMIT 1'
  return (await hotStatement<{ id: number }>(db, sql, [productId]))[0]?.id
}

export async function insertRecipe(
  db: Db,
  recipe: {
    readonly productId: number
    readonly version: number
    readonly expectedYield: number
    readonly seq: number
    readonly lines: readonly { readonly itemId: number; readonly typed: string; readonly base: number }[]
    readonly readings: readonly ExpectedReading[]
    readonly equipment: readonly string[]
  },
): Promise<number> {
  const { productId: product_id, version, expectedYield: expected_yield, seq } = recipe
  const { id } = await db
    .insertInto('recipe')
    .values({ product_id, version, expected_yield, seq })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [line, { itemId: item_id, typed, base }] of recipe.lines.entries())
    await db.insertInto('recipe_line').values({ recipe_id: id, line, item_id, typed, base }).execute()
  for (const [line, { name, unit, least, most }] of recipe.readings.entries())
    await db.insertInto('recipe_reading').values({ recipe_id: id, line, name, unit, least, most }).execute()
  for (const [line, name] of recipe.equipment.entries())
    await db.insertInto('recipe_equipment').values({ recipe_id: id, line, name }).execute()
  return id
}

/**
 * Every product with its newest recipe's yield and version, its stock for sale and its last batch that stands; those
 * no longer made only where they are asked for.
 */
export async function productList(db: Db, { includeRetired = false } = {}) {
  return await db
    .selectFrom('item')
    .innerJoin('recipe', 'recipe.product_id', 'item.id')
    .where('item.kind', '=', 'product')
    .where('item.retired', '<=', includeRetired ? 1 : 0)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('recipe as newer')
            .select('newer.id')
            .whereRef('newer.product_id', '=', 'item.id')
            .whereRef('newer.version', '>', 'recipe.version'),
        ),
      ),
    )
    .orderBy('item.name_key')
    .select(({ selectFrom }) => [
      'item.id',
      'item.name',
      'item.code',
      'item.unit',
      'item.retired',
      'recipe.expected_yield',
      'recipe.version',
      selectFrom('lot')
        .innerJoin('item as pack', 'pack.id', 'lot.item_id')
        .where(({ or, eb, ref }) => or([eb('pack.id', '=', ref('item.id')), eb('pack.pack_of', '=', ref('item.id'))]))
        .where('lot.on_hand', '>', 0)
        .where('lot.held', '=', 0)
        .select(({ fn }) => fn.sum<number | null>('lot.on_hand').as('total'))
        .as('on_hand'),
      selectFrom('batch')
        .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'batch.id').on('void.kind', '=', 'batch'))
        .whereRef('batch.product_id', '=', 'item.id')
        .where('void.ref_id', 'is', null)
        .orderBy('batch.made_on', 'desc')
        .orderBy('batch.id', 'desc')
        .limit(1)
        .select('batch.id')
        .as('last_batch_id'),
    ])
    .execute()
}
