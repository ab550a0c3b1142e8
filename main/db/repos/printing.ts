import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import type { PrintState } from '../schemaOfLabels.ts'
import { idList } from './idList.ts'

export async function insertJob(
  db: Db,
  job: {
    /** Null for labels that are not of a lot, which have a title. */
    lotId: number | null
    title?: string
    printerId: number
    content: string
    designVersionId: number | null
    reason: string
    seq: number
    serials: readonly number[]
    state: PrintState
  },
): Promise<number> {
  const { lotId: lot_id, printerId: printer_id, title = '', content, reason, seq, state } = job
  const design_version_id = job.designVersionId
  const { id } = await db
    .insertInto('print_job')
    .values({ lot_id, printer_id, title, content, design_version_id, reason, problem: null, seq })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (let at = 0; at < job.serials.length; at += 200)
    await db
      .insertInto('print_unit')
      .values(job.serials.slice(at, at + 200).map((serial) => ({ job_id: id, serial, state, bitmap_hash: null })))
      .execute()
  return id
}

/** Jobs newest first, with what they print. */
export async function newestJobs(db: Db, limit: number) {
  return await jobViews(db).orderBy('print_job.id', 'desc').limit(limit).execute()
}

export async function jobById(db: Db, id: number) {
  return await jobViews(db).where('print_job.id', '=', id).executeTakeFirst()
}

function jobViews(db: Db) {
  return db
    .selectFrom('print_job')
    .innerJoin('audit', 'audit.seq', 'print_job.seq')
    .innerJoin('printer', 'printer.id', 'print_job.printer_id')
    .leftJoin('lot', 'lot.id', 'print_job.lot_id')
    .leftJoin('batch', 'batch.id', 'lot.batch_id')
    .leftJoin('item', 'item.id', 'lot.item_id')
    .select([
      'print_job.id',
      'print_job.lot_id',
      'print_job.title',
      'print_job.content',
      'print_job.problem',
      'print_job.reason',
      'print_job.printer_id',
      'audit.at',
      'printer.name as printer',
      'printer.profile',
      'batch.id as batch_id',
      'batch.lot_number',
      'item.name as product',
    ])
}

/** Units of some jobs, by job and serial. */
export async function unitsOfJobs(db: Db, jobIds: readonly number[]) {
  return await db
    .selectFrom('print_unit')
    .selectAll()
    .where('job_id', 'in', idList(jobIds))
    .orderBy('job_id')
    .orderBy('serial')
    .execute()
}

/** Units of a lot whose labels left this computer before, or are on their way. */
export async function labelledUnits(db: Db, lotId: number) {
  return await db
    .selectFrom('print_unit')
    .innerJoin('print_job', 'print_job.id', 'print_unit.job_id')
    .select('print_unit.serial')
    .distinct()
    .where('print_job.lot_id', '=', lotId)
    .where('print_unit.state', '!=', 'cancelled')
    .orderBy('print_unit.serial')
    .execute()
}

/** The jobs of some lots with the allergens that their labels were printed with, the oldest first. */
export async function allergensPrinted(
  db: Db,
  lotIds: readonly number[],
): Promise<{ id: number; lot_id: number | null; contains: string | null }[]> {
  return await db
    .selectFrom('print_job')
    .select(['id', 'lot_id', sql<string | null>`content ->> '$.contains'`.as('contains')])
    .where('lot_id', 'in', idList(lotIds))
    .orderBy('id')
    .execute()
}

/** What the labels of some jobs were printed with. */
export async function contentsOfJobs(db: Db, jobIds: readonly number[]): Promise<{ id: number; content: string }[]> {
  return await db.selectFrom('print_job').select(['id', 'content']).where('id', 'in', idList(jobIds)).execute()
}

/** The oldest job of each printer with labels to send that no problem keeps back. */
export async function nextJobs(db: Db): Promise<{ printerId: number; jobId: number }[]> {
  const rows = await db
    .selectFrom('print_unit')
    .innerJoin('print_job', 'print_job.id', 'print_unit.job_id')
    .where('print_unit.state', '=', 'waiting')
    .where('print_job.problem', 'is', null)
    .groupBy('print_job.printer_id')
    .select((from) => ['print_job.printer_id', from.fn.min('print_job.id').as('job_id')])
    .execute()
  return rows.map((row) => ({ printerId: row.printer_id, jobId: row.job_id }))
}

export async function setUnits(db: Db, jobId: number, serials: readonly number[], state: PrintState): Promise<void> {
  await db
    .updateTable('print_unit')
    .set({ state })
    .where('job_id', '=', jobId)
    .where('serial', 'in', idList(serials))
    .execute()
}

export async function setProblem(db: Db, jobId: number, problem: string | null): Promise<void> {
  await db.updateTable('print_job').set({ problem }).where('id', '=', jobId).execute()
}

/** Puts labels in doubt of which nobody knows whether they came out. */
export async function doubtUnfinished(db: Db, states: readonly PrintState[], problem: string): Promise<void> {
  const rows = await db.selectFrom('print_unit').select('job_id').distinct().where('state', 'in', states).execute()
  await db.updateTable('print_unit').set({ state: 'to check' }).where('state', 'in', states).execute()
  for (const { job_id } of rows) await setProblem(db, job_id, problem)
}

/** Keeps the dots of a label, once for all units that have the same. */
export async function keepBitmap(
  db: Db,
  unit: { jobId: number; serial: number },
  bitmap: { hash: string; widthDots: number; heightDots: number; dots: Uint8Array },
): Promise<void> {
  await db
    .insertInto('label_bitmap')
    .values({ hash: bitmap.hash, width_dots: bitmap.widthDots, height_dots: bitmap.heightDots, dots: bitmap.dots })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .updateTable('print_unit')
    .set({ bitmap_hash: bitmap.hash })
    .where('job_id', '=', unit.jobId)
    .where('serial', '=', unit.serial)
    .execute()
}

/** The dots that were last sent for a unit of a lot. */
export async function lastPrinted(db: Db, lotId: number, serial: number) {
  return await db
    .selectFrom('print_unit')
    .innerJoin('print_job', 'print_job.id', 'print_unit.job_id')
    .innerJoin('label_bitmap', 'label_bitmap.hash', 'print_unit.bitmap_hash')
    .innerJoin('printer', 'printer.id', 'print_job.printer_id')
    .innerJoin('audit', 'audit.seq', 'print_job.seq')
    .where('print_job.lot_id', '=', lotId)
    .where('print_unit.serial', '=', serial)
    .where('print_unit.state', 'in', ['sent', 'printed', 'to check', 'sending'])
    .orderBy('print_job.id', 'desc')
    .limit(1)
    .select([
      'label_bitmap.width_dots',
      'label_bitmap.height_dots',
      'label_bitmap.dots',
      'print_job.content',
      'print_job.reason',
      'print_job.design_version_id',
      'printer.name as printer',
      'print_unit.state',
      'audit.at',
    ])
    .executeTakeFirst()
}

/** The dots of a job's labels, by serial; those of cancelled labels are left out. */
export async function bitmapsOfJob(db: Db, jobId: number) {
  return await db
    .selectFrom('print_unit')
    .innerJoin('label_bitmap', 'label_bitmap.hash', 'print_unit.bitmap_hash')
    .where('print_unit.job_id', '=', jobId)
    .where('print_unit.state', '!=', 'cancelled')
    .orderBy('print_unit.serial')
    .select(['print_unit.serial', 'label_bitmap.width_dots', 'label_bitmap.height_dots', 'label_bitmap.dots'])
    .execute()
}
