import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** Runs a part of a transaction that can fail by itself: what it wrote is taken back, the rest stays. */
export async function savepoint<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await sql`SAVEPOINT part`.execute(db)
  try {
    const value = await work()
    await sql`RELEASE part`.execute(db)
    return value
  } catch (error) {
    await sql`ROLLBACK TO part`.execute(db)
    await sql`RELEASE part`.execute(db)
    throw error
  }
}
