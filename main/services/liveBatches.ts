import { notFound } from '../../shared/api/errors.ts'
import type { live } from '../../shared/api/live.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { endLive, insertLive, liveById, liveList, type LiveView } from '../db/repos/live.ts'
import { issueNumber } from './batchRecording.ts'
import { command, type Context, kitchenToday } from './context.ts'
import { batchInProgress } from './liveState.ts'
import { beginPlanLive } from './planMade.ts'
import { productWithRecipe } from './products.ts'
import { say } from '../../shared/words/say.ts'

/** Starts a batch now: its number is issued, and written beside the database, before anybody sees it. */
export async function startLive(input: Input<typeof live.start>, context: Context): Promise<Output<typeof live.start>> {
  return await command(context, input, async (work) => {
    const { db, seq, at } = work
    const { item, recipe } = await productWithRecipe(db, input.productId)
    const startedOn = await kitchenToday(db, context)
    const lotNumber = await issueNumber(work, context, item, { madeOn: startedOn, lotNumber: null })
    const planned = input.planned ?? recipe.expected_yield
    const facts = { lotNumber, productId: item.id, recipeId: recipe.id, startedOn, startedAt: at, planned, seq }
    const liveId = await insertLive(db, facts)
    if (input.planId) await beginPlanLive(db, { planId: input.planId, liveId, product: item, seq })
    return { liveId, lotNumber }
  })
}

export async function listLive(_input: unknown, { store }: Context): Promise<Output<typeof live.list>> {
  return await store.read(async (db) => (await liveList(db)).map(liveRow))
}

export async function getLive(
  { liveId }: Input<typeof live.get>,
  { store }: Context,
): Promise<Output<typeof live.get>> {
  return await store.read(async (db) => {
    const batch = await liveById(db, liveId)
    if (!batch) throw notFound(say('This batch'))
    const stopped = batch.ended !== null && batch.batch_id === null
    return { ...liveRow(batch), batchId: batch.batch_id, stopReason: stopped ? batch.stop_reason : null }
  })
}

export async function stopLive(input: Input<typeof live.stop>, context: Context): Promise<Output<typeof live.stop>> {
  return await command(context, input, async ({ db, seq }) => {
    const batch = await batchInProgress(db, input.liveId)
    await endLive(db, { liveId: batch.id, batchId: null, reason: input.reason, seq })
    return { liveId: batch.id, lotNumber: batch.lot_number }
  })
}

function liveRow(batch: LiveView) {
  return {
    id: batch.id,
    lotNumber: batch.lot_number,
    productId: batch.product_id,
    product: batch.product,
    unit: batch.unit,
    startedOn: batch.started_on,
    startedAt: batch.started_at,
    planned: batch.planned,
    entries: batch.entries ?? 0,
  }
}
