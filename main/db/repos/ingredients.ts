import { sql } from 'kysely'
import type { Factor } from '../../../shared/domain/factor.ts'
import { parseQuantity } from '../../../shared/domain/quantity.ts'
import type { Db } from '../schema.ts'
import { aboutIds } from './hotStatement.ts'

/** A factor as typed, beside what it comes to. */
export interface TypedFactor extends Factor {
  readonly oneText: string
  readonly equalsText: string
}

/** The factors of some items that stand, by item. */
export async function factorsOf(db: Db, itemIds: readonly number[]): Promise<Map<number, TypedFactor[]>> {
  const rows = await aboutIds(db, 'factors of items', (ids) => standingFactors(db).where('item_id', 'in', ids), itemIds)
  const factors = new Map<number, TypedFactor[]>()
  for (const { item_id, measure, one, equals } of rows) {
    if (equals === null) continue
    const typed = { measure, one: baseOf(one), equals: baseOf(equals), oneText: one, equalsText: equals }
    factors.set(item_id, [...(factors.get(item_id) ?? []), typed])
  }
  return factors
}

function standingFactors(db: Db) {
  return db
    .selectFrom('item_factor')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('item_factor as later')
            .whereRef('later.item_id', '=', 'item_factor.item_id')
            .whereRef('later.measure', '=', 'item_factor.measure')
            .whereRef('later.id', '>', 'item_factor.id')
            .select('later.id'),
        ),
      ),
    )
    .orderBy('id')
    .select(['item_id', 'measure', 'one', 'equals'])
}

/** Typed quantities of the record always read the same: units never change. */
function baseOf(text: string): number {
  const parsed = parseQuantity(text, undefined, 'any')
  if (!parsed.ok) throw new Error(`the record holds a factor that is no quantity: ${text}`)
  return parsed.quantity.base
}

/** Writes a factor down, or its end where `equals` is null. */
export async function insertFactor(
  db: Db,
  factor: { itemId: number; measure: string; one: string; equals: string | null; seq: number },
): Promise<void> {
  const { itemId, ...facts } = factor
  await db
    .insertInto('item_factor')
    .values({ item_id: itemId, ...facts })
    .execute()
}

export async function setLevel(
  db: Db,
  { itemId, typed, base }: { itemId: number; typed: string; base: number },
): Promise<void> {
  await db
    .insertInto('item_level')
    .values({ item_id: itemId, typed, base })
    .onConflict((clash) => clash.column('item_id').doUpdateSet({ typed, base }))
    .execute()
}

export async function clearLevel(db: Db, itemId: number): Promise<void> {
  await db.deleteFrom('item_level').where('item_id', '=', itemId).execute()
}

/** The unit and name by which people know an ingredient. */
export async function renameIngredient(
  db: Db,
  id: number,
  { name, name_key, unit }: { name: string; name_key: string; unit: string },
): Promise<void> {
  await db.updateTable('item').set({ name, name_key, unit }).where('id', '=', id).execute()
}

/** Products whose newest recipe holds the ingredient, and how much of it that recipe takes. */
export async function recipesUsing(db: Db, itemId: number) {
  const { rows } = await sql<{ id: number; name: string; typed: string; base: number }>`
    SELECT item.id, item.name, recipe_line.typed, recipe_line.base
    FROM recipe_line
    JOIN recipe ON recipe.id = recipe_line.recipe_id
    JOIN item ON item.id = recipe.product_id
    WHERE recipe_line.item_id = ${itemId}
      AND recipe.version = (SELECT max(version) FROM recipe AS newer WHERE newer.product_id = recipe.product_id)
    ORDER BY item.name_key`.execute(db)
  return rows
}

/** What batches that stand took of an ingredient since a day, newest first. */
export async function usesOfItem(db: Db, itemId: number, since: string) {
  return await db
    .selectFrom('standing_use')
    .innerJoin('batch', 'batch.id', 'standing_use.batch_id')
    .innerJoin('item', 'item.id', 'batch.product_id')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'batch.id').on('void.kind', '=', 'batch'))
    .where('standing_use.item_id', '=', itemId)
    .where('batch.made_on', '>=', since)
    .where('void.ref_id', 'is', null)
    .orderBy('batch.made_on', 'desc')
    .orderBy('batch.id', 'desc')
    .orderBy('standing_use.line')
    .select(['batch.id', 'batch.lot_number', 'batch.made_on', 'item.name as product'])
    .select(['standing_use.typed', 'standing_use.base'])
    .execute()
}

/** How much is too little of each ingredient: the level set, else what its most demanding recipe takes. */
export async function lowLevels(db: Db) {
  const { rows } = await sql<{ item_id: number; base: number; level: string | null; product: string | null }>`
    WITH newest AS (
      SELECT recipe_line.item_id, recipe_line.base, item.name AS product
      FROM recipe_line
      JOIN recipe ON recipe.id = recipe_line.recipe_id
      JOIN item ON item.id = recipe.product_id
      WHERE recipe.version = (SELECT max(version) FROM recipe AS newer WHERE newer.product_id = recipe.product_id)
    )
    SELECT item.id AS item_id, item_level.base AS base, item_level.typed AS level, NULL AS product
    FROM item JOIN item_level ON item_level.item_id = item.id
    UNION ALL
    -- Beside max(), SQLite takes the other columns from the row that holds it.
    SELECT newest.item_id, max(newest.base), NULL, newest.product
    FROM newest JOIN item ON item.id = newest.item_id
    WHERE item.kind = 'ingredient' AND NOT EXISTS (SELECT 1 FROM item_level WHERE item_level.item_id = newest.item_id)
    GROUP BY newest.item_id`.execute(db)
  return rows
}

/** What is on hand of each ingredient that may be used on a day: not on hold, not past its date. */
export async function usableStock(db: Db, on: string): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('lot')
    .where('on_hand', '>', 0)
    .where('held', '=', 0)
    .where(({ or, eb }) => or([eb('best_by', 'is', null), eb('best_by', '>=', on)]))
    .groupBy('item_id')
    .select(['item_id'])
    .select(({ fn }) => fn.sum<number>('on_hand').as('base'))
    .execute()
  return new Map(rows.map((row) => [row.item_id, row.base]))
}
