import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import type { RecallTables } from '../schemaOfRecalls.ts'
import { idList } from './idList.ts'

/** Lots that a drill may draw: made here and not taken back, or bought and in a batch that stands. In order of id. */
export async function lotsToDraw(db: Db): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT lot.id FROM lot WHERE lot.batch_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM void WHERE void.kind = 'batch' AND void.ref_id = lot.batch_id)
      AND EXISTS (SELECT 1 FROM unit_range WHERE unit_range.lot_id = lot.id)
    UNION
    SELECT edge.lot_id FROM edge CROSS JOIN lot ON lot.id = edge.lot_id
      WHERE lot.receipt_id IS NOT NULL
    ORDER BY 1`.execute(db)
  return rows.map(({ id }) => id)
}

export async function insertStep(db: Db, row: RecallTables['drill_step']): Promise<void> {
  await db.insertInto('drill_step').values(row).execute()
}

/** Steps of a drill in the order in which they were done. */
export async function stepsOf(db: Db, recallId: number) {
  return await db.selectFrom('drill_step').selectAll().where('recall_id', '=', recallId).orderBy('seq').execute()
}

/** What came in of some bought lots and what the record still places of it, in base units, by lot. */
export async function balances(
  db: Db,
  lotIds: readonly number[],
): Promise<Map<number, { in: number; placed: number }>> {
  const rows = await db
    .selectFrom('movement')
    .where('lot_id', 'in', idList(lotIds))
    .groupBy('lot_id')
    .select('lot_id')
    .select(sql<number>`sum(CASE WHEN kind = 'received' THEN delta ELSE 0 END)`.as('in'))
    // What a count found too many or too few is what the record does not explain.
    .select(sql<number>`sum(CASE WHEN kind = 'counted' THEN delta ELSE 0 END)`.as('counted'))
    .execute()
  return new Map(rows.map((row) => [row.lot_id, { in: row.in, placed: row.in + row.counted }]))
}
