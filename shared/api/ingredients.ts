import { amendment, command, query } from './operation.ts'
import { Id, named, nothing, QuantityOut, QuantityText, RequestId } from './fields.ts'
import { z } from './zod.ts'

export const ingredients = {
  get: query(
    'One ingredient: its conversions, when it runs low, what it goes into and what was used of it.',
    z.strictObject({ itemId: Id }),
    z.strictObject({
      id: Id,
      name: z.string(),
      unit: z.string(),
      dimension: z.enum(['mass', 'volume', 'count']),
      onHand: QuantityOut,
      factors: z.array(z.strictObject({ measure: z.string(), one: z.string(), equals: z.string() })),
      /** Below this it runs low: as set by a person, else what the most demanding recipe takes; null without either. */
      low: z
        .strictObject({ text: z.string(), set: z.boolean(), product: z.string().nullable(), isLow: z.boolean() })
        .nullable(),
      recipes: z.array(z.strictObject({ productId: Id, product: z.string(), quantity: z.string() })),
      /** The newest 50 of the last year. */
      uses: z.array(
        z.strictObject({
          batchId: Id,
          lotNumber: z.string(),
          product: z.string(),
          madeOn: z.string(),
          quantity: z.string(),
        }),
      ),
      usedInAYear: z.string(),
    }),
  ),
  save: command(
    'Changes the name of an ingredient, the unit it is shown in, or the level below which it runs low.',
    z.strictObject({
      requestId: RequestId,
      itemId: Id,
      name: named('The ingredient’s name'),
      /** A unit of the same kind, lb or kg. */
      unit: named('The unit', 20),
      /** Empty for what its most demanding recipe takes. */
      low: z.union([z.literal(''), QuantityText]).nullish(),
    }),
    z.strictObject({ itemId: Id }),
  ),
  saveFactor: command(
    'Enters a conversion of one ingredient, such as 1 cup = 120 g. What is recorded already stays as it is.',
    z.strictObject({ requestId: RequestId, itemId: Id, one: QuantityText, equals: QuantityText }),
    z.strictObject({ itemId: Id, one: z.string(), equals: z.string() }),
  ),
  endFactor: amendment(
    'Takes a conversion away. What is recorded already stays as it is.',
    z.strictObject({ requestId: RequestId, itemId: Id, measure: named('The measure', 20) }),
    z.strictObject({ itemId: Id }),
  ),
  low: query(
    'Ingredients that run low, the emptiest first: below the level set, else below what a recipe takes.',
    nothing,
    z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        /** What may be used today: not on hold, not past its date. */
        usable: QuantityOut,
        level: QuantityOut,
        /** The product whose recipe takes so much; null where a person set the level. */
        product: z.string().nullable(),
      }),
    ),
  ),
}
