import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { facts } from '../../shared/api/facts.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { likelyAllergens } from '../../shared/domain/allergenHints.ts'
import { sortAllergens } from '../../shared/domain/allergens.ts'
import { listSuppliers } from '../db/repos/directory.ts'
import { type FactRow, factsOfItems, insertFact, labelOptions, writeLabelOptions } from '../db/repos/facts.ts'
import { itemById } from '../db/repos/items.ts'
import type { Db } from '../db/schema.ts'
import type { Composition } from './composition.ts'
import { command, type Context } from './context.ts'
import { mismatchesOnShelf } from './labelMismatch.ts'
import { asLabelWords, recipeLabel } from './labelWords.ts'
import { productWithRecipe } from './products.ts'
import { say } from '../../shared/words/say.ts'

export async function productFacts(
  { productId }: Input<typeof facts.product>,
  { store }: Context,
): Promise<Output<typeof facts.product>> {
  return await store.read(async (db) => {
    const { item } = await productWithRecipe(db, productId)
    const { label, composition } = await recipeLabel(db, item.id)
    return {
      ...asLabelWords(label),
      ...(await labelOptions(db, item.id)),
      ingredients: boughtIn(composition, item.id),
    }
  })
}

export async function ingredientFacts(
  { itemId }: Input<typeof facts.ingredient>,
  { store }: Context,
): Promise<Output<typeof facts.ingredient>> {
  return await store.read(async (db) => {
    const item = await knownIngredient(db, itemId)
    return ingredientOut(item.id, item.name, await factsOfItems(db, [item.id]))
  })
}

export async function saveFacts(input: Input<typeof facts.save>, context: Context): Promise<Output<typeof facts.save>> {
  return await command(context, input, async ({ db, seq }) => {
    const item = await knownIngredient(db, input.itemId)
    const supplierId = input.supplierId ?? null
    if (supplierId !== null && !(await listSuppliers(db)).some((each) => each.id === supplierId))
      throw fieldError('supplierId', say('This supplier is not in the record. Choose one from the list.'))
    const contains = sortAllergens(input.contains)
    const before = new Map((await mismatchesOnShelf(db)).map(({ lot, sentence }) => [lot.id, sentence]))
    await insertFact(db, {
      item_id: item.id,
      supplier_id: supplierId,
      label_name: input.labelName ?? '',
      made_of: input.madeOf ?? '',
      contains,
      may_contain: sortAllergens(input.mayContain.filter((allergen) => !contains.includes(allergen))),
      seq,
    })
    const changed = (await mismatchesOnShelf(db)).filter(({ lot, sentence }) => before.get(lot.id) !== sentence)
    return { itemId: item.id, stopped: [...new Set(changed.map(({ lot }) => lot.lot_number ?? ''))] }
  })
}

export async function saveOptions(
  input: Input<typeof facts.saveOptions>,
  context: Context,
): Promise<Output<typeof facts.saveOptions>> {
  return await command(context, input, async ({ db }) => {
    const { item } = await productWithRecipe(db, input.productId)
    const { twoPercent, withoutWater } = input
    await writeLabelOptions(db, item.id, { twoPercent, withoutWater })
    return { productId: item.id }
  })
}

/** Every bought ingredient of a product, once, by the shortest way down to it. */
function boughtIn({ lines, facts: known }: Composition, productId: number) {
  const found = new Map<number, Output<typeof facts.product>['ingredients'][number]>()
  const through = new Map<number, string[]>([[productId, []]])
  for (const [id, names] of through)
    for (const line of lines.get(id) ?? [])
      if (line.kind === 'product') {
        if (!through.has(line.product_id)) through.set(line.product_id, [...names, line.item])
      } else if (!found.has(line.item_id)) {
        found.set(line.item_id, {
          ...ingredientOut(line.item_id, line.item, known.get(line.item_id) ?? []),
          through: names,
        })
      }
  return [...found.values()]
}

function ingredientOut(itemId: number, ingredient: string, rows: readonly FactRow[]) {
  const general = rows.find((row) => row.supplier_id === null)
  return {
    itemId,
    ingredient,
    facts: general ? factsOut(general) : null,
    bySupplier: rows.filter((row) => row.supplier_id !== null).map(factsOut),
    likely: likelyAllergens(ingredient),
  }
}

function factsOut(row: FactRow) {
  return {
    supplierId: row.supplier_id,
    supplier: row.supplier,
    labelName: row.label_name,
    madeOf: row.made_of,
    contains: [...row.contains],
    mayContain: [...row.may_contain],
  }
}

async function knownIngredient(db: Db, itemId: number) {
  const item = await itemById(db, itemId)
  if (!item) throw notFound(say('This ingredient'))
  if (item.kind === 'product')
    throw fieldError('itemId', say('{item} is made here: what is in it follows from its recipe.', { item: item.name }))
  return item
}
