import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { idList } from './idList.ts'

/** Receipts that were not taken back. */
const STANDS = sql`lot.receipt_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM void WHERE void.kind = 'receipt' AND void.ref_id = lot.receipt_id)`

/** From whom ingredients are bought: most often since a day, then most often ever, then last. By ingredient. */
export async function usualSuppliers(db: Db, itemIds: readonly number[], since: string) {
  const { rows } = await sql<{ item_id: number; supplier_id: number; supplier: string }>`
    SELECT lot.item_id, lot.supplier_id, supplier.name AS supplier
    FROM lot JOIN supplier ON supplier.id = lot.supplier_id
    WHERE lot.item_id IN ${idList(itemIds)} AND ${STANDS}
    GROUP BY lot.item_id, lot.supplier_id
    ORDER BY lot.item_id, sum(coalesce(lot.received_on, '') >= ${since}) DESC, count(*) DESC, max(lot.id) DESC`.execute(
    db,
  )
  const usual = new Map<number, { readonly id: number; readonly name: string }>()
  for (const { item_id, supplier_id, supplier } of rows)
    if (!usual.has(item_id)) usual.set(item_id, { id: supplier_id, name: supplier })
  return usual
}

/** What was paid last for an ingredient: to that supplier, or, where nothing is known of that, to anybody. */
export async function lastPriceOf(db: Db, itemId: number, supplierId: number | null) {
  const { rows } = await sql<{ cost_cents: number; base: number; typed: string; received_on: string }>`
    SELECT lot.cost_cents, lot.base, lot.typed, lot.received_on FROM lot
    WHERE lot.item_id = ${itemId} AND lot.cost_cents IS NOT NULL AND lot.received_on IS NOT NULL AND ${STANDS}
    ORDER BY coalesce(lot.supplier_id = ${supplierId}, 0) DESC, lot.received_on DESC, lot.id DESC LIMIT 1`.execute(db)
  return rows[0]
}
