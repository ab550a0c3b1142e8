import Database from 'better-sqlite3'
import { AppError } from '../../shared/api/errors.ts'
import { checkRecord } from './checkRecord.ts'
import { APPLICATION_ID, migrations, schemaVersion } from './migrate.ts'

export interface CopyFacts {
  readonly schema: number
  readonly batches: number
  readonly lastLotNumber: string | null
  readonly entries: number
  readonly lastHash: string
}

/**
 * Opens a copy of the record that nothing else uses, turns off its write-ahead log so that it is one file, and
 * checks all of it.
 * @throws AppError `conflict` for a file that is not ours or of a newer version, `db_corrupt` for a damaged one
 */
export function inspectCopy(file: string): CopyFacts {
  const db = openCopy(file)
  try {
    db.pragma('journal_mode = DELETE')
    const schema = schemaVersion(db)
    if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID)
      throw new AppError({
        code: 'conflict',
        message: 'This file is not a Traceberry record. Nothing was changed. Choose another backup.',
      })
    if (schema > (migrations.at(-1)?.version ?? 0))
      throw new AppError({
        code: 'conflict',
        message: 'This backup was made by a newer Traceberry. Nothing was changed. Install the newer version first.',
      })
    const { entries, lastHash, problems } = checkRecord(db)
    if (problems.length > 0) throw damaged(problems.join(' '))
    const batches = Number(db.prepare('SELECT count(*) FROM batch').pluck().get())
    const last: unknown = db.prepare('SELECT lot_number FROM batch ORDER BY id DESC LIMIT 1').pluck().get()
    return { schema, batches, lastLotNumber: typeof last === 'string' ? last : null, entries, lastHash }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error instanceof Error ? error.message : String(error))
  } finally {
    db.close()
  }
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
    message: `This copy is damaged and was not used: ${what} Choose another backup.`,
  })
}
