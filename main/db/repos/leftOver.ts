import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../schema.ts'
import { idList } from './idList.ts'

/*
 * A supplier or a place that only an import brought which was undone: what was taken back still names it, so that the
 * row stays, but nobody is offered it any more until something that stands names it again.
 */
type Named = 'supplier' | 'place'

const standing: Readonly<Record<Named, RawBuilder<unknown>>> = {
  supplier: sql`
    SELECT 1 FROM receipt WHERE supplier_id = left_over.id
      AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'receipt' AND ref_id = receipt.id)
    UNION ALL SELECT 1 FROM lot WHERE supplier_id = left_over.id
      AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'receipt' AND ref_id = lot.receipt_id)
    UNION ALL SELECT 1 FROM ingredient_fact WHERE supplier_id = left_over.id
    UNION ALL SELECT 1 FROM hold_rule WHERE supplier_id = left_over.id
    UNION ALL SELECT 1 FROM known_pack WHERE supplier_id = left_over.id`,
  place: sql`
    SELECT 1 FROM shipment WHERE place_id = left_over.id
      AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'shipment' AND ref_id = shipment.id)
    UNION ALL SELECT 1 FROM returned WHERE place_id = left_over.id
      AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'returned' AND ref_id = returned.id)
    UNION ALL SELECT 1 FROM recall_notice WHERE place_id = left_over.id
    UNION ALL SELECT 1 FROM recall_response WHERE place_id = left_over.id
    UNION ALL SELECT 1 FROM recall_check WHERE place_id = left_over.id`,
}

/** Ids of suppliers or places that are left over. */
export async function leftOver(db: Db, what: Named): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    SELECT left_over.id FROM (
      SELECT DISTINCT each.value AS id FROM import, json_each(import.summary, ${`$.leftOver.${what}`}) AS each
      WHERE import.state = 'undone') AS left_over
    WHERE NOT EXISTS (${standing[what]})`.execute(db)
  return new Set(rows.map((row) => row.id))
}

/** The suppliers and places that an import brought and that are there yet, as its summary keeps them. */
export async function broughtNames(db: Db, importId: number): Promise<Readonly<Record<Named, number[]>>> {
  const { rows } = await sql<{ supplier: number | null; place: number | null }>`
    SELECT made ->> 'supplierId' AS supplier, made ->> 'placeId' AS place FROM import_record
    WHERE import_id = ${importId} AND state = 'undone'
    AND (made ->> 'supplierId' IS NOT NULL OR made ->> 'placeId' IS NOT NULL)`.execute(db)
  const there = async (table: Named) => {
    const ids = rows.flatMap((row) => row[table] ?? [])
    return (await db.selectFrom(table).select('id').where('id', 'in', idList(ids)).execute()).map((row) => row.id)
  }
  return { supplier: await there('supplier'), place: await there('place') }
}

/** Offers one again that is left over: a person typed its name anew. */
export async function offerAgain(db: Db, what: Named, id: number): Promise<void> {
  const rows = await db.selectFrom('import').select(['id', 'summary']).where('state', '=', 'undone').execute()
  for (const { id: importId, summary } of rows) {
    const said = JSON.parse(summary) as { leftOver?: Record<Named, number[]> }
    if (!said.leftOver?.[what].includes(id)) continue
    const leftOverNow = { ...said.leftOver, [what]: said.leftOver[what].filter((each) => each !== id) }
    await db.updateTable('import').set({ summary: JSON.stringify({ ...said, leftOver: leftOverNow }) }).where('id', '=', importId).execute() // prettier-ignore
  }
}
