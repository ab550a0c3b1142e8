import type { Db } from '../schema.ts'
import { hotStatement } from './hotStatement.ts'

/** Runs a part of a transaction that can fail by itself: what it wrote is taken back, the rest stays. */
export async function savepoint<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await hotStatement(db, 'SAVEPOINT part', [])
  try {
    const value = await work()
    await hotStatement(db, 'RELEASE part', [])
    return value
  } catch (error) {
    await hotStatement(db, 'ROLLBACK TO part', [])
    await hotStatement(db, 'RELEASE part', [])
    throw error
  }
}
