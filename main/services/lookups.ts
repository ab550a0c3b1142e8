import { type FactRow, factsOfItems, type LabelOptions, labelOptions } from '../db/repos/facts.ts'
import { type Item, itemsById } from '../db/repos/items.ts'
import { newestRecipeId } from '../db/repos/recipes.ts'
import type { Db } from '../db/schema.ts'

/** What is looked up of items while batches are recorded. */
export interface Lookups {
  items(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, Item>>
  recipeId(db: Db, productId: number): Promise<number | undefined>
  facts(db: Db, itemIds: readonly number[]): Promise<readonly FactRow[]>
  labelOptions(db: Db, productId: number): Promise<LabelOptions>
}

/** Looks everything up anew. */
export const freshLookups: Lookups = {
  items: itemsById,
  recipeId: newestRecipeId,
  facts: factsOfItems,
  labelOptions,
}

/** Looks everything up once: for many records within one transaction, which alone changes what it remembers. */
export interface RememberedLookups extends Lookups {
  /** After items, recipes or facts were changed. */
  forget(): void
}

export function rememberedLookups(): RememberedLookups {
  const items = new Map<number, Item>()
  const recipes = new Map<number, number>()
  const facts = new Map<number, readonly FactRow[]>()
  const options = new Map<number, LabelOptions>()
  return {
    async items(db, ids) {
      const missing = ids.filter((id) => !items.has(id))
      if (missing.length > 0) for (const [id, item] of await itemsById(db, missing)) items.set(id, item)
      return items
    },
    async recipeId(db, productId) {
      const known = recipes.get(productId) ?? (await newestRecipeId(db, productId))
      if (known !== undefined) recipes.set(productId, known)
      return known
    },
    async facts(db, itemIds) {
      const missing = itemIds.filter((id) => !facts.has(id))
      if (missing.length > 0) {
        const found = Map.groupBy(await factsOfItems(db, missing), (fact) => fact.item_id)
        for (const id of missing) facts.set(id, found.get(id) ?? [])
      }
      return [...new Set(itemIds)].flatMap((id) => facts.get(id) ?? [])
    },
    async labelOptions(db, productId) {
      const known = options.get(productId) ?? (await labelOptions(db, productId))
      options.set(productId, known)
      return known
    },
    forget() {
      for (const memory of [items, recipes, facts, options]) memory.clear()
    },
  }
}
