import { AppError, notFound } from '../../shared/api/errors.ts'
import { liveById, type LiveView } from '../db/repos/live.ts'
import type { Db } from '../db/schema.ts'

/** A batch that is still in progress. @throws AppError `not_found`, or `conflict` for one that ended */
export async function batchInProgress(db: Db, liveId: number): Promise<LiveView> {
  const batch = await liveById(db, liveId)
  if (!batch) throw notFound('This batch')
  if (batch.ended === null) return batch
  const how = batch.batch_id === null ? 'was stopped' : 'was saved'
  throw new AppError({
    code: 'conflict',
    message: `${batch.lot_number} ${how} meanwhile. Look at Make for what is open.`,
  })
}
