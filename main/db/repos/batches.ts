import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { aboutIds, addRow, hotStatement } from './hotStatement.ts'
import { idList } from './idList.ts'
import type { LotView } from './lots.ts'

export interface BatchView {
  readonly id: number
  readonly lot_number: string
  readonly product_id: number
  readonly product: string
  readonly code: string | null
  /** The word for one unit; `unit` for a batch whose packs are called differently. */
  readonly unit: string
  readonly made_on: string
  readonly made: number
  readonly state: 'finished' | 'failed'
  readonly void_reason: string | null
  readonly recipe_version: number
  readonly note: string
  readonly seq: number
  /** Units on hand in base units, over every pack the batch made. */
  readonly on_hand: number | null
}

/** The batches come first, whatever SQLite believes of the tables: by the few recipes it would read and sort all of them. */
function batchViews(db: Db) {
  return db
    .selectFrom('batch')
    .crossJoin('item')
    .crossJoin('recipe')
    .whereRef('item.id', '=', 'batch.product_id')
    .whereRef('recipe.id', '=', 'batch.recipe_id')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'batch.id').on('void.kind', '=', 'batch'))
    .select(({ selectFrom }) => [
      'batch.id',
      'batch.lot_number',
      'batch.product_id',
      'item.name as product',
      'item.code',
      sql<string>`(SELECT iif(min(unit) = max(unit), min(unit), 'unit') FROM lot WHERE batch_id = batch.id)`.as('unit'),
      'batch.made_on',
      'batch.made',
      'batch.state',
      'void.reason as void_reason',
      'recipe.version as recipe_version',
      'batch.note',
      'batch.seq',
      selectFrom('lot')
        .whereRef('lot.batch_id', '=', 'batch.id')
        .select(({ fn }) => fn.sum<number>('lot.on_hand').as('total'))
        .as('on_hand'),
    ])
}

export async function batchById(db: Db, id: number): Promise<BatchView | undefined> {
  return (await batchesById(db, [id])).get(id)
}

export async function batchesById(db: Db, ids: readonly number[]): Promise<Map<number, BatchView>> {
  const rows = await aboutIds(db, 'batchesById', (list) => batchViews(db).where('batch.id', 'in', list), ids)
  return new Map(rows.map((row) => [row.id, row]))
}

export async function countBatches(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('batch')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Batches newest first, after a (day, id) where given. */
export async function batchPage(
  db: Db,
  { productId, after, limit }: { productId?: number; after?: { day: string; id: number }; limit: number },
): Promise<BatchView[]> {
  let rows = batchViews(db).orderBy('batch.made_on', 'desc').orderBy('batch.id', 'desc').limit(limit)
  if (productId !== undefined) rows = rows.where('batch.product_id', '=', productId)
  if (after)
    rows = rows.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('batch.made_on', 'batch.id'), '<', tuple(after.day, after.id)),
    )
  return await rows.execute()
}

/** Every batch of a product, newest first. */
export async function batchesOfProduct(db: Db, productId: number): Promise<BatchView[]> {
  return await batchViews(db)
    .where('batch.product_id', '=', productId)
    .orderBy('batch.made_on', 'desc')
    .orderBy('batch.id', 'desc')
    .execute()
}

export interface NewBatch {
  readonly lotNumber: string
  readonly lotKey: string
  readonly productId: number
  readonly recipeId: number
  readonly madeOn: string
  readonly state: 'finished' | 'failed'
  readonly made: number
  readonly note: string
  readonly seq: number
}

export async function insertBatch(db: Db, batch: NewBatch): Promise<number> {
  return await addRow(db, 'batch', {
    lot_number: batch.lotNumber,
    lot_key: batch.lotKey,
    product_id: batch.productId,
    recipe_id: batch.recipeId,
    made_on: batch.madeOn,
    state: batch.state,
    made: batch.made,
    note: batch.note,
    seq: batch.seq,
  })
}

export interface NewUse {
  readonly batchId: number
  readonly line: number
  readonly itemId: number
  readonly lotId: number | null
  readonly typed: string
  readonly base: number
  readonly basis: 'assumed' | 'confirmed'
  readonly overrideReason: string | null
  /** The correction that writes it; left out for a row of the batch as it is saved. */
  readonly correctionId?: number
}

export async function insertUse(db: Db, use: NewUse): Promise<number> {
  return await addRow(db, 'batch_use', {
    batch_id: use.batchId,
    line: use.line,
    item_id: use.itemId,
    lot_id: use.lotId,
    typed: use.typed,
    base: use.base,
    basis: use.basis,
    override_reason: use.overrideReason,
    correction_id: use.correctionId ?? null,
  })
}

/**
 * Draws the genealogy edges of a use: to its lot, and where that is what a bin holds, to every lot poured in. A lot used
 * in two lines of one batch is one edge.
 */
export async function addEdge(
  db: Db,
  batchId: number,
  lot: Pick<LotView, 'id' | 'batch_id' | 'bin_id'>,
): Promise<void> {
  await hotStatement(db, 'INSERT INTO edge (batch_id, lot_id, made_by) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
    batchId,
    lot.id,
    lot.batch_id,
  ])
  if (lot.bin_id === null) return
  await hotStatement(
    db,
    `INSERT INTO edge (batch_id, lot_id, made_by)
     SELECT ?, lot_id, NULL FROM standing_pour WHERE bin_lot_id = ? ON CONFLICT DO NOTHING`,
    [batchId, lot.id],
  )
}

/** Takes a void batch out of the genealogy. */
export async function removeEdges(db: Db, batchId: number): Promise<void> {
  await db.deleteFrom('edge').where('batch_id', '=', batchId).execute()
}

/** The ingredient rows of some batches as they stand, in the order of the page. */
export async function usesOfBatches(db: Db, batchIds: readonly number[]) {
  return await db
    .selectFrom('standing_use')
    .innerJoin('item', 'item.id', 'standing_use.item_id')
    .where('standing_use.batch_id', 'in', idList(batchIds))
    .orderBy('standing_use.batch_id')
    .orderBy('standing_use.line')
    .orderBy('standing_use.id')
    .selectAll('standing_use')
    .select(({ fn }) => [
      'item.name as item',
      'item.unit as item_unit',
      'item.kind as item_kind',
      'item.dimension',
      fn.coalesce('item.pack_of', 'item.id').as('product_id'),
    ])
    .execute()
}

/** Lot numbers of batches that stand and took some of a lot. */
export async function batchesUsing(db: Db, lotId: number): Promise<string[]> {
  return (await usersOfLots(db, [lotId])).map((row) => row.lot_number)
}

/** Batches that stand and took some of one of those lots, with their days. */
export async function usersOfLots(db: Db, lotIds: readonly number[]) {
  return await db
    .selectFrom('edge')
    .innerJoin('batch', 'batch.id', 'edge.batch_id')
    .where('edge.lot_id', 'in', idList(lotIds))
    .select(['batch.lot_number', 'batch.made_on'])
    .distinct()
    .execute()
}

/** What was made since a day, newest first; batches that failed or were voided do not count. */
export async function madeSince(db: Db, since: string): Promise<{ productId: number; madeOn: string }[]> {
  return await db
    .selectFrom('batch')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'batch.id').on('void.kind', '=', 'batch'))
    .where('batch.made_on', '>=', since)
    .where('batch.state', '=', 'finished')
    .where('void.ref_id', 'is', null)
    .orderBy('batch.made_on', 'desc')
    .orderBy('batch.id', 'desc')
    .limit(1000)
    .select(['batch.product_id as productId', 'batch.made_on as madeOn'])
    .execute()
}

/** The last batch of each product that neither failed nor was voided, by product. */
export async function lastGoodBatches(db: Db): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('item')
    .where('item.kind', '=', 'product')
    .select(({ selectFrom }) => [
      'item.id',
      selectFrom('batch')
        .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'batch.id').on('void.kind', '=', 'batch'))
        .whereRef('batch.product_id', '=', 'item.id')
        .where('batch.state', '=', 'finished')
        .where('void.ref_id', 'is', null)
        .orderBy('batch.made_on', 'desc')
        .orderBy('batch.id', 'desc')
        .limit(1)
        .select('batch.id')
        .as('batch_id'),
    ])
    .execute()
  return new Map(rows.flatMap(({ id, batch_id }) => (batch_id === null ? [] : [[id, batch_id] as const])))
}

/** Lot numbers of the batches recorded after an audit row, newest first. */
export async function lotNumbersAfter(db: Db, seq: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('batch')
    .select('lot_number')
    .where('seq', '>', seq)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.lot_number)
}
