import type { Db } from '../schema.ts'

export async function insertComplaint(
  db: Db,
  complaint: { batchId: number; serial: number | null; what: string; who: string; heardOn: string; seq: number },
): Promise<number> {
  const { batchId: batch_id, serial, what, who, heardOn: heard_on, seq } = complaint
  const { id } = await db
    .insertInto('complaint')
    .values({ batch_id, serial, what, who, heard_on, seq })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function insertOutcome(
  db: Db,
  row: { complaint_id: number; outcome: string; seq: number },
): Promise<void> {
  await db.insertInto('complaint_outcome').values(row).execute()
}

/** Complaints newest first, of one batch where given, with what came of each. */
export async function listComplaints(db: Db, { batchId, limit }: { batchId: number | null; limit: number }) {
  let rows = db
    .selectFrom('complaint')
    .innerJoin('batch', 'batch.id', 'complaint.batch_id')
    .innerJoin('item', 'item.id', 'batch.product_id')
    .selectAll('complaint')
    .select(['batch.lot_number', 'item.name as product'])
    .select(({ selectFrom }) =>
      selectFrom('complaint_outcome')
        .whereRef('complaint_outcome.complaint_id', '=', 'complaint.id')
        .orderBy('complaint_outcome.id', 'desc')
        .limit(1)
        .select('complaint_outcome.outcome')
        .as('outcome'),
    )
    .orderBy('complaint.id', 'desc')
    .limit(limit)
  if (batchId !== null) rows = rows.where('complaint.batch_id', '=', batchId)
  return await rows.execute()
}

export async function complaintExists(db: Db, id: number): Promise<boolean> {
  return (await db.selectFrom('complaint').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** The latest good batches of a product before one: finished, standing, without a complaint. */
export async function goodBatchesBefore(
  db: Db,
  { productId, batchId, limit }: { productId: number; batchId: number; limit: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('batch')
    .where('batch.product_id', '=', productId)
    .where('batch.id', '<', batchId)
    .where('batch.state', '=', 'finished')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('void')
            .select('void.ref_id')
            .where('void.kind', '=', 'batch')
            .whereRef('void.ref_id', '=', 'batch.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('complaint').select('complaint.id').whereRef('complaint.batch_id', '=', 'batch.id'))),
    )
    .orderBy('batch.id', 'desc')
    .limit(limit)
    .select('batch.id')
    .execute()
  return rows.map((row) => row.id)
}

/** Readings of some batches that stand. */
export async function readingsOf(db: Db, batchIds: readonly number[]) {
  return await db
    .selectFrom('batch_reading')
    .select(['batch_id', 'name', 'thousandths', 'unit'])
    .where('batch_id', 'in', batchIds.length > 0 ? [...batchIds] : [0])
    .execute()
}
