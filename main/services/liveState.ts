import { AppError, notFound } from '../../shared/api/errors.ts'
import { liveById, type LiveView } from '../db/repos/live.ts'
import type { Db } from '../db/schema.ts'
import { say } from '../../shared/words/say.ts'

/** A batch that is still in progress. @throws AppError `not_found`, or `conflict` for one that ended */
export async function batchInProgress(db: Db, liveId: number): Promise<LiveView> {
  const batch = await liveById(db, liveId)
  if (!batch) throw notFound(say('This batch'))
  if (batch.ended === null) return batch
  throw new AppError({
    code: 'conflict',
    message:
      batch.batch_id === null
        ? say('{lotNumber} was stopped meanwhile. Look at Make for what is open.', { lotNumber: batch.lot_number })
        : say('{lotNumber} was saved meanwhile. Look at Make for what is open.', { lotNumber: batch.lot_number }),
  })
}
