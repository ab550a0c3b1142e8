import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** People of every batch, as they stand. */
export async function peopleOfBatches(db: Db) {
  return await db
    .selectFrom('batch_person')
    .innerJoin('person', 'person.id', 'batch_person.person_id')
    .orderBy('person.name_key')
    .select(['batch_id', 'person.id', 'person.name'])
    .execute()
}

/** Equipment of every batch, as it stands. */
export async function equipmentOfBatches(db: Db) {
  return await db
    .selectFrom('batch_equipment')
    .innerJoin('equipment', 'equipment.id', 'batch_equipment.equipment_id')
    .orderBy('equipment.name_key')
    .select(['batch_id', 'equipment.id', 'equipment.name', 'equipment.kind'])
    .execute()
}

export async function allCleanings(db: Db) {
  return await db.selectFrom('cleaning').select(['equipment_id', 'day', 'seq']).execute()
}

export async function crewName(db: Db, table: 'person' | 'equipment', id: number): Promise<string | undefined> {
  return (await db.selectFrom(table).select('name').where('id', '=', id).executeTakeFirst())?.name
}

/** Whether anything that touches food is in the record: instruments do not. */
export async function hasEquipment(db: Db): Promise<boolean> {
  const row = await db.selectFrom('equipment').select('id').where('kind', '=', 'equipment').limit(1).executeTakeFirst()
  return row !== undefined
}

/** Batches that took from a bin, whatever it held then; and what it held, one lot from one “emptied” to the next. */
export async function usersOfBin(db: Db, binId: number): Promise<{ batchIds: number[]; lotIds: number[] }> {
  const lots = await db.selectFrom('lot').select('id').where('bin_id', '=', binId).execute()
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT batch_id AS id FROM standing_use
    WHERE lot_id IN (SELECT id FROM lot WHERE bin_id = ${binId})`.execute(db)
  return { batchIds: rows.map(({ id }) => id), lotIds: lots.map(({ id }) => id) }
}

/** Every bought lot that stands, with what decides which facts hold for it. What a bin holds is its lots’. */
export async function boughtLots(db: Db) {
  return await db
    .selectFrom('lot')
    .innerJoin('item', 'item.id', 'lot.item_id')
    .where('lot.batch_id', 'is', null)
    .where('lot.bin_id', 'is', null)
    .select(['lot.id', 'lot.item_id', 'lot.supplier_id', 'item.name as item'])
    .execute()
}

/** Batches that used something from a lot that nobody recorded, with what it was. */
export async function usesWithoutLot(db: Db) {
  return await db
    .selectFrom('standing_use')
    .innerJoin('item', 'item.id', 'standing_use.item_id')
    .where('standing_use.lot_id', 'is', null)
    .select(['standing_use.batch_id', 'standing_use.item_id', 'item.name as item', 'item.kind'])
    .execute()
}
