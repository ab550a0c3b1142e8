import type { Db } from '../schema.ts'
import { idList } from './idList.ts'

/** One fact of a batch that was corrected; null where there was none. */
export interface Change {
  readonly fact: string
  readonly old: string | null
  readonly new: string | null
}

export async function insertCorrection(
  db: Db,
  { batchId: batch_id, reason, seq }: { batchId: number; reason: string; seq: number },
): Promise<number> {
  const { id } = await db
    .insertInto('batch_correction')
    .values({ batch_id, reason, seq })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function insertChanges(db: Db, correctionId: number, changes: readonly Change[]): Promise<void> {
  for (const [line, change] of changes.entries())
    await db
      .insertInto('batch_change')
      .values({ correction_id: correctionId, line, ...change })
      .execute()
}

/** Ends an ingredient row: it stays readable, and nothing counts it any more. */
export async function endUse(db: Db, useId: number, correctionId: number): Promise<void> {
  await db.insertInto('batch_use_end').values({ batch_use_id: useId, correction_id: correctionId }).execute()
}

/** Writes down a batch as its corrections leave it. */
export async function updateBatch(
  db: Db,
  id: number,
  facts: { made_on: string; made: number; state: 'finished' | 'failed'; note: string },
): Promise<void> {
  await db.updateTable('batch').set(facts).where('id', '=', id).execute()
}

export async function updateBestBy(db: Db, lotId: number, bestBy: string | null): Promise<void> {
  await db.updateTable('lot').set({ best_by: bestBy }).where('id', '=', lotId).execute()
}

/** What was corrected of a batch, newest first. */
export async function correctionsOf(db: Db, batchId: number) {
  const corrections = await db
    .selectFrom('batch_correction')
    .innerJoin('audit', 'audit.seq', 'batch_correction.seq')
    .where('batch_correction.batch_id', '=', batchId)
    .orderBy('batch_correction.id', 'desc')
    .select(['batch_correction.id', 'batch_correction.reason', 'audit.at', 'audit.actor'])
    .execute()
  const changes = await db
    .selectFrom('batch_change')
    .where('correction_id', 'in', idList(corrections.map((each) => each.id)))
    .orderBy('correction_id')
    .orderBy('line')
    .selectAll()
    .execute()
  const byCorrection = Map.groupBy(changes, (change) => change.correction_id)
  return corrections.map(({ id, at, actor, reason }) => ({ at, actor, reason, changes: byCorrection.get(id) ?? [] }))
}

/** The batch of an ingredient row that stands, or undefined. */
export async function standingUse(db: Db, useId: number) {
  return await db.selectFrom('standing_use').selectAll().where('id', '=', useId).executeTakeFirst()
}

/** The correction that a command made, or undefined. */
export async function correctionOfCommand(db: Db, seq: number) {
  return await db.selectFrom('batch_correction').select(['id', 'batch_id']).where('seq', '=', seq).executeTakeFirst()
}

export async function lastCorrection(db: Db, batchId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('batch_correction')
    .select('id')
    .where('batch_id', '=', batchId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.id
}

/** Old and new of every fact that a correction changed. */
export async function changesOf(db: Db, correctionId: number): Promise<Change[]> {
  return await db
    .selectFrom('batch_change')
    .where('correction_id', '=', correctionId)
    .orderBy('line')
    .select(['fact', 'old', 'new'])
    .execute()
}

/** The ingredient rows that a correction removed or replaced. */
export async function usesEndedBy(db: Db, correctionId: number) {
  return await db
    .selectFrom('batch_use')
    .innerJoin('batch_use_end', 'batch_use_end.batch_use_id', 'batch_use.id')
    .where('batch_use_end.correction_id', '=', correctionId)
    .selectAll('batch_use')
    .execute()
}
