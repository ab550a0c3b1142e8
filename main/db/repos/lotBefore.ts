import type { Db } from '../schema.ts'
import type { LotView } from './lots.ts'

/** Keeps where a lot came from as it stands, before a correction of this entry of the history. */
export async function keepLotBefore(db: Db, lot: LotView, seq: number): Promise<void> {
  const { id: lot_id, supplier_id, received_on, best_by, supplier_lot, cost_cents } = lot
  await db
    .insertInto('lot_before')
    .values({ seq, lot_id, supplier_id, received_on, best_by, supplier_lot, cost_cents })
    .execute()
}

/** What a lot was before the correction of an entry, and whether that was the last one that was not taken back. */
export async function lotBefore(db: Db, seq: number) {
  const before = await db.selectFrom('lot_before').selectAll().where('seq', '=', seq).executeTakeFirst()
  if (!before) return undefined
  const later = await db
    .selectFrom('lot_before')
    .innerJoin('audit', 'audit.seq', 'lot_before.seq')
    .where('lot_before.lot_id', '=', before.lot_id)
    .where('lot_before.seq', '>', seq)
    .select('audit.op')
    .execute()
  // Each one taken back since cancels one correction since.
  const standing = later.reduce((count, { op }) => count + (op === 'history.takeBack' ? -1 : 1), 0)
  return { ...before, isLast: standing === 0 }
}
