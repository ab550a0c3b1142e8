import { sql } from 'kysely'
import { nameKey } from '../../../shared/domain/names.ts'
import type { Db, Schema } from '../schema.ts'

/** Everyone with how many batches that stand they made, by name. */
export async function listPeople(db: Db) {
  const { rows } = await sql<{ id: number; name: string; active: number; batches: number }>`
    SELECT id, name, active, (SELECT count(*) FROM batch_person WHERE person_id = person.id
      AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = batch_id)) AS batches
    FROM person ORDER BY active DESC, name_key`.execute(db)
  return rows
}

/** Every piece of equipment with when it was last cleaned and calibrated, by name. */
export async function listEquipment(db: Db) {
  const { rows } = await sql<
    Omit<Schema['equipment'], 'id'> & { id: number; batches: number; cleaned: string | null; calibrated: string | null }
  >`
    SELECT equipment.*, (SELECT count(*) FROM batch_equipment WHERE equipment_id = equipment.id
      AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = batch_id)) AS batches,
    (SELECT max(day) FROM cleaning WHERE equipment_id = equipment.id) AS cleaned,
    (SELECT max(day) FROM calibration WHERE equipment_id = equipment.id) AS calibrated
    FROM equipment ORDER BY active DESC, name_key`.execute(db)
  return rows
}

export async function crewNamed(db: Db, table: 'person' | 'equipment', name: string): Promise<number | undefined> {
  const row = await db.selectFrom(table).select('id').where('name_key', '=', nameKey(name)).executeTakeFirst()
  return row?.id
}

export async function writePerson(
  db: Db,
  id: number | null,
  person: { name: string; active: number },
): Promise<number> {
  const row = { ...person, name_key: nameKey(person.name) }
  if (id === null) return (await db.insertInto('person').values(row).returning('id').executeTakeFirstOrThrow()).id
  const changed = await db.updateTable('person').set(row).where('id', '=', id).returning('id').executeTakeFirst()
  return changed?.id ?? 0
}

export async function writeEquipment(
  db: Db,
  id: number | null,
  equipment: Omit<Schema['equipment'], 'id' | 'name_key'>,
): Promise<number> {
  const row = { ...equipment, name_key: nameKey(equipment.name) }
  if (id === null) return (await db.insertInto('equipment').values(row).returning('id').executeTakeFirstOrThrow()).id
  const changed = await db.updateTable('equipment').set(row).where('id', '=', id).returning('id').executeTakeFirst()
  return changed?.id ?? 0
}

/** People and equipment of a batch, as they stand. */
export async function crewOf(db: Db, batchId: number) {
  const people = await db
    .selectFrom('batch_person')
    .innerJoin('person', 'person.id', 'batch_person.person_id')
    .where('batch_id', '=', batchId)
    .orderBy('person.name_key')
    .select(['person.id', 'person.name'])
    .execute()
  const equipment = await db
    .selectFrom('batch_equipment')
    .innerJoin('equipment', 'equipment.id', 'batch_equipment.equipment_id')
    .where('batch_id', '=', batchId)
    .orderBy('equipment.name_key')
    .select(['equipment.id', 'equipment.name'])
    .execute()
  return { people, equipment }
}

export async function setPeople(db: Db, batchId: number, ids: readonly number[]): Promise<void> {
  await db.deleteFrom('batch_person').where('batch_id', '=', batchId).execute()
  for (const person_id of new Set(ids))
    await db.insertInto('batch_person').values({ batch_id: batchId, person_id }).execute()
}

export async function setEquipment(db: Db, batchId: number, ids: readonly number[]): Promise<void> {
  await db.deleteFrom('batch_equipment').where('batch_id', '=', batchId).execute()
  for (const equipment_id of new Set(ids))
    await db.insertInto('batch_equipment').values({ batch_id: batchId, equipment_id }).execute()
}

/** The last batch of a product that stands and has people or equipment written down. */
export async function lastBatchWithCrew(db: Db, productId: number): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM batch WHERE product_id = ${productId}
    AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = batch.id)
    AND (EXISTS (SELECT 1 FROM batch_person WHERE batch_id = batch.id)
      OR EXISTS (SELECT 1 FROM batch_equipment WHERE batch_id = batch.id))
    ORDER BY made_on DESC, id DESC LIMIT 1`.execute(db)
  return rows[0]?.id
}

export async function insertCleaning(
  db: Db,
  row: { equipment_id: number; person_id: number | null; day: string; method: string; seq: number },
): Promise<void> {
  await db.insertInto('cleaning').values(row).execute()
}

export async function insertCalibration(
  db: Db,
  row: { equipment_id: number; person_id: number | null; day: string; standard: string; reading: string; seq: number },
): Promise<void> {
  await db.insertInto('calibration').values(row).execute()
}

/** Cleanings and calibrations of a piece of equipment, newest first. */
export async function crewLog(db: Db, equipmentId: number, limit: number) {
  const { rows } = await sql<{
    kind: 'cleaned' | 'calibrated'
    day: string
    person: string | null
    what: string
    at: string
  }>`
    SELECT * FROM (
      SELECT 'cleaned' AS kind, day, person.name AS person, method AS what, audit.at, cleaning.seq
      FROM cleaning JOIN audit ON audit.seq = cleaning.seq LEFT JOIN person ON person.id = person_id
      WHERE equipment_id = ${equipmentId}
      UNION ALL
      SELECT 'calibrated', day, person.name, standard || ': ' || reading, audit.at, calibration.seq
      FROM calibration JOIN audit ON audit.seq = calibration.seq LEFT JOIN person ON person.id = person_id
      WHERE equipment_id = ${equipmentId})
    ORDER BY day DESC, seq DESC LIMIT ${limit}`.execute(db)
  return rows
}
