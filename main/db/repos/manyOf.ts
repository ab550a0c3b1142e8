import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Db } from '../schema.ts'

interface Days {
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
}

/** Bought lots that stand of a supplier or an ingredient, the newest first; not what a bin holds of them; those without a day are in every period. */
export async function lotsOfMany(
  db: Db,
  of: 'supplier' | 'item',
  id: number,
  days: Days | null | undefined,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM lot WHERE ${sql.ref(of === 'supplier' ? 'supplier_id' : 'item_id')} = ${id} AND receipt_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'receipt' AND ref_id = lot.receipt_id)
    AND (received_on IS NULL OR ${within('received_on', days)}) ORDER BY id DESC`.execute(db)
  return rows.map((row) => row.id)
}

/** Batches that stand of a product, a person or a piece of equipment, the newest first. */
export async function batchesOfMany(
  db: Db,
  of: 'item' | 'person' | 'equipment',
  id: number,
  days: Days | null | undefined,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT batch.id FROM ${from[of]} ${id} AND ${within('batch.made_on', days)}
    AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'batch' AND ref_id = batch.id)
    ORDER BY batch.made_on DESC, batch.id DESC`.execute(db)
  return rows.map((row) => row.id)
}

/** CROSS JOIN pins the plan: the person's batches first, then each batch by its id. */
const from: Readonly<Record<'item' | 'person' | 'equipment', RawBuilder<unknown>>> = {
  item: sql`batch WHERE batch.product_id =`,
  person: sql`batch_person AS crew CROSS JOIN batch ON batch.id = crew.batch_id WHERE crew.person_id =`,
  equipment: sql`batch_equipment AS crew CROSS JOIN batch ON batch.id = crew.batch_id WHERE crew.equipment_id =`,
}

function within(column: string, days: Days | null | undefined): RawBuilder<boolean> {
  return sql`(${sql.ref(column)} >= ${days?.from || '0000'} AND ${sql.ref(column)} <= ${days?.to || '9999-99'})`
}
