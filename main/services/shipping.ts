import { AppError, fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { shipping } from '../../shared/api/shipping.ts'
import { addDays, showDay } from '../../shared/domain/day.ts'
import { showRanges } from '../../shared/domain/serialRange.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import { voidBlockers } from '../../shared/domain/voiding.ts'
import { placeNamed } from '../db/repos/directory.ts'
import { lotsById, productLotsInStock } from '../db/repos/lots.ts'
import { standingMovements, takeBack, unitRanges } from '../db/repos/movements.ts'
import {
  insertShipment,
  insertShipmentLine,
  rangesByMovement,
  shipmentById,
  shipmentLines,
  shipmentPage,
} from '../db/repos/shipments.ts'
import { insertVoid } from '../db/repos/voids.ts'
import type { Db } from '../db/schema.ts'
import { readCursor } from './batchViews.ts'
import { command, type Context, kitchenToday, orNull } from './context.ts'
import { lotProblem } from './lotRow.ts'
import { chooseUnits, takeUnits } from './units.ts'

export async function stock(_input: unknown, context: Context): Promise<Output<typeof shipping.stock>> {
  return await context.store.read(async (db) => {
    const today = await kitchenToday(db, context)
    const rows: Output<typeof shipping.stock> = []
    for (const lot of await productLotsInStock(db)) {
      const free = await unitRanges(db, lot.id, 'on hand')
      rows.push({
        lotId: lot.id,
        batchId: lot.batch_id ?? 0,
        lotNumber: lot.lot_number ?? '',
        product: lot.item,
        unit: lot.unit,
        madeOn: lot.made_on ?? '',
        bestBy: lot.best_by,
        onHand: lot.on_hand / ONE_PIECE,
        serials: showRanges(free),
        problem: lotProblem(lot, today),
      })
    }
    return rows
  })
}

/** Sends units to a place. Every line is checked before any is written; what is held or expired stays. */
export async function send(
  input: Input<typeof shipping.send>,
  context: Context,
): Promise<Output<typeof shipping.send>> {
  return await command(context, input, async ({ db, seq }) => {
    const today = await kitchenToday(db, context)
    // A market day is often packed days before; a year typed wrong is not.
    if (input.sentOn > addDays(today, 31))
      throw fieldError('sentOn', 'That day is more than a month ahead. Correct the date.')
    const placeId = await placeNamed(db, input.place, input.placeKind)
    const { reference, note } = input
    const shipmentId = await insertShipment(db, {
      placeId,
      sentOn: input.sentOn,
      reference: reference ?? '',
      note: note ?? '',
      seq,
    })
    for (const [line, { lotId, units, serials }] of input.lines.entries()) {
      const field = `lines.${line}`
      const typed = orNull(serials)
      const lot = (await lotsById(db, [lotId])).get(lotId)
      if (!lot || lot.batch_id === null)
        throw fieldError(`${field}.lotId`, 'This is not a lot of a product. Choose one from the list.')
      const problem = lotProblem(lot, input.sentOn)
      if (problem !== null && problem !== 'empty')
        throw refusedLot(field, `${lot.lot_number} is ${problem}, so it cannot be sent. Choose another lot.`)
      const ranges = await chooseUnits(db, lot, { count: units, typed, field })
      const basis = typed === null ? 'range' : 'typed'
      const lineId = await insertShipmentLine(db, { shipmentId, line, lotId, units, basis })
      await takeUnits(db, { lotId, kind: 'sent', day: input.sentOn, seq, shipmentLineId: lineId }, 'sent', ranges)
    }
    return { shipmentId, lines: (await linesOf(db, [shipmentId])).get(shipmentId) ?? [] }
  })
}

export async function listShipments(
  input: Input<typeof shipping.list>,
  { store }: Context,
): Promise<Output<typeof shipping.list>> {
  return await store.read(async (db) => {
    const rows = await shipmentPage(db, readCursor(input.after).after, input.limit + 1)
    const page = rows.slice(0, input.limit)
    const lines = await linesOf(
      db,
      page.map((row) => row.id),
    )
    const last = page.at(-1)
    return {
      rows: page.map((row) => ({
        id: row.id,
        placeId: row.place_id,
        place: row.place,
        placeKind: row.place_kind,
        sentOn: row.sent_on,
        reference: row.reference,
        note: row.note,
        voidReason: row.void_reason,
        lines: lines.get(row.id) ?? [],
      })),
      next: rows.length > input.limit && last ? `${last.sent_on}_${last.id}` : null,
    }
  })
}

/** Takes back a shipment recorded by mistake: its units are on hand again under their numbers. */
export async function voidShipment(
  input: Input<typeof shipping.void>,
  context: Context,
): Promise<Output<typeof shipping.void>> {
  return await command(context, input, async ({ db, seq }) => {
    const shipment = await shipmentById(db, input.shipmentId)
    if (!shipment) throw notFound('This shipment')
    const blockers = voidBlockers({ alreadyVoid: shipment.void_reason !== null, sentTo: [], usedBy: [] })
    if (blockers.length > 0)
      throw new AppError({
        code: 'rule_violation',
        message: `The shipment to ${shipment.place} on ${showDay(shipment.sent_on)} cannot be taken back: ${blockers.join(', ')}.`,
        blockers,
      })
    const taken = { day: await kitchenToday(db, context), seq, reason: input.reason }
    for (const line of await shipmentLines(db, 'shipment_id', [shipment.id]))
      for (const movement of await standingMovements(db, 'shipment_line_id', line.id))
        await takeBack(db, movement, taken)
    await insertVoid(db, { kind: 'shipment', id: shipment.id, reason: input.reason, seq })
    return { shipmentId: shipment.id }
  })
}

type SentLine = Output<typeof shipping.send>['lines'][number]

async function linesOf(db: Db, shipmentIds: readonly number[]): Promise<Map<number, SentLine[]>> {
  const rows = await shipmentLines(db, 'shipment_id', shipmentIds)
  const ranges = await rangesByMovement(
    db,
    rows.map((row) => row.movement_id),
  )
  const lines = new Map<number, SentLine[]>(shipmentIds.map((id) => [id, []]))
  for (const row of rows)
    lines.get(row.shipment_id)?.push({
      lotId: row.lot_id,
      batchId: row.batch_id,
      lotNumber: row.lot_number,
      product: row.product,
      unit: row.unit,
      units: row.units,
      serials: showRanges(ranges.get(row.movement_id) ?? []),
      basis: row.basis,
    })
  return lines
}

function refusedLot(field: string, message: string): AppError {
  return new AppError({ code: 'rule_violation', message, fields: { [`${field}.lotId`]: message }, blockers: [message] })
}
