import { Day, Id, named, nothing, RequestId, Units } from './fields.ts'
import { command, query } from './operation.ts'
import { z } from './zod.ts'

const LiveRow = z.strictObject({
  id: Id,
  lotNumber: z.string(),
  productId: Id,
  product: z.string(),
  unit: z.string(),
  startedOn: Day,
  startedAt: z.string(),
  planned: z.int(),
  /** Readings, notes and photos so far. */
  entries: z.int(),
})

export const live = {
  start: command(
    'Starts a batch: its number is issued at once, and it is in progress until it is finished.',
    z.strictObject({
      requestId: RequestId,
      productId: Id,
      planned: Units.min(1, 'Type 1 or more.').nullish(),
      /** The plan that is begun with it. */
      planId: Id.nullish(),
    }),
    z.strictObject({ liveId: Id, lotNumber: z.string() }),
  ),
  list: query('Batches in progress, the one started last first.', nothing, z.array(LiveRow)),
  get: query(
    'One batch that was started: in progress, or how it ended.',
    z.strictObject({ liveId: Id }),
    LiveRow.extend({
      /** The batch that it became. */
      batchId: Id.nullable(),
      /** Why it was not made after all. */
      stopReason: z.string().nullable(),
    }),
  ),
  stop: command(
    'Ends a batch that was started and not made after all. Nothing left stock; its number is never used again.',
    z.strictObject({ requestId: RequestId, liveId: Id, reason: named('The reason', 200) }),
    z.strictObject({ liveId: Id, lotNumber: z.string() }),
  ),
}
