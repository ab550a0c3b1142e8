import type { LabelWords } from '../../shared/api/facts.ts'
import {
  type AllergenFacts,
  containsLine,
  joinFacts,
  mayContainLine,
  noAllergens,
} from '../../shared/domain/allergens.ts'
import { rollUp } from '../../shared/domain/rollUp.ts'
import { ingredientStatement, inList, type StatementPart } from '../../shared/domain/statement.ts'
import { type BatchLabel, batchLabels, insertBatchLabel, labelOptions } from '../db/repos/facts.ts'
import { batchesById, usesOfBatches } from '../db/repos/batches.ts'
import { batchesFrom, edgesInto } from '../db/repos/genealogy.ts'
import { lotsById, type LotView } from '../db/repos/lots.ts'
import type { PartRow } from '../db/repos/recipes.ts'
import type { Db } from '../db/schema.ts'
import { freshLookups, type Lookups } from './lookups.ts'
import {
  boughtPart,
  compositionOf,
  type Composition,
  factsFor,
  madePart,
  statementParts,
  weightOf,
} from './composition.ts'

/** What the label of a product says by its current recipe, with the composition it was read from. */
export async function recipeLabel(db: Db, productId: number): Promise<{ label: BatchLabel; composition: Composition }> {
  const composition = await compositionOf(db, { productIds: [productId] })
  const { text, unweighed } = ingredientStatement(
    statementParts(composition, productId),
    await labelOptions(db, productId),
  )
  return { label: { statement: text, unweighed, ...recipeAllergens(composition, productId) }, composition }
}

/** Allergens of a product by its recipe, through every level; of what is bought, by whatever any supplier says. */
function recipeAllergens(composition: Composition, productId: number): AllergenFacts {
  const lines = [...composition.lines.values()].flat()
  const bought = new Set(lines.filter((line) => line.kind === 'ingredient').map((line) => line.item_id))
  return rollUp(productId, {
    parts: new Map(
      [...composition.lines].map(([id, rows]) => [
        id,
        rows.map((row) => (row.kind === 'ingredient' ? row.item_id : row.product_id)),
      ]),
    ),
    facts: new Map([...bought].map((id) => [id, factsFor(composition, id, 'any').allergens])),
  })
}

/** An ingredient row of a batch as its label is written from it. */
export interface LabelUse extends Pick<PartRow, 'item_id' | 'product_id' | 'dimension' | 'base'> {
  readonly item_kind: 'ingredient' | 'product'
  /** Undefined where nobody knows it. */
  readonly lot: LotView | undefined
}

/**
 * Writes down what the labels of a batch say, by the lots that it really used: for good, so that a recipe or a fact
 * changed later does not change what was made. Called when a batch is recorded, and again when a correction changes
 * what went in.
 */
export async function freezeLabel(
  db: Db,
  batch: { readonly id: number; readonly productId: number; readonly seq: number },
  uses: readonly LabelUse[],
  lookups: Lookups = freshLookups,
): Promise<void> {
  await insertBatchLabel(db, batch.id, await wordsFrom(db, batch.productId, uses, lookups), batch.seq)
}

/** What the labels of a batch would say by what is known of its lots now. */
export async function labelOfBatch(
  db: Db,
  batch: { readonly id: number; readonly productId: number },
): Promise<BatchLabel> {
  return await wordsFrom(db, batch.productId, await labelUses(db, batch.id), freshLookups)
}

async function wordsFrom(db: Db, productId: number, uses: readonly LabelUse[], lookups: Lookups): Promise<BatchLabel> {
  const made = await batchLabels(db, [...new Set(uses.flatMap((use) => use.lot?.batch_id ?? []))])
  const productIds = uses.filter((use) => use.item_kind === 'product').map((use) => use.product_id)
  const composition = await compositionOf(db, { productIds, itemIds: uses.map((use) => use.item_id) }, lookups)
  const parts: StatementPart[] = []
  const allergens: AllergenFacts[] = []
  for (const use of uses) {
    const { dimension, base, item_id: itemId, item_kind: kind, product_id, lot } = use
    const weight = weightOf(composition, { item_id: itemId, kind, product_id, dimension, base })
    const label = lot?.batch_id ? made.get(lot.batch_id) : undefined
    if (kind === 'ingredient') {
      const supplierId = lot === undefined ? ('any' as const) : lot.supplier_id
      parts.push(boughtPart(composition, { itemId, weight, supplierId }))
      allergens.push(factsFor(composition, itemId, supplierId).allergens)
    } else if (label) {
      parts.push({ name: inList(composition.names.get(product_id) ?? ''), weight, madeOf: label.statement })
      allergens.push(label)
    } else {
      // Of a product whose lot nobody knows, its current recipe is all there is to go by.
      parts.push(madePart(composition, { product_id }, weight))
      allergens.push(recipeAllergens(composition, product_id))
    }
  }
  const { text, unweighed } = ingredientStatement(parts, await lookups.labelOptions(db, productId))
  const { contains, mayContain, unchecked } = joinFacts([...allergens, noAllergens])
  return { statement: text, contains, mayContain, unchecked, unweighed }
}

async function labelUses(db: Db, batchId: number): Promise<LabelUse[]> {
  const uses = await usesOfBatches(db, [batchId])
  const lots = await lotsById(db, [...new Set(uses.flatMap((use) => use.lot_id ?? []))])
  return uses.map((use) => ({ ...use, lot: use.lot_id === null ? undefined : lots.get(use.lot_id) }))
}

/** Writes the label words of a corrected batch anew, and of every batch made with it, what goes in before what it is in. */
export async function freezeAgain(db: Db, batchId: number, seq: number): Promise<void> {
  const batches = await batchesById(db, await batchesFrom(db, [batchId]))
  const waiting = new Map([...batches.keys()].map((id) => [id, new Set<number>()]))
  for (const edge of await edgesInto(db, [...batches.keys()]))
    if (edge.made_by !== null && batches.has(edge.made_by)) waiting.get(edge.batch_id)?.add(edge.made_by)
  while (waiting.size > 0) {
    const [next] = [...waiting].find(([, inside]) => inside.size === 0) ?? []
    const batch = next === undefined ? undefined : batches.get(next)
    if (!batch) return
    await freezeLabel(db, { id: batch.id, productId: batch.product_id, seq }, await labelUses(db, batch.id))
    waiting.delete(batch.id)
    for (const inside of waiting.values()) inside.delete(batch.id)
  }
}

/** A label's words with the lines that it prints. */
export function asLabelWords({ statement, contains, mayContain, unchecked, unweighed }: BatchLabel): LabelWords {
  return {
    statement,
    containsLine: containsLine(contains),
    mayContainLine: mayContainLine(contains, mayContain),
    contains: [...contains],
    mayContain: [...mayContain],
    unchecked: [...unchecked],
    unweighed: [...unweighed],
  }
}

/** What the labels of the batch that made a lot say; undefined for one recorded without. */
export async function labelOfLot(db: Db, lot: LotView): Promise<BatchLabel | undefined> {
  return lot.batch_id === null ? undefined : (await batchLabels(db, [lot.batch_id])).get(lot.batch_id)
}
