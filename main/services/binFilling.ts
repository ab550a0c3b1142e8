import { AppError, fieldError, notFound } from '../../shared/api/errors.ts'
import type { bins } from '../../shared/api/bins.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { type Day } from '../../shared/domain/day.ts'
import { exactQuantityText, formatQuantity, type Quantity } from '../../shared/domain/quantity.ts'
import {
  type Bin,
  binById,
  emptiedSeq,
  fillings,
  forgetPour,
  insertEmptied,
  insertPour,
  type Pour,
  pourById,
  pours,
} from '../db/repos/bins.ts'
import { type Item, itemById } from '../db/repos/items.ts'
import { insertLot, lotById, type LotView } from '../db/repos/lots.ts'
import { postMovement, standingMovements, takeBack } from '../db/repos/movements.ts'
import { insertVoid } from '../db/repos/voids.ts'
import type { Db } from '../db/schema.ts'
import { isOpen, knownBin } from './bins.ts'
import { command, type Context, kitchenToday, orNull } from './context.ts'
import { MARKED_EMPTIED } from './emptiedBins.ts'
import { lotLabel, lotProblem } from './lotRow.ts'
import { quantityFor } from './quantities.ts'
import { say } from '../../shared/words/say.ts'
import { sayDay } from '../../shared/words/day.ts'

/**
 * Tops a bin up. What is in a bin mixes: every batch that used it since it was last empty traces to every lot that was
 * poured in until it is empty again, also to those poured in after the batch. Nobody can tell which grain went where, and
 * bags are often written down a day late.
 */
export async function pour(input: Input<typeof bins.pour>, context: Context): Promise<Output<typeof bins.pour>> {
  return await command(context, input, async ({ db, seq }) => {
    const bin = await knownBin(db, input.binId)
    const item = await itemById(db, bin.item_id)
    if (!item) throw notFound(say('This ingredient'))
    await checkDay(db, bin, input.day, await kitchenToday(db, context))
    const binLotId = isOpen(bin) ? bin.lot_id : await newFilling(db, bin, item)
    const pourIds: number[] = []
    for (const [at, line] of input.lines.entries()) {
      const field = `lines.${at}`
      const lot = await pourable(db, item, line.lotId, input.day, `${field}.lotId`)
      const quantity = howMuch(item, lot, line, `${field}.quantity`)
      const short = Math.max(0, quantity.base - lot.on_hand)
      const pourId = await insertPour(db, {
        binLotId,
        lotId: lot.id,
        typed: quantity.text,
        base: quantity.base,
        day: input.day,
        seq,
      })
      const movement = { day: input.day, seq, pourId }
      if (short > 0)
        await postMovement(db, {
          lotId: lot.id,
          kind: 'counted',
          delta: short,
          day: input.day,
          seq,
          reason: 'there was more than recorded',
        })
      await postMovement(db, { ...movement, lotId: lot.id, kind: 'poured', delta: -quantity.base })
      await postMovement(db, { ...movement, lotId: binLotId, kind: 'poured', delta: quantity.base })
      pourIds.push(pourId)
    }
    return { binId: bin.id, lotId: binLotId, pourIds }
  })
}

export async function takeBackPour(
  input: Input<typeof bins.takeBackPour>,
  context: Context,
): Promise<Output<typeof bins.takeBackPour>> {
  return await command(context, input, async ({ db, seq }) => {
    const taken = { day: await kitchenToday(db, context), seq, reason: input.reason }
    return { binId: await undoPour(db, input.pourId, taken) }
  })
}

interface Taken {
  readonly day: string
  readonly seq: number
  readonly reason: string
}

/** Takes back everything that one topping up poured. */
export async function takePoursBack(db: Db, { output }: { readonly output: string }, taken: Taken): Promise<void> {
  const { pourIds } = JSON.parse(output) as Output<typeof bins.pour>
  for (const pourId of pourIds.toReversed()) await undoPour(db, pourId, taken)
}

/** @returns the bin it was poured into */
async function undoPour(db: Db, pourId: number, taken: Taken): Promise<number> {
  const found = await pourById(db, pourId)
  const binLot = found && (await lotById(db, found.bin_lot_id))
  if (!found || !binLot || binLot.bin_id === null) throw notFound(say('This pour'))
  const bin = await knownBin(db, binLot.bin_id)
  if (!isOpen(bin) || bin.lot_id !== binLot.id)
    throw fieldError('pourId', say('{bin} was emptied since. Take that back first.', { bin: bin.name }))
  if (binLot.on_hand < found.base) throw usedSince(bin, binLot, found)
  for (const movement of (await standingMovements(db, 'pour_id', found.id)).toReversed())
    await takeBack(db, movement, taken)
  await insertVoid(db, { kind: 'pour', id: found.id, reason: taken.reason, seq: taken.seq })
  await forgetPour(db, found)
  return bin.id
}

export async function empty(input: Input<typeof bins.empty>, context: Context): Promise<Output<typeof bins.empty>> {
  return await command(context, input, async ({ db, seq }) => {
    const bin = await knownBin(db, input.binId)
    const lot = isOpen(bin) ? await lotById(db, bin.lot_id) : undefined
    if (!lot) throw fieldError('binId', say('{bin} is empty already.', { bin: bin.name }))
    await checkDay(db, bin, input.day, await kitchenToday(db, context))
    const last = (await pours(db, 'bin_lot_id', [lot.id])).at(-1)
    if (last && input.day < last.day)
      throw fieldError(
        'day',
        say('Something was poured in on {day}. Type that day or a later one.', { day: sayDay(last.day) }),
      )
    if (lot.on_hand > 0)
      await postMovement(db, {
        lotId: lot.id,
        kind: 'counted',
        delta: -lot.on_hand,
        day: input.day,
        seq,
        reason: MARKED_EMPTIED,
      })
    await insertEmptied(db, { lotId: lot.id, day: input.day, seq })
    return { binId: bin.id, left: lot.on_hand === 0 ? null : formatQuantity(lot.on_hand, lot.unit) }
  })
}

export async function undoEmpty(
  input: Input<typeof bins.undoEmpty>,
  context: Context,
): Promise<Output<typeof bins.undoEmpty>> {
  return await command(context, input, async ({ db, seq }) => {
    const bin = await binById(db, input.binId)
    if (!bin || bin.emptied_id === null || bin.lot_id === null)
      throw fieldError('binId', say('This bin is not marked emptied.'))
    const since = await emptiedSeq(db, bin.emptied_id)
    const taken = { day: await kitchenToday(db, context), seq, reason: input.reason }
    for (const movement of await standingMovements(db, 'lot_id', bin.lot_id))
      if (movement.seq >= since && movement.reason === MARKED_EMPTIED) await takeBack(db, movement, taken)
    await insertVoid(db, { kind: 'emptied', id: bin.emptied_id, reason: input.reason, seq })
    return { binId: bin.id }
  })
}

/** A new lot for what the bin holds from now on; the pours that follow bring it in. */
async function newFilling(db: Db, bin: Bin, item: Item): Promise<number> {
  return await insertLot(db, { itemId: item.id, binId: bin.id, bestBy: null, typed: '', base: 0, unit: item.unit }, 0)
}

async function checkDay(db: Db, bin: Bin, day: Day, today: Day): Promise<void> {
  if (day > today) throw fieldError('day', say('That day is still to come. Type the day it happened.'))
  const [emptied] = (await fillings(db, bin.id)).flatMap((filling) => filling.emptied_on ?? [])
  if (emptied !== undefined && day < emptied)
    throw fieldError(
      'day',
      say('{bin} was marked emptied on {day}. Type that day or a later one.', { bin: bin.name, day: sayDay(emptied) }),
    )
}

async function pourable(db: Db, item: Item, lotId: number, day: Day, field: string): Promise<LotView> {
  const lot = await lotById(db, lotId)
  if (!lot || lot.item_id !== item.id)
    throw fieldError(field, say('This is not a lot of {item}. Choose one from the list.', { item: item.name }))
  if (lot.bin_id !== null)
    throw fieldError(field, say('This is what a bin holds. Pour from a bag; use it from either bin.'))
  const problem = lotProblem(lot, day)
  if (problem !== null && problem !== 'empty')
    throw fieldError(
      field,
      say('{item} from {lot} is {problem}. Choose another lot.', { item: item.name, lot: lotLabel(lot), problem }),
    )
  return lot
}

function howMuch(
  item: Item,
  lot: LotView,
  line: Input<typeof bins.pour>['lines'][number],
  field: string,
): Pick<Quantity, 'text' | 'base'> {
  const typed = orNull(line.quantity)
  if (typed === null) {
    if (lot.on_hand > 0) return { text: exactQuantityText(lot.on_hand, lot.unit), base: lot.on_hand }
    throw fieldError(
      field,
      say('{item} from {lot} is recorded as used up. Type how much there was.', {
        item: item.name,
        lot: lotLabel(lot),
      }),
    )
  }
  const quantity = quantityFor(item, typed, field)
  const short = quantity.base - lot.on_hand
  if (short > 0 && !line.moreThanRecorded)
    throw refused(
      field,
      say(
        '{item} from {lot} has {quantity} left: {short} short. Pour less, or say that there was more in it and it is counted up.',
        {
          item: item.name,
          lot: lotLabel(lot),
          quantity: formatQuantity(lot.on_hand, lot.unit),
          short: exactQuantityText(short, lot.unit),
        },
      ),
    )
  return quantity
}

function usedSince(bin: Bin, lot: LotView, found: Pour): AppError {
  return refused(
    'pourId',
    say(
      'Only {quantity} is left in {bin}, less than the {typed} poured in: some of it was used. Count the bin instead.',
      { quantity: formatQuantity(lot.on_hand, lot.unit), bin: bin.name, typed: found.typed },
    ),
  )
}

function refused(field: string, message: string): AppError {
  return new AppError({ code: 'rule_violation', message, fields: { [field]: message }, blockers: [message] })
}
