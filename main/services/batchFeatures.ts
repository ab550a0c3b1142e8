import type { BatchFeatures, Feature } from '../../shared/domain/batchFeatures.ts'
import { sayReading } from '../../shared/domain/reading.ts'
import { unitNamed } from '../../shared/domain/units.ts'
import { batchesById, type BatchView, usesOfBatches } from '../db/repos/batches.ts'
import { readingsOf } from '../db/repos/complaints.ts'
import { circumstancesOf } from '../db/repos/features.ts'
import { lotsById, type LotView } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { lotLabel } from './lotRow.ts'
import { say } from '../../shared/words/say.ts'

type Use = Awaited<ReturnType<typeof usesOfBatches>>[number]
type Circumstances = NonNullable<ReturnType<Awaited<ReturnType<typeof circumstancesOf>>['get']>>

/** Everything that is recorded of some batches and may explain how they turned out, in the order asked. */
export async function featuresOf(db: Db, batchIds: readonly number[]): Promise<BatchFeatures[]> {
  const batches = await batchesById(db, batchIds)
  const uses = Map.groupBy(await usesOfBatches(db, batchIds), (use) => use.batch_id)
  const lotIds = [...uses.values()].flat().flatMap((use) => use.lot_id ?? [])
  const lots = await lotsById(db, [...new Set(lotIds)])
  const readings = Map.groupBy(await readingsOf(db, batchIds), (reading) => reading.batch_id)
  const circumstances = await circumstancesOf(db, batchIds)
  return batchIds.flatMap((id) => {
    const batch = batches.get(id)
    const around = circumstances.get(id)
    if (!batch || !around) return []
    const features = [
      ...ingredientFeatures(batch, uses.get(id) ?? [], { lots, around }),
      { kind: 'recipe' as const, name: say('Recipe version'), words: [String(batch.recipe_version)] },
      ...named('person', say('Made by'), around.people),
      ...named('equipment', say('With'), around.equipment),
      ...[...Map.groupBy(readings.get(id) ?? [], ({ name, unit }) => `${name}\u0000${unit}`).values()].flatMap(
        // Of a reading taken several times the last one counts: what the batch was when it was done.
        (same): Feature[] => same.slice(-1).map(({ name, thousandths, unit }) => ({ kind: 'reading', name: sayReading(name), number: thousandths / 1000, unit })), // prettier-ignore
      ),
      { kind: 'order' as const, name: say('Which of the day'), number: around.in_day, unit: '' },
      ...timeFeatures(around),
      ...yieldFeatures(batch, around),
      ...named(
        'note',
        say('Notes'),
        [batch.note, ...around.notes].filter((note) => note !== ''),
      ),
    ]
    return [{ batchId: id, lotNumber: batch.lot_number, features }]
  })
}

function ingredientFeatures(
  batch: BatchView,
  uses: readonly Use[],
  { lots, around }: { readonly lots: ReadonlyMap<number, LotView>; readonly around: Circumstances },
): Feature[] {
  const used = Map.groupBy(uses, (use) => use.item)
  const lacking = around.recipe_items.filter((name) => !used.has(name))
  const extra = [...used.keys()].filter((name) => !around.recipe_items.includes(name))
  return [
    ...named('ingredient', say('Left out'), lacking),
    ...named('ingredient', say('Put in besides the recipe'), extra),
    ...[...used].flatMap(([item, rows]): Feature[] => {
      const taken = rows.flatMap((use) => (use.lot_id === null ? [] : (lots.get(use.lot_id) ?? [])))
      const isUnknown = rows.some((use) => use.lot_id === null)
      const unit = rows[0]?.item_unit ?? 'each'
      const base = rows.reduce((sum, use) => sum + use.base, 0)
      return [
        ...named(
          'supplier',
          say('{item} from', { item }),
          [...new Set(taken.flatMap((lot) => lot.supplier ?? []))].toSorted(),
        ),
        ...named('lot', say('{item}, lot', { item }), [...new Set(taken.map(lotLabel)), ...(isUnknown ? [say('not recorded')] : [])].toSorted()), // prettier-ignore
        ...(batch.made > 0
          ? [{ kind: 'quantity' as const, name: say('{item} for each {unit}', { item, unit: batch.unit }), number: base / batch.made / unitNamed(unit).base, unit }] // prettier-ignore
          : []),
      ]
    }),
  ]
}

/** Words where there are any: what nobody wrote down is not known, and not “none”. */
function named(kind: Feature['kind'], name: string, words: readonly string[]): Feature[] {
  return words.length === 0 ? [] : [{ kind, name, words }]
}

const MINUTE_MS = 60_000

/** How long a batch that was started at the stove took, until it was saved. */
function timeFeatures({ started_at, saved_at }: Circumstances): Feature[] {
  if (started_at === null) return []
  const minutes = Math.round((Date.parse(saved_at) - Date.parse(started_at)) / MINUTE_MS)
  return [{ kind: 'time', name: say('From start to saving'), number: minutes, unit: 'min' }]
}

function yieldFeatures({ made }: BatchView, { expected, discarded }: Circumstances): Feature[] {
  return [
    { kind: 'yield', name: say('Made of what the recipe expects'), number: (made / expected) * 100, unit: '%' },
    ...(made > 0
      ? [{ kind: 'yield' as const, name: say('Discarded'), number: (discarded / made) * 100, unit: '%' }]
      : []),
  ]
}
