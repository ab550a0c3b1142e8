import { sql } from 'kysely'
import type { Db, Schema } from '../schema.ts'
import { idList } from './idList.ts'

export async function insertComplaint(
  db: Db,
  complaint: { batchId: number | null; serial: number | null; what: string; who: string; heardOn: string; seq: number },
): Promise<number> {
  const { batchId: batch_id, serial, what, who, heardOn: heard_on, seq } = complaint
  const { id } = await db
    .insertInto('complaint')
    .values({ batch_id, serial, what, who, heard_on, seq })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function insertOutcome(
  db: Db,
  row: { complaint_id: number; outcome: string; seq: number },
): Promise<void> {
  await db.insertInto('complaint_outcome').values(row).execute()
}

type Entry = Schema['complaint_entry']

/** Writes down what became known of a complaint or was done about it. */
export async function insertComplaintEntry(
  db: Db,
  entry: Pick<Entry, 'complaint_id' | 'kind' | 'seq'> & {
    readonly batch_id?: number
    readonly serial?: number | null
    readonly symptom?: string
    readonly severity?: Entry['severity']
    readonly text?: string
    readonly attachment_id?: number
    readonly shipment_id?: number
  },
): Promise<void> {
  const nulls = { batch_id: null, serial: null, severity: null, attachment_id: null, shipment_id: null }
  await db
    .insertInto('complaint_entry')
    .values({ ...nulls, ...entry })
    .execute()
}

function standing(db: Db) {
  return db
    .selectFrom('standing_complaint as complaint')
    .leftJoin('batch', 'batch.id', 'complaint.batch_id')
    .leftJoin('item', 'item.id', 'batch.product_id')
    .selectAll('complaint')
    .select(['batch.lot_number', 'batch.product_id', 'item.name as product'])
}

/** Complaints that stand, after one of them where given: open ones first, the oldest first; then the others, newest first. */
export async function listComplaints(
  db: Db,
  {
    batchId,
    onlyOpen,
    after,
    limit,
  }: {
    batchId: number | null
    onlyOpen: boolean
    after?: { readonly isOpen: boolean; readonly day: string; readonly id: number }
    limit: number
  },
) {
  let rows = standing(db)
    .orderBy(sql`complaint.outcome IS NOT NULL`)
    .orderBy(sql`iif(complaint.outcome IS NULL, complaint.heard_on, NULL)`)
    .orderBy('complaint.heard_on', 'desc')
    .orderBy('complaint.id', 'desc')
    .limit(limit)
  if (batchId !== null) rows = rows.where('complaint.batch_id', '=', batchId)
  if (onlyOpen) rows = rows.where('complaint.outcome', 'is', null)
  if (after)
    rows = rows.where(({ and, or, eb }) => {
      const ofDay = and([eb('complaint.heard_on', '=', after.day), eb('complaint.id', '<', after.id)])
      if (!after.isOpen)
        return and([eb('complaint.outcome', 'is not', null), or([eb('complaint.heard_on', '<', after.day), ofDay])])
      return or([eb('complaint.outcome', 'is not', null), eb('complaint.heard_on', '>', after.day), ofDay])
    })
  return await rows.execute()
}

export async function complaintById(db: Db, id: number) {
  return await standing(db).where('complaint.id', '=', id).executeTakeFirst()
}

/** How many complaints are open, how many of them of somebody who is ill, and since when. */
export async function countOpen(db: Db): Promise<{ count: number; ill: number; oldest: string | null }> {
  const { rows } = await sql<{ count: number; ill: number; oldest: string | null }>`
    SELECT count(*) AS count, coalesce(sum(severity = 'ill'), 0) AS ill, min(heard_on) AS oldest
    FROM standing_complaint WHERE outcome IS NULL`.execute(db)
  return rows[0] ?? { count: 0, ill: 0, oldest: null }
}

/** What was done about a complaint, outcomes among it, in the order in which it was recorded. */
export async function complaintHistory(db: Db, complaintId: number) {
  const { rows } = await sql<{
    id: string
    kind: Entry['kind'] | 'settled'
    lot_number: string | null
    serial: number | null
    symptom: string
    severity: Entry['severity']
    text: string
    attachment_id: number | null
    shipment_id: number | null
    at: string
  }>`
    SELECT 'entry ' || entry.id AS id, entry.kind, batch.lot_number, entry.serial, entry.symptom, entry.severity,
      entry.text || iif(void.ref_id IS NULL, '', ' (taken back)') AS text, entry.attachment_id, entry.shipment_id, audit.at, entry.seq
    FROM complaint_entry AS entry JOIN audit ON audit.seq = entry.seq LEFT JOIN batch ON batch.id = entry.batch_id
    LEFT JOIN void ON void.kind = 'shipment' AND void.ref_id = entry.shipment_id
    WHERE entry.complaint_id = ${complaintId}
    UNION ALL
    SELECT 'outcome ' || outcome.id, 'settled', NULL, NULL, '', NULL, outcome.outcome, NULL, NULL, audit.at, outcome.seq
    FROM complaint_outcome AS outcome JOIN audit ON audit.seq = outcome.seq WHERE outcome.complaint_id = ${complaintId}
    ORDER BY 11, 1`.execute(db)
  return rows
}

/** Readings of some batches that stand. */
export async function readingsOf(db: Db, batchIds: readonly number[]) {
  return await db
    .selectFrom('batch_reading')
    .select(['batch_id', 'name', 'thousandths', 'unit'])
    .where('batch_id', 'in', idList(batchIds))
    .orderBy('at')
    .orderBy('id')
    .execute()
}
