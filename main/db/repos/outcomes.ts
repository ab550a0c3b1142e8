import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** How a batch turned out, by day; without what was taken back. */
export async function followUpsOf(db: Db, batchId: number) {
  return await db
    .selectFrom('follow_up')
    .select(['id', 'day', 'stars', 'note'])
    .where('batch_id', '=', batchId)
    .where(({ not }) => not(takenBack('follow_up.seq')))
    .orderBy('day')
    .orderBy('id')
    .execute()
}

/** Whether an entry of the history was taken back by a later one: of what has no stock to move, that is all there is of it. */
export async function wasTakenBack(db: Db, seq: number): Promise<boolean> {
  const row = await db
    .selectFrom('audit')
    .select('seq')
    .where('seq', '=', seq)
    .where(takenBack('audit.seq'))
    .executeTakeFirst()
  return row !== undefined
}

function takenBack(seq: string) {
  return sql<boolean>`EXISTS (SELECT 1 FROM audit AS back WHERE back.op = 'history.takeBack'
    AND back.seq > ${sql.ref(seq)} AND back.input ->> 'seq' = ${sql.ref(seq)})`
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

/** The choice of a best batch that an entry of the history made, the one before it of that product, and whether it holds. */
export async function bestBatchBefore(db: Db, seq: number) {
  const { rows } = await sql<{ product_id: number; before: number | null; holds: 0 | 1 }>`
    SELECT best.product_id,
      (SELECT batch_id FROM best_batch WHERE product_id = best.product_id AND id < best.id ORDER BY id DESC LIMIT 1) AS before,
      (SELECT batch_id FROM best_batch WHERE product_id = best.product_id ORDER BY id DESC LIMIT 1) IS best.batch_id AS holds
    FROM best_batch AS best WHERE best.seq = ${seq}`.execute(db)
  return rows[0]
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
