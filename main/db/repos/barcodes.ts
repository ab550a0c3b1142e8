import type { Db } from '../schema.ts'

/** What a pack with a GTIN is, as a person said once. */
export interface KnownPack {
  readonly gtin: string
  readonly item_id: number
  readonly item: string
  readonly typed: string
  readonly supplier: string | null
}

export async function packOf(db: Db, gtin: string): Promise<KnownPack | undefined> {
  return await db
    .selectFrom('known_pack')
    .innerJoin('item', 'item.id', 'known_pack.item_id')
    .leftJoin('supplier', 'supplier.id', 'known_pack.supplier_id')
    .where('gtin', '=', gtin)
    .select([
      'known_pack.gtin',
      'known_pack.item_id',
      'item.name as item',
      'known_pack.typed',
      'supplier.name as supplier',
    ])
    .executeTakeFirst()
}

/** Remembers a pack; the last thing said of it counts. */
export async function rememberPack(
  db: Db,
  pack: { gtin: string; itemId: number; typed: string; supplierId: number | null },
): Promise<void> {
  const row = { item_id: pack.itemId, typed: pack.typed, supplier_id: pack.supplierId }
  await db
    .insertInto('known_pack')
    .values({ gtin: pack.gtin, ...row })
    .onConflict((clash) => clash.column('gtin').doUpdateSet(row))
    .execute()
}
