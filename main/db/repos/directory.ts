import { leftOver } from './leftOver.ts'
import { savepoint } from './savepoint.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import type { ContactColumns, Db, PlaceKind } from '../schema.ts'

const contactColumns = ['contact', 'phone', 'email', 'address', 'note'] as const
const unreachable: ContactColumns = { contact: '', phone: '', email: '', address: '', note: '' }

export async function listSuppliers(db: Db) {
  const rows = await db
    .selectFrom('supplier')
    .select(['id', 'name', ...contactColumns])
    .orderBy('name_key')
    .execute()
  const hidden = await leftOver(db, 'supplier')
  return rows.filter((row) => !hidden.has(row.id))
}

export async function listPlaces(db: Db) {
  const rows = await db
    .selectFrom('place')
    .select(['id', 'name', 'kind', ...contactColumns])
    .orderBy('name_key')
    .execute()
  const hidden = await leftOver(db, 'place')
  return rows.filter((row) => !hidden.has(row.id))
}

/** The supplier of that name, added where it is new. */
export async function supplierNamed(db: Db, name: string): Promise<number> {
  const known = await findSupplier(db, name)
  if (known !== undefined) return known
  return await insertSupplier(db, { name, ...unreachable })
}

/** The place of that name, added as that kind where it is new. */
export async function placeNamed(db: Db, name: string, kind: PlaceKind): Promise<number> {
  const known = await findPlace(db, name)
  if (known !== undefined) return known
  return await insertPlace(db, { name, kind, ...unreachable })
}

export async function findSupplier(db: Db, name: string): Promise<number | undefined> {
  const row = await db.selectFrom('supplier').select('id').where('name_key', '=', nameKey(name)).executeTakeFirst()
  return row?.id
}

export async function findPlace(db: Db, name: string): Promise<number | undefined> {
  const row = await db.selectFrom('place').select('id').where('name_key', '=', nameKey(name)).executeTakeFirst()
  return row?.id
}

export async function insertSupplier(db: Db, supplier: { name: string } & ContactColumns): Promise<number> {
  const row = { ...supplier, name_key: nameKey(supplier.name) }
  return (await db.insertInto('supplier').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function insertPlace(db: Db, place: { name: string; kind: PlaceKind } & ContactColumns): Promise<number> {
  const row = { ...place, name_key: nameKey(place.name) }
  return (await db.insertInto('place').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function placeById(db: Db, id: number) {
  return await db.selectFrom('place').selectAll().where('id', '=', id).executeTakeFirst()
}

/** @returns whether there is a supplier of that id */
export async function updateSupplier(db: Db, id: number, supplier: { name: string } & ContactColumns) {
  const { numUpdatedRows } = await db
    .updateTable('supplier')
    .set({ ...supplier, name_key: nameKey(supplier.name) })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** @returns whether there is a place of that id */
export async function updatePlace(db: Db, id: number, place: { name: string; kind: PlaceKind } & ContactColumns) {
  const { numUpdatedRows } = await db
    .updateTable('place')
    .set({ ...place, name_key: nameKey(place.name) })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Forgets a supplier or a place that nothing in the record names, not even what was taken back. */
export async function forgetUnnamed(db: Db, table: 'supplier' | 'place', id: number): Promise<void> {
  try {
    await savepoint(db, async () => await db.deleteFrom(table).where('id', '=', id).execute())
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw error
  }
}
