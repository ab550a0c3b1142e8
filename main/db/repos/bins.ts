import { sql } from 'kysely'
import { nameKey } from '../../../shared/domain/names.ts'
import type { Db } from '../schema.ts'
import { idList } from './idList.ts'

export interface Bin {
  readonly id: number
  readonly name: string
  readonly item_id: number
  readonly item: string
  /** What it holds, or held last; null before the first pour. */
  readonly lot_id: number | null
  /** Set where that was emptied since. */
  readonly emptied_on: string | null
  readonly emptied_id: number | null
}

function binViews(db: Db) {
  return db
    .selectFrom('bin')
    .innerJoin('item', 'item.id', 'bin.item_id')
    .leftJoin('lot', (join) =>
      join.onRef('lot.id', '=', (eb) =>
        eb
          .selectFrom('lot as newest')
          .whereRef('newest.bin_id', '=', 'bin.id')
          // A filling of which everything was taken back never was: what the bin held before it counts.
          .where(({ or, exists, selectFrom }) =>
            or([
              exists(selectFrom('standing_pour').whereRef('bin_lot_id', '=', 'newest.id').select('standing_pour.id')),
              exists(selectFrom('standing_use').whereRef('lot_id', '=', 'newest.id').select('standing_use.id')),
            ]),
          )
          .select(({ fn }) => fn.max('newest.id').as('id')),
      ),
    )
    .leftJoin('standing_emptied', 'standing_emptied.lot_id', 'lot.id')
    .select(['bin.id', 'bin.name', 'bin.item_id', 'item.name as item', 'lot.id as lot_id'])
    .select(['standing_emptied.day as emptied_on', 'standing_emptied.id as emptied_id'])
}

export async function listBins(db: Db): Promise<Bin[]> {
  return await binViews(db).orderBy('bin.name_key').execute()
}

export async function binById(db: Db, id: number): Promise<Bin | undefined> {
  return await binViews(db).where('bin.id', '=', id).executeTakeFirst()
}

export async function binNamed(db: Db, name: string): Promise<Bin | undefined> {
  return await binViews(db).where('bin.name_key', '=', nameKey(name)).executeTakeFirst()
}

export async function insertBin(db: Db, { name, itemId }: { name: string; itemId: number }): Promise<number> {
  const row = { name, name_key: nameKey(name), item_id: itemId }
  return (await db.insertInto('bin').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function updateBin(db: Db, id: number, { name, itemId }: { name: string; itemId: number }): Promise<void> {
  await db
    .updateTable('bin')
    .set({ name, name_key: nameKey(name), item_id: itemId })
    .where('id', '=', id)
    .execute()
}

export interface Pour {
  readonly id: number
  readonly bin_lot_id: number
  readonly lot_id: number
  readonly typed: string
  readonly base: number
  readonly day: string
}

/** What was poured, into some bins' lots or out of some lots, in the order it was. */
export async function pours(db: Db, column: 'bin_lot_id' | 'lot_id', lotIds: readonly number[]): Promise<Pour[]> {
  return await db
    .selectFrom('standing_pour')
    .select(['id', 'bin_lot_id', 'lot_id', 'typed', 'base', 'day'])
    .where(column, 'in', idList(lotIds))
    .orderBy('day')
    .orderBy('id')
    .execute()
}

export async function pourById(db: Db, id: number): Promise<Pour | undefined> {
  return await db
    .selectFrom('standing_pour')
    .select(['id', 'bin_lot_id', 'lot_id', 'typed', 'base', 'day'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Earlier contents of a bin, the latest first. */
export async function fillings(db: Db, binId: number) {
  return await db
    .selectFrom('lot')
    .leftJoin('standing_emptied', 'standing_emptied.lot_id', 'lot.id')
    .where('lot.bin_id', '=', binId)
    .orderBy('lot.id', 'desc')
    .select(['lot.id', 'lot.received_on as from', 'standing_emptied.day as emptied_on'])
    .execute()
}

/** Writes a pour down and draws the edges of every batch that used the bin before: the bin mixed until it was emptied. */
export async function insertPour(
  db: Db,
  pour: { binLotId: number; lotId: number; typed: string; base: number; day: string; seq: number },
): Promise<number> {
  const { binLotId: bin_lot_id, lotId: lot_id, ...facts } = pour
  const { id } = await db
    .insertInto('pour')
    .values({ bin_lot_id, lot_id, ...facts })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    INSERT INTO edge (batch_id, lot_id, made_by) SELECT batch_id, ${lot_id}, NULL FROM edge WHERE lot_id = ${bin_lot_id}
    ON CONFLICT DO NOTHING`.execute(db)
  await followContents(db, bin_lot_id)
  return id
}

/** Draws back the edges that a pour alone supported, once it is void. */
export async function forgetPour(db: Db, { bin_lot_id, lot_id }: Pick<Pour, 'bin_lot_id' | 'lot_id'>): Promise<void> {
  await sql`
    DELETE FROM edge WHERE lot_id = ${lot_id}
    AND NOT EXISTS (SELECT 1 FROM standing_use AS used WHERE used.batch_id = edge.batch_id AND used.lot_id = ${lot_id})
    AND NOT EXISTS (
      SELECT 1 FROM standing_pour JOIN standing_use AS used ON used.lot_id = standing_pour.bin_lot_id
      WHERE standing_pour.lot_id = ${lot_id} AND used.batch_id = edge.batch_id)`.execute(db)
  await followContents(db, bin_lot_id)
}

/** What a bin holds is as old as its first pour, and keeps as long as the lot in it that keeps the shortest. */
export async function followContents(db: Db, binLotId: number): Promise<void> {
  await sql`
    UPDATE lot SET
      received_on = (SELECT min(day) FROM standing_pour WHERE bin_lot_id = lot.id),
      best_by = (SELECT min(poured.best_by) FROM standing_pour JOIN lot AS poured ON poured.id = standing_pour.lot_id
        WHERE standing_pour.bin_lot_id = lot.id)
    WHERE id = ${binLotId}`.execute(db)
}

/** What bins hold or held that some of those lots were poured into. */
export async function binLotsHolding(db: Db, lotIds: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('standing_pour')
    .where('lot_id', 'in', idList(lotIds))
    .select('bin_lot_id')
    .distinct()
    .execute()
  return rows.map((row) => row.bin_lot_id)
}

/** What bins hold that some of those lots were poured into and that was not emptied since. */
export async function openBinLots(db: Db, lotIds: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('standing_pour')
    .leftJoin('standing_emptied', 'standing_emptied.lot_id', 'standing_pour.bin_lot_id')
    .where('standing_pour.lot_id', 'in', idList(lotIds))
    .where('standing_emptied.id', 'is', null)
    .select('standing_pour.bin_lot_id')
    .distinct()
    .execute()
  return rows.map((row) => row.bin_lot_id)
}

export async function insertEmptied(
  db: Db,
  { lotId, day, seq }: { lotId: number; day: string; seq: number },
): Promise<void> {
  await db.insertInto('bin_emptied').values({ lot_id: lotId, day, seq }).execute()
}

/** The audit number of an emptying, to find what it counted down. */
export async function emptiedSeq(db: Db, id: number): Promise<number> {
  return (await db.selectFrom('bin_emptied').select('seq').where('id', '=', id).executeTakeFirstOrThrow()).seq
}

/** What the record has left in bins that were emptied. */
export async function leftInEmptied(db: Db) {
  return await db
    .selectFrom('standing_emptied')
    .innerJoin('lot', 'lot.id', 'standing_emptied.lot_id')
    .where('lot.on_hand', '>', 0)
    .select(['lot.id', 'lot.on_hand'])
    .execute()
}
