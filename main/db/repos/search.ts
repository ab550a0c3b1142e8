import { sql } from 'kysely'
import { nameKey } from '../../../shared/domain/names.ts'
import { newnessOf, REBUILD_SEARCH, SEARCH_DAY, SEARCH_DIFFERENCES, type SearchKind } from '../migrations/030-search.ts'
import type { Db } from '../schema.ts'

/** What is looked for: each row holds words that begin with all of one of these lists. */
export type Beginnings = readonly (readonly string[])[]

/** The words of a text as the index knows them; case and accents aside. */
export function searchWords(text: string): string[] {
  return [
    ...new Set(
      nameKey(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    ),
  ]
}

/**
 * The newest rows of a kind. The index holds them in that order: however many begin so, only `limit` are read.
 * @returns their ids
 */
export async function newestFound(db: Db, kind: SearchKind, beginnings: Beginnings, limit: number): Promise<number[]> {
  const asked = beginnings
    .filter((words) => words.length > 0)
    .map((words) => `(${words.map((word) => `"${word.replaceAll('"', '')}" *`).join(' AND ')})`)
    .join(' OR ')
  if (asked === '') return []
  const { after, before } = newnessOf(kind)
  const { rows } = await sql<{ id: number }>`
    SELECT rowid % ${sql.lit(SEARCH_DAY)} AS id FROM search
    WHERE search MATCH ${asked} AND rowid > ${after} AND rowid < ${before} ORDER BY rowid DESC LIMIT ${limit}`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

/** Writes the search anew where it differs from the facts, which only a change from outside can do. */
export async function mendSearch(db: Db): Promise<boolean> {
  const { rows } = await sql.raw<Record<string, number>>(SEARCH_DIFFERENCES).execute(db)
  if (Object.values(rows[0] ?? {}).every((count) => count === 0)) return false
  for (const statement of REBUILD_SEARCH.split(';').filter((each) => each.trim() !== ''))
    await sql.raw(statement).execute(db)
  return true
}
