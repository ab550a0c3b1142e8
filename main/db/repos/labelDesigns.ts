import { LabelDesign } from '../../../shared/api/labelDesign.ts'
import type { Db } from '../schema.ts'
import { idList } from './idList.ts'

export interface KeptDesign {
  readonly id: number
  readonly designId: number
  readonly version: number
  readonly at: string
  readonly removed: boolean
  readonly design: LabelDesign
}

/** The newest version of every design on the list, by name. */
export async function newestDesigns(db: Db): Promise<KeptDesign[]> {
  const rows = await versions(db)
    .where('label_design.removed', '=', 0)
    .where(({ eb, selectFrom }) =>
      eb(
        'label_design_version.version',
        '=',
        selectFrom('label_design_version as newest')
          .whereRef('newest.design_id', '=', 'label_design.id')
          .select(({ fn }) => fn.max('newest.version').as('version')),
      ),
    )
    .execute()
  return rows.map(asKept).toSorted((a, b) => a.design.name.localeCompare(b.design.name, 'en'))
}

/** Every version of a design, newest first, also of one taken off the list. */
export async function versionsOfDesign(db: Db, designId: number): Promise<KeptDesign[]> {
  const rows = await versions(db)
    .where('label_design.id', '=', designId)
    .orderBy('label_design_version.version', 'desc')
    .execute()
  return rows.map(asKept)
}

/** One kept version by its own id. */
export async function designVersion(db: Db, id: number): Promise<KeptDesign | undefined> {
  const row = await versions(db).where('label_design_version.id', '=', id).executeTakeFirst()
  return row && asKept(row)
}

/** Keeps a design as the first, or the next, version. */
export async function insertDesign(
  db: Db,
  designId: number | null,
  design: LabelDesign,
  seq: number,
): Promise<{ designId: number; version: number }> {
  const id = designId ?? (await newDesign(db))
  const version = ((await versionsOfDesign(db, id))[0]?.version ?? 0) + 1
  await db
    .insertInto('label_design_version')
    .values({ design_id: id, version, body: JSON.stringify(design), seq })
    .execute()
  return { designId: id, version }
}

/** Takes a design off the list, or puts it there again. */
export async function setRemoved(db: Db, designId: number, removed: boolean): Promise<void> {
  await db
    .updateTable('label_design')
    .set({ removed: removed ? 1 : 0 })
    .where('id', '=', designId)
    .execute()
}

/** How many labels left with each of some versions. */
export async function printedWith(db: Db, versionIds: readonly number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('print_job')
    .innerJoin('print_unit', 'print_unit.job_id', 'print_job.id')
    .where('print_job.design_version_id', 'in', idList(versionIds))
    .where('print_unit.state', 'in', ['sent', 'printed'])
    .groupBy('print_job.design_version_id')
    .select(({ fn }) => ['print_job.design_version_id as id', fn.countAll<number>().as('labels')])
    .execute()
  return new Map(rows.map((row) => [row.id ?? 0, row.labels]))
}

/** How many labels left with each design, by design, whichever version of it. */
export async function printedByDesign(db: Db): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('label_design_version')
    .innerJoin('print_job', 'print_job.design_version_id', 'label_design_version.id')
    .innerJoin('print_unit', 'print_unit.job_id', 'print_job.id')
    .where('print_unit.state', 'in', ['sent', 'printed'])
    .groupBy('label_design_version.design_id')
    .select(({ fn }) => ['label_design_version.design_id as id', fn.countAll<number>().as('labels')])
    .execute()
  return new Map(rows.map((row) => [row.id, row.labels]))
}

async function newDesign(db: Db): Promise<number> {
  const { id } = await db.insertInto('label_design').values({ removed: 0 }).returning('id').executeTakeFirstOrThrow()
  return id
}

function versions(db: Db) {
  return db
    .selectFrom('label_design_version')
    .innerJoin('label_design', 'label_design.id', 'label_design_version.design_id')
    .innerJoin('audit', 'audit.seq', 'label_design_version.seq')
    .select([
      'label_design_version.id',
      'label_design_version.design_id',
      'label_design_version.version',
      'label_design_version.body',
      'label_design.removed',
      'audit.at',
    ])
}

function asKept(row: {
  id: number
  design_id: number
  version: number
  body: string
  removed: number
  at: string
}): KeptDesign {
  const { id, design_id: designId, version, at } = row
  return { id, designId, version, at, removed: row.removed === 1, design: LabelDesign.parse(JSON.parse(row.body)) }
}
