import { AppError, fieldError } from '../../shared/api/errors.ts'
import type { Item } from '../db/repos/items.ts'
import { beginPlan, endPlan, liveOfPlans, planById, planOfLive } from '../db/repos/plans.ts'
import type { Db } from '../db/schema.ts'
import { openPlan } from './plans.ts'
import { say } from '../../shared/words/say.ts'

/**
 * A plan is done with once it was made. One that was taken off the list or made meanwhile stays as it is: what was
 * cooked is recorded all the same.
 * @param made `planId` as the page names it; where it does not, the plan that the batch in progress was begun from
 * @throws AppError naming the field, for a plan of another product
 */
export async function endPlanMade(
  db: Db,
  made: {
    readonly planId: number | null
    readonly liveId: number | null
    readonly product: Item
    readonly batchId: number
    readonly seq: number
  },
): Promise<void> {
  const planId = made.planId ?? (made.liveId === null ? undefined : await planOfLive(db, made.liveId))
  if (planId === undefined) return
  const plan = await planById(db, planId)
  if (plan?.product_id !== made.product.id)
    throw fieldError(
      'planId',
      say('This is not a plan of {product}. Open the plan again from Make.', { product: made.product.name }),
    )
  if (plan.end_id === null) await endPlan(db, { planId, batchId: made.batchId, reason: '', seq: made.seq })
}

/** A plan that is begun as a batch in progress. @throws AppError `conflict` where it is done with or begun already */
export async function beginPlanLive(
  db: Db,
  { planId, liveId, product, seq }: { planId: number; liveId: number; product: Item; seq: number },
): Promise<void> {
  const plan = await openPlan(db, planId)
  if (plan.product_id !== product.id)
    throw fieldError(
      'planId',
      say('This is not a plan of {product}. Open the plan again from Make.', { product: product.name }),
    )
  const begun = (await liveOfPlans(db, [planId])).get(planId)
  if (begun)
    throw new AppError({
      code: 'conflict',
      message: say('This plan is in progress already as {lotNumber}. Open that batch from Make.', {
        lotNumber: begun.lotNumber,
      }),
    })
  await beginPlan(db, planId, liveId, seq)
}
