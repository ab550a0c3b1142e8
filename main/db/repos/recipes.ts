import type { Db } from '../schema.ts'

export interface Recipe {
  readonly id: number
  readonly version: number
  readonly expected_yield: number
  readonly lines: readonly RecipeLine[]
}

interface RecipeLine {
  readonly item_id: number
  readonly item: string
  readonly item_unit: string
  readonly typed: string
  readonly base: number
}

/** The newest recipe of a product, or undefined while it has none. */
export async function currentRecipe(db: Db, productId: number): Promise<Recipe | undefined> {
  const recipe = await db
    .selectFrom('recipe')
    .select(['id', 'version', 'expected_yield'])
    .where('product_id', '=', productId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return recipe && { ...recipe, lines: await recipeLines(db, recipe.id) }
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

export async function insertRecipe(
  db: Db,
  recipe: {
    readonly productId: number
    readonly version: number
    readonly expectedYield: number
    readonly seq: number
    readonly lines: readonly { readonly itemId: number; readonly typed: string; readonly base: number }[]
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
  return id
}

/** Every product with its newest recipe's yield and version, its stock for sale and its last batch that stands. */
export async function productList(db: Db) {
  return await db
    .selectFrom('item')
    .innerJoin('recipe', 'recipe.product_id', 'item.id')
    .where('item.kind', '=', 'product')
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
