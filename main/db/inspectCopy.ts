import Database from 'better-sqlite3'
import { AppError } from '../../shared/api/errors.ts'
import { checkRecord } from './checkRecord.ts'
import { APPLICATION_ID, migrate, migrations, schemaVersion } from './migrate.ts'
import { type ReadableRows, readableRows } from './readableRows.ts'
import { say } from '../../shared/words/say.ts'

export interface CopyFacts {
  readonly schema: number
  readonly batches: number
  readonly lastLotNumber: string | null
  readonly entries: number
  readonly lastHash: string
}

/**
 * Opens a copy of the record that nothing else uses, turns off its write-ahead log so that it is one file, checks all of
 * it, and traces its newest batch.
 * @param withRows also reads what people want to read without the app
 * @throws AppError `conflict` for a file that is not ours or of a newer version, `db_corrupt` for a damaged one
 */
export function inspectCopy(file: string, withRows?: false): CopyFacts
export function inspectCopy(file: string, withRows: true): CopyFacts & { readonly rows: ReadableRows }
export function inspectCopy(file: string, withRows = false): CopyFacts & { readonly rows?: ReadableRows } {
  const db = openCopy(file)
  try {
    // What a file brings along is data: no function or view of its own may run anything.
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    const schema = assertOurs(db)
    db.pragma('journal_mode = DELETE')
    return inNewestSchema(db, schema, (newest) => {
      const { entries, lastHash, problems } = checkRecord(newest)
      if (problems.length > 0) throw damaged(problems.join(' '))
      const batches = Number(newest.prepare('SELECT count(*) FROM batch').pluck().get())
      const facts = { schema, batches, lastLotNumber: traceNewest(newest), entries, lastHash }
      return withRows ? { ...facts, rows: readableRows(newest) } : facts
    })
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error instanceof Error ? error.message : String(error))
  } finally {
    db.close()
  }
}

/** The checks know today's schema: a copy of an older version is brought to it in memory, and its file stays as it is. */
function inNewestSchema<T>(db: Database.Database, schema: number, work: (newest: Database.Database) => T): T {
  if (schema === migrations.at(-1)?.version) return work(db)
  const copy = new Database(db.serialize())
  try {
    migrate(copy)
    return work(copy)
  } finally {
    copy.close()
  }
}

/** Application id, version and every table, index, view and trigger as one of our own versions makes them. @returns the version */
function assertOurs(db: Database.Database): number {
  const schema = schemaVersion(db)
  if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID)
    throw new AppError({
      code: 'conflict',
      message: say('This file is not a Traceberry record. Nothing was changed. Choose another backup.'),
    })
  if (schema > (migrations.at(-1)?.version ?? 0))
    throw new AppError({
      code: 'conflict',
      message: say('This backup was made by a newer Traceberry. Nothing was changed. Install the newer version first.'),
    })
  if (schemaText(db) !== knownSchema(schema))
    throw new AppError({
      code: 'conflict',
      message: say(
        'The tables of this file are not those of a Traceberry record. Nothing was changed. Choose another backup.',
      ),
    })
  return schema
}

function schemaText(db: Database.Database): string {
  return db
    .prepare(
      `SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`,
    )
    .pluck()
    .all()
    .join('\n')
}

function knownSchema(version: number): string {
  const db = new Database(':memory:')
  try {
    for (const step of migrations) if (step.version <= version) db.exec(step.sql)
    return schemaText(db)
  } finally {
    db.close()
  }
}

/**
 * Follows the newest batch back through every lot that is in it, as a recall would.
 * @returns its lot number, or null where there is no batch
 * @throws AppError when a lot on the way is not there
 */
function traceNewest(db: Database.Database): string | null {
  const newest = db
    .prepare<[], { id: number; lot_number: string }>('SELECT id, lot_number FROM batch ORDER BY id DESC LIMIT 1')
    .get()
  if (!newest) return null
  const lost = db
    .prepare(
      `WITH RECURSIVE behind (id) AS (SELECT ? UNION
         SELECT edge.made_by FROM behind CROSS JOIN edge ON edge.batch_id = behind.id WHERE edge.made_by IS NOT NULL)
       SELECT count(*) FROM behind CROSS JOIN edge ON edge.batch_id = behind.id
       LEFT JOIN lot ON lot.id = edge.lot_id LEFT JOIN item ON item.id = lot.item_id WHERE item.id IS NULL`,
    )
    .pluck()
    .get(newest.id)
  if (lost !== 0)
    throw damaged(say('A trace of {lotNumber} leads to lots that are not there.', { lotNumber: newest.lot_number }))
  return newest.lot_number
}

function openCopy(file: string): Database.Database {
  try {
    return new Database(file, { fileMustExist: true })
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error))
  }
}

function damaged(what: string): AppError {
  return new AppError({
    code: 'db_corrupt',
    message: say('This copy is damaged and was not used: {what} Choose another backup.', { what }),
  })
}
