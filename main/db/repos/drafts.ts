import type { Db } from '../schema.ts'

interface NewDraft {
  readonly id: string
  readonly productId: number
  readonly liveId: number | null
  readonly content: string
  readonly version: number
  readonly at: string
}

/** Of a draft that was closed before its first keeping came. */
export const NOT_KEPT = 0

/**
 * Writes a draft in place of an older version of it, also as that of a batch that was started from its page; one that was
 * closed stays closed, and as it was kept then.
 */
export async function writeDraft(db: Db, { id, productId, liveId, content, version, at }: NewDraft): Promise<void> {
  await db
    .insertInto('draft')
    .values({ id, product_id: productId, live_id: liveId, content, version, kept_at: at, closed_at: null })
    .onConflict((clash) =>
      clash
        .column('id')
        .doUpdateSet({ live_id: liveId, content, version, kept_at: at })
        .where('draft.version', '<', version)
        .where((row) => row.or([row('draft.closed_at', 'is', null), row('draft.version', '=', NOT_KEPT)])),
    )
    .execute()
}

function draftViews(db: Db) {
  return db
    .selectFrom('draft')
    .innerJoin('item', 'item.id', 'draft.product_id')
    .selectAll('draft')
    .select(['item.name as product', 'item.code'])
}

export async function openDrafts(db: Db) {
  return await draftViews(db).where('closed_at', 'is', null).orderBy('kept_at', 'desc').limit(50).execute()
}

export async function draftById(db: Db, id: string) {
  return await draftViews(db).where('draft.id', '=', id).executeTakeFirst()
}

/** Closes a draft, or opens it again with null. */
export async function setDraftClosed(db: Db, id: string, at: string | null): Promise<void> {
  await db.updateTable('draft').set({ closed_at: at }).where('id', '=', id).execute()
}

/** Closes the draft of a batch that is saved, also one whose first keeping is still on its way. */
export async function closeSavedDraft(
  db: Db,
  { id, productId, liveId, at }: Pick<NewDraft, 'id' | 'productId' | 'liveId' | 'at'>,
): Promise<void> {
  await db
    .insertInto('draft')
    .values({
      id,
      product_id: productId,
      live_id: liveId,
      content: '',
      version: NOT_KEPT,
      kept_at: at,
      closed_at: at,
    })
    .onConflict((clash) => clash.column('id').doUpdateSet({ closed_at: at }))
    .execute()
}

/** Forgets drafts that were closed before an instant. */
export async function forgetDrafts(db: Db, before: string): Promise<void> {
  await db.deleteFrom('draft').where('closed_at', '<', before).execute()
}
