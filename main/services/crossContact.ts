import { sayAllergen, sortAllergens } from '../../shared/domain/allergens.ts'
import { contacts } from '../../shared/domain/crossContact.ts'
import { cleaningsOf, runsOnEquipmentOf } from '../db/repos/equipmentRuns.ts'
import type { Db } from '../db/schema.ts'
import { knownSince } from './knownSince.ts'
import { say } from '../../shared/words/say.ts'
import { sayDay } from '../../shared/words/day.ts'

/**
 * What a batch has taken over by shared equipment with no cleaning between, a sentence for each earlier batch: by the
 * rule of a recall for the allergen, and by what is known of the lots today. Only what is sure: a recall tells doubts too.
 */
export async function contactSentences(db: Db, batchId: number): Promise<string[]> {
  const runs = await runsOnEquipmentOf(db, batchId)
  const asked = runs.find((run) => run.batch_id === batchId)
  if (!asked) return []
  const since = await knownSince(db, [...new Set(runs.map((run) => run.batch_id))])
  const batches = [...Map.groupBy(runs, (run) => run.batch_id)].map(([id, [run = asked, ...more]]) => ({
    id,
    day: run.day,
    seq: run.seq,
    equipmentIds: [run, ...more].map((each) => each.equipment_id),
    contains: new Set([...run.contains, ...(since.get(id)?.keys() ?? [])]),
  }))
  const mine = batches.find(({ id }) => id === batchId)?.contains ?? new Set()
  const cleanings = (await cleaningsOf(db, runs.map((run) => run.equipment_id))).map(({ equipment_id, day, seq }) => ({ equipmentId: equipment_id, day, seq })) // prettier-ignore
  const foreign = sortAllergens(batches.flatMap(({ contains }) => [...contains])).filter((each) => !mine.has(each))
  const found = foreign.flatMap((allergen) => {
    const having = batches.filter(({ id, contains }) => id === batchId || contains.has(allergen))
    const asContent = having.map(({ contains, ...batch }) => ({ ...batch, content: contains.has(allergen) ? ('yes' as const) : ('no' as const) })) // prettier-ignore
    return (contacts(asContent, cleanings).get(batchId) ?? []).flatMap(({ certainty, from, equipmentId }) =>
      certainty === 'yes' && equipmentId !== null ? [{ allergen, from, equipmentId }] : [],
    )
  })
  return [...Map.groupBy(found, ({ from, equipmentId }) => `${from} ${equipmentId}`).values()].flatMap((alike) => {
    const [{ from, equipmentId }] = alike as [(typeof alike)[number]]
    const run = runs.find((each) => each.batch_id === from && each.equipment_id === equipmentId)
    if (!run) return []
    const names = alike.map(({ allergen }) => sayAllergen(allergen)).join(', ')
    const before = `${run.lot_number} (${run.product}, ${sayDay(run.day)})`
    const isLogged = cleanings.some((cleaning) => cleaning.equipmentId === equipmentId)
    const values = { names, equipment: run.equipment, before }
    return [
      isLogged
        ? say(
            '{names} by {equipment}: {before} was made with it before, and no cleaning is written down between.',
            values,
          )
        : say(
            '{names} by {equipment}: {before} was made with it before, and no cleaning of it was ever written down.',
            values,
          ),
    ]
  })
}
