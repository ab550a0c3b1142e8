import { AppError, fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { PlanRow, plans } from '../../shared/api/plans.ts'
import { batchById, lastGoodBatches } from '../db/repos/batches.ts'
import { bestBatchOf } from '../db/repos/outcomes.ts'
import { packsOfProduct } from '../db/repos/packs.ts'
import {
  changePlan,
  changesAround,
  endPlan,
  insertPlan,
  liveOfPlans,
  openPlans,
  planById,
  type PlanView,
  standingEndOf,
  takeEndBack,
} from '../db/repos/plans.ts'
import type { Db } from '../db/schema.ts'
import { scaledBatch } from './batchLines.ts'
import { command, type Context, kitchenToday, orNull } from './context.ts'
import { productWithRecipe } from './products.ts'
import { say } from '../../shared/words/say.ts'

type Operations = typeof plans

/** What the form of a plan begins with: as the last good batch was. */
export async function planStart(
  { productId }: Input<Operations['start']>,
  { store }: Context,
): Promise<Output<Operations['start']>> {
  return await store.read(async (db) => {
    const { item, recipe } = await productWithRecipe(db, productId)
    const best = await bestBatchOf(db, item.id)
    const last = (await lastGoodBatches(db)).get(item.id)
    const likes: Output<Operations['start']>['likes'] = []
    for (const [id, why] of [[best, 'the best'] as const, [last, 'the last'] as const]) {
      const batch = id === undefined ? undefined : await batchById(db, id)
      if (batch && likes.every(({ batchId }) => batchId !== batch.id))
        likes.push({ batchId: batch.id, lotNumber: batch.lot_number, madeOn: batch.made_on, made: batch.made, why })
    }
    const packs = (await packsOfProduct(db, item.id)).filter((pack) => pack.dropped === 0)
    return {
      productId: item.id,
      product: item.name,
      unit: item.unit,
      expectedYield: recipe.expected_yield,
      recipeVersion: recipe.version,
      planned: likes.find(({ made }) => made > 0)?.made ?? recipe.expected_yield,
      likes,
      packs: packs.map((pack) => ({ itemId: pack.item_id, name: pack.name || pack.unit, unit: pack.unit })),
    }
  })
}

export async function listPlans(
  { until }: Input<Operations['list']>,
  { store }: Context,
): Promise<Output<Operations['list']>> {
  return await store.read(async (db) => await planRows(db, await openPlans(db, until ?? undefined)))
}

export async function getPlan(
  { planId }: Input<Operations['get']>,
  { store }: Context,
): Promise<Output<Operations['get']>> {
  return await store.read(async (db) => {
    const plan = await knownPlan(db, planId)
    const [row] = await planRows(db, [plan])
    if (!row) throw notFound(say('This plan'))
    const batch = plan.batch_id === null ? null : { batchId: plan.batch_id, lotNumber: plan.made_number ?? '' }
    return { ...row, batch, cancelReason: plan.end_id !== null && batch === null ? plan.end_reason : null }
  })
}

export async function savePlan(
  input: Input<Operations['save']>,
  context: Context,
): Promise<Output<Operations['save']>> {
  return await command(context, input, async ({ db, seq }) => {
    const { planId, productId, day, planned } = input
    const before = planId ? await openPlan(db, planId) : undefined
    if (before && before.product_id !== productId)
      throw fieldError(
        'productId',
        say('This plan is of {product}. Cancel it, and plan the other product anew.', { product: before.product }),
      )
    // A plan that was missed may be looked after, but none is made for a day that is gone.
    if (day !== before?.day && day < (await kitchenToday(db, context)))
      throw fieldError('day', say('That day is over. Choose today or a day to come.'))
    const facts = { packId: input.packId ?? null, likeBatchId: input.likeBatchId ?? null }
    const { item, recipe } = await scaledBatch(db, { productId, planned, ...facts })
    const id = before?.id ?? (await insertPlan(db, item.id, seq))
    await changePlan(
      db,
      {
        plan_id: id,
        recipe_id: recipe.id,
        day,
        planned,
        pack_id: facts.packId,
        like_batch_id: facts.likeBatchId,
        note: orNull(input.note) ?? '',
      },
      seq,
    )
    return { planId: id, product: item.name }
  })
}

export async function cancelPlan(
  input: Input<Operations['cancel']>,
  context: Context,
): Promise<Output<Operations['cancel']>> {
  return await command(context, input, async ({ db, seq }) => {
    const plan = await openPlan(db, input.planId)
    const live = (await liveOfPlans(db, [plan.id])).get(plan.id)
    if (live)
      throw new AppError({
        code: 'conflict',
        message: say('This plan is in progress as {lotNumber}. Finish that batch, or stop it, first.', {
          lotNumber: live.lotNumber,
        }),
      })
    await endPlan(db, { planId: plan.id, batchId: null, reason: input.reason, seq })
    return { planId: plan.id, product: plan.product }
  })
}

export async function reopenPlan(
  input: Input<Operations['reopen']>,
  context: Context,
): Promise<Output<Operations['reopen']>> {
  return await command(context, input, async ({ db, seq }) => {
    const plan = await knownPlan(db, input.planId)
    if (plan.end_id === null)
      throw new AppError({ code: 'conflict', message: say('This plan is on the list already. Look at Make.') })
    if (plan.batch_id !== null)
      throw new AppError({
        code: 'rule_violation',
        message: say('This plan was made as {batch}. Void that batch first: the plan is open again then.', {
          batch: plan.made_number ?? say('a batch'),
        }),
        blockers: [say('batch {number}', { number: plan.made_number ?? '' })],
      })
    await takeEndBack(db, { endId: plan.end_id, reason: input.reason, seq })
    return { planId: plan.id, product: plan.product }
  })
}

/** Takes back what one command did to a plan: planned it, changed it, or took it off the list. */
export async function takePlanBack(
  db: Db,
  commandSeq: number,
  { seq, reason }: { readonly seq: number; readonly reason: string },
): Promise<void> {
  const end = await standingEndOf(db, commandSeq)
  if (end && end.batch_id === null) return await takeEndBack(db, { endId: end.id, reason, seq })
  const change = await changesAround(db, commandSeq)
  const plan = change && (await planById(db, change.made.plan_id))
  if (!change || !isSame(change.now, change.made) || plan?.end_id !== null)
    throw new AppError({
      code: 'rule_violation',
      message: say('This plan was changed, made or taken off the list since. Look at Make.'),
      blockers: [say('a later change')],
    })
  if (!change.before) return await endPlan(db, { planId: plan.id, batchId: null, reason, seq })
  const { id: _, seq: __, ...facts } = change.before
  await changePlan(db, facts, seq)
}

/** Whether two changes say the same: what was changed since and changed back stands in nobody’s way. */
function isSame(a: NonNullable<Change>['now'], b: NonNullable<Change>['now']): boolean {
  const facts = ({ id: _, seq: __, ...rest }: typeof a) => JSON.stringify(rest)
  return facts(a) === facts(b)
}

type Change = Awaited<ReturnType<typeof changesAround>>

/** A plan that is not done with. @throws AppError `not_found`, or `conflict` for one that is */
export async function openPlan(db: Db, planId: number): Promise<PlanView> {
  const plan = await knownPlan(db, planId)
  if (plan.end_id === null) return plan
  throw new AppError({
    code: 'conflict',
    message:
      plan.batch_id === null
        ? say('This plan was taken off the list meanwhile. Look at Make for what is planned.')
        : say('This plan was made as {batch} meanwhile. Look at Make for what is planned.', {
            batch: plan.made_number ?? say('a batch'),
          }),
  })
}

async function knownPlan(db: Db, planId: number): Promise<PlanView> {
  const plan = await planById(db, planId)
  if (!plan) throw notFound(say('This plan'))
  return plan
}

/** Plans as lists show them. */
export async function planRows(db: Db, views: readonly PlanView[]): Promise<PlanRow[]> {
  const live = await liveOfPlans(
    db,
    views.map(({ id }) => id),
  )
  return views.map((plan) => ({
    id: plan.id,
    productId: plan.product_id,
    product: plan.product,
    code: plan.code ?? '',
    unit: plan.unit,
    day: plan.day,
    planned: plan.planned,
    packId: plan.pack_id,
    pack: plan.pack_id === null ? '' : plan.pack || plan.unit,
    like:
      plan.like_batch_id === null
        ? null
        : {
            batchId: plan.like_batch_id,
            lotNumber: plan.like_number ?? '',
            madeOn: plan.like_made_on ?? '',
            made: plan.like_made ?? 0,
          },
    recipeVersion: plan.version,
    newestVersion: plan.newest_version ?? plan.version,
    note: plan.note,
    live: live.get(plan.id) ?? null,
  }))
}
