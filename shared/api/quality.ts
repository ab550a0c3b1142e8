import { Day, Id } from './fields.ts'
import { query } from './operation.ts'
import { z } from './zod.ts'

const Batch = z.strictObject({
  id: Id,
  lotNumber: z.string(),
  product: z.string(),
  madeOn: z.string(),
  made: z.int(),
})

const Kind = z.enum([
  'supplier',
  'lot',
  'ingredient',
  'quantity',
  'recipe',
  'person',
  'equipment',
  'reading',
  'order',
  'time',
  'yield',
  'note',
])

const Count = z.strictObject({ having: z.int(), of: z.int() })

function different(max: number) {
  return (ids: readonly number[]) => new Set(ids).size === ids.length && ids.length <= max
}

export const quality = {
  compare: query(
    'What differs between batches, for each unit made, the most unusual for the product first.',
    z.strictObject({
      batchIds: z.array(Id).min(1, 'Choose a batch.').refine(different(6), 'Choose six different batches at most.'),
    }),
    z.strictObject({
      batches: z.array(Batch),
      /** Good batches of the product that say what is usual. */
      history: z.int(),
      rows: z.array(
        z.strictObject({
          kind: Kind,
          name: z.string(),
          /** One for each batch; text is null where nothing is known. */
          cells: z.array(z.strictObject({ text: z.string().nullable(), unusual: z.boolean() })),
          /** Median and spread, or the commonest; empty where there is no history. */
          usual: z.string(),
          differs: z.boolean(),
        }),
      ),
    }),
  ),
  thread: query(
    'What separates bad batches from good ones: by counts, Fisher’s exact test, and how many things were looked at.',
    z.strictObject({
      badIds: z.array(Id).min(1, 'Choose a bad batch.').refine(different(60), 'Choose 60 different batches at most.'),
      /** Left out for the last good batches of the same products. */
      goodIds: z.array(Id).refine(different(200), 'Choose 200 different batches at most.').nullish(),
    }),
    z.strictObject({
      bad: z.array(Batch),
      good: z.array(Batch),
      threads: z.array(
        z.strictObject({
          kind: Kind,
          what: z.string(),
          always: z.array(z.string()),
          bad: Count,
          good: Count,
          chance: z.number(),
          strength: z.enum(['strong', 'weak', 'none']),
          sentence: z.string(),
        }),
      ),
    }),
  ),
  product: query(
    'Yield, losses and cost of every batch of a product in some days, by the lots really used; and its sales as in the sales log.',
    z.strictObject({ productId: Id, from: Day, to: Day }),
    z.strictObject({
      product: z.string(),
      unit: z.string(),
      /** What one of the main pack is sold for now. */
      priceCents: z.int().nullable(),
      batches: z.array(
        Batch.omit({ product: true }).extend({
          expected: z.int(),
          discarded: z.int(),
          setAside: z.int(),
          /** At least so much, where `unknown` names an ingredient. */
          costCents: z.int(),
          /** For each unit that was not discarded; null where none is left. */
          eachCents: z.int().nullable(),
          unknown: z.array(z.string()),
          /** Units sold and not brought back of which the money is known, by price or as it was counted, and that money. */
          sold: z.int(),
          takenCents: z.int(),
          /** Units sold for an amount that nobody recorded. */
          unpriced: z.int(),
        }),
      ),
      discards: z.array(z.strictObject({ reason: z.string(), units: z.int() })),
    }),
  ),
  prices: query(
    'What an ingredient cost each time it was bought, oldest first.',
    z.strictObject({ itemId: Id }),
    z.strictObject({
      ingredient: z.string(),
      unit: z.string(),
      rows: z.array(
        z.strictObject({
          day: z.string(),
          supplier: z.string().nullable(),
          costCents: z.int(),
          quantity: z.string(),
          /** For one of the ingredient's own unit, in hundredths of a cent. */
          hundredths: z.int(),
        }),
      ),
    }),
  ),
  forecast: query(
    'What the kitchen will use of each ingredient in some days if it goes on as in the last weeks, and what lacks.',
    z.strictObject({
      weeksBack: z.int().min(1).max(52).default(8),
      daysAhead: z.int().min(1).max(366).default(14),
    }),
    z.array(
      z.strictObject({
        itemId: Id,
        ingredient: z.string(),
        used: z.string(),
        ahead: z.string(),
        /** What may be used: not on hold, not past its date. */
        onHand: z.string(),
        /** Null where there is enough. */
        short: z.string().nullable(),
        lastsDays: z.int().nullable(),
      }),
    ),
  ),
}
