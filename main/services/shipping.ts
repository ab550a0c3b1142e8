import { AppError, fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { shipping } from '../../shared/api/shipping.ts'
import { addDays } from '../../shared/domain/day.ts'
import { showRanges } from '../../shared/domain/serialRange.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import { voidBlockers } from '../../shared/domain/voiding.ts'
import { placeNamed } from '../db/repos/directory.ts'
import { productLotsInStock } from '../db/repos/lots.ts'
import { standingMovements, takeBack, unitsOnHand } from '../db/repos/movements.ts'
import { returnedFor, returnsOf } from '../db/repos/returns.ts'
import { lastPrices, shipmentById, shipmentLines, shipmentPage } from '../db/repos/shipments.ts'
import { insertVoid } from '../db/repos/voids.ts'
import type { Db } from '../db/schema.ts'
import { readCursor } from './batchViews.ts'
import { command, type Context, kitchenToday, orNull } from './context.ts'
import { lotProblem } from './lotRow.ts'
import { writeShipment } from './sending.ts'
import { linesOf, returnsByShipment } from './shipmentViews.ts'
import { say, sayWord } from '../../shared/words/say.ts'
import { sayDay } from '../../shared/words/day.ts'

export async function stock(
  { on }: Input<typeof shipping.stock>,
  context: Context,
): Promise<Output<typeof shipping.stock>> {
  return await context.store.read(async (db) => {
    const day = on ?? (await kitchenToday(db, context))
    const prices = await lastPrices(db)
    const rows: Output<typeof shipping.stock> = []
    const lots = await productLotsInStock(db)
    const several = new Set(
      lots.filter((lot, at) => lots[at - 1]?.batch_id === lot.batch_id).map((lot) => lot.batch_id),
    )
    const onHand = await unitsOnHand(
      db,
      lots.map((lot) => lot.id),
    )
    for (const lot of lots)
      rows.push({
        lotId: lot.id,
        batchId: lot.batch_id ?? 0,
        lotNumber: lot.lot_number ?? '',
        productId: lot.item_id,
        product: lot.item,
        pack: several.has(lot.batch_id) ? (lot.pack ?? '') : '',
        unit: lot.unit,
        madeOn: lot.made_on ?? '',
        bestBy: lot.best_by,
        onHand: lot.on_hand / ONE_PIECE,
        serials: showRanges(onHand.get(lot.id) ?? []),
        priceCents: prices.get(lot.item_id) ?? null,
        problem: lotProblem(lot, day),
        madeLater: (lot.made_on ?? day) > day,
      })
    return rows
  })
}

/** Purposes that need nobody who gets the units. */
const withoutPlace: readonly string[] = ['sample', 'own use', 'destroyed']

/** Sends units out. Every line is checked before any is kept; what is held or expired stays, unless it is destroyed. */
export async function send(
  input: Input<typeof shipping.send>,
  context: Context,
): Promise<Output<typeof shipping.send>> {
  return await command(context, input, async ({ db, seq }) => {
    const { purpose, sentOn, reference, note, lines } = input
    const today = await kitchenToday(db, context)
    // A market day is often packed days before; a year typed wrong is not.
    if (sentOn > addDays(today, 31))
      throw fieldError('sentOn', say('That day is more than a month ahead. Correct the date.'))
    const place = orNull(input.place)
    if (place === null && !withoutPlace.includes(purpose))
      throw fieldError('place', say('The place is missing. Type where the units go.'))
    if (purpose === 'destroyed' && orNull(note) === null)
      throw fieldError('note', say('Say why these units are destroyed, for example: broken, out of date.'))
    const goesNowhere = purpose === 'own use' || purpose === 'destroyed'
    const shipmentId = await writeShipment(db, {
      placeId: place === null || goesNowhere ? null : await placeNamed(db, place, input.placeKind),
      purpose,
      sentOn,
      reference: reference ?? '',
      note: note ?? '',
      seq,
      lines,
      field: 'lines',
    })
    return { shipmentId, lines: (await linesOf(db, [shipmentId])).get(shipmentId) ?? [] }
  })
}

export async function listShipments(
  input: Input<typeof shipping.list>,
  { store }: Context,
): Promise<Output<typeof shipping.list>> {
  return await store.read(async (db) => {
    const { after } = readCursor(input.after)
    const rows = await shipmentPage(db, { after, placeId: input.placeId ?? null, limit: input.limit + 1 })
    const page = rows.slice(0, input.limit)
    const ids = page.map((row) => row.id)
    const lines = await linesOf(db, ids)
    const returns = await returnsByShipment(db, ids)
    const last = page.at(-1)
    return {
      rows: page.map((row) => ({
        id: row.id,
        placeId: row.place_id,
        place: row.place ?? '',
        placeKind: row.place_kind,
        purpose: row.purpose,
        sentOn: row.sent_on,
        reference: row.reference,
        note: row.note,
        voidReason: row.void_reason,
        lines: lines.get(row.id) ?? [],
        returns: returns.get(row.id) ?? [],
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
    await takeShipmentBack(db, input.shipmentId, { day: await kitchenToday(db, context), seq, reason: input.reason })
    return { shipmentId: input.shipmentId }
  })
}

/** Takes a shipment back where nothing stands in the way. @throws AppError `rule_violation` naming what does */
export async function takeShipmentBack(
  db: Db,
  shipmentId: number,
  taken: { day: string; seq: number; reason: string },
): Promise<void> {
  const shipment = await shipmentById(db, shipmentId)
  if (!shipment) throw notFound(say('This shipment'))
  const exchange = await returnedFor(db, shipment.id)
  const came = await returnsOf(db, [shipment.id])
  const blockers = voidBlockers({
    alreadyVoid: shipment.void_reason !== null,
    sentTo: [
      ...came.map((back) => say('what came back from {place} on {day}', { place: back.place, day: sayDay(back.day) })),
      ...(exchange
        ? [say('the return of {day} that it was given in exchange for', { day: sayDay(exchange.day) })]
        : []),
    ],
    usedBy: [],
  })
  if (blockers.length > 0)
    throw new AppError({
      code: 'rule_violation',
      message:
        shipment.void_reason === null
          ? say('{shipment} cannot be taken back: take back first {blockers}.', {
              shipment: shipmentName(shipment),
              blockers: blockers.join(` ${say('and')} `),
            })
          : say('{shipment} cannot be taken back: {blockers}.', {
              shipment: shipmentName(shipment),
              blockers: blockers.join(', '),
            }),
      blockers,
    })
  await undoShipment(db, shipment.id, taken)
}

/** Brings every unit of a shipment back on hand and voids it; callers look for what stands in the way. */
export async function undoShipment(
  db: Db,
  shipmentId: number,
  taken: { day: string; seq: number; reason: string },
): Promise<void> {
  for (const line of await shipmentLines(db, 'shipment_id', [shipmentId]))
    for (const movement of await standingMovements(db, 'shipment_line_id', line.id)) await takeBack(db, movement, taken)
  await insertVoid(db, { kind: 'shipment', id: shipmentId, reason: taken.reason, seq: taken.seq })
}

function shipmentName({ place, sent_on, purpose }: { place: string | null; sent_on: string; purpose: string }): string {
  return place === null
    ? say('What left as “{purpose}” on {day}', { purpose: sayWord(purpose), day: sayDay(sent_on) })
    : say('The shipment to {place} on {day}', { place, day: sayDay(sent_on) })
}
