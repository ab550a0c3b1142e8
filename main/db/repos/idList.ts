import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../schema.ts'

/** Ids as a list to look for with `in`: one parameter and one statement shape however many there are. */
export function idList<T extends number | string>(ids: readonly T[]): RawBuilder<T> {
  return sql<T>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
}

/** The ids that a query finds, in its order. */
export async function idsOf(db: Db, query: RawBuilder<{ id: number }>): Promise<number[]> {
  return (await query.execute(db)).rows.map(({ id }) => id)
}
