import type Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { AppError } from '../../shared/api/errors.ts'
import { checkRecord, type RecordCheck } from './checkRecord.ts'
import { kitchenDialect } from './dialect.ts'
import { fileMark, sameFile } from './sameFile.ts'
import type { Schema } from './schema.ts'
import { kept, sayKept } from '../../shared/words/kept.ts'
import { say } from '../../shared/words/say.ts'

/** The open record, and the only way to it. */
export interface Store {
  /** The sentence to show while the record is not open, or null. */
  readonly problem: string | null
  /** Runs several reads that see one state. */
  read<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T>
  /** Runs one transaction that writes: all of it or nothing. Use `unitOfWork`, but for the print journal and drafts. */
  write<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T>
  /**
   * Copies the record into one new file while other operations go on; the copy has what was recorded until its end.
   * @param told hears how many pages are done and left; what it throws ends the copying
   */
  copyTo(file: string, told?: (done: number, left: number) => void): Promise<void>
  /** Checks the whole record (see checkRecord.ts). */
  check(): RecordCheck
  /** Waits for what is running, closes the file, runs `swap`, and opens again even where `swap` fails. */
  whileClosed<T>(swap: () => T): Promise<T>
  /** Tries again to open after a failed start. @returns the problem that is left, or null */
  reopen(): Promise<string | null>
  close(): Promise<void>
}

interface StoreOptions {
  readonly file: string
  /** Opens the file; called at once and after every `whileClosed`. */
  readonly open: () => Database.Database
  /** Turns a failure to open into the sentence to show; rethrows one that must end the start. */
  readonly describe: (error: unknown) => string
  /** Gets a last copy of a record whose file was taken away while it was open. */
  readonly rescue: (copyTo: (file: string) => void) => void
  /** Told that the record closed by itself, with `problem` saying why. */
  readonly closed: () => void
}

/**
 * The disk failed under an operation, and the record was opened again and found whole. What the operation wrote is
 * there or not: a command with a request id can be sent again to learn it.
 */
export class ReopenedError extends AppError {
  constructor(cause: unknown) {
    const message = say(
      'The disk failed for a moment. The record was opened again and is whole. Look whether what you saved is there, and save again if not.',
    )
    super({ code: 'db_corrupt', message }, { cause })
    this.name = 'ReopenedError'
  }
}

export function createStore({ file, open, describe, rescue, closed }: StoreOptions): Store {
  let raw: Database.Database | undefined
  let mark: string | undefined
  let problem: string | null = null
  tryOpen()
  const kysely = new Kysely<Schema>({ dialect: kitchenDialect(opened) })

  function tryOpen(): void {
    try {
      // Nobody may be there to read yet: said when it is read.
      raw = kept(open)
      mark = fileMark(file)
      problem = null
    } catch (error) {
      problem = describe(error)
    }
  }

  function opened(): Database.Database {
    if (raw) return raw
    throw new AppError({ code: 'db_corrupt', message: said() ?? say('Traceberry is closing. Start it again.') })
  }

  function said(): string | null {
    return problem === null ? null : sayKept(problem)
  }

  function shut(): void {
    const last = raw
    raw = undefined
    last?.close()
  }

  /** Stops for good until a person has seen to it. */
  function giveUp(sentence: string): void {
    problem = sentence
    try {
      shut()
    } catch {
      // A file that is damaged or gone cannot be closed cleanly either; nothing more is written to it.
    }
    closed()
  }

  /** SQLite reports success into a file that is deleted or replaced: the name must still be the file that is open. */
  function assertStillThere(): void {
    const db = opened()
    if (sameFile(file, mark)) return
    let isSaved = false
    try {
      rescue((copy) => db.prepare('VACUUM INTO ?').run(copy))
      isSaved = true
    } catch {
      // Said in the sentence.
    }
    giveUp(
      kept(() =>
        isSaved
          ? say(
              'The record’s file was deleted, moved or replaced while Traceberry had it open, so nothing more is written: what was recorded until then was saved as a backup, which is the newest below. Find out what did it, a clean-up or a sync program perhaps, then restore that backup.',
            )
          : say(
              'The record’s file was deleted, moved or replaced while Traceberry had it open, so nothing more is written: what was recorded could not be saved once more. Find out what did it, a clean-up or a sync program perhaps, then restore that backup.',
            ),
      ),
    )
    opened()
  }

  /** One failed read looks like a damaged file: only a file that is opened again and checked is called damaged. */
  async function reopenAfter(error: unknown): Promise<void> {
    await kysely.connection().execute(async () => {
      if (!raw) return
      try {
        shut()
      } catch {
        // What could not be closed cleanly is made good by the log when it is opened.
      }
      tryOpen()
      const db = raw
      const wrong = db ? kept(() => damageIn(db)) : []
      if (wrong.length > 0)
        giveUp(
          kept(() =>
            say(
              'The record is damaged, so nothing more is written to it: {wrong} The file stays as it is. Restore the newest backup below.',
              { wrong: wrong.join(' ') },
            ),
          ),
        )
      else if (!raw) closed()
    })
    throw raw ? new ReopenedError(error) : new AppError({ code: 'db_corrupt', message: said() ?? '' }, { cause: error })
  }

  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (isUnreliable(error)) await reopenAfter(error)
      throw error
    }
  }

  async function readOnce<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    return await guarded(async () => await kysely.transaction().setAccessMode('read only').execute(work))
  }

  return {
    get problem() {
      return said()
    },
    async read(work) {
      try {
        return await readOnce(work)
      } catch (error) {
        // The record is whole after all: a question can be asked twice.
        if (error instanceof ReopenedError) return await readOnce(work)
        throw error
      }
    },
    write: async (work) =>
      await guarded(
        async () =>
          await kysely.connection().execute(async (connection) => {
            assertStillThere()
            return await connection.transaction().execute(work)
          }),
      ),
    copyTo: async (copy, told) =>
      await guarded(async () => {
        await opened().backup(copy, {
          progress({ totalPages, remainingPages }) {
            told?.(totalPages - remainingPages, remainingPages)
            return PAGES_AT_A_TIME
          },
        })
      }),
    check() {
      try {
        return checkRecord(opened())
      } catch (error) {
        if (!isUnreliable(error)) throw error
        const sentence = say('The record cannot be read to its end ({detail}).', {
          detail: error instanceof Error ? error.message : '',
        })
        return { entries: 0, lastHash: '', problems: [sentence] }
      }
    },
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
      return said()
    },
    close: async () => await kysely.connection().execute(async () => shut()),
  }
}

/** Half a megabyte: about a millisecond. */
const PAGES_AT_A_TIME = 100

function damageIn(db: Database.Database): readonly string[] {
  try {
    return checkRecord(db).problems
  } catch (error) {
    return [
      say('it cannot be read to its end ({detail}).', {
        detail: error instanceof Error ? error.message : String(error),
      }),
    ]
  }
}

/** Errors after which it is not known what the file holds. */
function isUnreliable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^SQLITE_(?:CORRUPT|NOTADB|IOERR|CANTOPEN|PROTOCOL)/.test(code)
}
