import { amendment, command, query } from './operation.ts'
import { Day, Id, named, nothing, optionalText, RequestId } from './fields.ts'
import { z } from './zod.ts'

export const outcomes = {
  get: query(
    'How a batch turned out: stars and notes by day, whether it is the best of its product, and weights checked.',
    z.strictObject({ batchId: Id }),
    z.strictObject({
      isBest: z.boolean(),
      followUps: z.array(z.strictObject({ id: Id, day: z.string(), stars: z.int().nullable(), note: z.string() })),
      packs: z.array(
        z.strictObject({
          lotId: Id,
          name: z.string(),
          /** What one declares to hold, as typed; null where it does not say. */
          declared: z.string().nullable(),
          weights: z.array(z.strictObject({ id: Id, typed: z.string() })),
          verdict: z.enum(['good', 'below', 'unreasonable']).nullable(),
          sentence: z.string().nullable(),
        }),
      ),
    }),
  ),
  best: query(
    'The best batch of a product, which the next one begins as; null for none.',
    z.strictObject({ productId: Id }),
    z.strictObject({ batchId: Id.nullable() }),
  ),
  followUp: command(
    'Writes down how a batch turned out: stars, or what was found on a day.',
    z.strictObject({
      requestId: RequestId,
      batchId: Id,
      day: Day,
      stars: z.int().min(1, 'Give 1 to 5 stars.').max(5, 'Give 1 to 5 stars.').nullish(),
      note: optionalText('The note', 500),
    }),
    z.strictObject({ batchId: Id }),
  ),
  rememberBest: command(
    'Remembers a batch as the best of its product, so that the next one begins as it; or no longer.',
    z.strictObject({ requestId: RequestId, batchId: Id, isBest: z.boolean() }),
    z.strictObject({ batchId: Id, lotNumber: z.string() }),
  ),
  weigh: command(
    'Writes down what units of a lot weigh without their container, one or more with semicolons between.',
    z.strictObject({ requestId: RequestId, lotId: Id, weights: named('The weight', 400) }),
    z.strictObject({ lotId: Id, weighed: z.int() }),
  ),
  takeWeightsBack: amendment(
    'Takes back the weights of a lot that were a mistake; they stay in the history.',
    z.strictObject({ requestId: RequestId, lotId: Id, reason: named('The reason', 200) }),
    z.strictObject({ lotId: Id, weighed: z.int() }),
  ),
  oldAllergens: query(
    'Batches on the shelf whose labels name other allergens than their lots, by the facts of today, or the recipe have now.',
    nothing,
    z.array(
      z.strictObject({
        batchId: Id,
        lotNumber: z.string(),
        product: z.string(),
        onHand: z.int(),
        /** Allergens that the label does not name, and those that it names and the recipe has not now. */
        added: z.array(z.string()),
        gone: z.array(z.string()),
        /** Why, and what to do. */
        sentence: z.string(),
      }),
    ),
  ),
}
