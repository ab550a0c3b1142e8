import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { pantry } from '../../shared/api/pantry.ts'
import { bagCode } from '../../shared/domain/bagCode.ts'
import { addDays } from '../../shared/domain/day.ts'
import { ownUnitsOf } from '../../shared/domain/factor.ts'
import { formatQuantity } from '../../shared/domain/quantity.ts'
import { rememberPack } from '../db/repos/barcodes.ts'
import { supplierNamed } from '../db/repos/directory.ts'
import { ingredientStock } from '../db/repos/items.ts'
import { factorsOf } from '../db/repos/ingredients.ts'
import { lotById, lotsExpiring, lotsNeedingAttention, type LotView, receivedLots } from '../db/repos/lots.ts'
import { lotHistory } from '../db/repos/lotHistory.ts'
import { insertReceipt } from '../db/repos/receipts.ts'
import type { Db } from '../db/schema.ts'
import { bringIn } from './bringIn.ts'
import { command, type Context, kitchenToday, orNull } from './context.ts'
import { lotRow } from './lotRow.ts'
import { itemAndQuantity } from './quantities.ts'
import { say } from '../../shared/words/say.ts'

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
    const receivedOn = pastDay(input.receivedOn, today, 'receivedOn')
    const supplierId = await supplierOf(db, input.supplier)
    const receiptId = await insertReceipt(db, { supplierId, receivedOn, note: input.note ?? '', seq })

    const received: Output<typeof pantry.receive>['lots'] = []
    for (const [at, line] of input.lines.entries()) {
      const trip = { receiptId, supplierId, receivedOn, day: receivedOn ?? today }
      received.push(await receiveLine(db, line, trip, `lines.${at}`, seq))
    }
    return { receiptId, lots: received }
  })
}

/** What is there on the first day: one receipt, of which each line has its own supplier and day where anybody knows. */
export async function opening(
  input: Input<typeof pantry.opening>,
  context: Context,
): Promise<Output<typeof pantry.opening>> {
  return await command(context, input, async ({ db, seq }) => {
    const today = await kitchenToday(db, context)
    const receiptId = await insertReceipt(db, { supplierId: null, receivedOn: null, note: '', seq, opening: true })
    const received: Output<typeof pantry.opening>['lots'] = []
    for (const [at, line] of input.lines.entries()) {
      const receivedOn = pastDay(line.receivedOn, today, `lines.${at}.receivedOn`)
      const supplierId = await supplierOf(db, line.supplier)
      received.push(await receiveLine(db, line, { receiptId, supplierId, receivedOn, day: today }, `lines.${at}`, seq))
    }
    return { receiptId, lots: received }
  })
}

async function receiveLine(
  db: Db,
  line: Input<typeof pantry.receive>['lines'][number],
  trip: { receiptId: number; supplierId: number | null; receivedOn: string | null; day: string },
  path: string,
  seq: number,
) {
  const { item, quantity } = await itemAndQuantity(db, line, path)
  if (item.kind === 'product')
    throw fieldError(
      `${path}.ingredient`,
      say('{item} is a product of yours. Record a batch of it instead.', { item: item.name }),
    )
  const lotId = await bringIn(
    db,
    {
      ...trip,
      itemId: item.id,
      quantity,
      bestBy: orNull(line.bestBy),
      supplierLot: orNull(line.supplierLot),
      costCents: line.costCents ?? null,
    },
    seq,
  )
  const gtin = orNull(line.gtin)
  if (gtin !== null)
    await rememberPack(db, { gtin, itemId: item.id, typed: quantity.text, supplierId: trip.supplierId })
  return { lotId, ingredient: item.name, quantity: quantity.text }
}

export async function supplierOf(db: Db, name: string | null | undefined): Promise<number | null> {
  const given = orNull(name)
  return given === null ? null : await supplierNamed(db, given)
}

export function pastDay(day: string | null | undefined, today: string, field: string): string | null {
  const given = orNull(day)
  if (given !== null && given > today)
    throw fieldError(field, say('That day is still to come. Type the day the goods came in.'))
  return given
}

/** What the label of a bag carries: what is in it, where it came from, and a code that finds it again. */
export async function bagLabel(
  { lotId }: Input<typeof pantry.bagLabel>,
  { store }: Context,
): Promise<Output<typeof pantry.bagLabel>> {
  return await store.read(async (db) => {
    const row = await knownLot(db, lotId)
    return {
      code: bagCode(row.id),
      ingredient: row.item,
      quantity: row.bin_id === null ? row.typed : '',
      supplier: row.supplier ?? row.bin,
      receivedOn: row.received_on ?? row.made_on,
      bestBy: row.best_by,
      supplierLot: row.supplier_lot ?? row.lot_number,
    }
  })
}

export async function knownLot(db: Db, lotId: number): Promise<LotView> {
  const row = await lotById(db, lotId)
  if (!row) throw notFound(say('This lot'))
  return row
}
