import type { Db } from '../schema.ts'

function liveViews(db: Db) {
  return db
    .selectFrom('live_batch')
    .innerJoin('item', 'item.id', 'live_batch.product_id')
    .leftJoin('live_batch_end', 'live_batch_end.live_id', 'live_batch.id')
    .selectAll('live_batch')
    .select(({ selectFrom }) => [
      'item.name as product',
      'item.unit',
      'live_batch_end.batch_id',
      'live_batch_end.reason as stop_reason',
      'live_batch_end.live_id as ended',
      selectFrom('batch_entry')
        .leftJoin('batch_entry_end', 'batch_entry_end.entry_id', 'batch_entry.id')
        .whereRef('batch_entry.live_id', '=', 'live_batch.id')
        .where('batch_entry_end.entry_id', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('entries'),
    ])
}

export type LiveView = NonNullable<Awaited<ReturnType<typeof liveById>>>

export async function liveById(db: Db, id: number) {
  return await liveViews(db).where('live_batch.id', '=', id).executeTakeFirst()
}

/** Batches in progress, the one started last first. */
export async function liveList(db: Db) {
  return await liveViews(db)
    .where('live_batch_end.live_id', 'is', null)
    .orderBy('live_batch.id', 'desc')
    .limit(100)
    .execute()
}

export async function insertLive(
  db: Db,
  live: {
    readonly lotNumber: string
    readonly productId: number
    readonly recipeId: number
    readonly startedOn: string
    readonly startedAt: string
    readonly planned: number
    readonly seq: number
  },
): Promise<number> {
  const { id } = await db
    .insertInto('live_batch')
    .values({
      lot_number: live.lotNumber,
      product_id: live.productId,
      recipe_id: live.recipeId,
      started_on: live.startedOn,
      started_at: live.startedAt,
      planned: live.planned,
      seq: live.seq,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Ends a batch in progress: as the batch it became, or, without one, for the reason it was not made. */
export async function endLive(
  db: Db,
  { liveId, batchId, reason, seq }: { liveId: number; batchId: number | null; reason: string; seq: number },
): Promise<void> {
  await db.insertInto('live_batch_end').values({ live_id: liveId, batch_id: batchId, reason, seq }).execute()
}
