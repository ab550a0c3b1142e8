import { nameKey } from '../../../shared/domain/names.ts'
import type { Db, PlaceKind } from '../schema.ts'

export async function listSuppliers(db: Db) {
  return await db.selectFrom('supplier').select(['id', 'name', 'contact']).orderBy('name_key').execute()
}

export async function listPlaces(db: Db) {
  return await db.selectFrom('place').select(['id', 'name', 'kind', 'contact']).orderBy('name_key').execute()
}

/** The supplier of that name, added where it is new. */
export async function supplierNamed(db: Db, name: string): Promise<number> {
  const known = await findSupplier(db, name)
  if (known !== undefined) return known
  return await insertSupplier(db, { name, contact: '' })
}

/** The place of that name, added as that kind where it is new. */
export async function placeNamed(db: Db, name: string, kind: PlaceKind): Promise<number> {
  const known = await findPlace(db, name)
  if (known !== undefined) return known
  return await insertPlace(db, { name, kind, contact: '' })
}

export async function findSupplier(db: Db, name: string): Promise<number | undefined> {
  const row = await db.selectFrom('supplier').select('id').where('name_key', '=', nameKey(name)).executeTakeFirst()
  return row?.id
}

export async function findPlace(db: Db, name: string): Promise<number | undefined> {
  const row = await db.selectFrom('place').select('id').where('name_key', '=', nameKey(name)).executeTakeFirst()
  return row?.id
}

export async function insertSupplier(db: Db, { name, contact }: { name: string; contact: string }): Promise<number> {
  const row = { name, name_key: nameKey(name), contact }
  return (await db.insertInto('supplier').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function insertPlace(
  db: Db,
  { name, kind, contact }: { name: string; kind: PlaceKind; contact: string },
): Promise<number> {
  const row = { name, name_key: nameKey(name), kind, contact }
  return (await db.insertInto('place').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function placeById(db: Db, id: number) {
  return await db.selectFrom('place').selectAll().where('id', '=', id).executeTakeFirst()
}

/** @returns whether there is a supplier of that id */
export async function updateSupplier(db: Db, id: number, { name, contact }: { name: string; contact: string }) {
  const { numUpdatedRows } = await db
    .updateTable('supplier')
    .set({ name, name_key: nameKey(name), contact })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** @returns whether there is a place of that id */
export async function updatePlace(
  db: Db,
  id: number,
  { name, kind, contact }: { name: string; kind: PlaceKind; contact: string },
) {
  const { numUpdatedRows } = await db
    .updateTable('place')
    .set({ name, name_key: nameKey(name), kind, contact })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
