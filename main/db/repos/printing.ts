import { nameKey } from '../../../shared/domain/names.ts'
import type { Printer } from '../../../shared/api/labels.ts'
import type { Db, PrintState } from '../schema.ts'
import { idList } from './idList.ts'

export async function listPrinters(db: Db): Promise<Printer[]> {
  const rows = await db.selectFrom('printer').selectAll().orderBy('name_key').execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    host: row.host,
    port: row.port,
    dpi: row.dpi === 300 ? 300 : 203,
    labelWidthMm: row.label_width_mm,
    labelHeightMm: row.label_height_mm,
  }))
}

export async function printerById(db: Db, id: number): Promise<Printer | undefined> {
  return (await listPrinters(db)).find((printer) => printer.id === id)
}

/** Adds a printer, or changes the one of that id. */
export async function writePrinter(db: Db, id: number | undefined, printer: Omit<Printer, 'id'>): Promise<Printer> {
  const row = {
    name: printer.name,
    name_key: nameKey(printer.name),
    host: printer.host,
    port: printer.port,
    dpi: printer.dpi,
    label_width_mm: printer.labelWidthMm,
    label_height_mm: printer.labelHeightMm,
  }
  if (id !== undefined) {
    await db.updateTable('printer').set(row).where('id', '=', id).execute()
    return { id, ...printer }
  }
  const added = await db.insertInto('printer').values(row).returning('id').executeTakeFirstOrThrow()
  return { id: added.id, ...printer }
}

export async function insertJob(
  db: Db,
  job: { lotId: number; printerId: number; content: string; seq: number; serials: readonly number[] },
): Promise<number> {
  const { lotId: lot_id, printerId: printer_id, content, seq } = job
  const { id } = await db
    .insertInto('print_job')
    .values({ lot_id, printer_id, content, problem: null, seq })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const serial of job.serials)
    await db.insertInto('print_unit').values({ job_id: id, serial, state: 'waiting' }).execute()
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
    .innerJoin('lot', 'lot.id', 'print_job.lot_id')
    .innerJoin('batch', 'batch.id', 'lot.batch_id')
    .innerJoin('item', 'item.id', 'lot.item_id')
    .select([
      'print_job.id',
      'print_job.content',
      'print_job.problem',
      'audit.at',
      'printer.name as printer',
      'printer.host',
      'printer.port',
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

/** The oldest job with labels to send that no problem keeps back. */
export async function nextJob(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom('print_unit')
    .innerJoin('print_job', 'print_job.id', 'print_unit.job_id')
    .where('print_unit.state', '=', 'waiting')
    .where('print_job.problem', 'is', null)
    .orderBy('print_job.id')
    .limit(1)
    .select('print_job.id')
    .executeTakeFirst()
  return row?.id
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
