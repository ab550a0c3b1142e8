import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { pantry } from '../../shared/api/pantry.ts'
import { addDays } from '../../shared/domain/day.ts'
import { ownUnitsOf } from '../../shared/domain/factor.ts'
import { formatQuantity } from '../../shared/domain/quantity.ts'
import { supplierNamed } from '../db/repos/directory.ts'
import { ingredientStock, type Item, itemById } from '../db/repos/items.ts'
import { factorsOf } from '../db/repos/ingredients.ts'
import {
  insertLot,
  lotById,
  lotsOfBatch,
  lotsExpiring,
  lotsNeedingAttention,
  type LotView,
  receivedLots,
  setHold,
  correctLotSource,
} from '../db/repos/lots.ts'
import { lotHistory } from '../db/repos/lotHistory.ts'
import { postMovement } from '../db/repos/movements.ts'
import { insertReceipt } from '../db/repos/receipts.ts'
import type { Db } from '../db/schema.ts'
import { command, type Context, kitchenToday, orNull } from './context.ts'
import { lotRow } from './lotRow.ts'
import { itemAndQuantity, quantityFor } from './quantities.ts'
import { correctUnits } from './units.ts'

export async function ingredients(_input: unknown, { store }: Context): Promise<Output<typeof pantry.ingredients>> {
  return await store.read(async (db) => {
    const rows = await ingredientStock(db)
    const factors = await factorsOf(
      db,
      rows.map((row) => row.id),
    )
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      unit: row.unit,
      onHand: { base: row.on_hand ?? 0, text: formatQuantity(row.on_hand ?? 0, row.unit) },
      lots: row.lots,
      nextBestBy: row.next_best_by,
      ownUnits: ownUnitsOf(factors.get(row.id) ?? []),
    }))
  })
}

export async function lots(input: Input<typeof pantry.lots>, context: Context): Promise<Output<typeof pantry.lots>> {
  return await context.store.read(async (db) => {
    const today = await kitchenToday(db, context)
    const { itemId, includeEmpty, after, limit } = input
    const rows = await receivedLots(db, {
      includeEmpty,
      limit: limit + 1,
      ...(itemId ? { itemId } : {}),
      ...(after ? { before: Number(after) } : {}),
    })
    const page = rows.slice(0, limit)
    return {
      rows: page.map((row) => lotRow(row, today)),
      next: rows.length > limit ? String(page.at(-1)?.id) : null,
    }
  })
}

/** Days before its date that a lot asks for attention. */
const SOON_DAYS = 7

export async function attention(_input: unknown, context: Context): Promise<Output<typeof pantry.attention>> {
  return await context.store.read(async (db) => {
    const today = await kitchenToday(db, context)
    const rows = await lotsNeedingAttention(db, addDays(today, SOON_DAYS))
    return { rows: rows.slice(0, 50).map((row) => lotRow(row, today)), total: rows.length }
  })
}

export async function expiring(
  { days }: Input<typeof pantry.expiring>,
  context: Context,
): Promise<Output<typeof pantry.expiring>> {
  return await context.store.read(async (db) => {
    const today = await kitchenToday(db, context)
    const rows = await lotsExpiring(db, addDays(today, days))
    return rows.map((row) => lotRow(row, today))
  })
}

export async function lot({ lotId }: Input<typeof pantry.lot>, context: Context): Promise<Output<typeof pantry.lot>> {
  return await context.store.read(async (db) => {
    const row = await knownLot(db, lotId)
    const today = await kitchenToday(db, context)
    const history = await lotHistory(db, lotId)
    return {
      lot: lotRow(row, today),
      history: history.map(({ at, day, what, delta, reason }) => ({
        at,
        day,
        what,
        change: delta === null ? '' : `${delta > 0 ? '+' : ''}${formatQuantity(delta, row.unit)}`,
        reason: orNull(reason),
      })),
    }
  })
}

export async function receive(
  input: Input<typeof pantry.receive>,
  context: Context,
): Promise<Output<typeof pantry.receive>> {
  return await command(context, input, async ({ db, seq }) => {
    const today = await kitchenToday(db, context)
    const supplierName = orNull(input.supplier)
    const receivedOn = orNull(input.receivedOn)
    if (receivedOn !== null && receivedOn > today)
      throw fieldError('receivedOn', 'That day is still to come. Type the day the goods came in.')
    const supplierId = supplierName === null ? null : await supplierNamed(db, supplierName)
    const receiptId = await insertReceipt(db, { supplierId, receivedOn, note: input.note ?? '', seq })

    const received: Output<typeof pantry.receive>['lots'] = []
    for (const [at, line] of input.lines.entries()) {
      const { item, quantity } = await itemAndQuantity(db, line, `lines.${at}`)
      if (item.kind === 'product')
        throw fieldError(`lines.${at}.ingredient`, `${item.name} is a product of yours. Record a batch of it instead.`)
      const lotId = await insertLot(db, {
        itemId: item.id,
        receiptId,
        supplierId,
        receivedOn,
        bestBy: orNull(line.bestBy),
        supplierLot: orNull(line.supplierLot),
        costCents: line.costCents ?? null,
        typed: quantity.text,
        base: quantity.base,
        unit: quantity.unit,
      })
      await postMovement(db, { lotId, kind: 'received', delta: quantity.base, day: receivedOn ?? today, seq })
      received.push({ lotId, ingredient: item.name, quantity: quantity.text })
    }
    return { receiptId, lots: received }
  })
}

export async function count(input: Input<typeof pantry.count>, context: Context): Promise<Output<typeof pantry.count>> {
  return await command(context, input, async ({ db, seq }) => {
    const row = await knownLot(db, input.lotId)
    const found = input.found === '0' ? 0 : quantityFor(await itemOf(db, row), input.found, 'found').base
    const delta = found - row.on_hand
    if (delta === 0) return { lotId: row.id }
    const day = await kitchenToday(db, context)
    if (row.batch_id !== null) await correctUnits(db, { lot: row, delta, day, seq, reason: input.reason })
    else await postMovement(db, { lotId: row.id, kind: 'counted', delta, day, seq, reason: input.reason })
    return { lotId: row.id }
  })
}

export async function correctLot(
  input: Input<typeof pantry.correctLot>,
  context: Context,
): Promise<Output<typeof pantry.correctLot>> {
  return await command(context, input, async ({ db, seq }) => {
    const row = await knownLot(db, input.lotId)
    if (row.batch_id !== null) throw fieldError('lotId', 'This lot was made here: correct its batch instead.')
    const receivedOn = orNull(input.receivedOn)
    if (receivedOn !== null && receivedOn > (await kitchenToday(db, context)))
      throw fieldError('receivedOn', 'That day is still to come. Type the day the goods came in.')
    const supplier = orNull(input.supplier)
    const facts = { receivedOn, bestBy: orNull(input.bestBy), supplierLot: orNull(input.supplierLot) }
    const change = changedFacts(row, { supplier, ...facts })
    if (change === '') throw fieldError('reason', 'Nothing is changed. Change a field, or go back.')
    const supplierId = supplier === null ? null : await supplierNamed(db, supplier)
    await correctLotSource(db, row.id, { supplierId, ...facts }, { change, reason: input.reason, seq })
    return { lotId: row.id }
  })
}

export async function hold(input: Input<typeof pantry.hold>, context: Context): Promise<Output<typeof pantry.hold>> {
  return await changeHold(input, context, true)
}

export async function release(
  input: Input<typeof pantry.release>,
  context: Context,
): Promise<Output<typeof pantry.release>> {
  return await changeHold(input, context, false)
}

async function changeHold(input: Input<typeof pantry.hold>, context: Context, held: boolean) {
  return await command(context, input, async ({ db, seq }) => {
    const row = await knownLot(db, input.lotId)
    const wanted = input.wholeBatch && row.batch_id !== null ? await lotsOfBatch(db, row.batch_id) : [row]
    const changed = wanted.filter((each) => each.held !== Number(held))
    if (changed.length === 0)
      throw fieldError('lotId', held ? 'This lot is on hold already.' : 'This lot is not on hold.')
    for (const each of changed) await setHold(db, { lotId: each.id, held, reason: input.reason, seq })
    return { lotId: row.id }
  })
}

/** Old and new of what a correction changes, as people read it; empty where nothing is. */
function changedFacts(
  row: LotView,
  now: { supplier: string | null; receivedOn: string | null; bestBy: string | null; supplierLot: string | null },
): string {
  const facts: readonly (readonly [string, string | null, string | null])[] = [
    ['supplier', row.supplier, now.supplier],
    ['received', row.received_on, now.receivedOn],
    ['best by', row.best_by, now.bestBy],
    ['supplier lot', row.supplier_lot, now.supplierLot],
  ]
  return facts
    .filter(([, old, corrected]) => old !== corrected)
    .map(
      ([name, old, corrected]) => `${name} corrected from ${old ?? 'not recorded'} to ${corrected ?? 'not recorded'}`,
    )
    .join(', ')
}

async function knownLot(db: Db, lotId: number): Promise<LotView> {
  const row = await lotById(db, lotId)
  if (!row) throw notFound('This lot')
  return row
}

/** The item of a lot, counted in the unit of the lot. */
async function itemOf(db: Db, row: LotView): Promise<Item> {
  const item = await itemById(db, row.item_id)
  if (!item) throw notFound('This ingredient')
  return { ...item, unit: row.unit }
}
