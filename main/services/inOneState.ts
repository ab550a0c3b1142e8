import { lastEntry } from '../db/repos/importRevisions.ts'
import type { Db } from '../db/schema.ts'
import type { Store } from '../db/store.ts'
import { breathe } from './importing/pace.ts'

/** Reads one part; other operations get their turn before the next. */
export type ReadPart = <T>(part: (db: Db) => Promise<T>) => Promise<T>

/** How often what takes long is begun before it holds up the others. */
const ATTEMPTS = 2

/**
 * Reads in parts, all of which see one state. Where something was recorded between two parts the work is begun again;
 * the third time the others wait until it is done.
 */
export async function inOneState<T>(store: Store, work: (read: ReadPart) => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1)
    try {
      return await work(partsOf(store))
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error
    }
  return await store.read(async (db) => await work(async (part) => await part(db)))
}

class ChangedMeanwhile extends Error {}

function partsOf(store: Store): ReadPart {
  let seen: number | undefined
  return async (part) => {
    // SQLite answers at once: without this, parts with nothing in them would follow each other without a pause.
    await breathe()
    return await store.read(async (db) => {
      const last = await lastEntry(db)
      seen ??= last
      if (last !== seen) throw new ChangedMeanwhile('something was recorded meanwhile')
      return await part(db)
    })
  }
}
