import { allergenProblem } from '../domain/allergens.ts'
import { amendment, command, query } from './operation.ts'
import { Id, optionalText, RequestId } from './fields.ts'
import { z } from './zod.ts'

/** An allergen as shared/domain/allergens.ts writes them: `milk`, `nut:almond`, `fish:cod`. */
const Allergen = z
  .string()
  .trim()
  .toLowerCase()
  .max(40, 'An allergen can have 40 characters at most.')
  .superRefine((allergen, context) => {
    const message = allergenProblem(allergen)
    if (message !== undefined) context.addIssue({ code: 'custom', message })
  })

const Allergens = z.array(Allergen).max(40, 'At most 40 allergens can be named.').default([])

export const FactsInput = z.strictObject({
  /** The ingredient. */
  itemId: Id,
  /** Whose bag says so; left out for what holds whatever the supplier. */
  supplierId: Id.nullish(),
  /** How the list of ingredients calls it; left out for its own name. */
  labelName: optionalText('The name on the label', 80),
  /** What its own list of ingredients says, without the brackets. */
  madeOf: optionalText('What it is made of', 1000),
  contains: Allergens,
  mayContain: Allergens,
})

const Facts = z.strictObject({
  supplierId: Id.nullable(),
  supplier: z.string().nullable(),
  labelName: z.string(),
  madeOf: z.string(),
  contains: z.array(z.string()),
  mayContain: z.array(z.string()),
})

const Ingredient = z.strictObject({
  itemId: Id,
  ingredient: z.string(),
  /** Products of one’s own between this product and the ingredient, the nearest last; empty for a direct one. */
  through: z.array(z.string()),
  /** Null while nobody has said what is in it. */
  facts: Facts.nullable(),
  /** What single suppliers say otherwise. */
  bySupplier: z.array(Facts),
  /** What its name makes likely; only an offer. */
  likely: z.array(z.string()),
})

/** What a label says of what is in a product. */
export const LabelWords = z.strictObject({
  /** The list of ingredients by weight. */
  statement: z.string(),
  /** Contains: Milk, Almonds. Null where there is nothing to name. */
  containsLine: z.string().nullable(),
  mayContainLine: z.string().nullable(),
  contains: z.array(z.string()),
  mayContain: z.array(z.string()),
  /** Ingredients of which nobody has said what is in them. */
  unchecked: z.array(z.string()),
  /** Ingredients that have no sure place in the list, because nobody has said what they weigh. */
  unweighed: z.array(z.string()),
})
export type LabelWords = z.infer<typeof LabelWords>

export const facts = {
  product: query(
    'What a product’s label says of its ingredients, by its current recipe, and every ingredient behind it.',
    z.strictObject({ productId: Id }),
    LabelWords.extend({ twoPercent: z.boolean(), withoutWater: z.boolean(), ingredients: z.array(Ingredient) }),
  ),
  ingredient: query(
    'What is in a bought ingredient, and what single suppliers say otherwise.',
    z.strictObject({ itemId: Id }),
    Ingredient.omit({ through: true }),
  ),
  save: command(
    'Says what is in a bought ingredient: its name on labels, what it is made of, its allergens.',
    FactsInput.extend({ requestId: RequestId }),
    z.strictObject({
      itemId: Id,
      /** Batches on the shelf whose labels name other allergens from now on, and do not print: their lot numbers. */
      stopped: z.array(z.string()),
    }),
  ),
  today: query(
    'What the labels of a batch say, and what they would say by what is known of its lots today.',
    z.strictObject({ batchId: Id }),
    z.strictObject({ lotNumber: z.string(), kept: LabelWords, today: LabelWords }),
  ),
  takeToday: amendment(
    'Makes what is known today the words of a batch’s labels, so that labels stopped by other words print again.',
    z.strictObject({ requestId: RequestId, batchId: Id }),
    z.strictObject({
      batchId: Id,
      lotNumber: z.string(),
      containsLine: z.string().nullable(),
      /** The allergens of the recipe as the person saw them beside these words. */
      recipe: z.array(z.string()),
      /** Units on the shelf whose labels were printed with other words: 001–012. Empty where there are none. */
      printAgain: z.string(),
    }),
  ),
  saveOptions: command(
    'How a product’s list of ingredients is written.',
    z.strictObject({
      requestId: RequestId,
      productId: Id,
      /** Names what is at most 2 % last, after “contains 2% or less of”. */
      twoPercent: z.boolean(),
      /** Leaves water out, where all of it boils off. */
      withoutWater: z.boolean(),
    }),
    z.strictObject({ productId: Id }),
  ),
}
