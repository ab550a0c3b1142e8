import { allergenInWords, isAllergenFamily } from '../../shared/domain/allergens.ts'
import type { BatchFinding } from '../../shared/domain/batchScope.ts'
import { type Contact, contacts, type Content } from '../../shared/domain/crossContact.ts'
import { allCleanings, boughtLots, hasEquipment, usesWithoutLot } from '../db/repos/batchFacts.ts'
import { batchLabels, factsOfItems } from '../db/repos/facts.ts'
import { batchesAhead, batchesFrom } from '../db/repos/genealogy.ts'
import type { batchesMade } from '../db/repos/recall.ts'
import type { Db } from '../db/schema.ts'
import { factsFor } from './composition.ts'
import { say } from '../../shared/words/say.ts'

type Made = Awaited<ReturnType<typeof batchesMade>>[number]

interface Equipment {
  readonly id: number
  readonly name: string
  readonly kind: 'equipment' | 'instrument'
}

/** Why a batch contains the allergen, or may: clauses with “it” before them. */
interface Known {
  readonly yes: ReadonlyMap<number, string>
  readonly perhaps: ReadonlyMap<number, string>
}

/**
 * Which batches have an allergen: in themselves, by what their labels said and by what is known of their ingredients
 * today, or by contact, over equipment that was not cleaned between. A label that did not say it is why most recalls
 * for allergens happen, so that either is enough.
 */
export async function allergenFindings(
  db: Db,
  wanted: string,
  made: readonly Made[],
  equipmentOf: ReadonlyMap<number, readonly Equipment[]>,
): Promise<Map<number, BatchFinding>> {
  const name = allergenInWords(wanted)
  const { yes, perhaps } = await knownToday(db, { wanted, name, made })
  const contentOf = (id: number): Content => (yes.has(id) ? 'yes' : perhaps.has(id) ? 'perhaps' : 'no')
  const touched = !(await hasEquipment(db))
    ? new Map<number, Contact[]>()
    : contacts(
        made.map((batch) => ({
          id: batch.id,
          day: batch.made_on,
          seq: batch.seq,
          content: contentOf(batch.id),
          // Instruments touch no food that goes into a jar.
          equipmentIds: (equipmentOf.get(batch.id) ?? []).flatMap(({ id, kind }) => (kind === 'equipment' ? [id] : [])),
        })),
        (await allCleanings(db)).map(({ equipment_id: equipmentId, day, seq }) => ({ equipmentId, day, seq })),
      )
  const numbers = new Map(made.map((batch) => [batch.id, batch.lot_number]))
  const equipment = new Map([...equipmentOf.values()].flat().map((each) => [each.id, each.name]))
  const contactInWords = (contact: Contact) => {
    const values = { from: numbers.get(contact.from) ?? '', name }
    const isSure = contentOf(contact.from) === 'yes'
    const what = contact.equipmentId === null ? undefined : equipment.get(contact.equipmentId)
    if (what === undefined)
      return isSure
        ? say('{from}, made before it, contains {name}, and nobody recorded what one of the two was made with', values)
        : say(
            '{from}, made before it, may contain {name}, and nobody recorded what one of the two was made with',
            values,
          )
    return isSure
      ? say('{what} was used for {from}, which contains {name}, and no cleaning of it was recorded between', {
          ...values,
          what,
        })
      : say('{what} was used for {from}, which may contain {name}, and no cleaning of it was recorded between', {
          ...values,
          what,
        })
  }
  const clear = {
    against: say('contains no {name}, and was made with nothing that was not cleaned after it', { name }),
  }
  return new Map(
    made.map(({ id }): [number, BatchFinding] => {
      const certain = yes.get(id)
      if (certain !== undefined) return [id, { fits: certain }]
      const [contact] = touched.get(id) ?? []
      if (contact?.certainty === 'yes')
        return [id, { fits: say('shared equipment: {contact}', { contact: contactInWords(contact) }) }]
      const doubt = perhaps.get(id) ?? (contact ? contactInWords(contact) : undefined)
      if (doubt !== undefined) return [id, { missing: doubt }]
      return [id, clear]
    }),
  )
}

async function knownToday(
  db: Db,
  { wanted, name, made }: { readonly wanted: string; readonly name: string; readonly made: readonly Made[] },
): Promise<Known> {
  const isWanted = (allergens: readonly string[]) =>
    allergens.some((allergen) => allergen === wanted || (isAllergenFamily(wanted) && allergen.split(':')[0] === wanted))
  const lots = await boughtLots(db)
  const without = await usesWithoutLot(db)
  const items = [...new Map([...lots, ...without].map(({ item_id, item }) => [item_id, item]))]
  const facts = Map.groupBy(
    await factsOfItems(
      db,
      items.map(([id]) => id),
    ),
    (fact) => fact.item_id,
  )
  const composition = { facts, names: new Map(items) }
  const judge = (itemId: number, supplierId: number | null | 'any'): Content | 'unchecked' => {
    const { contains, mayContain, unchecked } = factsFor(composition, itemId, supplierId).allergens
    if (isWanted(contains)) return 'yes'
    if (isWanted(mayContain)) return 'perhaps'
    return unchecked.length > 0 ? 'unchecked' : 'no'
  }

  const yes = new Map<number, string>()
  const perhaps = new Map<number, string>()
  const spread = (into: Map<number, string>, ids: readonly number[], clause: string) => {
    for (const id of ids) if (!into.has(id)) into.set(id, clause)
  }
  const labels = await batchLabels(
    db,
    made.map(({ id }) => id),
  )
  for (const [id, label] of labels) {
    if (isWanted(label.contains)) yes.set(id, say('its allergens: its list of ingredients has {name}', { name }))
    else if (isWanted(label.mayContain)) perhaps.set(id, say('its label says that it may contain {name}', { name }))
  }
  // Lots of one ingredient and supplier are alike: one walk for all of them.
  for (const alike of Map.groupBy(lots, (lot) => `${lot.item_id} ${lot.supplier_id ?? ''}`).values()) {
    const [{ item, item_id, supplier_id }] = alike as [(typeof alike)[number]]
    const has = judge(item_id, supplier_id)
    if (has === 'no') continue
    const ids = await batchesAhead(
      db,
      alike.map((lot) => lot.id),
    )
    if (has === 'yes')
      spread(yes, ids, say('its allergens: {item} contains {name}, which its label did not say', { item, name }))
    else spread(perhaps, ids, doubtOf(has, item, name))
  }
  for (const [itemId, uses] of Map.groupBy(without, (use) => use.item_id)) {
    const [{ item, kind }] = uses as [(typeof uses)[number]]
    const has = kind === 'product' ? 'unknown lot' : judge(itemId, 'any')
    if (has === 'no') continue
    const ids = await batchesFrom(
      db,
      uses.map((use) => use.batch_id),
    )
    if (has === 'yes')
      spread(yes, ids, say('its allergens: {item} contains {name}, which its label did not say', { item, name }))
    else spread(perhaps, ids, doubtOf(has, item, name))
  }
  return { yes, perhaps }
}

function doubtOf(has: 'perhaps' | 'unchecked' | 'unknown lot', item: string, name: string): string {
  if (has === 'perhaps')
    return say('{item} may contain {name}, as its supplier says: ask, and write down whether it does', { item, name })
  if (has === 'unchecked') return say('nobody has said what is in {item}', { item })
  return say('which lot of {item} was used was never recorded', { item })
}
