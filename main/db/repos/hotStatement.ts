import { CompiledQuery } from 'kysely'
import type { Db } from '../schema.ts'

/**
 * Runs a statement as it is written. What one save or one import runs thousands of times is not built anew each time:
 * that takes as long as SQLite itself. @returns its rows, not checked against the schema: keep it short and tested
 */
export async function hotStatement<Row>(
  db: Db,
  sql: string,
  values: readonly (string | number | null)[],
): Promise<readonly Row[]> {
  return (await db.executeQuery<Row>(CompiledQuery.raw(sql, [...values]))).rows
}

/** Runs an INSERT … RETURNING id. */
export async function hotInsert(db: Db, sql: string, values: readonly (string | number | null)[]): Promise<number> {
  const [row] = await hotStatement<{ id: number }>(db, sql, values)
  if (!row) throw new Error('an insert gave no id')
  return row.id
}
