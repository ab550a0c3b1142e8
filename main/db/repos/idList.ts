import { type RawBuilder, sql } from 'kysely'

/** Ids as a list to look for with `in`: one parameter and one statement shape however many there are. */
export function idList<T extends number | string>(ids: readonly T[]): RawBuilder<T> {
  return sql<T>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
}
