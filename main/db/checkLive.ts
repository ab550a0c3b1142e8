import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { say } from '../../shared/words/say.ts'

/** What was started and noted, against what it became (see checkRecord.ts). */
export function checkLive(db: Database.Database): string[] {
  const problems: string[] = []
  const renamed = db
    .prepare(
      `SELECT count(*) FROM live_batch_end JOIN live_batch ON live_batch.id = live_batch_end.live_id
       JOIN batch ON batch.id = live_batch_end.batch_id
       WHERE batch.lot_number <> live_batch.lot_number OR batch.product_id <> live_batch.product_id`,
    )
    .pluck()
    .get()
  if (renamed !== 0)
    problems.push(say('There are {count} batches that differ from what was started.', { count: String(renamed) }))
  const attachments = db
    .prepare<[], { sha256: string; content: Buffer }>('SELECT sha256, content FROM attachment')
    .iterate()
  let changed = 0
  for (const { sha256, content } of attachments)
    if (createHash('sha256').update(content).digest('hex') !== sha256) changed += 1
  if (changed > 0) problems.push(say('There are {count} photos that differ from what was kept.', { count: changed }))
  return problems
}
