import { sql } from 'kysely'
import { nameKey } from '../../../shared/domain/names.ts'
import type { Db } from '../schema.ts'
import { idList } from './idList.ts'

const ENOUGH = 8

/** Batches whose number is one of those keys. */
export async function batchesWithKeys(db: Db, keys: readonly string[]) {
  return await db.selectFrom('batch').select(['id', 'lot_key']).where('lot_key', 'in', idList(keys)).execute()
}

/** Ranges of unit numbers of some batches, with the pack they are of. */
export async function unitRangesOf(db: Db, batchIds: readonly number[]) {
  return await db
    .selectFrom('unit_range')
    .innerJoin('lot', 'lot.id', 'unit_range.lot_id')
    .innerJoin('item', 'item.id', 'lot.item_id')
    .where('lot.batch_id', 'in', idList(batchIds))
    .select(['lot.batch_id', 'unit_range.first', 'unit_range.last', 'item.name as product'])
    .execute()
}

/** Batches whose number begins so, newest first. */
export async function batchesBeginning(db: Db, key: string): Promise<number[]> {
  const rows = await db
    .selectFrom('batch')
    .select('id')
    .where('lot_key', '>=', key)
    .where('lot_key', '<', `${key}\u{10ffff}`)
    .orderBy('made_on', 'desc')
    .orderBy('id', 'desc')
    .limit(ENOUGH)
    .execute()
  return rows.map((row) => row.id)
}

/** Received lots whose supplier lot begins so, newest first. */
export async function lotsWithSupplierLot(db: Db, key: string): Promise<number[]> {
  const rows = await db
    .selectFrom('lot')
    .select('id')
    .where('supplier_lot_key', 'is not', null)
    .where('supplier_lot_key', '>=', key)
    .where('supplier_lot_key', '<', `${key}\u{10ffff}`)
    .orderBy('id', 'desc')
    .limit(ENOUGH)
    .execute()
  return rows.map((row) => row.id)
}

/** Names that contain the text, in the short tables of items, suppliers and places. */
export async function namesContaining(db: Db, text: string) {
  const key = nameKey(text)
  if (key === '') return { items: [], suppliers: [], places: [] }
  const items = await db
    .selectFrom('item')
    .select(({ fn }) => [fn.coalesce('pack_of', 'id').as('id'), 'name', 'kind'])
    .where(contains(key))
    .orderBy('name_key')
    .limit(ENOUGH)
    .execute()
  const suppliers = await db
    .selectFrom('supplier')
    .select(['id', 'name'])
    .where(contains(key))
    .orderBy('name_key')
    .limit(ENOUGH)
    .execute()
  const places = await db
    .selectFrom('place')
    .select(['id', 'name'])
    .where(contains(key))
    .orderBy('name_key')
    .limit(ENOUGH)
    .execute()
  return { items, suppliers, places }
}

/** Not LIKE: `%` and `_` are characters that people type. */
function contains(key: string) {
  return sql<boolean>`instr(name_key, ${key}) > 0`
}

/** Newest batches of a product. */
export async function newestBatches(db: Db, productId: number, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('batch')
    .select('id')
    .where('product_id', '=', productId)
    .orderBy('made_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Newest received lots of an ingredient. */
export async function newestLots(db: Db, itemId: number, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('lot')
    .select('id')
    .where('item_id', '=', itemId)
    .where('receipt_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Newest shipments to a place. */
export async function newestShipments(db: Db, placeId: number, limit: number) {
  return await db
    .selectFrom('shipment')
    .select(['id', 'sent_on', 'reference'])
    .where('place_id', '=', placeId)
    .orderBy('sent_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
