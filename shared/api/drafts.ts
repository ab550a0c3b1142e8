import { Id, nothing, RequestId } from './fields.ts'
import { command, query } from './operation.ts'
import { z } from './zod.ts'

const DraftId = z.uuid('A draft’s id must be a UUID.')
const Kept = z.strictObject({ draftId: DraftId })

const DraftRow = z.strictObject({
  draftId: DraftId,
  productId: Id,
  product: z.string(),
  code: z.string(),
  /** The batch in progress that it is the page of. */
  liveId: Id.nullable(),
  keptAt: z.string(),
})

export const drafts = {
  keep: command(
    'Keeps what is typed on a batch page, in place of what was kept before. Not part of the history.',
    z.strictObject({
      requestId: RequestId,
      draftId: DraftId,
      productId: Id,
      liveId: Id.nullish(),
      /** Rises with every keeping, so that one that comes late changes nothing. */
      version: z.int().min(1),
      /** The page as the window writes it; the core does not look inside. */
      content: z.string().max(200_000, 'The page is too long to keep. Save it.'),
    }),
    Kept,
  ),
  list: query('Batch pages that were begun and not saved, the latest first.', nothing, z.array(DraftRow)),
  get: query(
    'One draft with what was typed.',
    z.strictObject({ draftId: DraftId }),
    DraftRow.extend({ version: z.int(), content: z.string() }),
  ),
  discard: command(
    'Throws a draft away; for a week it can be had back.',
    z.strictObject({ requestId: RequestId, draftId: DraftId }),
    Kept,
  ),
  restore: command(
    'Brings back a draft that was thrown away or saved.',
    z.strictObject({ requestId: RequestId, draftId: DraftId }),
    Kept,
  ),
}
