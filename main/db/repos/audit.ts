import type { Db, Schema } from '../schema.ts'
import { addRow, hotStatement } from './hotStatement.ts'
import { idList } from './idList.ts'

/** Hash of the newest audit row; empty before the first command. */
export async function lastAuditHash(db: Db): Promise<string> {
  return (await lastAudit(db))?.hash ?? ''
}

/** Audit rows newest first, before a row number where given, of all operations or of some. */
export async function auditPage(
  db: Db,
  before: number | undefined,
  limit: number,
  ops?: readonly string[],
): Promise<Schema['audit'][]> {
  let rows = db.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(limit)
  if (before !== undefined) rows = rows.where('seq', '<', before)
  if (ops !== undefined) rows = rows.where('op', 'in', ops)
  return await rows.execute()
}

/** The command that a request id was used for, or undefined for a new one. */
export async function auditByRequest(db: Db, requestId: string) {
  const [row] = await hotStatement<Pick<Schema['audit'], 'op' | 'input' | 'output'>>(
    db,
    'SELECT op, input, output FROM audit WHERE request_id = ?',
    [requestId],
  )
  return row
}

/** The newest entry of the history, which the next one carries on; undefined before the first command. */
export async function lastAudit(db: Db) {
  const [row] = await hotStatement<Pick<Schema['audit'], 'seq' | 'hash'>>(
    db,
    'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1',
    [],
  )
  return row
}

export async function insertAudit(db: Db, row: Schema['audit']): Promise<void> {
  await addRow(db, 'audit', { ...row })
}

/** Instants of some audit rows, by number: when the facts that carry them were recorded. */
export async function auditTimes(db: Db, seqs: readonly number[]): Promise<Map<number, string>> {
  const rows = await db.selectFrom('audit').select(['seq', 'at']).where('seq', 'in', idList(seqs)).execute()
  return new Map(rows.map((row) => [row.seq, row.at]))
}

/** Number and hash of the newest audit row, or of the one with that number. */
export async function auditMark(db: Db, seq?: number): Promise<{ seq: number; hash: string } | undefined> {
  let rows = db.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1)
  if (seq !== undefined) rows = rows.where('seq', '=', seq)
  return await rows.executeTakeFirst()
}

/** The newest entries after that audit row but those about backups, newest first, and how many there are. */
export async function workAfter(
  db: Db,
  seq: number,
  limit: number,
): Promise<{ readonly count: number; readonly newest: Schema['audit'][] }> {
  const work = db.selectFrom('audit').where('seq', '>', seq).where('op', 'not like', 'backups.%')
  const { count } = await work.select((row) => row.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return { count, newest: await work.selectAll().orderBy('seq', 'desc').limit(limit).execute() }
}

/** Whether anything but backups was recorded after that audit row. */
export async function hasWorkAfter(db: Db, seq: number): Promise<boolean> {
  const row = await db
    .selectFrom('audit')
    .select('seq')
    .where('seq', '>', seq)
    .where('op', 'not like', 'backups.%')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** One audit row, or undefined. */
export async function auditBySeq(db: Db, seq: number): Promise<Schema['audit'] | undefined> {
  return await db.selectFrom('audit').selectAll().where('seq', '=', seq).executeTakeFirst()
}

/** The hash of the first entry of the history, which no other kitchen shares; empty before there is one. */
export async function firstEntry(db: Db): Promise<string> {
  const row = await db.selectFrom('audit').select('hash').orderBy('seq').limit(1).executeTakeFirst()
  return row?.hash ?? ''
}
