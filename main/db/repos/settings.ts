import type { Db } from '../schema.ts'
import { hotStatement } from './hotStatement.ts'

/** The stored text of a setting, or undefined while nobody chose. */
export async function readSetting(db: Db, name: string): Promise<string | undefined> {
  const [row] = await hotStatement<{ value: string }>(db, 'SELECT value FROM setting WHERE name = ?', [name])
  return row?.value
}

export async function writeSetting(db: Db, name: string, value: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ name, value })
    .onConflict((clash) => clash.column('name').doUpdateSet({ value }))
    .execute()
}
