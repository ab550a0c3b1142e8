import { nameKey } from '../../../shared/domain/names.ts'
import type { Dimension } from '../../../shared/domain/units.ts'
import type { Db } from '../schema.ts'
import { aboutIds } from './hotStatement.ts'
import { factorsOf, type TypedFactor } from './ingredients.ts'

export interface Item {
  readonly id: number
  readonly kind: 'ingredient' | 'product'
  readonly name: string
  /** The product of which it is a further pack. */
  readonly pack_of: number | null
  readonly code: string | null
  readonly dimension: Dimension
  readonly unit: string
  readonly shelf_life_days: number | null
  /** The kitchen's own conversions of it. */
  readonly factors: readonly TypedFactor[]
  readonly retired: number
}

const columns = ['id', 'kind', 'name', 'pack_of', 'code', 'dimension', 'unit', 'shelf_life_days', 'retired'] as const

export async function itemById(db: Db, id: number): Promise<Item | undefined> {
  return (await itemsById(db, [id])).get(id)
}

export async function itemNamed(db: Db, name: string): Promise<Item | undefined> {
  const rows = db.selectFrom('item').select(columns).where('name_key', '=', nameKey(name))
  return await withFactors(db, await rows.executeTakeFirst())
}

export async function itemsById(db: Db, ids: readonly number[]): Promise<Map<number, Item>> {
  const rows = await aboutIds(
    db,
    'items by id',
    (list) => db.selectFrom('item').select(columns).where('id', 'in', list),
    ids,
  )
  const factors = await factorsOf(db, ids)
  return new Map(rows.map((row) => [row.id, { ...row, factors: factors.get(row.id) ?? [] }]))
}

/** Every ingredient and product by name. */
export async function listItems(db: Db): Promise<Item[]> {
  const rows = await db.selectFrom('item').select(columns).orderBy('name_key').execute()
  const factors = await factorsOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({ ...row, factors: factors.get(row.id) ?? [] }))
}

export async function productWithCode(db: Db, code: string): Promise<Item | undefined> {
  return await withFactors(db, await db.selectFrom('item').select(columns).where('code', '=', code).executeTakeFirst())
}

export async function insertItem(db: Db, item: Omit<Item, 'id' | 'factors' | 'retired'>): Promise<Item> {
  const row = { ...item, name_key: nameKey(item.name) }
  const { id } = await db.insertInto('item').values(row).returning('id').executeTakeFirstOrThrow()
  return { id, retired: 0, ...item, factors: [] }
}

async function withFactors(db: Db, row: Omit<Item, 'factors'> | undefined): Promise<Item | undefined> {
  return row && { ...row, factors: (await factorsOf(db, [row.id])).get(row.id) ?? [] }
}

export async function updateProduct(
  db: Db,
  id: number,
  { name, code, unit, shelf_life_days }: Pick<Item, 'name' | 'code' | 'unit' | 'shelf_life_days'>,
): Promise<void> {
  await db
    .updateTable('item')
    .set({ name, name_key: nameKey(name), code, unit, shelf_life_days })
    .where('id', '=', id)
    .execute()
}

/** Says whether a product is still made. */
export async function setRetired(db: Db, id: number, retired: boolean): Promise<void> {
  await db
    .updateTable('item')
    .set({ retired: Number(retired) })
    .where('id', '=', id)
    .execute()
}

/** Renames a further pack, and changes its word where one is given. */
export async function renameItem(db: Db, id: number, name: string, unit?: string): Promise<void> {
  await db
    .updateTable('item')
    .set({ name, name_key: nameKey(name), ...(unit === undefined ? {} : { unit }) })
    .where('id', '=', id)
    .execute()
}

/** Ingredients with how much is on hand, in how many lots, and the next best-by date. */
export async function ingredientStock(db: Db) {
  return await db
    .selectFrom('item')
    .leftJoin('lot', (join) => join.onRef('lot.item_id', '=', 'item.id').on('lot.on_hand', '>', 0))
    .where('item.kind', '=', 'ingredient')
    .groupBy('item.id')
    .orderBy('item.name_key')
    .select(({ fn }) => [
      'item.id',
      'item.name',
      'item.unit',
      fn.sum<number | null>('lot.on_hand').as('on_hand'),
      fn.count<number>('lot.id').as('lots'),
      fn.min<string | null>('lot.best_by').as('next_best_by'),
    ])
    .execute()
}
