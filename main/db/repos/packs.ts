import type { Db } from '../schema.ts'
import { aboutIds } from './hotStatement.ts'

/** One pack of a product: what a sale unit is called and holds. */
export interface Pack {
  readonly item_id: number
  readonly item: string
  readonly unit: string
  readonly place: number
  readonly name: string
  readonly net: string | null
  readonly fill: string | null
  readonly gtin: string | null
  readonly price_cents: number | null
  readonly usual: number | null
  readonly dropped: number
}

export type PackFacts = Omit<Pack, 'item' | 'unit'>

function packs(db: Db) {
  return db
    .selectFrom('pack')
    .innerJoin('item', 'item.id', 'pack.item_id')
    .orderBy('pack.place')
    .orderBy('pack.item_id')
    .selectAll('pack')
    .select(['item.name as item', 'item.unit'])
}

/** The packs of a product, the main one first, dropped ones too. */
export async function packsOfProduct(db: Db, productId: number): Promise<Pack[]> {
  return await packsOfProducts(db, [productId])
}

/** The packs of some products, main ones first, dropped ones too. */
export async function packsOfProducts(db: Db, productIds: readonly number[]): Promise<Pack[]> {
  if (productIds.length === 0) return []
  return await aboutIds(
    db,
    'packs of products',
    (ids) => packs(db).where(({ or, eb }) => or([eb('item.id', 'in', ids), eb('item.pack_of', 'in', ids)])),
    productIds,
  )
}

/** Every pack that is made, by product and place. */
export async function packsMade(db: Db) {
  return await packs(db).where('pack.dropped', '=', 0).select('item.pack_of').execute()
}

export async function packWithGtin(db: Db, gtin: string): Promise<Pack | undefined> {
  return await packs(db).where('pack.gtin', '=', gtin).executeTakeFirst()
}

/** Adds the facts of a pack, or changes them. */
export async function writePack(db: Db, facts: PackFacts): Promise<void> {
  const { item_id, ...others } = facts
  await db
    .insertInto('pack')
    .values({ item_id, ...others })
    .onConflict((clash) => clash.column('item_id').doUpdateSet(others))
    .execute()
}
