import type { Db } from '../schema.ts'

interface NewEntry {
  readonly liveId: number | null
  readonly batchId: number | null
  readonly kind: 'reading' | 'note' | 'photo'
  readonly at: string
  readonly name?: string
  readonly thousandths?: number
  readonly unit?: string
  readonly text?: string
  readonly attachmentId?: number
  readonly seq: number
}

export async function insertEntry(db: Db, entry: NewEntry): Promise<number> {
  const { id } = await db
    .insertInto('batch_entry')
    .values({
      live_id: entry.liveId,
      batch_id: entry.batchId,
      kind: entry.kind,
      at: entry.at,
      name: entry.name ?? '',
      thousandths: entry.thousandths ?? null,
      unit: entry.unit ?? '',
      text: entry.text ?? '',
      attachment_id: entry.attachmentId ?? null,
      seq: entry.seq,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Entries that stand of a batch in progress, or of a saved one with those from when it was made. */
export async function entriesOf(db: Db, of: { readonly kind: 'live' | 'batch'; readonly id: number }) {
  const entries = db
    .selectFrom('batch_entry')
    .leftJoin('batch_entry_end', 'batch_entry_end.entry_id', 'batch_entry.id')
    .where('batch_entry_end.entry_id', 'is', null)
    .orderBy('batch_entry.at')
    .orderBy('batch_entry.id')
    .selectAll('batch_entry')
  if (of.kind === 'live') return await entries.where('batch_entry.live_id', '=', of.id).execute()
  return await entries
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('batch_entry.batch_id', '=', of.id),
        eb(
          'batch_entry.live_id',
          'in',
          selectFrom('live_batch_end').where('live_batch_end.batch_id', '=', of.id).select('live_batch_end.live_id'),
        ),
      ]),
    )
    .execute()
}

/** An entry, and whether it was taken back. */
export async function entryById(db: Db, id: number) {
  return await db
    .selectFrom('batch_entry')
    .leftJoin('batch_entry_end', 'batch_entry_end.entry_id', 'batch_entry.id')
    .where('batch_entry.id', '=', id)
    .select(['batch_entry.id', 'batch_entry_end.entry_id as ended'])
    .executeTakeFirst()
}

export async function endEntry(
  db: Db,
  { entryId, reason, seq }: { entryId: number; reason: string; seq: number },
): Promise<void> {
  await db.insertInto('batch_entry_end').values({ entry_id: entryId, reason, seq }).execute()
}
