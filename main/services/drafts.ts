import type { drafts } from '../../shared/api/drafts.ts'
import { notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { addDays } from '../../shared/domain/day.ts'
import { draftById, forgetDrafts, NOT_KEPT, openDrafts, setDraftClosed, writeDraft } from '../db/repos/drafts.ts'
import type { Context } from './context.ts'
import { say } from '../../shared/words/say.ts'

/** How long a draft that was thrown away or saved can be had back. */
const KEPT_DAYS = 7

/**
 * Keeps what is typed. Not a unit of work: a draft is no fact, it changes with every field, and an audit row for each
 * would bury the history of what happened. Tells no window either: the one that types knows what it typed.
 */
export async function keepDraft(
  input: Input<typeof drafts.keep>,
  context: Context,
): Promise<Output<typeof drafts.keep>> {
  const { draftId, productId, liveId, content, version } = input
  const at = context.now()
  await context.store.write(async (db) => {
    await writeDraft(db, { id: draftId, productId, liveId: liveId ?? null, content, version, at })
    if (version === 1) await forgetDrafts(db, `${addDays(at.slice(0, 10), -KEPT_DAYS)}T00:00:00.000Z`)
  })
  return { draftId }
}

export async function listDrafts(_input: unknown, { store }: Context): Promise<Output<typeof drafts.list>> {
  return await store.read(async (db) => (await openDrafts(db)).map(draftRow))
}

export async function getDraft(
  { draftId }: Input<typeof drafts.get>,
  { store }: Context,
): Promise<Output<typeof drafts.get>> {
  return await store.read(async (db) => {
    const draft = await draftById(db, draftId)
    if (!draft || draft.closed_at !== null) throw notFound(say('This draft'))
    return { ...draftRow(draft), version: draft.version, content: draft.content }
  })
}

export async function discardDraft(
  input: Input<typeof drafts.discard>,
  context: Context,
): Promise<Output<typeof drafts.discard>> {
  return await changeDraft(input.draftId, context, context.now())
}

export async function restoreDraft(
  input: Input<typeof drafts.restore>,
  context: Context,
): Promise<Output<typeof drafts.restore>> {
  return await changeDraft(input.draftId, context, null)
}

async function changeDraft(draftId: string, context: Context, closedAt: string | null): Promise<{ draftId: string }> {
  await context.store.write(async (db) => {
    const draft = await draftById(db, draftId)
    if (!draft || draft.version === NOT_KEPT) throw notFound(say('This draft'))
    await setDraftClosed(db, draftId, closedAt)
  })
  context.notify(context.op)
  return { draftId }
}

function draftRow(draft: Awaited<ReturnType<typeof openDrafts>>[number]) {
  return {
    draftId: draft.id,
    productId: draft.product_id,
    product: draft.product,
    code: draft.code ?? '',
    liveId: draft.live_id,
    keptAt: draft.kept_at,
  }
}
