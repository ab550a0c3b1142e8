import type { Db, VoidKind } from '../schema.ts'

export async function insertVoid(
  db: Db,
  { kind, id, reason, seq }: { kind: VoidKind; id: number; reason: string; seq: number },
): Promise<void> {
  await db.insertInto('void').values({ kind, ref_id: id, reason, seq }).execute()
}

/** The reason a record was voided, or undefined while it stands. */
export async function voidReason(db: Db, kind: VoidKind, id: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('void')
    .select('reason')
    .where('kind', '=', kind)
    .where('ref_id', '=', id)
    .executeTakeFirst()
  return row?.reason
}
