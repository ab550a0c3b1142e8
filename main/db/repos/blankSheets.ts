import type { Db, Schema } from '../schema.ts'
import { idList } from './idList.ts'

function sheetViews(db: Db) {
  return db
    .selectFrom('sheet')
    .innerJoin('item', 'item.id', 'sheet.product_id')
    .innerJoin('recipe', 'recipe.id', 'sheet.recipe_id')
    .leftJoin('pack', (join) => join.onRef('pack.item_id', '=', 'sheet.pack_id').on('pack.dropped', '=', 0))
    .leftJoin('batch as like', 'like.id', 'sheet.like_batch_id')
    .leftJoin('plan_now', 'plan_now.plan_id', 'sheet.plan_id')
    .leftJoin('standing_plan_end as ended', 'ended.plan_id', 'sheet.plan_id')
    .selectAll('sheet')
    .select([
      'item.name as product',
      'item.unit',
      'recipe.version',
      // A pack that is not filled any more is not made: the usual ones are.
      'pack.item_id as filled_pack_id',
      'pack.name as pack',
      'like.lot_number as like_number',
      'plan_now.day as plan_day',
      'plan_now.note as plan_note',
      'ended.id as plan_end_id',
    ])
}

export type SheetView = NonNullable<Awaited<ReturnType<typeof sheetById>>>

export async function sheetById(db: Db, id: number) {
  return await sheetViews(db).where('sheet.id', '=', id).executeTakeFirst()
}

export async function sheetsById(db: Db, ids: readonly number[]): Promise<SheetView[]> {
  return await sheetViews(db).where('sheet.id', 'in', idList(ids)).orderBy('sheet.id').execute()
}

/** More than a person types in. */
const MOST = 100

/** Sheets without a batch that stands, the newest first. @param since an instant; older ones are lost or thrown away */
export async function openSheets(db: Db, since: string): Promise<SheetView[]> {
  return await sheetViews(db)
    .where('sheet.made_at', '>=', since)
    .where('sheet.id', 'not in', standingBatches(db).select('sheet_batch.sheet_id'))
    .orderBy('sheet.id', 'desc')
    .limit(MOST)
    .execute()
}

/** The batches that stand of a sheet, the first one typed in first. */
export async function batchesOfSheet(db: Db, sheetId: number) {
  return await standingBatches(db)
    .where('sheet_batch.sheet_id', '=', sheetId)
    .orderBy('batch.id')
    .select(['batch.id', 'batch.lot_number', 'batch.made_on'])
    .execute()
}

function standingBatches(db: Db) {
  return db
    .selectFrom('sheet_batch')
    .innerJoin('batch', 'batch.id', 'sheet_batch.batch_id')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'batch.id').on('void.kind', '=', 'batch'))
    .where('void.ref_id', 'is', null)
}

export async function insertSheet(db: Db, sheet: Omit<Schema['sheet'], 'id'>): Promise<number> {
  const { id } = await db.insertInto('sheet').values(sheet).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Writes down that a batch was typed in from a sheet. */
export async function insertSheetBatch(db: Db, batch: Schema['sheet_batch']): Promise<void> {
  await db.insertInto('sheet_batch').values(batch).execute()
}
