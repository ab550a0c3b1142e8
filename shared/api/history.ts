import { amendment, query } from './operation.ts'
import { Cursor, Id, named, nothing, PageSize, RequestId } from './fields.ts'
import { z } from './zod.ts'

export const undoOperations = [
  'batches.void',
  'shipping.void',
  'pantry.voidReceipt',
  'complaints.withdraw',
  'complaints.reopen',
  'pantry.hold',
  'pantry.release',
  'bins.undoEmpty',
  'shipping.voidReturned',
  'live.stop',
  'journal.takeBack',
  'history.takeBack',
] as const
export const redoOperations = [
  'shipping.send',
  'pantry.receive',
  'pantry.count',
  'pantry.hold',
  'pantry.release',
  'batches.discard',
  'outcomes.followUp',
  'outcomes.rememberBest',
] as const

export const history = {
  list: query(
    'Everything that was ever recorded, or only what corrected, voided and took back, newest first.',
    z.strictObject({
      after: Cursor.nullish(),
      limit: PageSize,
      only: z.enum(['everything', 'amendments']).default('everything'),
    }),
    z.strictObject({
      rows: z.array(
        z.strictObject({
          seq: z.int(),
          at: z.string(),
          /** Who was at the laptop; null where nobody in particular was. */
          who: z.string().nullable(),
          what: z.string(),
          op: z.string(),
          hash: z.string(),
        }),
      ),
      next: z.string().nullable(),
    }),
  ),
  last: query(
    'The last thing that was recorded and not taken back, with the operation that takes it back, if one does.',
    nothing,
    z
      .strictObject({
        seq: z.int(),
        at: z.string(),
        what: z.string(),
        /** Recorded a few minutes ago: an undo needs no question. */
        fresh: z.boolean(),
        /** What takes it back, and of what; null where only a person can mend it. */
        undo: z.strictObject({ op: z.enum(undoOperations), id: Id }).nullable(),
        /** What does it again afterwards: the operation and its input as JSON; null where that would not be the same. */
        redo: z.strictObject({ op: z.enum(redoOperations), input: z.string() }).nullable(),
      })
      .nullable(),
  ),
  takeBack: amendment(
    'Takes back one count, discard, correction, topping up, plan, hold, or what was said of how a batch turned out.',
    z.strictObject({ requestId: RequestId, seq: Id, reason: named('The reason', 200) }),
    z.strictObject({ seq: z.int(), what: z.string() }),
  ),
  verify: query(
    'Checks the hash chain, the stock against its movements, and the database itself.',
    nothing,
    z.strictObject({ entries: z.int(), lastHash: z.string(), problems: z.array(z.string()) }),
  ),
}
