import type Database from 'better-sqlite3'
import { AppError } from '../../shared/api/errors.ts'
import { foundation } from './migrations/010-foundation.ts'
import { search } from './migrations/030-search.ts'
import { imports } from './migrations/050-imports.ts'
import { quality } from './migrations/060-quality.ts'
import { labelDesigns } from './migrations/070-labels.ts'
import { desk } from './migrations/090-desk.ts'
import { plans } from './migrations/100-plans.ts'
import { importRevisions } from './migrations/110-import-revisions.ts'
import type { Migration } from './migrations/migration.ts'
import { say } from '../../shared/words/say.ts'

export const migrations: readonly Migration[] = [
  foundation,
  search,
  imports,
  quality,
  labelDesigns,
  desk,
  plans,
  importRevisions,
]

/** Written into every file as SQLite's application id, “TBRY”: how a backup is known to be ours. */
export const APPLICATION_ID = 0x54425259

/**
 * Brings a file to the newest schema, all steps in one transaction: the old schema or the new one, never between.
 * @param beforeUpgrade makes a verified backup of a file that already holds records; runs before the first change
 * @throws AppError `conflict` for a file of a newer version, which is left untouched
 */
export function migrate(
  db: Database.Database,
  steps: readonly Migration[] = migrations,
  beforeUpgrade?: () => void,
): void {
  const from = schemaVersion(db)
  const latest = steps.at(-1)?.version ?? 0
  if (from > latest) throw new AppError({ code: 'conflict', message: newerFile(from, latest) })
  const pending = steps.filter((step) => step.version > from)
  if (pending.length === 0) return
  if (from > 0) beforeUpgrade?.()
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      for (const step of pending) db.exec(step.sql)
      const dangling = db.pragma('foreign_key_check')
      if (Array.isArray(dangling) && dangling.length > 0)
        throw new Error(`the upgrade left ${dangling.length} dangling reference(s)`)
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${latest}`)
    }).immediate()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

export function schemaVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

function newerFile(from: number, latest: number): string {
  return say(
    'This record was written by a newer Traceberry (its schema is {from}, this one knows {latest}). Nothing was changed. Install the newer version, or restore an older backup.',
    { from, latest },
  )
}
