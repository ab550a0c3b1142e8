import type { Db, Schema } from '../schema.ts'
import { idList } from './idList.ts'

type PlanFacts = Omit<Schema['plan_now'], 'id' | 'seq'>

function planViews(db: Db) {
  return db
    .selectFrom('plan_now')
    .innerJoin('item', 'item.id', 'plan_now.product_id')
    .innerJoin('recipe', 'recipe.id', 'plan_now.recipe_id')
    .leftJoin('pack', (join) => join.onRef('pack.item_id', '=', 'plan_now.pack_id').on('pack.dropped', '=', 0))
    .leftJoin('batch as like', 'like.id', 'plan_now.like_batch_id')
    .leftJoin('standing_plan_end as ended', 'ended.plan_id', 'plan_now.plan_id')
    .leftJoin('batch as made', 'made.id', 'ended.batch_id')
    .select(({ selectFrom }) => [
      'plan_now.plan_id as id',
      'plan_now.product_id',
      'plan_now.day',
      'plan_now.planned',
      'plan_now.like_batch_id',
      'plan_now.note',
      'item.name as product',
      'item.code',
      'item.unit',
      'item.shelf_life_days',
      'recipe.version',
      // A pack that is not filled any more is not planned for: the usual ones are.
      'pack.item_id as pack_id',
      'pack.name as pack',
      'like.lot_number as like_number',
      'like.made_on as like_made_on',
      'like.made as like_made',
      'ended.id as end_id',
      'ended.reason as end_reason',
      'ended.batch_id',
      'made.lot_number as made_number',
      selectFrom('recipe as newest')
        .whereRef('newest.product_id', '=', 'plan_now.product_id')
        .select(({ fn }) => fn.max<number>('newest.version').as('version'))
        .as('newest_version'),
    ])
}

export type PlanView = NonNullable<Awaited<ReturnType<typeof planById>>>

export async function planById(db: Db, planId: number) {
  return await planViews(db).where('plan_now.plan_id', '=', planId).executeTakeFirst()
}

/** More than a kitchen plans. */
const MOST = 200

/** Plans that are not done with, by day and then as they were made. @param until the last day, both included */
export async function openPlans(db: Db, until?: string): Promise<PlanView[]> {
  let rows = planViews(db).where('ended.id', 'is', null).orderBy('plan_now.day').orderBy('plan_now.plan_id')
  if (until !== undefined) rows = rows.where('plan_now.day', '<=', until)
  return await rows.limit(MOST).execute()
}

export async function insertPlan(db: Db, productId: number, seq: number): Promise<number> {
  const { id } = await db
    .insertInto('plan')
    .values({ product_id: productId, seq })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes down what a plan is from now on. */
export async function changePlan(db: Db, facts: Omit<PlanFacts, 'product_id'>, seq: number): Promise<void> {
  await db
    .insertInto('plan_change')
    .values({ ...facts, seq })
    .execute()
}

/** What one command wrote of a plan, what held before it (nothing for a new plan), and what holds now. */
export async function changesAround(db: Db, seq: number) {
  const made = await db.selectFrom('plan_change').selectAll().where('seq', '=', seq).executeTakeFirst()
  if (!made) return undefined
  const all = await db.selectFrom('plan_change').selectAll().where('plan_id', '=', made.plan_id).orderBy('id').execute()
  return { made, before: all.findLast(({ id }) => id < made.id), now: all.at(-1) ?? made }
}

/** Ends a plan: as the batch it became, or, without one, for the reason it is not made. */
export async function endPlan(
  db: Db,
  { planId, batchId, reason, seq }: { planId: number; batchId: number | null; reason: string; seq: number },
): Promise<void> {
  await db.insertInto('plan_end').values({ plan_id: planId, batch_id: batchId, reason, seq }).execute()
}

/** The end by a command that still stands. */
export async function standingEndOf(db: Db, seq: number) {
  return await db.selectFrom('standing_plan_end').selectAll().where('seq', '=', seq).executeTakeFirst()
}

export async function takeEndBack(
  db: Db,
  { endId, reason, seq }: { endId: number; reason: string; seq: number },
): Promise<void> {
  await db.insertInto('plan_end_back').values({ end_id: endId, reason, seq }).execute()
}

/** Writes down that a plan was begun as a batch in progress. */
export async function beginPlan(db: Db, planId: number, liveId: number, seq: number): Promise<void> {
  await db.insertInto('plan_begun').values({ plan_id: planId, live_id: liveId, seq }).execute()
}

/** The plan that a batch in progress was begun from. */
export async function planOfLive(db: Db, liveId: number): Promise<number | undefined> {
  return (await db.selectFrom('plan_begun').select('plan_id').where('live_id', '=', liveId).executeTakeFirst())?.plan_id
}

/** The batches in progress of some plans. */
export async function liveOfPlans(db: Db, planIds: readonly number[]) {
  const rows = await db
    .selectFrom('plan_begun')
    .innerJoin('live_batch', 'live_batch.id', 'plan_begun.live_id')
    .leftJoin('live_batch_end', 'live_batch_end.live_id', 'live_batch.id')
    .where('plan_begun.plan_id', 'in', idList(planIds))
    .where('live_batch_end.live_id', 'is', null)
    .select(['plan_begun.plan_id', 'live_batch.id', 'live_batch.lot_number'])
    .execute()
  return new Map(rows.map((row) => [row.plan_id, { liveId: row.id, lotNumber: row.lot_number }]))
}
