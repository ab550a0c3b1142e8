import { type Compilable, type Insertable, type RawBuilder, sql } from 'kysely'
import { KitchenAdapter } from '../dialect.ts'
import type { Db, Schema } from '../schema.ts'

type Value = string | number | null

/**
 * Runs a statement as it is written, straight on the connection of the transaction that it is called in. What one save or
 * one import runs thousands of times is neither built anew each time nor handed through Kysely: that takes several times
 * as long as SQLite itself. @returns its rows, not checked against the schema: keep it short and tested
 */
export async function hotStatement<Row>(db: Db, text: string, values: readonly Value[]): Promise<readonly Row[]> {
  return connectionOf(db).run(text, values).rows as Row[]
}

function connectionOf(db: Db): KitchenAdapter['connection'] {
  const { adapter } = db.getExecutor()
  if (!(adapter instanceof KitchenAdapter)) throw new Error('this is not a handle to the record')
  return adapter.connection
}

/** Adds a row, without RETURNING: that takes SQLite longer than the row itself. @returns its id, where rows have one */
export async function addRow<Table extends keyof Schema>(
  db: Db,
  table: Table,
  row: Insertable<Schema[Table]> & Readonly<Record<string, Value>>,
): Promise<number> {
  const columns = Object.keys(row)
  const marks = columns.map(() => '?').join(', ')
  return connectionOf(db).run(`INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${marks})`, Object.values(row))
    .lastId
}

/**
 * Runs a query of Kysely about some ids, which is built and compiled once under its name and not for every list of ids.
 * @param build the query, with the list of ids to look for with `in`
 */
export async function aboutIds<Row>(
  db: Db,
  name: string,
  build: (ids: RawBuilder<number>) => Compilable<Row>,
  ids: readonly number[],
): Promise<Row[]> {
  const connection = connectionOf(db)
  const { sql: text, parameters } = connection.compiled(name, () =>
    build(sql`(SELECT value FROM json_each(${IDS}))`).compile(),
  )
  const list = JSON.stringify(ids)
  const given = parameters.map((parameter) => (parameter === IDS ? list : parameter))
  return connection.run(text, given).rows as Row[]
}

/** Stands where the list of ids comes. */
const IDS = '\u0000ids'
