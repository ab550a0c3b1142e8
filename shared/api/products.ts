import { countsOne } from '../domain/units.ts'
import { command, query } from './operation.ts'
import { Id, named, nothing, ProductCode, QuantityText, RequestId, Units } from './fields.ts'
import { z } from './zod.ts'

export const RecipeLine = z.strictObject({
  /** Name of an ingredient, or of a product of one’s own; a new name becomes a new ingredient. */
  ingredient: named('The ingredient'),
  quantity: QuantityText,
})

export const ProductInput = z.strictObject({
  /** Left out to add a product. */
  productId: Id.nullish(),
  name: named('The product’s name'),
  code: ProductCode,
  /** What one unit is called: jar, bottle, loaf. */
  unit: named('The word for one unit', 20)
    .regex(/^\p{L}+$/u, 'Use one word, for example jar.')
    .refine(countsOne, 'That is a measure. Use the word for one sale unit, for example jar or bottle.'),
  /** Days a batch keeps, for its best-by date. */
  shelfLifeDays: z
    .int('Type a whole number of days.')
    .min(1, 'Type 1 or more.')
    .max(3650, 'Type 3650 days at most.')
    .nullish(),
  /** Units that one recipe makes. */
  expectedYield: Units.min(1, 'Type 1 or more.'),
  lines: z
    .array(RecipeLine)
    .min(1, 'Add at least one ingredient.')
    .max(60, 'A recipe can have 60 ingredients at most.'),
})

const ProductRow = z.strictObject({
  id: Id,
  name: z.string(),
  code: z.string(),
  unit: z.string(),
  expectedYield: z.int(),
  recipeVersion: z.int(),
  /** Units for sale, held ones not counted. */
  onHand: z.int(),
  lastBatch: z.strictObject({ id: Id, lotNumber: z.string(), madeOn: z.string(), made: z.int() }).nullable(),
})

export const products = {
  list: query('Every product with its stock and its last batch, by name.', nothing, z.array(ProductRow)),
  get: query(
    'A product with its current recipe.',
    z.strictObject({ productId: Id }),
    z.strictObject({
      id: Id,
      name: z.string(),
      code: z.string(),
      unit: z.string(),
      shelfLifeDays: z.int().nullable(),
      expectedYield: z.int(),
      recipeVersion: z.int(),
      lines: z.array(z.strictObject({ itemId: Id, ingredient: z.string(), quantity: z.string() })),
    }),
  ),
  save: command(
    'Adds or changes a product. A changed recipe becomes a new version; batches made keep theirs.',
    ProductInput.extend({ requestId: RequestId }),
    z.strictObject({ productId: Id, recipeVersion: z.int() }),
  ),
}
