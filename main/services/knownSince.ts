import { factsOfItems } from '../db/repos/facts.ts'
import { itemsToldSince, takersOf } from '../db/repos/factsSince.ts'
import { batchesBehind, batchesFrom } from '../db/repos/genealogy.ts'
import type { Db } from '../db/schema.ts'
import { factsFor } from './composition.ts'
import { say } from '../../shared/words/say.ts'

/** Allergens that are in a batch by what is known of its lots now, each with what brings it: `Butter from Costco`. */
type KnownSince = ReadonlyMap<string, string>

/**
 * What has become known of batches since their labels were written: that an ingredient, or a supplier’s, contains an
 * allergen, that a lot came from another supplier, or what the lots in a bin bring along. Through every level of what
 * was made with them. What a label says already may be among it.
 * @returns by batch; of those asked about only the ones of which something became known
 */
export async function knownSince(db: Db, batchIds: readonly number[]): Promise<Map<number, KnownSince>> {
  const asked = new Set(batchIds)
  const behind = await batchesBehind(db, batchIds)
  const itemIds = await itemsToldSince(
    db,
    behind.reduce((first, id) => Math.min(first, id), Number.MAX_SAFE_INTEGER),
  )
  // Mostly all was known before: then the labels say it.
  const uses = itemIds.length === 0 ? [] : await takersOf(db, { itemIds, batchIds: behind })
  const names = new Map(uses.map((use) => [use.item_id, use.item]))
  const facts = Map.groupBy(await factsOfItems(db, [...names.keys()]), (fact) => fact.item_id)
  const found = new Map<number, Map<string, string>>()
  for (const use of uses) {
    const supplierId = use.is_unknown === 1 ? ('any' as const) : use.supplier_id
    const { contains } = factsFor({ facts, names }, use.item_id, supplierId).allergens
    if (contains.length === 0) continue
    const from =
      use.supplier === null ? use.item : say('{item} from {supplier}', { item: use.item, supplier: use.supplier })
    for (const id of await batchesFrom(db, use.batchIds)) {
      if (!asked.has(id)) continue
      const known = found.get(id) ?? new Map<string, string>()
      for (const allergen of contains) if (!known.has(allergen)) known.set(allergen, from)
      found.set(id, known)
    }
  }
  return found
}
