import { countsOne } from '../domain/units.ts'
import { LabelWords } from './facts.ts'
import { command, query } from './operation.ts'
import { Cents, Id, named, optionalText, ProductCode, QuantityText, RequestId, Units } from './fields.ts'
import { ReadingInput, ReadingOut } from './readings.ts'
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
  /** What is read while it is made; left out to keep what is recorded. */
  readings: z.array(ReadingInput).max(20, 'A recipe can have 20 readings at most.').nullish(),
  /** What it is made with; left out to keep what is recorded. */
  equipment: z
    .array(z.strictObject({ name: named('The name of the equipment', 60) }))
    .max(20, 'A recipe can name 20 pieces of equipment at most.')
    .nullish(),
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
  retired: z.boolean(),
  /** Further packs that are made. */
  packs: z.array(z.strictObject({ itemId: Id, product: z.string(), unit: z.string() })),
  /** Units for sale over all packs, held ones not counted. */
  onHand: z.int(),
  lastBatch: z.strictObject({ id: Id, lotNumber: z.string(), madeOn: z.string(), made: z.int() }).nullable(),
})

export const products = {
  list: query(
    'Every product with its stock and its last batch, by name; those no longer made only where asked for.',
    z.strictObject({ includeRetired: z.boolean().default(false) }),
    z.array(ProductRow),
  ),
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
      readings: z.array(ReadingOut),
      equipment: z.array(z.string()),
      retired: z.boolean(),
      lines: z.array(z.strictObject({ itemId: Id, ingredient: z.string(), quantity: z.string() })),
    }),
  ),
  versions: query(
    'Every version of a product’s recipe, the newest first, with the batches made by it.',
    z.strictObject({ productId: Id }),
    z.array(
      z.strictObject({
        version: z.int(),
        at: z.string(),
        makes: z.string(),
        lines: z.array(z.strictObject({ itemId: Id, ingredient: z.string(), quantity: z.string(), base: z.number() })),
        readings: z.array(z.string()),
        equipment: z.array(z.string()),
        batchCount: z.int(),
        /** The newest of them, at most 12. */
        batches: z.array(
          z.strictObject({
            id: Id,
            lotNumber: z.string(),
            madeOn: z.string(),
            state: z.enum(['finished', 'failed', 'void']),
          }),
        ),
      }),
    ),
  ),
  compare: query(
    'What is different between two versions of a recipe, in words.',
    z.strictObject({ productId: Id, from: z.int().positive(), to: z.int().positive() }),
    z.array(z.strictObject({ kind: z.enum(['added', 'removed', 'changed']), text: z.string() })),
  ),
  fromBatch: query(
    'A recorded batch as a recipe: what went in, and what it made in units of the main pack.',
    z.strictObject({ batchId: Id }),
    z.strictObject({
      lotNumber: z.string(),
      productId: Id,
      product: z.string(),
      unit: z.string(),
      expectedYield: z.int(),
      lines: z.array(z.strictObject({ ingredient: z.string(), quantity: z.string() })),
    }),
  ),
  retire: command(
    'Takes a product out of the way, or brings it back. Its batches and stock stay.',
    z.strictObject({ requestId: RequestId, productId: Id, retired: z.boolean() }),
    z.strictObject({ productId: Id }),
  ),
  labelText: query(
    'What a label says: of a lot as it was when it was made, or of a product or pack as its recipe is now.',
    z.strictObject({ lotId: Id.nullish(), itemId: Id.nullish() }),
    LabelWords.extend({
      name: z.string(),
      /** What the pack is called beside others; may be empty. */
      pack: z.string(),
      /** Net Wt 8 oz (226 g), rounded down. Null where nothing is declared. */
      netContents: z.string().nullable(),
      gtin: z.string().nullable(),
      priceCents: z.int().nullable(),
      /** Whether these are the words kept with a batch, not those of today’s recipe. */
      frozen: z.boolean(),
      /** How the allergens kept with the batch differ from those of today’s recipe; null where they do not. */
      mismatch: z.string().nullable(),
      /** What is not known and would have to be, a sentence each. */
      problems: z.array(z.string()),
    }),
  ),
  save: command(
    'Adds or changes a product. A changed recipe becomes a new version; batches made keep theirs.',
    ProductInput.extend({ requestId: RequestId }),
    z.strictObject({ productId: Id, recipeVersion: z.int() }),
  ),
}
