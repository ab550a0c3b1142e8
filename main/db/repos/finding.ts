import { sql } from 'kysely'
import type { Db, VoidKind } from '../schema.ts'
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
    .select(['lot.id as lot_id', 'lot.batch_id', 'unit_range.first', 'unit_range.last', 'item.name as product'])
    .execute()
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

type NameTable = 'item' | 'supplier' | 'place' | 'person' | 'equipment'

/** Names of some rows, in the order of names. */
export async function namesOf(db: Db, table: NameTable, ids: readonly number[]) {
  const { rows } = await sql<{ id: number; name: string }>`
    SELECT id, name FROM ${sql.table(table)} WHERE id IN ${idList(ids)} ORDER BY name_key`.execute(db)
  return rows
}

/** Items with their kind; a further pack as the product it is of. */
export async function itemsNamed(db: Db, ids: readonly number[]) {
  const rows = await db
    .selectFrom('item')
    .innerJoin('item as whole', (join) => join.on('whole.id', '=', ({ fn }) => fn.coalesce('item.pack_of', 'item.id')))
    .where('item.id', 'in', idList(ids))
    .orderBy('item.name_key')
    .select(['whole.id', 'whole.kind', 'whole.name'])
    .execute()
  return [...new Map(rows.map((row) => [row.id, row])).values()]
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

/** Newest received lots of an ingredient that stand. */
export async function newestLots(db: Db, itemId: number, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('lot')
    .select('id')
    .where('item_id', '=', itemId)
    .where('receipt_id', 'is not', null)
    .where(stands('receipt', 'lot.receipt_id'))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Newest received lots that stand of some ingredients from some suppliers. */
export async function lotsBoughtFrom(
  db: Db,
  { itemIds, supplierIds, limit }: { itemIds: readonly number[]; supplierIds: readonly number[]; limit: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('lot')
    .select('id')
    .where('item_id', 'in', idList(itemIds))
    .where('supplier_id', 'in', idList(supplierIds))
    .where(stands('receipt', 'lot.receipt_id'))
    .orderBy('received_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Shipments that stand, of some days or to some places, the newest first. */
export async function shipmentsOf(
  db: Db,
  {
    placeIds,
    from,
    to,
    limit,
  }: {
    placeIds?: readonly number[]
    from?: string | undefined
    to?: string | undefined
    limit: number
  },
) {
  let rows = db
    .selectFrom('shipment')
    .leftJoin('place', 'place.id', 'shipment.place_id')
    .where(stands('shipment', 'shipment.id'))
    .select(['shipment.id', 'shipment.sent_on', 'shipment.reference', 'shipment.purpose', 'place.name as place'])
    .orderBy('shipment.sent_on', 'desc')
    .orderBy('shipment.id', 'desc')
    .limit(limit)
  if (placeIds) rows = rows.where('shipment.place_id', 'in', idList(placeIds))
  if (from !== undefined) rows = rows.where('shipment.sent_on', '>=', from)
  if (to !== undefined) rows = rows.where('shipment.sent_on', '<=', to)
  return await rows.execute()
}

/** Some shipments, those taken back with the reason, the newest first. */
export async function shipmentsById(db: Db, ids: readonly number[]) {
  return await db
    .selectFrom('shipment')
    .leftJoin('place', 'place.id', 'shipment.place_id')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'shipment.id').on('void.kind', '=', 'shipment'))
    .where('shipment.id', 'in', idList(ids))
    .select(['shipment.id', 'shipment.sent_on', 'shipment.reference', 'shipment.purpose', 'place.name as place'])
    .select('void.reason as void_reason')
    .orderBy('shipment.sent_on', 'desc')
    .orderBy('shipment.id', 'desc')
    .execute()
}

interface Crew {
  /** Somebody of them made it, where any are named. */
  readonly personIds?: readonly number[]
  /** It was made with something of it, where any is named. */
  readonly equipmentIds?: readonly number[]
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
  } & Crew,
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
  for (const made of madeSo(asked)) rows = rows.where(made)
  return (await rows.execute()).map((row) => row.id)
}

/** Newest batches that stand, made between two days; of some products, by somebody, with something where asked so. */
export async function batchesMade(
  db: Db,
  asked: {
    productIds: readonly number[] | null
    from: string | null
    to: string | null
    limit: number
  } & Crew,
): Promise<number[]> {
  const { productIds, from, to, limit } = asked
  let rows = db
    .selectFrom('batch')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'batch.id').on('void.kind', '=', 'batch'))
    .where('void.ref_id', 'is', null)
    .select('batch.id')
    .orderBy('batch.made_on', 'desc')
    .orderBy('batch.id', 'desc')
    .limit(limit)
  if (productIds !== null) rows = rows.where('batch.product_id', 'in', idList(productIds))
  if (from !== null) rows = rows.where('batch.made_on', '>=', from)
  if (to !== null) rows = rows.where('batch.made_on', '<=', to)
  for (const made of madeSo(asked)) rows = rows.where(made)
  return (await rows.execute()).map((row) => row.id)
}

function stands(kind: VoidKind, column: string) {
  return sql<boolean>`NOT EXISTS (SELECT 1 FROM void WHERE void.kind = ${kind} AND void.ref_id = ${sql.ref(column)})`
}

function madeSo({ personIds = [], equipmentIds = [] }: Crew) {
  return [
    ...(personIds.length > 0 ? [madeBy('batch_person', 'person_id', personIds)] : []),
    ...(equipmentIds.length > 0 ? [madeBy('batch_equipment', 'equipment_id', equipmentIds)] : []),
  ]
}

function madeBy(table: 'batch_person' | 'batch_equipment', column: string, ids: readonly number[]) {
  return sql<boolean>`EXISTS (SELECT 1 FROM ${sql.table(table)} AS crew
    WHERE crew.batch_id = batch.id AND crew.${sql.ref(column)} IN ${idList(ids)})`
}
