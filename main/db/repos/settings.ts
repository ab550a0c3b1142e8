import type { Db } from '../schema.ts'
import { hotStatement } from './hotStatement.ts'

/** The stored text of a setting, or undefined while nobody chose. */
export async function readSetting(db: Db, name: string): Promise<string | undefined> {
  const [row] = await hotStatement<{ value: string }>(db, 'SELECT value FROM setting WHERE name = ?', [name])
  return row?.value
}

/** The settings whose names begin so, by name. */
export async function settingsNamed(db: Db, prefix: string): Promise<{ name: string; value: string }[]> {
  return await db
    .selectFrom('setting')
    .selectAll()
    .where('name', '>=', prefix)
    .where('name', '<', `${prefix}\uffff`)
    .orderBy('name')
    .execute()
}

export async function writeSetting(db: Db, name: string, value: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ name, value })
    .onConflict((clash) => clash.column('name').doUpdateSet({ value }))
    .execute()
}
