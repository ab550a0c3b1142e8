import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/**
 * A batch and every one before it that stands, on the equipment that it was made on and that touches food (no
 * instruments), with what its labels say it contains.
 */
export async function runsOnEquipmentOf(db: Db, batchId: number) {
  const { rows } = await sql<{
    batch_id: number
    equipment_id: number
    equipment: string
    lot_number: string
    product: string
    day: string
    seq: number
    contains: string
  }>`
    SELECT batch.id AS batch_id, equipment.id AS equipment_id, equipment.name AS equipment, batch.lot_number,
      item.name AS product, batch.made_on AS day, batch.seq,
      coalesce((SELECT contains FROM batch_label WHERE batch_id = batch.id ORDER BY id DESC LIMIT 1), '[]') AS contains
    FROM batch AS asked
    CROSS JOIN batch_equipment AS own ON own.batch_id = asked.id
    CROSS JOIN equipment ON equipment.id = own.equipment_id
    CROSS JOIN batch_equipment ON batch_equipment.equipment_id = equipment.id
    CROSS JOIN batch ON batch.id = batch_equipment.batch_id
    CROSS JOIN item ON item.id = batch.product_id
    WHERE asked.id = ${batchId} AND equipment.kind = 'equipment' AND (batch.made_on, batch.seq) <= (asked.made_on, asked.seq)
    AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = batch.id)`.execute(db)
  return rows.map(({ contains, ...row }) => ({ ...row, contains: JSON.parse(contains) as string[] }))
}

/** When some equipment was cleaned. */
export async function cleaningsOf(db: Db, equipmentIds: readonly number[]) {
  const { rows } = await sql<{ equipment_id: number; day: string; seq: number }>`
    SELECT cleaning.equipment_id, cleaning.day, cleaning.seq
    FROM json_each(${JSON.stringify(equipmentIds)}) AS start
    CROSS JOIN cleaning ON cleaning.equipment_id = start.value`.execute(db)
  return rows
}
