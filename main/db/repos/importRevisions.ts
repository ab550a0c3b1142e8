import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { idList } from './idList.ts'
import type { ImportRecord } from './imports.ts'

/* What an import may write is checked against what it has seen: the rows as they were looked at, and the record. */

/** Number of the last entry of the history; 0 where there is none. */
export async function lastEntry(db: Db): Promise<number> {
  const row = await db
    .selectFrom('audit')
    .select(({ fn }) => fn.max('seq').as('last'))
    .executeTakeFirst()
  return row?.last ?? 0
}

/** Says that an import is not any more what others may have seen; `seen` is the last entry that it knows. */
export async function revise(db: Db, importId: number, seen?: number): Promise<void> {
  await db
    .updateTable('import')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1), ...(seen === undefined ? {} : { seen_seq: seen }) }))
    .where('id', '=', importId)
    .execute()
}

/** How many rows would be said something else of than what stands there. */
export async function countDiffering(
  db: Db,
  sheetId: number,
  rows: readonly (readonly [line: number, verdict: string, why: string, recordId: number | null])[],
): Promise<number> {
  const { rows: counted } = await sql<{ count: number }>`
    WITH said AS MATERIALIZED (
      SELECT value ->> 0 AS at, value ->> 1 AS verdict, value ->> 2 AS why FROM json_each(${JSON.stringify(rows)}))
    SELECT count(*) AS count FROM said JOIN import_row ON sheet_id = ${sheetId} AND line = said.at
    WHERE import_row.verdict <> 'imported' AND (import_row.verdict <> said.verdict OR import_row.why <> said.why)`.execute(
    db,
  )
  return counted[0]?.count ?? 0
}

/** The import that a file is in already: by the same command, or the same file in the same import. */
export async function alreadyThere(
  db: Db,
  file: { readonly requestId: string; readonly importId: number | null; readonly sha256: string },
): Promise<number | undefined> {
  const row = await db
    .selectFrom('import_sheet')
    .select('import_id')
    .where('arrived', '=', 1)
    .where(({ or, and, eb }) =>
      or([
        eb('request_id', '=', file.requestId),
        ...(file.importId === null ? [] : [and([eb('import_id', '=', file.importId), eb('sha256', '=', file.sha256)])]),
      ]),
    )
    .executeTakeFirst()
  return row?.import_id
}

/** Says that all rows of these sheets are there. */
export async function sheetsArrived(db: Db, sheetIds: readonly number[]): Promise<void> {
  await db.updateTable('import_sheet').set({ arrived: 1 }).where('id', 'in', idList(sheetIds)).execute()
}

export async function dropSheets(db: Db, sheetIds: readonly number[]): Promise<void> {
  await db.deleteFrom('import_row').where('sheet_id', 'in', idList(sheetIds)).execute()
  await db.deleteFrom('import_sheet').where('id', 'in', idList(sheetIds)).execute()
}

/** Records of earlier imports whose place this import took, and that are to stand again now that it is undone. */
export async function recordsToBringBack(
  db: Db,
  importId: number,
  limit: number,
): Promise<(ImportRecord & { readonly by: number })[]> {
  return await toBringBack(db, importId)
    .orderBy('old.import_id')
    .orderBy('old.place')
    .limit(limit)
    .selectAll('old')
    .select('newer.id as by')
    .execute()
}

export async function countToBringBack(db: Db, importId: number): Promise<number> {
  const { count } = await toBringBack(db, importId)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function toBringBack(db: Db, importId: number) {
  return db
    .selectFrom('import_record as newer')
    .innerJoin('import_record as old', 'old.id', 'newer.replaces')
    .innerJoin('import', 'import.id', 'old.import_id')
    .where('newer.import_id', '=', importId)
    .where('newer.state', '=', 'undone')
    .where('old.state', '=', 'undone')
    .where('import.state', 'in', ['open', 'closed'])
}

/** How many rows the sheets have that are left out, by sheet. */
export async function countUnread(db: Db, importId: number): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ sheet_id: number; count: number }>`
    SELECT sheet_id, count(*) AS count FROM import_row JOIN import_sheet ON import_sheet.id = sheet_id
    WHERE import_id = ${importId} AND arrived = 1 AND kind IS NULL AND line > header_row AND cells <> '[]'
      AND verdict <> 'imported'
    GROUP BY sheet_id`.execute(db)
  return new Map(rows.map((row) => [row.sheet_id, row.count]))
}
