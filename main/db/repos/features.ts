import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** What of some batches is not in their rows: crew, order in the day, start, expected yield, what the recipe asks. */
export async function circumstancesOf(db: Db, batchIds: readonly number[]) {
  const { rows } = await sql<{
    id: number
    people: string
    equipment: string
    in_day: number
    started_at: string | null
    saved_at: string
    expected: number
    discarded: number
    recipe_items: string
    notes: string
  }>`
    SELECT batch.id,
      (SELECT json_group_array(name) FROM batch_person JOIN person ON person.id = person_id WHERE batch_id = batch.id) AS people,
      (SELECT json_group_array(name) FROM batch_equipment JOIN equipment ON equipment.id = equipment_id
        WHERE batch_id = batch.id) AS equipment,
      (SELECT count(*) FROM batch AS same WHERE same.made_on = batch.made_on AND same.id <= batch.id
        AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = same.id)) AS in_day,
      (SELECT started_at FROM live_batch_end JOIN live_batch ON live_batch.id = live_id WHERE batch_id = batch.id LIMIT 1) AS started_at,
      audit.at AS saved_at, recipe.expected_yield AS expected,
      (SELECT coalesce(sum(last - first + 1), 0) FROM lot JOIN unit_range ON unit_range.lot_id = lot.id
        WHERE lot.batch_id = batch.id AND unit_range.state = 'discarded') AS discarded,
      (SELECT json_group_array(item.name) FROM recipe_line JOIN item ON item.id = recipe_line.item_id
        WHERE recipe_id = batch.recipe_id) AS recipe_items,
      (SELECT json_group_array(text) FROM batch_entry WHERE batch_entry.kind = 'note' AND (batch_id = batch.id
        OR live_id IN (SELECT live_id FROM live_batch_end WHERE batch_id = batch.id))
        AND NOT EXISTS (SELECT 1 FROM batch_entry_end WHERE entry_id = batch_entry.id)) AS notes
    FROM json_each(${JSON.stringify(batchIds)}) AS start
    CROSS JOIN batch ON batch.id = start.value
    CROSS JOIN recipe ON recipe.id = batch.recipe_id
    CROSS JOIN audit ON audit.seq = batch.seq`.execute(db)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        people: readNames(row.people),
        equipment: readNames(row.equipment),
        recipe_items: readNames(row.recipe_items),
        notes: readNames(row.notes),
      },
    ]),
  )
}

/**
 * Good batches of some products, the latest first: finished, standing, and nobody complained about them.
 * @param before a batch before which they were made; left out for all but those of `without`
 */
export async function goodBatches(
  db: Db,
  {
    productIds,
    without = [],
    before,
    limit,
  }: {
    productIds: readonly number[]
    without?: readonly number[]
    before?: { readonly made_on: string; readonly id: number }
    limit: number
  },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT batch.id FROM batch
    WHERE product_id IN (SELECT value FROM json_each(${JSON.stringify(productIds)})) AND state = 'finished'
    AND batch.id NOT IN (SELECT value FROM json_each(${JSON.stringify(without)}))
    AND (made_on, batch.id) < (${before?.made_on ?? '9999-99'}, ${before?.id ?? 0})
    AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = batch.id)
    AND NOT EXISTS (SELECT 1 FROM standing_complaint WHERE batch_id = batch.id)
    ORDER BY made_on DESC, batch.id DESC LIMIT ${limit}`.execute(db)
  return rows.map((row) => row.id)
}

function readNames(json: string): string[] {
  return (JSON.parse(json) as (string | null)[])
    .flatMap((name) => (name === null || name === '' ? [] : [name]))
    .toSorted()
}
