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

/** Received lots whose supplier lot is one of those keys. */
export async function lotsWithKeys(db: Db, keys: readonly string[]) {
  return await db
    .selectFrom('lot')
    .select(['id', 'supplier_lot_key'])
    .where('supplier_lot_key', 'is not', null)
    .where('supplier_lot_key', 'in', idList(keys))
    .orderBy('id', 'desc')
    .limit(ENOUGH)
    .execute()
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

/** Newest batches of which units went to some places between two days; null for any product, place or day. */
export async function batchesSent(
  db: Db,
  asked: {
    productIds: readonly number[] | null
    placeIds: readonly number[] | null
    from: string | null
    to: string | null
    limit: number
  },
): Promise<number[]> {
  let rows = db
    .selectFrom('shipment')
    .innerJoin('shipment_line', 'shipment_line.shipment_id', 'shipment.id')
    .innerJoin('lot', 'lot.id', 'shipment_line.lot_id')
    .innerJoin('batch', 'batch.id', 'lot.batch_id')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'shipment.id').on('void.kind', '=', 'shipment'))
    .where('void.ref_id', 'is', null)
    .groupBy('batch.id')
    .orderBy(({ fn }) => fn.max('shipment.sent_on'), 'desc')
    .orderBy('batch.id', 'desc')
    .limit(asked.limit)
    .select('batch.id')
  const { productIds, placeIds, from, to } = asked
  if (productIds !== null)
    rows = rows.where(({ or, eb }) =>
      or([eb('batch.product_id', 'in', idList(productIds)), eb('lot.item_id', 'in', idList(productIds))]),
    )
  if (placeIds !== null) rows = rows.where('shipment.place_id', 'in', idList(placeIds))
  if (from !== null) rows = rows.where('shipment.sent_on', '>=', from)
  if (to !== null) rows = rows.where('shipment.sent_on', '<=', to)
  return (await rows.execute()).map((row) => row.id)
}

/** Newest batches of some products made between two days. */
export async function batchesMadeOf(
  db: Db,
  { productIds, from, to, limit }: { productIds: readonly number[]; from: string; to: string; limit: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('batch')
    .select('id')
    .where('product_id', 'in', idList(productIds))
    .where('made_on', '>=', from)
    .where('made_on', '<=', to)
    .orderBy('made_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}
