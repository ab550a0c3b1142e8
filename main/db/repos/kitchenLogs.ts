import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import type { Period } from './records.ts'

export interface CleaningRow {
  readonly day: string
  readonly equipment: string
  readonly done: 'cleaned' | 'calibrated'
  /** How it was cleaned, or what it was held against and showed. */
  readonly how: string
  readonly person: string | null
}

/** Every cleaning and calibration of a period, in order of day. */
export async function cleaningBetween(db: Db, { from, to }: Period): Promise<CleaningRow[]> {
  const { rows } = await sql<CleaningRow>`
    SELECT log.day, equipment.name AS equipment, log.done, log.how, person.name AS person
    FROM (
      SELECT equipment_id, person_id, day, 'cleaned' AS done, method AS how, seq FROM cleaning
      WHERE day BETWEEN ${from} AND ${to}
      UNION ALL
      SELECT equipment_id, person_id, day, 'calibrated', standard || ': ' || reading, seq FROM calibration
      WHERE day BETWEEN ${from} AND ${to}
    ) AS log
    JOIN equipment ON equipment.id = log.equipment_id
    LEFT JOIN person ON person.id = log.person_id
    ORDER BY log.day, log.seq`.execute(db)
  return rows
}

export interface ReadingRow {
  readonly made_on: string
  readonly lot_number: string
  readonly product: string
  readonly name: string
  readonly thousandths: number
  readonly unit: string
}

/**
 * Every reading that stands of the batches of a period that stand: those noted while they cooked, and later ones. CROSS
 * JOIN pins the plan: the readings once, each with its batch by id.
 */
export async function readingsBetween(db: Db, { from, to }: Period): Promise<ReadingRow[]> {
  const { rows } = await sql<ReadingRow>`
    SELECT batch.made_on, batch.lot_number, item.name AS product, reading.name, reading.thousandths, reading.unit
    FROM batch_reading AS reading
    CROSS JOIN batch ON batch.id = reading.batch_id
    CROSS JOIN item ON item.id = batch.product_id
    WHERE batch.made_on BETWEEN ${from} AND ${to}
      AND NOT EXISTS (SELECT 1 FROM void WHERE void.kind = 'batch' AND void.ref_id = batch.id)
    ORDER BY batch.made_on, batch.id, reading.at, reading.id`.execute(db)
  return rows
}
