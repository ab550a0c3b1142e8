import { countsOne } from '../domain/units.ts'
import { command, query } from './operation.ts'
import { Cents, Id, named, nothing, optionalText, ProductCode, QuantityText, RequestId, Units } from './fields.ts'
import { z } from './zod.ts'

export const RecipeLine = z.strictObject({
  /** Name of an ingredient, or of a product of one’s own; a new name becomes a new ingredient. */
  ingredient: named('The ingredient'),
  quantity: QuantityText,
})

const UnitWord = named('The word for one unit', 20)
  .regex(/^\p{L}+$/u, 'Use one word, for example jar.')
  .refine(countsOne, 'That is a measure. Use the word for one sale unit, for example jar or bottle.')

/** Contents as typed, `8 oz`, `250 mL` or `12`; empty where nothing is declared. */
const Contents = z.union([z.literal(''), QuantityText]).nullish()

/** One pack of a product: how it is called and sold. */
export const PackInput = z.strictObject({
  /** Left out to add a further pack. */
  itemId: Id.nullish(),
  /** What it is called beside the others: 4 oz jar. The main pack needs none. */
  name: optionalText('The name of a pack', 40),
  /** Left out for the product’s own word. */
  unit: z.union([z.literal(''), UnitWord]).nullish(),
  /** Net contents that the label declares. */
  net: Contents,
  /** What one unit really holds, where it was weighed. */
  fill: Contents,
  gtin: optionalText('The GTIN', 20),
  priceCents: Cents.nullish(),
  /** Units of a further pack that one recipe usually gives. */
  usual: Units.min(1, 'Type 1 or more.').nullish(),
})

export const ProductInput = z.strictObject({
  /** Left out to add a product. */
  productId: Id.nullish(),
  name: named('The product’s name'),
  code: ProductCode,
  /** What one unit is called: jar, bottle, loaf. */
  unit: UnitWord,
  /** Days a batch keeps, for its best-by date. */
  shelfLifeDays: z
    .int('Type a whole number of days.')
    .min(1, 'Type 1 or more.')
    .max(3650, 'Type 3650 days at most.')
    .nullish(),
  /** Units of the main pack that one recipe makes. */
  expectedYield: Units.min(1, 'Type 1 or more.'),
  lines: z
    .array(RecipeLine)
    .min(1, 'Add at least one ingredient.')
    .max(60, 'A recipe can have 60 ingredients at most.'),
  /** Contents, GTIN and price of the main pack; left out to keep what is recorded. */
  pack: PackInput.nullish(),
  /** The further packs; one left out of the list is no longer made. Left out to keep them. */
  packs: z.array(PackInput).max(20, 'A product can have 20 packs at most.').nullish(),
})

const Pack = z.strictObject({
  itemId: Id,
  name: z.string(),
  unit: z.string(),
  net: z.string().nullable(),
  fill: z.string().nullable(),
  gtin: z.string().nullable(),
  priceCents: z.int().nullable(),
  usual: z.int().nullable(),
})

const ProductRow = z.strictObject({
  id: Id,
  name: z.string(),
  code: z.string(),
  unit: z.string(),
  expectedYield: z.int(),
  recipeVersion: z.int(),
  /** Further packs that are made. */
  packs: z.array(z.strictObject({ itemId: Id, product: z.string(), unit: z.string() })),
  /** Units for sale over all packs, held ones not counted. */
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
      pack: Pack,
      /** Further packs that are made. */
      packs: z.array(Pack),
      lines: z.array(z.strictObject({ itemId: Id, ingredient: z.string(), quantity: z.string() })),
    }),
  ),
  save: command(
    'Adds or changes a product. A changed recipe becomes a new version; batches made keep theirs.',
    ProductInput.extend({ requestId: RequestId }),
    z.strictObject({ productId: Id, recipeVersion: z.int() }),
  ),
}
