import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { AppError } from '../../shared/api/errors.ts'
import { APPLICATION_ID, migrate } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { say } from '../../shared/words/say.ts'

interface OpenOptions {
  readonly file: string
  readonly migrations?: readonly Migration[]
  /** Gets a way to copy the record as it is, all at once, before the schema changes. */
  readonly beforeUpgrade?: (copyTo: (file: string) => void) => void
}

/**
 * Pragmas in the order they must be set. better-sqlite3 runs WAL with `synchronous = NORMAL`, which loses
 * acknowledged saves in a power cut, so FULL is set after WAL and asserted.
 */
const pragmas: readonly (readonly [name: string, set: string, expected: string | number])[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['cache_size', '-24000', -24_000],
  ['journal_size_limit', '33554432', 33_554_432],
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
]

/**
 * Opens the one connection to the record, takes the exclusive lock, checks the settings and upgrades the schema.
 * @throws AppError `db_busy` when another process has it, `conflict` for a foreign or newer file, and SQLite's own
 * errors for a damaged one
 */
export function openDatabase({ file, migrations, beforeUpgrade }: OpenOptions): Database.Database {
  const isNew = !existsSync(file)
  const db = new Database(file, { timeout: 1000 })
  try {
    for (const [name, value] of pragmas) db.pragma(`${name} = ${value}`)
    // Takes the lock now, so that a second start learns of it at once and not at its first save.
    db.exec('BEGIN IMMEDIATE; COMMIT')
    assertSettings(db)
    if (!isNew) assertOurs(db)
    migrate(db, migrations, () => beforeUpgrade?.((copy) => db.prepare('VACUUM INTO ?').run(copy)))
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function assertSettings(db: Database.Database): void {
  for (const [name, , expected] of pragmas) {
    const actual: unknown = db.pragma(name, { simple: true })
    if (actual !== expected) throw new Error(`SQLite did not take ${name}: ${String(actual)} instead of ${expected}`)
  }
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get())
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  // 3.51.3 mends a WAL reset race that could damage a file.
  if (major * 1_000_000 + minor * 1000 + patch < 3_051_003)
    throw new Error(`SQLite ${version} is too old; 3.51.3 is needed`)
}

/** An empty file is a new record; any other must carry our application id. */
function assertOurs(db: Database.Database): void {
  const id = Number(db.pragma('application_id', { simple: true }))
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
  if (id === APPLICATION_ID || (id === 0 && tables === 0)) return
  throw new AppError({
    code: 'conflict',
    message: say(
      'The file in the data folder is a database of another program. Nothing was changed. Start with another data folder.',
    ),
  })
}
