import { useQuery } from '@tanstack/react-query'
import { useSearch } from 'wouter'
import { api } from '../../api/door.ts'
import { type DraftContent, readDraftContent } from './draftContent.ts'
import type { DraftStart } from './useDraft.ts'

/** What a batch page begins with. */
export interface PageStart {
  /** What was typed before and not saved. */
  readonly draft: (DraftStart & { readonly content: DraftContent }) | null
  /** The batch to make again. */
  readonly likeBatchId: number | null
  /** The plan that is begun. */
  readonly plan: Awaited<ReturnType<typeof api.plans.get>> | null
  /** The sheet of paper that is typed in. */
  readonly sheet: Awaited<ReturnType<typeof api.blankSheets.get>> | null
  /** The batch in progress. */
  readonly live: Awaited<ReturnType<typeof api.live.get>> | null
}

/** Reads from the address what the page begins with: `?like=7`, `?live=2`, `?plan=5`, `?sheet=3`, `?draft=…`. Not kept between visits. */
export function usePageStart(productId: number) {
  const search = useSearch()
  return useQuery({
    queryKey: ['drafts', 'page', productId, search],
    queryFn: async () => await readStart(productId, new URLSearchParams(search)),
    gcTime: 0,
  })
}

async function readStart(productId: number, search: URLSearchParams): Promise<PageStart> {
  const liveId = Number(search.get('live') ?? 0)
  const live = liveId > 0 ? await api.live.get({ liveId }) : null
  const asked = Number(search.get('sheet') ?? 0)
  const draft = await draftFor(productId, search, live, asked)
  // What was begun from a sheet goes on from it, wherever it is opened.
  const sheetId = asked > 0 ? asked : (draft?.content.values.sheetId ?? 0)
  const sheet = sheetId > 0 ? await api.blankSheets.get({ sheetId }) : null
  const planId = sheet ? (sheet.planId ?? 0) : Number(search.get('plan') ?? 0)
  const plan = planId > 0 ? await api.plans.get({ planId }) : null
  if (draft) return { draft, live, plan, sheet, likeBatchId: draft.content.likeBatchId }
  if (sheet) return { draft, live, plan, sheet, likeBatchId: sheet.like?.batchId ?? null }
  if (plan) return { draft, live, plan, sheet, likeBatchId: plan.like?.batchId ?? null }
  const like = search.get('like') === null ? await bestOf(productId, live !== null) : Number(search.get('like'))
  return { draft, live, plan, sheet, likeBatchId: like > 0 ? like : null }
}

/** What was typed before and not saved: as the address names it, else of the batch in progress, the sheet or the plan. */
async function draftFor(
  productId: number,
  search: URLSearchParams,
  live: PageStart['live'],
  sheetId: number,
): Promise<PageStart['draft']> {
  const draftId = search.get('draft') ?? (live ? await draftOf(live.id) : null)
  if (draftId !== null) return await readDraft(draftId)
  if (sheetId > 0) return await draftWith(productId, (values) => values.sheetId === sheetId)
  const planId = Number(search.get('plan') ?? 0)
  return planId > 0 ? await draftWith(productId, (values) => values.planId === planId) : null
}

/** The best batch ever, which the next one begins as; what is in progress goes on as it began. */
async function bestOf(productId: number, isLive: boolean): Promise<number> {
  return isLive ? 0 : ((await api.outcomes.best({ productId })).batchId ?? 0)
}

/** The draft of a batch in progress is gone on with wherever it is opened from. */
async function draftOf(liveId: number): Promise<string | null> {
  return (await api.drafts.list({})).find((draft) => draft.liveId === liveId)?.draftId ?? null
}

/** What was typed of the same thing, a sheet or a plan, and not saved. */
async function draftWith(
  productId: number,
  isOfIt: (values: DraftContent['values']) => boolean,
): Promise<PageStart['draft']> {
  for (const { draftId, productId: of, liveId } of await api.drafts.list({})) {
    if (of !== productId || liveId !== null) continue
    const draft = await readDraft(draftId)
    if (draft && isOfIt(draft.content.values)) return draft
  }
  return null
}

async function readDraft(draftId: string): Promise<PageStart['draft']> {
  const { version, content } = await api.drafts.get({ draftId })
  const read = readDraftContent(content)
  return read === undefined ? null : { draftId, version, content: read }
}
