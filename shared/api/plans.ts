import { amendment, command, query } from './operation.ts'
import { Cents, Day, Id, named, optionalText, QuantityOut, RequestId, Units } from './fields.ts'
import { z } from './zod.ts'

export const PlanInput = z.strictObject({
  /** Left out to plan one more batch. */
  planId: Id.nullish(),
  productId: z.int('Choose what is to be made.').positive('Choose what is to be made.'),
  day: Day,
  /** How large the cook is, in units of the main pack; where a batch is repeated, in units of all its packs. */
  planned: Units.min(1, 'Type 1 or more.'),
  /** The one pack that everything is filled into; left out for the usual ones. */
  packId: Id.nullish(),
  /** The batch to repeat; left out to go by the recipe. */
  likeBatchId: Id.nullish(),
  note: optionalText('The note', 500),
})

const Like = z.strictObject({ batchId: Id, lotNumber: z.string(), madeOn: z.string(), made: z.int() })

const PlanRow = z.strictObject({
  id: Id,
  productId: Id,
  product: z.string(),
  code: z.string(),
  unit: z.string(),
  day: z.string(),
  planned: z.int(),
  packId: Id.nullable(),
  /** What that pack is called; empty for the usual ones. */
  pack: z.string(),
  like: Like.nullable(),
  /** The version of the recipe when it was planned, and the one by which it would be made now. */
  recipeVersion: z.int(),
  newestVersion: z.int(),
  note: z.string(),
  /** The batch in progress that it was begun as. */
  live: z.strictObject({ liveId: Id, lotNumber: z.string() }).nullable(),
})
export type PlanRow = z.infer<typeof PlanRow>

/** What is needed of one ingredient over all planned batches, and what of it is there. */
const ShoppingLine = z.strictObject({
  itemId: Id,
  ingredient: z.string(),
  needed: QuantityOut,
  /** What of the stock may be used for them. */
  onHand: QuantityOut,
  /** What to buy; never less than what is lacking. Null where all is there. */
  short: QuantityOut.nullable(),
  /** The day of the first batch that would lack some. */
  by: z.string().nullable(),
  /** What is there and not counted, as a sentence: on hold, past its date by then. Empty for nothing. */
  notCounted: z.string(),
  batches: z.array(
    z.strictObject({
      planId: Id,
      product: z.string(),
      day: z.string(),
      need: z.string(),
      short: z.string().nullable(),
    }),
  ),
  /** What was paid last. */
  lastPrice: z.strictObject({ costCents: Cents, quantity: z.string(), day: z.string() }).nullable(),
  /** What is short, at that price. */
  aboutCents: Cents.nullable(),
})
export type ShoppingLine = z.infer<typeof ShoppingLine>

export const plans = {
  start: query(
    'What a plan of a product begins with: the size of the last batch, what it may repeat, and its packs.',
    z.strictObject({ productId: Id }),
    z.strictObject({
      productId: Id,
      product: z.string(),
      unit: z.string(),
      expectedYield: z.int(),
      recipeVersion: z.int(),
      /** The size to begin with. */
      planned: z.int(),
      /** Batches worth repeating: the best ever, and the last one. The first is proposed. */
      likes: z.array(Like.extend({ why: z.enum(['the best', 'the last']) })),
      packs: z.array(z.strictObject({ itemId: Id, name: z.string(), unit: z.string() })),
    }),
  ),
  list: query(
    'Batches that are planned and not made yet, by day.',
    z.strictObject({
      /** Only those of that day or before. */
      until: Day.nullish(),
    }),
    z.array(PlanRow),
  ),
  get: query(
    'One plan: open, or how it ended.',
    z.strictObject({ planId: Id }),
    PlanRow.extend({
      /** The batch that it became. */
      batch: z.strictObject({ batchId: Id, lotNumber: z.string() }).nullable(),
      /** Why it was not made after all; null while it may still be. */
      cancelReason: z.string().nullable(),
    }),
  ),
  save: command(
    'Plans a batch, or changes a plan. What it was before stays in the history.',
    PlanInput.extend({ requestId: RequestId }),
    z.strictObject({ planId: Id, product: z.string() }),
  ),
  cancel: amendment(
    'Takes a planned batch off the list. Nothing left stock.',
    z.strictObject({ requestId: RequestId, planId: Id, reason: named('The reason', 200) }),
    z.strictObject({ planId: Id, product: z.string() }),
  ),
  reopen: amendment(
    'Puts a planned batch that was taken off the list back on it.',
    z.strictObject({ requestId: RequestId, planId: Id, reason: named('The reason', 200) }),
    z.strictObject({ planId: Id, product: z.string() }),
  ),
  shopping: query(
    'What the planned batches need, what of it is there, and what to buy from whom and by when.',
    z.strictObject({
      /** Only for batches of that day or before. */
      until: Day.nullish(),
    }),
    z.strictObject({
      plans: z.array(PlanRow),
      /** What to buy, by the supplier it is usually bought from; last what nobody knows a supplier of. */
      suppliers: z.array(
        z.strictObject({
          supplierId: Id.nullable(),
          supplier: z.string().nullable(),
          lines: z.array(ShoppingLine),
          aboutCents: Cents.nullable(),
        }),
      ),
      /** Products of one’s own that are short: they are to be made first. */
      toMake: z.array(ShoppingLine.extend({ productId: Id })),
      /** What there is enough of. */
      enough: z.array(ShoppingLine),
    }),
  ),
}
