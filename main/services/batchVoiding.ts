import type { batches } from '../../shared/api/batches.ts'
import { AppError, fieldError } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { showRanges } from '../../shared/domain/serialRange.ts'
import { voidBlockers } from '../../shared/domain/voiding.ts'
import { batchesUsing, removeEdges, usesOfBatches } from '../db/repos/batches.ts'
import { lotsOfBatch } from '../db/repos/lots.ts'
import { clearUnits, standingMovements, takeAllBack } from '../db/repos/movements.ts'
import { shipmentLines } from '../db/repos/shipments.ts'
import { insertVoid } from '../db/repos/voids.ts'
import type { Db } from '../db/schema.ts'
import { knownBatch } from './batchViews.ts'
import { command, type Context, kitchenToday } from './context.ts'
import { settleEmptiedBins } from './emptiedBins.ts'
import { takeLastUnits } from './units.ts'
import { say, sayWord } from '../../shared/words/say.ts'

/** Voids a batch: its ingredients are on hand again, its number stays issued. Refused while something depends on it. */
export async function voidBatch(
  input: Input<typeof batches.void>,
  context: Context,
): Promise<Output<typeof batches.void>> {
  return await command(context, input, async ({ db, seq }) => {
    await undoBatch(db, input.batchId, { day: await kitchenToday(db, context), seq, reason: input.reason })
    return { batchId: input.batchId }
  })
}

/** Voids a batch within a transaction. @throws AppError `rule_violation` naming what depends on it */
export async function undoBatch(
  db: Db,
  batchId: number,
  taken: { readonly day: string; readonly seq: number; readonly reason: string },
): Promise<void> {
  const batch = await knownBatch(db, batchId)
  const lots = await lotsOfBatch(db, batch.id)
  const sent = await shipmentLines(
    db,
    'lot_id',
    lots.map((lot) => lot.id),
  )
  const usedBy: string[] = []
  for (const lot of lots) usedBy.push(...(await batchesUsing(db, lot.id)))
  const blockers = voidBlockers({
    alreadyVoid: batch.void_reason !== null,
    sentTo: sent
      .filter((line) => line.void_reason === null)
      .map((line) =>
        line.place === null
          ? say('the {units} that left as {purpose} on {day}', {
              units: line.units,
              purpose: sayWord(line.purpose),
              day: line.sent_on,
            })
          : say('the shipment of {units} to {place} on {day}', {
              units: line.units,
              place: line.place,
              day: line.sent_on,
            }),
      ),
    usedBy: usedBy.map((number) => say('batch {number}', { number })),
  })
  if (blockers.length > 0)
    throw new AppError({
      code: 'rule_violation',
      message: say('{lotNumber} cannot be voided because of {blockers}. Void what comes after it first.', {
        lotNumber: batch.lot_number,
        blockers: blockers.join(` ${say('and')} `),
      }),
      blockers,
    })

  for (const lot of lots) {
    await takeAllBack(db, await standingMovements(db, 'lot_id', lot.id), taken)
    await clearUnits(db, lot.id)
  }
  for (const use of await usesOfBatches(db, [batch.id]))
    await takeAllBack(db, await standingMovements(db, 'batch_use_id', use.id), taken)
  await removeEdges(db, batch.id)
  await settleEmptiedBins(db, taken)
  await insertVoid(db, { kind: 'batch', id: batch.id, reason: taken.reason, seq: taken.seq })
}

export async function discardUnits(
  input: Input<typeof batches.discard>,
  context: Context,
): Promise<Output<typeof batches.discard>> {
  return await command(context, input, async ({ db, seq }) => {
    const batch = await knownBatch(db, input.batchId)
    const lots = await lotsOfBatch(db, batch.id)
    const lot = input.lotId ? lots.find((each) => each.id === input.lotId) : lots[0]
    if (!lot)
      throw fieldError(
        'lotId',
        say('This is not a pack of {lotNumber}. Choose one from the list.', { lotNumber: batch.lot_number }),
      )
    const day = await kitchenToday(db, context)
    const movement = { kind: 'discarded', day, seq, reason: input.reason } as const
    const ranges = await takeLastUnits(db, lot, input.units, movement, 'discarded')
    return { batchId: batch.id, serials: showRanges(ranges) }
  })
}
