import { sql } from 'kysely'
import type { RecallCriteria } from '../../../shared/domain/recallScope.ts'
import type { Db } from '../schema.ts'
import { idList } from './idList.ts'

/**
 * Lots that the notice could mean, everything that no recorded fact rules out in the index, with what a notice asks of
 * a lot: of tens of thousands most are another lot, and no more has to be read of them.
 */
export async function candidateLots(db: Db, notice: RecallCriteria) {
  const { itemId, supplierId, receivedFrom, receivedTo } = notice
  let rows = db
    .selectFrom('lot')
    .leftJoin('batch', 'batch.id', 'lot.batch_id')
    .leftJoin('void', (join) =>
      join.on(({ or, and, eb, ref }) =>
        or([
          and([eb('void.kind', '=', 'receipt'), eb('void.ref_id', '=', ref('lot.receipt_id'))]),
          and([eb('void.kind', '=', 'batch'), eb('void.ref_id', '=', ref('lot.batch_id'))]),
        ]),
      ),
    )
    .where('void.ref_id', 'is', null)
    // What a bin holds is judged by the lots poured into it.
    .where('lot.bin_id', 'is', null)
    .select(['lot.id', 'lot.supplier_id', 'lot.supplier_lot', 'lot.received_on', 'lot.best_by'])
    .select(['lot.batch_id', 'batch.lot_number', 'batch.made_on'])
  // Without an item the notice is about what was bought; own lots have a criterion of their own.
  rows =
    itemId === null
      ? rows.where('lot.receipt_id', 'is not', null)
      : rows.where('lot.item_id', 'in', itemAndPacks(itemId))
  if (supplierId !== null)
    rows = rows.where(({ or, eb }) => or([eb('lot.supplier_id', '=', supplierId), eb('lot.supplier_id', 'is', null)]))
  // A supplier lot decides whatever the date is, so the window may only narrow a notice without one.
  const isByDay = notice.codes === null && notice.bestBy.length === 0
  if (isByDay && receivedFrom !== null)
    rows = rows.where(({ or, eb }) =>
      or([eb('lot.received_on', '>=', receivedFrom), eb('lot.received_on', 'is', null)]),
    )
  if (isByDay && receivedTo !== null)
    rows = rows.where(({ or, eb }) => or([eb('lot.received_on', '<=', receivedTo), eb('lot.received_on', 'is', null)]))
  return await rows.execute()
}

/** An item and its further packs: a notice that names a product means it in every pack. */
function itemAndPacks(itemId: number) {
  return sql<number>`(SELECT ${itemId} UNION ALL SELECT id FROM item WHERE pack_of = ${itemId})`
}

/** Every batch that stands, with its number, its day and when it was written down. */
export async function batchesMade(db: Db) {
  return await db
    .selectFrom('batch')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'batch.id').on('void.kind', '=', 'batch'))
    .where('void.ref_id', 'is', null)
    .select(['batch.id', 'batch.lot_number', 'batch.made_on', 'batch.seq'])
    .execute()
}

/** Some batches in the order in which they were made. */
export async function batchesByDay(db: Db, batchIds: readonly number[]) {
  return await db
    .selectFrom('batch')
    .where('id', 'in', idList(batchIds))
    .orderBy('made_on')
    .orderBy('id')
    .select(['id', 'product_id', 'made_on', 'made'])
    .execute()
}

/** The lots that some batches made, with what is left of each. */
export async function packsOf(db: Db, batchIds: readonly number[]) {
  return await db
    .selectFrom('lot')
    .where('batch_id', 'in', idList(batchIds))
    .where('batch_id', 'is not', null)
    .orderBy('id')
    .select(['id', 'unit', 'on_hand', 'held'])
    .select(({ ref }) => ref('batch_id').$notNull().as('batch_id'))
    .execute()
}

/** Batches that stand and used the ingredient, or any, from a lot that nobody recorded. */
export async function batchesWithUnknownLot(db: Db, itemId: number | null): Promise<number[]> {
  let rows = db
    .selectFrom('standing_use')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'standing_use.batch_id').on('void.kind', '=', 'batch'))
    .where('standing_use.lot_id', 'is', null)
    .where('void.ref_id', 'is', null)
    .select('standing_use.batch_id')
    .distinct()
  if (itemId !== null) rows = rows.where('standing_use.item_id', 'in', itemAndPacks(itemId))
  return (await rows.execute()).map((row) => row.batch_id)
}

/**
 * Batches that stand, made in the period, of those products, with that ingredient, or made on the days asked about:
 * what a worried person asks about.
 */
export async function comparableBatches(
  db: Db,
  asked: {
    productIds: readonly number[]
    itemId: number | null
    from: string
    to: string
    /** The days that the notice names, where it asks about batches themselves. */
    window: { from: string; to: string } | null
  },
) {
  const { productIds, itemId, from, to, window } = asked
  return await db
    .selectFrom('batch')
    .leftJoin('void', (join) => join.onRef('void.ref_id', '=', 'batch.id').on('void.kind', '=', 'batch'))
    .where('batch.made_on', '>=', from)
    .where('batch.made_on', '<=', to)
    .where('void.ref_id', 'is', null)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('batch.product_id', 'in', idList(productIds)),
        ...(window === null ? [] : [eb.between('batch.made_on', window.from, window.to)]),
        ...(itemId === null
          ? []
          : [
              exists(
                selectFrom('standing_use')
                  .select('standing_use.id')
                  .whereRef('standing_use.batch_id', '=', 'batch.id')
                  .where('standing_use.item_id', 'in', itemAndPacks(itemId)),
              ),
            ]),
      ]),
    )
    .orderBy('batch.made_on')
    .orderBy('batch.id')
    .select(['batch.id', 'batch.product_id', 'batch.made'])
    .execute()
}

/** Units of some lots by where they are. */
export async function unitsByState(db: Db, lotIds: readonly number[]) {
  return await db
    .selectFrom('unit_range')
    .where('lot_id', 'in', idList(lotIds))
    .groupBy(['lot_id', 'state'])
    .select(['lot_id', 'state'])
    .select(({ fn, eb }) => fn.sum<number>(eb(eb('last', '-', eb.ref('first')), '+', 1)).as('units'))
    .execute()
}

/** What some finished lots were made as, in base units: as their corrections leave it. */
export async function madeOfLots(db: Db, lotIds: readonly number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('movement')
    .where('lot_id', 'in', idList(lotIds))
    .where('kind', '=', 'made')
    .groupBy('lot_id')
    .select('lot_id')
    .select(({ fn }) => fn.sum<number>('delta').as('base'))
    .execute()
  return new Map(rows.map((row) => [row.lot_id, row.base]))
}

/** The same of all of them together. */
export async function unitsTogether(db: Db, lotIds: readonly number[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('unit_range')
    .where('lot_id', 'in', idList(lotIds))
    .groupBy('state')
    .select('state')
    .select(({ fn, eb }) => fn.sum<number>(eb(eb('last', '-', eb.ref('first')), '+', 1)).as('units'))
    .execute()
  return new Map(rows.map(({ state, units }) => [state, units]))
}

export async function madeTogether(db: Db, lotIds: readonly number[]): Promise<number> {
  const { base } = await db
    .selectFrom('movement')
    .where('lot_id', 'in', idList(lotIds))
    .where('kind', '=', 'made')
    .select(({ fn }) => fn.sum<number | null>('delta').as('base'))
    .executeTakeFirstOrThrow()
  return base ?? 0
}

/**
 * Which shipments have units of some lots, the earliest first, each lot of a shipment once: `most` of them, how many
 * there are in all, and at how many places units of `affected` lots are.
 */
export async function lotsOut(
  db: Db,
  { affected, cannotTell }: Readonly<Record<'affected' | 'cannotTell', readonly number[]>>,
  most: number,
) {
  const { rows } = await sql<{ lot_id: number; shipment_id: number; total: number; places: number }>`
    WITH sent AS MATERIALIZED (
      SELECT unit_range.lot_id, shipment.id AS shipment_id, shipment.place_id, shipment.sent_on,
        min(shipment_line.id) AS line
      FROM unit_range JOIN movement ON movement.id = unit_range.movement_id
      JOIN shipment_line ON shipment_line.id = movement.shipment_line_id
      JOIN shipment ON shipment.id = shipment_line.shipment_id
      WHERE unit_range.lot_id IN ${idList([...affected, ...cannotTell])} AND unit_range.state = 'sent'
        AND shipment.place_id IS NOT NULL
      GROUP BY unit_range.lot_id, shipment.id
    )
    SELECT lot_id, shipment_id, (SELECT count(*) FROM sent) AS total,
      (SELECT count(DISTINCT place_id) FROM sent WHERE lot_id IN ${idList(affected)}) AS places
    FROM sent ORDER BY sent_on, line LIMIT ${Number.isFinite(most) ? most : -1}`.execute(db)
  const [first] = rows
  return { listed: rows, total: first?.total ?? 0, places: first?.places ?? 0 }
}

/** The units of some lots that are out with some shipments, range by range. */
export async function unitsOut(db: Db, lotIds: readonly number[], shipmentIds: readonly number[]) {
  return await db
    .selectFrom('unit_range')
    .innerJoin('movement', 'movement.id', 'unit_range.movement_id')
    .innerJoin('shipment_line', 'shipment_line.id', 'movement.shipment_line_id')
    .innerJoin('shipment', 'shipment.id', 'shipment_line.shipment_id')
    .where('unit_range.lot_id', 'in', idList(lotIds))
    .where('unit_range.state', '=', 'sent')
    .where('shipment.id', 'in', idList(shipmentIds))
    .orderBy('unit_range.first')
    .select(['unit_range.lot_id', 'unit_range.first', 'unit_range.last'])
    .select(['shipment.id as shipment_id', 'shipment.place_id', 'shipment.sent_on', 'shipment.reference'])
    .execute()
}

/** How some finished lots are called: by pack, and by number. */
export async function namesOfLots(db: Db, lotIds: readonly number[]) {
  const rows = await db
    .selectFrom('lot')
    .innerJoin('batch', 'batch.id', 'lot.batch_id')
    .innerJoin('item', 'item.id', 'lot.item_id')
    .where('lot.id', 'in', idList(lotIds))
    .select(['lot.id', 'batch.id as batch_id', 'batch.lot_number', 'item.name as product'])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** How many ingredient rows of some batches stand by each basis, and how many name no lot. */
export async function countUses(db: Db, batchIds: readonly number[]) {
  const { rows } = await sql<{ assumed: number; confirmed: number; unknown: number }>`
    SELECT count(*) FILTER (WHERE lot_id IS NOT NULL AND basis = 'assumed') AS assumed,
      count(*) FILTER (WHERE lot_id IS NOT NULL AND basis = 'confirmed') AS confirmed,
      count(*) FILTER (WHERE lot_id IS NULL) AS unknown
    FROM standing_use WHERE batch_id IN ${idList(batchIds)}`.execute(db)
  return rows[0] ?? { assumed: 0, confirmed: 0, unknown: 0 }
}
