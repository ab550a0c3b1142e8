import { AppError, fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { shipping } from '../../shared/api/shipping.ts'
import { addDays } from '../../shared/domain/day.ts'
import {
  containsRanges,
  countUnits,
  intersectRanges,
  readRanges,
  type SerialRange,
  showRanges,
  takeHighest,
} from '../../shared/domain/serialRange.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import { placeById } from '../db/repos/directory.ts'
import { lotsById } from '../db/repos/lots.ts'
import {
  placeUnits,
  postMovement,
  rangesOfMovement,
  standingMovements,
  takeBack,
  unitRanges,
} from '../db/repos/movements.ts'
import {
  insertReturned,
  insertReturnedLine,
  openMarketDays,
  returnedById,
  returnedLines,
  returnsOf,
  shipmentsTo,
  unitsOut,
} from '../db/repos/returns.ts'
import { shipmentById, shipmentLines } from '../db/repos/shipments.ts'
import { insertVoid } from '../db/repos/voids.ts'
import type { Db } from '../db/schema.ts'
import type { Work } from '../db/unitOfWork.ts'
import { command, type Context, kitchenToday, orNull } from './context.ts'
import { writeShipment } from './sending.ts'
import { undoShipment } from './shipping.ts'
import { takeUnits } from './units.ts'
import { say } from '../../shared/words/say.ts'
import { sayDay } from '../../shared/words/day.ts'

type OutLine = Output<typeof shipping.atPlace>[number]
type BackLine = Input<typeof shipping.takeReturn>['lines'][number] & {
  /** Whether the serials follow from the count alone though they are written out. */
  readonly basis?: 'range' | 'typed'
}

/** Days that a market day waits to be counted before screens stop asking. */
const WAITING_DAYS = 31

export async function marketDays(_input: unknown, context: Context): Promise<Output<typeof shipping.marketDays>> {
  return await context.store.read(async (db) => {
    const from = addDays(await kitchenToday(db, context), -WAITING_DAYS)
    const days = await openMarketDays(db, { from, limit: 20 })
    const answer: Output<typeof shipping.marketDays> = []
    for (const { id, place_id, place, sent_on } of days)
      answer.push({ shipmentId: id, placeId: place_id, place, sentOn: sent_on, lines: await outOf(db, [id]) })
    return answer
  })
}

export async function atPlace(
  { placeId }: Input<typeof shipping.atPlace>,
  { store }: Context,
): Promise<Output<typeof shipping.atPlace>> {
  return await store.read(async (db) => await outOf(db, await shipmentsTo(db, placeId)))
}

/** Counts a market day once: what came back is on hand again, what did not was sold. */
export async function bringBack(
  input: Input<typeof shipping.bringBack>,
  context: Context,
): Promise<Output<typeof shipping.bringBack>> {
  return await command(context, input, async (work) => await countMarketDay(work, context, input))
}

/** Counts a market day within a transaction. */
export async function countMarketDay(
  { db, seq }: Work,
  context: Context,
  input: Omit<Input<typeof shipping.bringBack>, 'requestId' | 'lines'> & { readonly lines: readonly BackLine[] },
): Promise<Output<typeof shipping.bringBack>> {
  const shipment = await shipmentById(db, input.shipmentId)
  if (!shipment) throw notFound(say('This market day'))
  if (shipment.void_reason !== null || shipment.place_id === null)
    throw fieldError('shipmentId', say('This shipment was taken back, so nothing can come back from it.'))
  const counted = (await returnsOf(db, [shipment.id])).find((row) => row.shipment_id === shipment.id)
  if (counted)
    throw fieldError(
      'shipmentId',
      say('This market day was counted on {day}. Take that count back first, then count again.', {
        day: sayDay(counted.day),
      }),
    )
  await refuseDay(db, context, input.day, shipment.sent_on)
  const out = (await outOf(db, [shipment.id])).reduce((sum, line) => sum + line.units, 0)
  const returnedId = await insertReturned(db, {
    placeId: shipment.place_id,
    shipmentId: shipment.id,
    day: input.day,
    reason: input.note ?? '',
    cashCents: input.cashCents ?? null,
    exchangeId: null,
    seq,
  })
  const from = { place: shipment.place ?? '', shipmentIds: [shipment.id] }
  const back = await comeBack(db, input.lines, { returnedId, day: input.day, seq, reason: '', ...from })
  return { returnedId, out, back, sold: out - back }
}

export async function takeReturn(
  input: Input<typeof shipping.takeReturn>,
  context: Context,
): Promise<Output<typeof shipping.takeReturn>> {
  return await command(context, input, async (work) => await writeReturn(work, context, input))
}

/** Takes units back from a place within a transaction. */
export async function writeReturn(
  { db, seq }: Work,
  context: Context,
  input: Omit<Input<typeof shipping.takeReturn>, 'requestId' | 'lines'> & { readonly lines: readonly BackLine[] },
): Promise<Output<typeof shipping.takeReturn>> {
  const place = await placeById(db, input.placeId)
  if (!place) throw notFound(say('This place'))
  await refuseDay(db, context, input.day, null)
  const { day, reason, exchange } = input
  const exchangeId =
    exchange.length === 0
      ? null
      : await writeShipment(db, {
          placeId: place.id,
          purpose: 'exchange',
          sentOn: day,
          reference: '',
          note: reason,
          seq,
          lines: exchange,
          field: 'exchange',
        })
  const returnedId = await insertReturned(db, {
    placeId: place.id,
    shipmentId: null,
    day,
    reason,
    cashCents: null,
    exchangeId,
    seq,
  })
  // What goes there in this very exchange is not what comes back.
  const shipmentIds = (await shipmentsTo(db, place.id)).filter((id) => id !== exchangeId)
  const back = await comeBack(db, input.lines, { returnedId, day, seq, reason, place: place.name, shipmentIds })
  return { returnedId, exchangeId, back }
}

/** Takes back a count or a return: its units are where they were; refused once some of them went elsewhere. */
export async function voidReturned(
  input: Input<typeof shipping.voidReturned>,
  context: Context,
): Promise<Output<typeof shipping.voidReturned>> {
  return await command(context, input, async ({ db, seq }) => {
    await undoReturned(db, input.returnedId, { day: await kitchenToday(db, context), seq, reason: input.reason })
    return { returnedId: input.returnedId }
  })
}

/** Takes a return back within a transaction. @throws AppError `rule_violation` naming what went elsewhere since */
export async function undoReturned(
  db: Db,
  returnedId: number,
  taken: { readonly day: string; readonly seq: number; readonly reason: string },
): Promise<void> {
  const returned = await returnedById(db, returnedId)
  if (!returned) throw notFound(say('This return'))
  if (returned.void_reason !== null)
    throw refused(say('The return of {day} is taken back already.', { day: sayDay(returned.day) }))
  if (returned.exchange_id !== null) {
    const blocking = await returnsOf(db, [returned.exchange_id])
    if (blocking.length > 0)
      throw refused(
        say('Of what was given in exchange, some came back on {day}. Take that back first.', {
          day: sayDay(blocking[0]?.day ?? ''),
        }),
      )
    await undoShipment(db, returned.exchange_id, taken)
  }
  for (const line of (await returnedLines(db, [returned.id])).toReversed())
    for (const movement of (await standingMovements(db, 'returned_line_id', line.id)).toReversed()) {
      if (movement.kind === 'returned') await refuseMovedOn(db, movement)
      await takeBack(db, movement, taken)
    }
  await insertVoid(db, { kind: 'returned', id: returned.id, reason: taken.reason, seq: taken.seq })
}

interface Back {
  readonly returnedId: number
  readonly place: string
  /** Shipments that the units may have gone with. */
  readonly shipmentIds: readonly number[]
  readonly day: string
  readonly seq: number
  readonly reason: string
}

/** @returns how many units came back */
async function comeBack(db: Db, lines: readonly BackLine[], back: Back): Promise<number> {
  let line = 0
  for (const [at, { lotId, units, serials, fate, basis: told }] of lines.entries()) {
    const lot = (await lotsById(db, [lotId])).get(lotId)
    if (!lot?.lot_number) throw fieldError(`lines.${at}.lotId`, say('This is not a lot of a product.'))
    const out = (await unitsOut(db, back.shipmentIds)).filter((range) => range.lot_id === lotId)
    const typed = orNull(serials)
    const field = `lines.${at}`
    const chosen = chooseBack(out, { count: units, typed, field, lot: lot.lot_number, place: back.place })
    const basis = told ?? (typed === null ? 'range' : 'typed')
    for (const [shipmentLineId, ranges] of Map.groupBy(out, (range) => range.shipment_line_id)) {
      const mine = intersectRanges(chosen, ranges)
      const count = countUnits(mine)
      if (count === 0) continue
      const row = { returnedId: back.returnedId, line, shipmentLineId, units: count, basis, fate } as const
      const returnedLineId = await insertReturnedLine(db, row)
      line += 1
      const { day, seq } = back
      const movement = { lotId, kind: 'returned', delta: count * ONE_PIECE, day, seq } as const
      const id = await postMovement(db, { ...movement, shipmentLineId, returnedLineId, reason: back.reason })
      await placeUnits(db, { lotId, movementId: id, state: 'on hand', ranges: mine })
      if (fate === 'destroyed') {
        const reason = `back from ${back.place}${back.reason ? `: ${back.reason}` : ''}`
        await takeUnits(db, { lotId, kind: 'discarded', day, seq, returnedLineId, reason }, 'discarded', mine)
      }
    }
  }
  return lines.reduce((sum, each) => sum + each.units, 0)
}

/** The units that came back: the numbers typed, or the highest of those that are out. */
function chooseBack(
  out: readonly SerialRange[],
  {
    count,
    typed,
    field,
    lot,
    place,
  }: { count: number; typed: string | null; field: string; lot: string; place: string },
): SerialRange[] {
  const there = countUnits(out)
  if (typed === null) {
    const highest = takeHighest(out, count)
    if (highest) return highest
    throw refused(
      say(
        '{there, plural, one {Only # of {lot} is out at {place}, so {count} cannot come back. Type # or fewer.} other {Only # of {lot} are out at {place}, so {count} cannot come back. Type # or fewer.}}',
        { there, lot, place, count },
      ),
      `${field}.units`,
    )
  }
  const ranges = readRanges(typed)
  if (!ranges)
    throw fieldError(
      `${field}.serials`,
      say('“{typed}” is not a list of serials. Type for example 001-024 or 7, 9.', { typed }),
    )
  if (countUnits(ranges) !== count)
    throw fieldError(
      `${field}.serials`,
      say('The serials {serials} are {units} units, not {count}. Correct one of the two.', {
        serials: showRanges(ranges),
        units: countUnits(ranges),
        count,
      }),
    )
  if (!containsRanges(out, ranges))
    throw fieldError(
      `${field}.serials`,
      out.length === 0
        ? say('Of {lot}, only no unit is at {place}. Choose from those.', { lot, place })
        : say('Of {lot}, only {serials} is at {place}. Choose from those.', { lot, serials: showRanges(out), place }),
    )
  return ranges
}

/** What is out with some shipments, by lot, oldest first. */
async function outOf(db: Db, shipmentIds: readonly number[]): Promise<OutLine[]> {
  const out = Map.groupBy(await unitsOut(db, shipmentIds), (range) => range.lot_id)
  const lines = await shipmentLines(db, 'shipment_id', shipmentIds)
  const seen = new Set<number>()
  return lines.flatMap((line) => {
    const ranges = out.get(line.lot_id)
    if (!ranges || seen.has(line.lot_id)) return []
    seen.add(line.lot_id)
    return [
      {
        lotId: line.lot_id,
        batchId: line.batch_id,
        lotNumber: line.lot_number,
        product: line.product,
        unit: line.unit,
        units: countUnits(ranges),
        serials: showRanges(ranges),
        priceCents: line.price_cents,
      },
    ]
  })
}

async function refuseDay(db: Db, context: Context, day: string, sentOn: string | null): Promise<void> {
  if (day > addDays(await kitchenToday(db, context), 1))
    throw fieldError('day', say('That day is still to come. Type the day the units came back.'))
  if (sentOn !== null && day < sentOn)
    throw fieldError(
      'day',
      say('These units left on {day} and cannot come back before. Correct the day.', { day: sayDay(sentOn) }),
    )
}

/** A return can be taken back only while every unit of it is still here. */
async function refuseMovedOn(db: Db, { id, lot_id }: { readonly id: number; readonly lot_id: number }): Promise<void> {
  const here = await unitRanges(db, lot_id, 'on hand')
  const came = await rangesOfMovement(db, id)
  if (containsRanges(here, came)) return
  const lot = (await lotsById(db, [lot_id])).get(lot_id)
  throw refused(
    say('Some of {lotNumber} {serials} went elsewhere since. Take that back first.', {
      lotNumber: lot?.lot_number ?? '',
      serials: showRanges(came),
    }),
  )
}

function refused(message: string, field?: string): AppError {
  return new AppError({
    code: 'rule_violation',
    message,
    blockers: [message],
    ...(field === undefined ? {} : { fields: { [field]: message } }),
  })
}
