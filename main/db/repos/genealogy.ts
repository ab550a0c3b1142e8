import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/*
 * Traces recurse on batch ids alone with UNION: a depth column would defeat the dedupe, UNION ALL would walk every
 * path of a diamond. CROSS JOIN pins the plan: each step looks its edges up by index.
 */

/** Those batches and every batch that is in one of them, through any number of levels. */
export async function batchesBehind(db: Db, batchIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    WITH RECURSIVE behind (id) AS (
      SELECT value FROM json_each(${JSON.stringify(batchIds)})
      UNION
      SELECT edge.made_by FROM behind CROSS JOIN edge ON edge.batch_id = behind.id WHERE edge.made_by IS NOT NULL
    ) SELECT id FROM behind`.execute(db)
  return rows.map((row) => row.id)
}

/** Every batch that took some of those lots, directly or through another batch. */
export async function batchesAhead(db: Db, lotIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    WITH RECURSIVE ahead (id) AS (
      SELECT edge.batch_id FROM json_each(${JSON.stringify(lotIds)}) AS start CROSS JOIN edge ON edge.lot_id = start.value
      UNION
      SELECT edge.batch_id FROM ahead CROSS JOIN edge ON edge.made_by = ahead.id
    ) SELECT id FROM ahead`.execute(db)
  return rows.map((row) => row.id)
}

/** Those batches and every batch made with them, directly or through another one. */
export async function batchesFrom(db: Db, batchIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    WITH RECURSIVE ahead (id) AS (
      SELECT value FROM json_each(${JSON.stringify(batchIds)})
      UNION
      SELECT edge.batch_id FROM ahead CROSS JOIN edge ON edge.made_by = ahead.id
    ) SELECT id FROM ahead`.execute(db)
  return rows.map((row) => row.id)
}

/** The edges into some batches. */
export async function edgesInto(db: Db, batchIds: readonly number[]) {
  const { rows } = await sql<{ batch_id: number; lot_id: number; made_by: number | null }>`
    SELECT edge.batch_id, edge.lot_id, edge.made_by
    FROM json_each(${JSON.stringify(batchIds)}) AS start CROSS JOIN edge ON edge.batch_id = start.value`.execute(db)
  return rows
}

/** Of the edges into some batches those from some lots, and from any lot that was made here. */
export async function edgesThat(db: Db, batchIds: readonly number[], lotIds: readonly number[]) {
  const { rows } = await sql<{ batchId: number; lotId: number; madeBy: number | null }>`
    SELECT edge.batch_id AS "batchId", edge.lot_id AS "lotId", edge.made_by AS "madeBy"
    FROM json_each(${JSON.stringify(batchIds)}) AS start CROSS JOIN edge ON edge.batch_id = start.value
    WHERE edge.made_by IS NOT NULL OR edge.lot_id IN (SELECT value FROM json_each(${JSON.stringify(lotIds)}))`.execute(
    db,
  )
  return rows
}

/** Ingredient rows of batches that stand and that took some of those lots. */
export async function usesOfLots(db: Db, lotIds: readonly number[]) {
  const { rows } = await sql<{
    lot_id: number
    batch_id: number
    typed: string
    basis: 'assumed' | 'confirmed'
  }>`
    SELECT standing_use.lot_id, standing_use.batch_id, standing_use.typed, standing_use.basis
    FROM json_each(${JSON.stringify(lotIds)}) AS start
    CROSS JOIN standing_use ON standing_use.lot_id = start.value
    CROSS JOIN edge ON edge.batch_id = standing_use.batch_id AND edge.lot_id = standing_use.lot_id
    ORDER BY standing_use.batch_id, standing_use.line`.execute(db)
  return rows
}

/** Lots that went into some batches, those poured into their bins too, and how many other batches each is in. */
export async function sharedLots(db: Db, batchIds: readonly number[]) {
  const { rows } = await sql<{ batch_id: number; lot_id: number; others: number }>`
    SELECT edge.batch_id, edge.lot_id, (SELECT count(*) FROM edge AS other WHERE other.lot_id = edge.lot_id) - 1 AS others
    FROM json_each(${JSON.stringify(batchIds)}) AS start CROSS JOIN edge ON edge.batch_id = start.value
    ORDER BY others DESC, edge.lot_id`.execute(db)
  return rows
}

/** Batches that took some of those lots, or of a bin that holds some, the newest first. */
export async function batchesOfLots(db: Db, lotIds: readonly number[]) {
  const { rows } = await sql<{ lot_id: number; batch_id: number }>`
    SELECT edge.lot_id, edge.batch_id FROM json_each(${JSON.stringify(lotIds)}) AS start
    CROSS JOIN edge ON edge.lot_id = start.value CROSS JOIN batch ON batch.id = edge.batch_id
    ORDER BY batch.made_on DESC, batch.id DESC`.execute(db)
  return rows
}

/** In how many batches each of those lots is. */
export async function countBatchesOfLots(db: Db, lotIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ lot_id: number; batches: number }>`
    SELECT start.value AS lot_id, (SELECT count(*) FROM edge WHERE edge.lot_id = start.value) AS batches
    FROM json_each(${JSON.stringify(lotIds)}) AS start`.execute(db)
  return new Map(rows.map((row) => [row.lot_id, row.batches]))
}
