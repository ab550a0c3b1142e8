import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** How a batch turned out, by day. */
export async function followUpsOf(db: Db, batchId: number) {
  return await db
    .selectFrom('follow_up')
    .select(['id', 'day', 'stars', 'note'])
    .where('batch_id', '=', batchId)
    .orderBy('day')
    .orderBy('id')
    .execute()
}

export async function insertFollowUp(
  db: Db,
  row: { batch_id: number; day: string; stars: number | null; note: string; seq: number },
): Promise<void> {
  await db.insertInto('follow_up').values(row).execute()
}

/** The best batch of a product that still stands; undefined for none. */
export async function bestBatchOf(db: Db, productId: number): Promise<number | undefined> {
  const { rows } = await sql<{ batch_id: number | null }>`
    SELECT batch_id FROM best_batch WHERE product_id = ${productId} ORDER BY id DESC LIMIT 1`.execute(db)
  const best = rows[0]?.batch_id ?? undefined
  if (best === undefined) return undefined
  const gone = await db
    .selectFrom('void')
    .select('ref_id')
    .where('kind', '=', 'batch')
    .where('ref_id', '=', best)
    .execute()
  return gone.length === 0 ? best : undefined
}

export async function insertBestBatch(
  db: Db,
  row: { product_id: number; batch_id: number | null; seq: number },
): Promise<void> {
  await db.insertInto('best_batch').values(row).execute()
}

/** Weights of units of some lots that were not taken back. */
export async function weightsOf(db: Db, lotIds: readonly number[]) {
  const { rows } = await sql<{ id: number; lot_id: number; typed: string; base: number }>`
    SELECT check_weight.id, check_weight.lot_id, check_weight.typed, check_weight.base
    FROM json_each(${JSON.stringify(lotIds)}) AS start CROSS JOIN check_weight ON check_weight.lot_id = start.value
    WHERE NOT EXISTS (SELECT 1 FROM check_weight_end WHERE check_weight_id = check_weight.id)
    ORDER BY check_weight.id`.execute(db)
  return rows
}

export async function insertWeight(
  db: Db,
  row: { lot_id: number; typed: string; base: number; seq: number },
): Promise<void> {
  await db.insertInto('check_weight').values(row).execute()
}

export async function endWeight(db: Db, row: { check_weight_id: number; reason: string; seq: number }): Promise<void> {
  await db.insertInto('check_weight_end').values(row).execute()
}
