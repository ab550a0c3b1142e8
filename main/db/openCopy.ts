import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { kitchenDialect } from './dialect.ts'
import type { Db, Schema } from './schema.ts'

/** Opens a copy of the record that nothing else uses, only to read it. */
export function openCopy(file: string): { readonly db: Db; close(): void } {
  const raw = new Database(file, { fileMustExist: true })
  raw.pragma('locking_mode = EXCLUSIVE')
  raw.pragma('trusted_schema = OFF')
  raw.pragma('query_only = ON')
  return { db: new Kysely<Schema>({ dialect: kitchenDialect(() => raw) }), close: () => void raw.close() }
}
