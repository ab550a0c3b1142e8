import { type RawBuilder, sql } from 'kysely'
import { lotKey } from '../../../shared/domain/lotNumber.ts'
import type { Db } from '../schema.ts'
import { aboutIds, addRow, hotStatement } from './hotStatement.ts'
import { idList } from './idList.ts'

/** A lot with the names that lists show. */
export interface LotView {
  readonly id: number
  readonly item_id: number
  readonly item: string
  /** The item, or the product of which it is a further pack. */
  readonly product_id: number
  /** What a made lot's pack is called beside the others; empty or null where there is nothing to tell apart. */
  readonly pack: string | null
  readonly dimension: 'mass' | 'volume' | 'count'
  readonly batch_id: number | null
  readonly lot_number: string | null
  readonly made_on: string | null
  readonly receipt_id: number | null
  /** The bin that holds it, and its name. */
  readonly bin_id: number | null
  readonly bin: string | null
  /** 1 where that bin was emptied since. */
  readonly bin_emptied: number
  readonly supplier_id: number | null
  readonly supplier: string | null
  readonly received_on: string | null
  readonly best_by: string | null
  readonly supplier_lot: string | null
  readonly cost_cents: number | null
  readonly typed: string
  readonly base: number
  readonly unit: string
  readonly on_hand: number
  readonly held: number
}

function lotViews(db: Db) {
  return db
    .selectFrom('lot')
    .innerJoin('item', 'item.id', 'lot.item_id')
    .leftJoin('batch', 'batch.id', 'lot.batch_id')
    .leftJoin('supplier', 'supplier.id', 'lot.supplier_id')
    .leftJoin('pack', 'pack.item_id', 'lot.item_id')
    .leftJoin('bin', 'bin.id', 'lot.bin_id')
    .select(({ fn, exists, selectFrom }) => [
      'lot.bin_id',
      'bin.name as bin',
      exists(selectFrom('standing_emptied').whereRef('standing_emptied.lot_id', '=', 'lot.id').select('id'))
        .$castTo<number>()
        .as('bin_emptied'),
      'lot.id',
      'lot.item_id',
      fn.coalesce('item.pack_of', 'item.id').as('product_id'),
      'item.name as item',
      'pack.name as pack',
      'item.dimension',
      'lot.batch_id',
      'batch.lot_number',
      'batch.made_on',
      'lot.receipt_id',
      'lot.supplier_id',
      'supplier.name as supplier',
      'lot.received_on',
      'lot.best_by',
      'lot.supplier_lot',
      'lot.cost_cents',
      'lot.typed',
      'lot.base',
      'lot.unit',
      'lot.on_hand',
      'lot.held',
    ])
}

export async function lotById(db: Db, id: number): Promise<LotView | undefined> {
  // As a list of one: with the id itself SQLite plans anew every time, for the sake of its partial indexes.
  return (await lotsById(db, [id])).get(id)
}

export async function lotsById(db: Db, ids: readonly number[]): Promise<Map<number, LotView>> {
  if (ids.length === 0) return new Map()
  const rows = await aboutIds(db, 'lots by id', (list) => lotViews(db).where('lot.id', 'in', list), ids)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Those of some lots that are of an item, or of a further pack of it. */
export async function lotsOfItem(db: Db, itemId: number, ids: readonly number[]): Promise<LotView[]> {
  return await lotViews(db)
    .where('lot.id', 'in', idList(ids))
    .where(({ or, eb }) => or([eb('lot.item_id', '=', itemId), eb('item.pack_of', '=', itemId)]))
    .execute()
}

/** Which of these lots came with a shopping trip that was taken back: they never came in. */
export async function lotsTakenBack(db: Db, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await hotStatement<{ id: number }>(
    db,
    // CROSS JOIN: from the few lots to what was taken back, not the other way round.
    `SELECT lot.id FROM json_each(?) AS asked CROSS JOIN lot ON lot.id = asked.value
     CROSS JOIN void ON void.kind = 'receipt' AND void.ref_id = lot.receipt_id`,
    [JSON.stringify(ids)],
  )
  return new Set(rows.map((row) => row.id))
}

/** Lots of an item with stock, in the order of first expiry, first out. */
export async function lotsInStock(db: Db, itemId: number): Promise<LotView[]> {
  return await lotViews(db)
    .where('lot.item_id', '=', itemId)
    .where('lot.on_hand', '>', 0)
    .orderBy('lot.best_by', (order) => order.asc().nullsLast())
    .orderBy('lot.received_on', (order) => order.asc().nullsLast())
    .orderBy('lot.id')
    .execute()
}

/** Finished lots with units to send, oldest first. */
export async function productLotsInStock(db: Db): Promise<LotView[]> {
  return await lotViews(db)
    .where('lot.batch_id', 'is not', null)
    .where('lot.on_hand', '>', 0)
    .orderBy('batch.made_on')
    .orderBy('lot.id')
    .execute()
}

/** Received lots and what bins hold, newest first, before an id where given. */
export async function receivedLots(
  db: Db,
  { itemId, includeEmpty, before, limit }: { itemId?: number; includeEmpty: boolean; before?: number; limit: number },
): Promise<LotView[]> {
  const asked: [condition: string, value: number | undefined][] = [
    ['item_id = ?', itemId],
    ['on_hand > ?', includeEmpty ? undefined : 0],
    ['id < ?', before],
  ]
  const given = asked.filter(([, value]) => value !== undefined)
  const conditions = ['batch_id IS NULL', ...given.map(([condition]) => condition)].join(' AND ')
  const rows = await hotStatement<{ id: number }>(
    db,
    `SELECT id FROM lot WHERE ${conditions} ORDER BY id DESC LIMIT ?`,
    [...given.map(([, value = null]) => value), limit],
  )
  const lots = await lotsById(
    db,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id }) => lots.get(id) ?? [])
}

export async function lotsOfReceipt(db: Db, receiptId: number): Promise<LotView[]> {
  return await lotViews(db).where('lot.receipt_id', '=', receiptId).execute()
}

/**
 * Lots that need a person, the most pressing first: on hold; with stock past its date or close to it; received
 * without a supplier or a day, unless the trip was taken back or it was there before anything was written down.
 */
export async function lotsNeedingAttention(db: Db, soon: string): Promise<LotView[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM lot WHERE held = 1
    UNION SELECT id FROM lot WHERE on_hand > 0 AND best_by IS NOT NULL AND best_by <= ${soon}
    UNION SELECT id FROM lot WHERE receipt_id IS NOT NULL AND supplier_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'receipt' AND ref_id = lot.receipt_id)
      AND NOT EXISTS (SELECT 1 FROM receipt WHERE receipt.id = lot.receipt_id AND receipt.opening = 1)
    UNION SELECT id FROM lot WHERE receipt_id IS NOT NULL AND received_on IS NULL
      AND NOT EXISTS (SELECT 1 FROM void WHERE kind = 'receipt' AND ref_id = lot.receipt_id)
      AND NOT EXISTS (SELECT 1 FROM receipt WHERE receipt.id = lot.receipt_id AND receipt.opening = 1)`.execute(db)
  return await lotViews(db)
    .where('lot.id', 'in', idList(rows.map((row) => row.id)))
    .orderBy('lot.held', 'desc')
    .orderBy('lot.best_by', (order) => order.asc().nullsLast())
    .orderBy('lot.id')
    .execute()
}

/** Lots with stock whose date is that day or before, the earliest first. */
export async function lotsExpiring(db: Db, until: string): Promise<LotView[]> {
  return await lotViews(db)
    .where('lot.on_hand', '>', 0)
    .where('lot.best_by', '<=', until)
    .where('lot.batch_id', 'is', null)
    .orderBy('lot.best_by')
    .orderBy('lot.id')
    .execute()
}

/** Every lot with stock: ingredients by name, then what was made here. */
export async function allStock(db: Db, limit: number): Promise<LotView[]> {
  return await lotViews(db)
    .where('lot.on_hand', '>', 0)
    .orderBy('item.kind')
    .orderBy('item.name_key')
    .orderBy('lot.received_on')
    .orderBy('lot.id')
    .limit(limit)
    .execute()
}

/** The lots that a batch made; one a pack size. */
export async function lotsOfBatch(db: Db, batchId: number): Promise<LotView[]> {
  const query = (list: RawBuilder<number>) => lotViews(db).where('lot.batch_id', 'in', list).orderBy('lot.id')
  return await aboutIds(db, 'lotsOfBatch', query, [batchId])
}

export interface NewLot {
  readonly itemId: number
  readonly batchId?: number
  readonly receiptId?: number
  readonly binId?: number
  readonly supplierId?: number | null
  readonly receivedOn?: string | null
  readonly bestBy: string | null
  readonly supplierLot?: string | null
  readonly costCents?: number | null
  readonly typed: string
  readonly base: number
  readonly unit: string
}

/** Adds a lot with what is on hand of it once the movement that follows has brought it in (bringIn in movements.ts). */
export async function insertLot(db: Db, lot: NewLot, onHand: number): Promise<number> {
  return await addRow(db, 'lot', {
    item_id: lot.itemId,
    batch_id: lot.batchId ?? null,
    receipt_id: lot.receiptId ?? null,
    bin_id: lot.binId ?? null,
    ...sourceFacts(lot),
    cost_cents: lot.costCents ?? null,
    typed: lot.typed,
    base: lot.base,
    unit: lot.unit,
    on_hand: onHand,
    held: 0,
  })
}

/** Writes down corrected facts of where a lot came from, and what the correction changed. */
export async function correctLotSource(
  db: Db,
  id: number,
  facts: Pick<NewLot, 'supplierId' | 'receivedOn' | 'bestBy' | 'supplierLot' | 'costCents'>,
  { change, reason, seq }: { change: string; reason: string; seq: number },
): Promise<void> {
  await db.insertInto('lot_correction').values({ lot_id: id, change, reason, seq }).execute()
  const row = { ...sourceFacts(facts), cost_cents: facts.costCents ?? null }
  await db.updateTable('lot').set(row).where('id', '=', id).execute()
}

/** Puts a lot on hold or ends its hold; the fact stays in the history. */
export async function setHold(
  db: Db,
  { lotId, held, reason, seq, ruleId }: { lotId: number; held: boolean; reason: string; seq: number; ruleId?: number },
): Promise<void> {
  await db
    .insertInto('hold')
    .values({ lot_id: lotId, held: Number(held), reason, rule_id: ruleId ?? null, seq })
    .execute()
  await db
    .updateTable('lot')
    .set({ held: Number(held) })
    .where('id', '=', lotId)
    .execute()
}

function sourceFacts({
  supplierId,
  receivedOn,
  bestBy,
  supplierLot,
}: Pick<NewLot, 'supplierId' | 'receivedOn' | 'bestBy' | 'supplierLot'>) {
  return {
    supplier_id: supplierId ?? null,
    received_on: receivedOn ?? null,
    best_by: bestBy,
    supplier_lot: supplierLot ?? null,
    supplier_lot_key: supplierLot ? lotKey(supplierLot) : null,
  }
}

/** The lots that some batches made, by batch. */
export async function outputLots(db: Db, batchIds: readonly number[]): Promise<LotView[]> {
  return await aboutIds(
    db,
    'outputLots',
    (ids) => lotViews(db).where('lot.batch_id', 'in', ids).orderBy('lot.batch_id').orderBy('lot.id'),
    batchIds,
  )
}
