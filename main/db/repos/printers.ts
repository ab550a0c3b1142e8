import { type Printer, PrinterProfile } from '../../../shared/api/printers.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import type { Db } from '../schema.ts'

/** The printers in use, by name. */
export async function listPrinters(db: Db): Promise<Printer[]> {
  const rows = await db.selectFrom('printer').selectAll().where('removed', '=', 0).orderBy('name_key').execute()
  return rows.map(asPrinter)
}

/** A printer, also one that was taken off the list: its labels may still be under way. */
export async function printerById(db: Db, id: number): Promise<Printer | undefined> {
  const row = await db.selectFrom('printer').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asPrinter(row)
}

/** Adds a printer, or changes the one of that id; a removed one of the same name comes back. */
export async function writePrinter(db: Db, id: number | undefined, printer: Omit<Printer, 'id'>): Promise<Printer> {
  const { name, ...profile } = printer
  const row = { name, name_key: nameKey(name), profile: JSON.stringify(profile), removed: 0 }
  const removed = await db
    .selectFrom('printer')
    .select('id')
    .where('name_key', '=', row.name_key)
    .where('removed', '=', 1)
    .executeTakeFirst()
  const known = id ?? removed?.id
  if (known !== undefined) {
    if (removed && removed.id !== known)
      await db
        .updateTable('printer')
        .set({ name_key: `${row.name_key} ${removed.id}` })
        .where('id', '=', removed.id)
        .execute()
    await db.updateTable('printer').set(row).where('id', '=', known).execute()
    return { id: known, ...printer }
  }
  const added = await db.insertInto('printer').values(row).returning('id').executeTakeFirstOrThrow()
  return { id: added.id, ...printer }
}

export async function takeOffPrinter(db: Db, id: number): Promise<void> {
  await db.updateTable('printer').set({ removed: 1 }).where('id', '=', id).execute()
}

function asPrinter(row: { id: number; name: string; profile: string }): Printer {
  return { id: row.id, name: row.name, ...PrinterProfile.parse(JSON.parse(row.profile)) }
}
