import { type Selectable, sql } from 'kysely'
import type { Db, Schema } from '../schema.ts'
import { aboutIds, addRow, hotStatement } from './hotStatement.ts'
import { idList } from './idList.ts'

/** What is said to be in a bought ingredient, in general or by one supplier. */
export interface FactRow {
  readonly item_id: number
  readonly supplier_id: number | null
  readonly supplier: string | null
  readonly label_name: string
  readonly made_of: string
  readonly contains: readonly string[]
  readonly may_contain: readonly string[]
}

/** The newest facts of some ingredients, in general and by supplier. */
export async function factsOfItems(db: Db, itemIds: readonly number[]): Promise<FactRow[]> {
  const rows = await aboutIds(db, 'facts of items', (ids) => newestFacts(db).where('fact.item_id', 'in', ids), itemIds)
  return rows.map((row) => ({ ...row, contains: readList(row.contains), may_contain: readList(row.may_contain) }))
}

function newestFacts(db: Db) {
  return db
    .selectFrom('ingredient_fact as fact')
    .leftJoin('supplier', 'supplier.id', 'fact.supplier_id')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('ingredient_fact as newer')
            .select('newer.id')
            .whereRef('newer.item_id', '=', 'fact.item_id')
            .where(sql<boolean>`newer.supplier_id IS fact.supplier_id`)
            .whereRef('newer.id', '>', 'fact.id'),
        ),
      ),
    )
    .orderBy('fact.item_id')
    .orderBy('supplier.name_key')
    .selectAll('fact')
    .select('supplier.name as supplier')
}

export async function insertFact(db: Db, fact: Omit<FactRow, 'supplier'> & { readonly seq: number }): Promise<void> {
  const { contains, may_contain, ...others } = fact
  await db
    .insertInto('ingredient_fact')
    .values({ ...others, contains: JSON.stringify(contains), may_contain: JSON.stringify(may_contain) })
    .execute()
}

export interface LabelOptions {
  readonly twoPercent: boolean
  readonly withoutWater: boolean
}

/** How lists of ingredients are written, by product; one without a row is plain. */
export async function labelOptions(db: Db, productId: number): Promise<LabelOptions> {
  const [row] = await hotStatement<Schema['label_option']>(db, 'SELECT * FROM label_option WHERE item_id = ?', [
    productId,
  ])
  return { twoPercent: row?.two_percent === 1, withoutWater: row?.without_water === 1 }
}

export async function writeLabelOptions(db: Db, productId: number, options: LabelOptions): Promise<void> {
  const row = { two_percent: Number(options.twoPercent), without_water: Number(options.withoutWater) }
  await db
    .insertInto('label_option')
    .values({ item_id: productId, ...row })
    .onConflict((clash) => clash.column('item_id').doUpdateSet(row))
    .execute()
}

/** What the labels of a batch say. */
export interface BatchLabel {
  readonly statement: string
  readonly contains: readonly string[]
  readonly mayContain: readonly string[]
  readonly unchecked: readonly string[]
  readonly unweighed: readonly string[]
}

/** The newest label text of some batches, by batch. */
export async function batchLabels(db: Db, batchIds: readonly number[]): Promise<Map<number, BatchLabel>> {
  if (batchIds.length === 0) return new Map()
  const rows = await aboutIds(
    db,
    'labels of batches',
    (ids) => db.selectFrom('batch_label').selectAll().where('batch_id', 'in', ids).orderBy('id'),
    batchIds,
  )
  return new Map(rows.map((row) => [row.batch_id, asLabel(row)]))
}

/** The label text that a batch had before an entry of the history. */
export async function labelBefore(db: Db, batchId: number, seq: number): Promise<BatchLabel | undefined> {
  const row = await db
    .selectFrom('batch_label')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where('seq', '<', seq)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && asLabel(row)
}

/**
 * The allergens that the recipe had when a person read the words of a batch and took them, by batch; only where these
 * words are the newest.
 */
export async function recipesRead(db: Db, batchIds: readonly number[]): Promise<Map<number, readonly string[]>> {
  const rows = await db
    .selectFrom('batch_label')
    .innerJoin('audit', 'audit.seq', 'batch_label.seq')
    .select(['batch_label.batch_id', 'audit.op', 'audit.output'])
    .where('batch_label.batch_id', 'in', idList(batchIds))
    .orderBy('batch_label.id')
    .execute()
  const newest = new Map(rows.map((row) => [row.batch_id, row]))
  return new Map(
    [...newest].flatMap(([batchId, { op, output }]) =>
      op === TAKE_TODAY ? [[batchId, (JSON.parse(output) as { recipe: string[] }).recipe]] : [],
    ),
  )
}

/** The operation by which a person takes the words of a batch as they are known today. */
const TAKE_TODAY = 'facts.takeToday'

export async function insertBatchLabel(db: Db, batchId: number, label: BatchLabel, seq: number): Promise<void> {
  await addRow(db, 'batch_label', {
    batch_id: batchId,
    statement: label.statement,
    contains: JSON.stringify(label.contains),
    may_contain: JSON.stringify(label.mayContain),
    unchecked: JSON.stringify(label.unchecked),
    unweighed: JSON.stringify(label.unweighed),
    seq,
  })
}

function asLabel(row: Selectable<Schema['batch_label']>): BatchLabel {
  return {
    statement: row.statement,
    contains: readList(row.contains),
    mayContain: readList(row.may_contain),
    unchecked: readList(row.unchecked),
    unweighed: readList(row.unweighed),
  }
}

function readList(text: string): string[] {
  return JSON.parse(text) as string[]
}
