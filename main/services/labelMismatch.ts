import { isDeepStrictEqual } from 'node:util'
import { sayAllergen } from '../../shared/domain/allergens.ts'
import { type SerialRange, showRanges } from '../../shared/domain/serialRange.ts'
import { batchLabels, recipesRead } from '../db/repos/facts.ts'
import { type LotView, productLotsInStock } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { knownSince } from './knownSince.ts'
import { recipeLabel } from './labelWords.ts'
import { oldLabels } from './oldLabels.ts'
import { say } from '../../shared/words/say.ts'

/** Where the label of a batch and what is known now name different allergens. */
export interface LabelMismatch {
  /** Names of allergens that the label lacks. */
  readonly added: readonly string[]
  /** Names of allergens on the label that the recipe does not have now. */
  readonly gone: readonly string[]
  readonly sentence: string
}

/**
 * Lots whose labels name other allergens than what they were made of has by the facts of today, or than the recipe has
 * now: none of their labels may be used unread.
 */
export async function labelMismatches(db: Db, lots: readonly LotView[]): Promise<Map<number, LabelMismatch>> {
  const batchIds = [...new Set(lots.flatMap((lot) => lot.batch_id ?? []))]
  const labels = await batchLabels(db, batchIds)
  const known = await knownSince(db, batchIds)
  const read = await recipesRead(db, batchIds)
  const recipes = new Map<number, readonly string[]>()
  const found = new Map<number, LabelMismatch>()
  for (const lot of lots) {
    const label = labels.get(lot.batch_id ?? 0)
    if (!label) continue
    if (!recipes.has(lot.product_id))
      recipes.set(lot.product_id, (await recipeLabel(db, lot.product_id)).label.contains)
    const own = [...(known.get(lot.batch_id ?? 0) ?? [])].filter(([allergen]) => !label.contains.includes(allergen))
    const now = recipes.get(lot.product_id) ?? []
    // A person has read these words beside this very recipe, and found that they are right for the batch.
    const recipe = isDeepStrictEqual(read.get(lot.batch_id ?? 0), [...now]) ? label.contains : now
    const mismatch = mismatchOf(lot.lot_number ?? '', { label: label.contains, own: new Map(own), recipe })
    if (mismatch) found.set(lot.id, mismatch)
  }
  return found
}

/** The lots on the shelf whose labels name other allergens than they should, the oldest first. */
export async function mismatchesOnShelf(db: Db) {
  const lots = await productLotsInStock(db)
  const mismatches = await labelMismatches(db, lots)
  const old = await oldLabels(
    db,
    lots.filter((lot) => !mismatches.has(lot.id)),
  )
  return lots.flatMap((lot) => {
    const mismatch = mismatches.get(lot.id) ?? printedOtherwise(lot, old.get(lot.id)?.here ?? [])
    return mismatch ? [{ lot, ...mismatch }] : []
  })
}

/** Where the words of a lot are right by now, and jars on the shelf still have labels with the old ones. */
function printedOtherwise(lot: LotView, here: readonly SerialRange[]): LabelMismatch | undefined {
  if (here.length === 0) return undefined
  const sentence = say(
    '{units} of {lotNumber} have labels with other allergens than are known now. Print these again.',
    { units: showRanges(here), lotNumber: lot.lot_number ?? '' },
  )
  return { added: [], gone: [], sentence }
}

function mismatchOf(
  lotNumber: string,
  {
    label,
    own,
    recipe,
  }: {
    readonly label: readonly string[]
    readonly own: ReadonlyMap<string, string>
    readonly recipe: readonly string[]
  },
): LabelMismatch | null {
  const added = recipe.filter((allergen) => !label.includes(allergen) && !own.has(allergen)).map(sayAllergen)
  const gone = label.filter((allergen) => !recipe.includes(allergen)).map(sayAllergen)
  if (own.size + added.length + gone.length === 0) return null
  const lacking = [...own].map(([allergen, from]) => `${sayAllergen(allergen)} (${from})`).join(', ')
  const ofRecipe = [
    added.length > 0
      ? say('the recipe now has {added}, which {lotNumber} has not', { added: added.join(', '), lotNumber })
      : '',
    gone.length > 0
      ? say('{lotNumber} has {gone}, which the recipe now has not', { lotNumber, gone: gone.join(', ') })
      : '',
  ]
  const sentences = [
    lacking === ''
      ? ''
      : say('By what is known now, {lotNumber} contains {lacking}, and its label does not say so', {
          lotNumber,
          lacking,
        }),
    capital(ofRecipe.filter((part) => part !== '').join('; ')),
  ]
  return {
    added: [...[...own.keys()].map(sayAllergen), ...added],
    gone,
    sentence: [...sentences.filter((part) => part !== ''), say('Check the label before it is used.')].join('. '),
  }
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
