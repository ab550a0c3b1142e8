import { idList } from './idList.ts'
import type { Db, Schema } from '../schema.ts'
import type { RecallKind } from '../schemaOfRecalls.ts'

export interface RecallView {
  readonly id: number
  readonly kind: RecallKind
  readonly title: string
  readonly criteria: string
  readonly opened_on: string
  readonly seed: number | null
  readonly seq: number
  /** UTC instant of the opening. */
  readonly opened_at: string
}

function recallViews(db: Db) {
  return db
    .selectFrom('recall')
    .innerJoin('audit', 'audit.seq', 'recall.seq')
    .selectAll('recall')
    .select('audit.at as opened_at')
}

export async function recallById(db: Db, id: number): Promise<RecallView | undefined> {
  // The audit row of the opening is written last: inside its own transaction it is not there yet.
  return await recallViews(db).where('recall.id', '=', id).executeTakeFirst()
}

/** Recalls or drills, newest first. */
export async function listRecalls(db: Db, drills: boolean): Promise<RecallView[]> {
  return await recallViews(db)
    .where('recall.kind', drills ? '=' : '<>', 'drill')
    .orderBy('recall.id', 'desc')
    .execute()
}

export async function insertRecall(
  db: Db,
  recall: { kind: RecallKind; title: string; criteria: string; openedOn: string; seed: number | null; seq: number },
): Promise<number> {
  const { kind, title, criteria, openedOn: opened_on, seed, seq } = recall
  const { id } = await db
    .insertInto('recall')
    .values({ kind, title, criteria, opened_on, seed, seq })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Row<T extends keyof Schema> = { [K in keyof Omit<Schema[T], 'id'>]: Schema[T][K] }

export async function insertRecallLot(db: Db, row: Row<'recall_lot'>): Promise<void> {
  await db.insertInto('recall_lot').values(row).execute()
}

export async function insertDetail(db: Db, row: Row<'recall_detail'>): Promise<void> {
  await db.insertInto('recall_detail').values(row).execute()
}

export async function insertRecallNotice(db: Db, row: Row<'recall_notice'>): Promise<void> {
  await db.insertInto('recall_notice').values(row).execute()
}

export async function insertResponse(db: Db, row: Row<'recall_response'>): Promise<void> {
  await db.insertInto('recall_response').values(row).execute()
}

export async function insertCheck(db: Db, row: Row<'recall_check'>): Promise<void> {
  await db.insertInto('recall_check').values(row).execute()
}

export async function insertRecallEnd(db: Db, row: Row<'recall_end'>): Promise<void> {
  await db.insertInto('recall_end').values(row).execute()
}

/** Units of some shipment lines that had come back before a day, by line. */
export async function returnedBefore(db: Db, lineIds: readonly number[], day: string): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('returned_line')
    .innerJoin('returned', 'returned.id', 'returned_line.returned_id')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'returned.id').on('void.kind', '=', 'returned'))
    .where('returned_line.shipment_line_id', 'in', idList(lineIds))
    .where('returned.day', '<', day)
    .where('void.ref_id', 'is', null)
    .groupBy('returned_line.shipment_line_id')
    .select('returned_line.shipment_line_id')
    .select(({ fn }) => fn.sum<number>('returned_line.units').as('units'))
    .execute()
  return new Map(rows.map((row) => [row.shipment_line_id, row.units]))
}

/** Everything that was recorded about one recall, oldest first. */
export async function recallRows(db: Db, recallId: number) {
  const details = await db
    .selectFrom('recall_detail')
    .selectAll()
    .where('recall_id', '=', recallId)
    .orderBy('id')
    .execute()
  const lots = await db
    .selectFrom('recall_lot')
    .leftJoin('audit', 'audit.seq', 'recall_lot.seq')
    .selectAll('recall_lot')
    .select('audit.at')
    .where('recall_id', '=', recallId)
    .orderBy('recall_lot.seq')
    .orderBy('lot_id')
    .execute()
  const notices = await db
    .selectFrom('recall_notice')
    .selectAll()
    .where('recall_id', '=', recallId)
    .orderBy('id')
    .execute()
  const responses = await db
    .selectFrom('recall_response')
    .selectAll()
    .where('recall_id', '=', recallId)
    .orderBy('id')
    .execute()
  const checks = await db
    .selectFrom('recall_check')
    .selectAll()
    .where('recall_id', '=', recallId)
    .orderBy('id')
    .execute()
  const ends = await db.selectFrom('recall_end').selectAll().where('recall_id', '=', recallId).orderBy('id').execute()
  return { details, lots, notices, responses, checks, ends }
}
