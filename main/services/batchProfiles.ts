import type { BatchProfile } from '../../shared/domain/differences.ts'
import { batchesById, usesOfBatches } from '../db/repos/batches.ts'
import { readingsOf } from '../db/repos/complaints.ts'
import { lotsById } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { lotLabel } from './lotRow.ts'

/** Some batches as they are compared with others of their product, by batch. */
export async function profilesOf(db: Db, ids: readonly number[]): Promise<Map<number, BatchProfile>> {
  const batches = await batchesById(db, ids)
  const uses = await usesOfBatches(db, ids)
  const lots = await lotsById(db, [...new Set(uses.flatMap((use) => use.lot_id ?? []))])
  const readings = await readingsOf(db, ids)
  return new Map(
    [...batches.values()].map((batch) => {
      const mine = uses.filter((use) => use.batch_id === batch.id)
      return [
        batch.id,
        {
          lotNumber: batch.lot_number,
          made: batch.made,
          recipeVersion: batch.recipe_version,
          ingredients: [...Map.groupBy(mine, (use) => use.item)].map(([name, rows]) => {
            const taken = rows.flatMap((use) => (use.lot_id === null ? [] : (lots.get(use.lot_id) ?? [])))
            return {
              name,
              base: rows.reduce((sum, use) => sum + use.base, 0),
              suppliers: [...new Set(taken.flatMap((lot) => lot.supplier ?? []))],
              lots: [...new Set(taken.map(lotLabel))],
              isUnknown: rows.some((use) => use.lot_id === null),
            }
          }),
          readings: readings
            .filter((reading) => reading.batch_id === batch.id)
            .map(({ name, thousandths, unit }) => ({ name, value: thousandths / 1000, unit })),
        },
      ]
    }),
  )
}
