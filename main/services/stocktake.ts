import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { pantry } from '../../shared/api/pantry.ts'
import type { Quantity } from '../../shared/domain/quantity.ts'
import { itemById } from '../db/repos/items.ts'
import { allStock, lotById, type LotView } from '../db/repos/lots.ts'
import { postMovement } from '../db/repos/movements.ts'
import type { Db } from '../db/schema.ts'
import { command, type Context, kitchenToday } from './context.ts'
import { lotRow } from './lotRow.ts'
import { quantityFor } from './quantities.ts'
import { correctUnits } from './units.ts'
import { say } from '../../shared/words/say.ts'

/** Lots that one stock-take lists. */
const MOST = 2000

export async function stock(_input: unknown, context: Context): Promise<Output<typeof pantry.stock>> {
  return await context.store.read(async (db) => {
    const today = await kitchenToday(db, context)
    return (await allStock(db, MOST)).map((row) => lotRow(row, today))
  })
}

export async function count(input: Input<typeof pantry.count>, context: Context): Promise<Output<typeof pantry.count>> {
  return await command(context, input, async ({ db, seq }) => {
    await countLot(db, input, { field: 'found', reason: input.reason, day: await kitchenToday(db, context), seq })
    return { lotId: input.lotId }
  })
}

/** Counts many lots in one step: all of it or nothing is written. */
export async function countAll(
  input: Input<typeof pantry.countAll>,
  context: Context,
): Promise<Output<typeof pantry.countAll>> {
  return await command(context, input, async ({ db, seq }) => {
    const day = await kitchenToday(db, context)
    const seen = new Set<number>()
    let changed = 0
    const counts = [...input.counts.entries()].filter(([, each]) => each.found !== '')
    if (counts.length === 0)
      throw fieldError('reason', say('Nothing is counted yet. Type what is there of at least one lot.'))
    for (const [at, each] of counts) {
      if (seen.has(each.lotId)) throw fieldError(`counts.${at}.found`, say('This lot is counted twice. Leave one out.'))
      seen.add(each.lotId)
      const delta = await countLot(db, each, { field: `counts.${at}.found`, reason: input.reason, day, seq })
      if (delta !== 0) changed += 1
    }
    return { counted: counts.length, changed }
  })
}

/** @returns by how much the record was wrong, in base units */
async function countLot(
  db: Db,
  { lotId, found }: { lotId: number; found: string },
  { field, reason, day, seq }: { field: string; reason: string; day: string; seq: number },
): Promise<number> {
  const row = await lotById(db, lotId)
  if (!row) throw notFound(say('This lot'))
  const base = found === '0' ? 0 : (await inItsUnit(db, row, found, field)).base
  const delta = base - row.on_hand
  if (delta === 0) return 0
  if (row.bin_emptied === 1)
    throw fieldError(
      field,
      say('{bin} was marked emptied. Take that back, or top it up.', { bin: row.bin ?? say('This bin') }),
    )
  if (row.batch_id !== null) await correctUnits(db, { lot: row, delta, day, seq, reason, field })
  else await postMovement(db, { lotId, kind: 'counted', delta, day, seq, reason })
  return delta
}

/** A bare number counts in the unit that the lot is shown in. */
async function inItsUnit(db: Db, row: LotView, found: string, field: string): Promise<Quantity> {
  const item = await itemById(db, row.item_id)
  if (!item) throw notFound(say('This ingredient'))
  return quantityFor({ ...item, unit: row.unit }, found, field)
}
