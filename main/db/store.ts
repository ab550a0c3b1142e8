import type Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { AppError } from '../../shared/api/errors.ts'
import { checkRecord, type RecordCheck } from './checkRecord.ts'
import { kitchenDialect } from './dialect.ts'
import type { Schema } from './schema.ts'

/** The open record, and the only way to it. */
export interface Store {
  /** The sentence to show while the record is not open, or null. */
  readonly problem: string | null
  /** Runs several reads that see one state. */
  read<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T>
  /** Runs one transaction that writes: all of it or nothing. Use `unitOfWork`, but for the print journal and drafts. */
  write<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T>
  /** Copies the record into one new file while other operations go on. */
  copyTo(file: string): Promise<void>
  /** Checks the whole record (see checkRecord.ts). */
  check(): RecordCheck
  /** Waits for what is running, closes the file, runs `swap`, and opens again even where `swap` fails. */
  whileClosed<T>(swap: () => T): Promise<T>
  /** Tries again to open after a failed start. @returns the problem that is left, or null */
  reopen(): Promise<string | null>
  close(): Promise<void>
}

/**
 * @param open opens the file; called at once and after every `whileClosed`
 * @param describe turns a failure to open into the sentence to show; rethrows one that must end the start
 */
export function createStore(open: () => Database.Database, describe: (error: unknown) => string): Store {
  let raw: Database.Database | undefined
  let problem: string | null = null
  tryOpen()
  const kysely = new Kysely<Schema>({ dialect: kitchenDialect(opened) })

  function tryOpen(): void {
    try {
      raw = open()
      problem = null
    } catch (error) {
      problem = describe(error)
    }
  }

  function opened(): Database.Database {
    if (raw) return raw
    throw new AppError({ code: 'db_corrupt', message: problem ?? 'Traceberry is closing. Start it again.' })
  }

  function shut(): void {
    raw?.close()
    raw = undefined
  }

  return {
    get problem() {
      return problem
    },
    read: async (work) => await kysely.transaction().setAccessMode('read only').execute(work),
    write: async (work) => await kysely.transaction().execute(work),
    async copyTo(file) {
      await opened().backup(file)
    },
    check: () => checkRecord(opened()),
    // Holding Kysely's connection keeps every other operation out until the file is open again.
    whileClosed: async (swap) =>
      await kysely.connection().execute(async () => {
        shut()
        try {
          return swap()
        } finally {
          tryOpen()
        }
      }),
    async reopen() {
      if (!raw) tryOpen()
      return problem
    },
    close: async () => await kysely.connection().execute(async () => shut()),
  }
}
