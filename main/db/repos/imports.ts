import { sql } from 'kysely'
import { nameKey } from '../../../shared/domain/names.ts'
import type { AliasKind, RowVerdict } from '../schemaOfImports.ts'
import type { Db, Schema } from '../schema.ts'
import { hotStatement } from './hotStatement.ts'
import { idList } from './idList.ts'

export type ImportSheet = Omit<Schema['import_sheet'], 'id'> & { readonly id: number }
export type ImportRow = Schema['import_row']
export type ImportRecord = Omit<Schema['import_record'], 'id'> & { readonly id: number }

/* Pieces of a file that is arriving. */

export async function keepPiece(
  db: Db,
  piece: { upload: string; place: number; content: Uint8Array; at: string },
): Promise<void> {
  await db
    .insertInto('import_piece')
    .values(piece)
    .onConflict((clash) => clash.columns(['upload', 'place']).doUpdateSet({ content: piece.content }))
    .execute()
}

/** The pieces of a file in their order, and forgets them; those of files that never arrived whole as well. */
export async function takePieces(db: Db, upload: string, staleBefore: string): Promise<Uint8Array[]> {
  const rows = await db
    .selectFrom('import_piece')
    .select('content')
    .where('upload', '=', upload)
    .orderBy('place')
    .execute()
  await db.deleteFrom('import_piece').where('upload', '=', upload).execute()
  await db.deleteFrom('import_piece').where('at', '<', staleBefore).execute()
  return rows.map((row) => row.content)
}

/* Imports and their sheets. */

export async function insertImport(db: Db, row: { name: string; started_at: string }): Promise<number> {
  const { id } = await db
    .insertInto('import')
    .values({ ...row, state: 'open', backup: null, summary: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function importById(db: Db, id: number) {
  return await db.selectFrom('import').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function listImports(db: Db) {
  return await db
    .selectFrom('import')
    .selectAll()
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('import_sheet').whereRef('import_id', '=', 'import.id').where('arrived', '=', 1).select('id')),
    )
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}

export async function setImport(
  db: Db,
  id: number,
  change: { state?: Schema['import']['state']; backup?: string; summary?: string },
): Promise<void> {
  await db.updateTable('import').set(change).where('id', '=', id).execute()
}

export async function insertSheet(db: Db, sheet: Omit<ImportSheet, 'id'>): Promise<number> {
  return (await db.insertInto('import_sheet').values(sheet).returning('id').executeTakeFirstOrThrow()).id
}

export async function sheetById(db: Db, id: number): Promise<ImportSheet | undefined> {
  return await db.selectFrom('import_sheet').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function sheetsOfImport(db: Db, importId: number): Promise<ImportSheet[]> {
  return await db
    .selectFrom('import_sheet')
    .selectAll()
    .where('import_id', '=', importId)
    .where('arrived', '=', 1)
    .orderBy('id')
    .execute()
}

export async function changeSheet(
  db: Db,
  id: number,
  change: Partial<Pick<ImportSheet, 'kind' | 'header_row' | 'columns' | 'settings'>>,
): Promise<void> {
  await db.updateTable('import_sheet').set(change).where('id', '=', id).execute()
}

/** Forgets an import of which nothing went in. */
export async function forgetImport(db: Db, id: number): Promise<void> {
  await sql`DELETE FROM import_row WHERE sheet_id IN (SELECT id FROM import_sheet WHERE import_id = ${id})`.execute(db)
  await db.deleteFrom('import_record').where('import_id', '=', id).execute()
  await db.deleteFrom('import_sheet').where('import_id', '=', id).execute()
  await db.deleteFrom('import').where('id', '=', id).execute()
}

/* Rows. */

/** Adds rows of a sheet, the JSON of a list of lists of cells, numbered on from one. */
export async function insertRows(db: Db, sheetId: number, json: string, from: number): Promise<void> {
  await sql`
    INSERT INTO import_row (sheet_id, line, cells, original, decision, verdict, why, record_id)
    SELECT ${sheetId}, ${from} + key, value, NULL, '', 'left out', '', NULL FROM json_each(${json})`.execute(db)
}

export async function rowsOfSheet(
  db: Db,
  sheetId: number,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): Promise<ImportRow[]> {
  return await db
    .selectFrom('import_row')
    .selectAll()
    .where('sheet_id', '=', sheetId)
    .where('line', '>=', from)
    .where('line', '<', to)
    .orderBy('line')
    .execute()
}

export async function rowOf(db: Db, sheetId: number, line: number): Promise<ImportRow | undefined> {
  return await db
    .selectFrom('import_row')
    .selectAll()
    .where('sheet_id', '=', sheetId)
    .where('line', '=', line)
    .executeTakeFirst()
}

/** Rows of some sheets in their order, of one verdict where asked, after a (sheet, line). */
export async function rowPage(
  db: Db,
  asked: {
    sheetIds: readonly number[]
    verdicts: readonly RowVerdict[]
    after: { sheet: number; line: number } | null
    limit: number
  },
) {
  const { sheetIds, verdicts, after, limit } = asked
  const page: ImportRow[] = []
  for (const sheetId of sheetIds) {
    if (after && sheetId < after.sheet) continue
    let rows = db
      .selectFrom('import_row')
      .innerJoin('import_sheet', 'import_sheet.id', 'import_row.sheet_id')
      .selectAll('import_row')
      .where('sheet_id', '=', sheetId)
      .where(isOfTable)
      .orderBy('line')
      .limit(limit - page.length)
    if (after && sheetId === after.sheet) rows = rows.where('line', '>', after.line)
    if (verdicts.length > 0) rows = rows.where('verdict', 'in', idList(verdicts))
    page.push(...(await rows.execute()))
    if (page.length >= limit) break
  }
  return page
}

/** How many rows of each verdict a sheet has, below its heads and not empty. */
export async function countRows(db: Db, importId: number) {
  const { rows } = await sql<{ sheet_id: number; verdict: RowVerdict; count: number }>`
    SELECT sheet_id, verdict, count(*) AS count FROM import_row
    JOIN import_sheet ON import_sheet.id = sheet_id
    WHERE import_id = ${importId} AND arrived = 1 AND ${isOfTable}
    GROUP BY sheet_id, verdict`.execute(db)
  return rows
}

/** A row counts where its sheet is read, below the heads and not empty; one that was imported always does. */
const isOfTable = sql<boolean>`(verdict = 'imported' OR (kind IS NOT NULL AND line > header_row AND cells <> '[]'))`

export async function changeRow(
  db: Db,
  { sheetId, line }: { sheetId: number; line: number },
  change: Partial<Pick<ImportRow, 'cells' | 'original' | 'decision'>>,
): Promise<void> {
  await db
    .updateTable('import_row')
    .set(change)
    .where('sheet_id', '=', sheetId)
    .where('line', '=', line)
    .where('verdict', '<>', 'imported')
    .execute()
}

/** Writes what the plan says of rows; those that were imported stay. */
export async function writeVerdicts(
  db: Db,
  sheetId: number,
  rows: readonly (readonly [line: number, verdict: RowVerdict, why: string, recordId: number | null])[],
): Promise<void> {
  // Read once: as a plain join SQLite reads the whole JSON again for every row of the sheet.
  await sql`
    WITH said AS MATERIALIZED (
      SELECT value ->> 0 AS at, value ->> 1 AS verdict, value ->> 2 AS why, value ->> 3 AS record_id
      FROM json_each(${JSON.stringify(rows)}))
    UPDATE import_row SET verdict = said.verdict, why = said.why, record_id = said.record_id
    FROM said WHERE sheet_id = ${sheetId} AND line = said.at AND import_row.verdict <> 'imported'`.execute(db)
}

export async function markRows(db: Db, recordIds: readonly number[], verdict: RowVerdict, why?: string): Promise<void> {
  await db
    .updateTable('import_row')
    .set({ verdict, ...(why === undefined ? {} : { why }) })
    .where('record_id', 'in', idList(recordIds))
    .execute()
}

/* Records. */

/** Forgets some of what was planned and not done. @returns whether there is more */
export async function clearSomePlans(db: Db, importId: number, limit: number): Promise<boolean> {
  const rows = await db
    .selectFrom('import_record')
    .select('id')
    .where('import_id', '=', importId)
    .where('state', 'in', ['planned', 'stopped'])
    .limit(limit)
    .execute()
  const ids = rows.map((row) => row.id)
  await db.updateTable('import_row').set({ record_id: null }).where('record_id', 'in', idList(ids)).execute()
  await db.deleteFrom('import_record').where('id', 'in', idList(ids)).execute()
  return rows.length === limit
}

export async function nextRecordId(db: Db): Promise<number> {
  const row = await db
    .selectFrom('import_record')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

export async function insertRecords(
  db: Db,
  importId: number,
  records: readonly {
    id: number
    place: number
    kind: string
    contentKey: string
    naturalKey: string
    plan: unknown
    replaces: number | null
  }[],
): Promise<void> {
  const rows = records.map((r) => [
    r.id,
    r.place,
    r.kind,
    r.contentKey,
    r.naturalKey,
    JSON.stringify(r.plan),
    r.replaces,
  ])
  await sql`
    INSERT INTO import_record (id, import_id, place, kind, content_key, natural_key, plan, state, replaces, made, seq)
    SELECT value ->> 0, ${importId}, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, 'planned',
      value ->> 6, NULL, NULL FROM json_each(${JSON.stringify(rows)})`.execute(db)
}

export async function plannedRecords(db: Db, importId: number, limit: number): Promise<ImportRecord[]> {
  return await db
    .selectFrom('import_record')
    .selectAll()
    .where('import_id', '=', importId)
    .where('state', '=', 'planned')
    .orderBy('place')
    .limit(limit)
    .execute()
}

export async function recordsById(db: Db, ids: readonly number[]): Promise<Map<number, ImportRecord>> {
  const rows = await db.selectFrom('import_record').selectAll().where('id', 'in', idList(ids)).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** What some records became. */
export async function madeOfRecords(db: Db, ids: readonly number[]) {
  return await hotStatement<{ readonly id: number; readonly made: string | null }>(
    db,
    'SELECT id, made FROM import_record WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)],
  )
}

/** How many records of an import are to be carried out yet. */
export async function countPlanned(db: Db, importId: number): Promise<number> {
  const text = `SELECT count(*) AS count FROM import_record WHERE import_id = ? AND state = 'planned'`
  return (await hotStatement<{ count: number }>(db, text, [importId]))[0]?.count ?? 0
}

export async function countRecords(db: Db, importId: number) {
  const rows = await db
    .selectFrom('import_record')
    .where('import_id', '=', importId)
    .groupBy('state')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map((row) => [row.state, row.count]))
}

/** Records that this entry of the history brought, with what they became. */
export async function finishRecords(
  db: Db,
  brought: readonly (readonly [id: number, made: unknown])[],
  seq: number,
): Promise<void> {
  await sql`
    WITH said AS MATERIALIZED (SELECT value ->> 0 AS at, value ->> 1 AS made FROM json_each(${JSON.stringify(brought)}))
    UPDATE import_record SET state = 'done', made = said.made, seq = ${seq} FROM said WHERE id = said.at`.execute(db)
}

export async function setRecord(
  db: Db,
  id: number,
  change: Partial<Pick<ImportRecord, 'state' | 'made' | 'seq' | 'replaces'>>,
): Promise<void> {
  await db.updateTable('import_record').set(change).where('id', '=', id).execute()
}

/** Records of one import that are done, the last ones first. */
export async function doneRecords(db: Db, importId: number, limit?: number): Promise<ImportRecord[]> {
  const rows = db
    .selectFrom('import_record')
    .selectAll()
    .where('import_id', '=', importId)
    .where('state', '=', 'done')
    .orderBy('place', 'desc')
  return await (limit === undefined ? rows : rows.limit(limit)).execute()
}

/** The lots that an import brought with a code of the file for them. */
export async function bagsBrought(db: Db, importId: number) {
  const { rows } = await sql<{ bag: string; lotId: number }>`
    SELECT made ->> 'bag' AS bag, made ->> 'lotId' AS lotId FROM import_record
    WHERE import_id = ${importId} AND state = 'done' AND made ->> 'bag' IS NOT NULL ORDER BY place DESC`.execute(db)
  return rows
}

/** What was imported before and stands, of every import but one, the next after a record: for a file that comes again. */
export async function doneElsewhere(db: Db, importId: number, after: number, limit: number) {
  return await db
    .selectFrom('import_record')
    .select(['id', 'import_id', 'kind', 'content_key', 'natural_key', 'made'])
    .where('state', '=', 'done')
    .where('content_key', '<>', '')
    .where('import_id', '<>', importId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Names of the files of each import. */
export async function filesOfImports(db: Db) {
  return await db
    .selectFrom('import_sheet')
    .select(['import_id', 'file', 'sha256'])
    .where('arrived', '=', 1)
    .distinct()
    .orderBy('import_id')
    .execute()
}

/* Names. */

export async function listAliases(db: Db) {
  return await db.selectFrom('import_alias').selectAll().execute()
}

/** Says what a spelling means; one that means itself is kept apart from those like it. */
export async function setAlias(db: Db, kind: AliasKind, alias: string, name: string): Promise<void> {
  const alias_key = nameKey(alias)
  await db
    .insertInto('import_alias')
    .values({ kind, alias_key, alias, name })
    .onConflict((clash) => clash.columns(['kind', 'alias_key']).doUpdateSet({ name, alias }))
    .execute()
}
