import { AppError, fieldError } from '../../shared/api/errors.ts'
import type { corrections } from '../../shared/api/corrections.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { showDay } from '../../shared/domain/day.ts'
import { type Change, insertChanges, insertCorrection, updateBatch, updateBestBy } from '../db/repos/corrections.ts'
import { itemById } from '../db/repos/items.ts'
import { lotsOfBatch, type LotView } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { correctCrew } from './batchCrew.ts'
import { bestByOf } from './batchProposal.ts'
import { knownBatch } from './batchViews.ts'
import { command, type Context, kitchenToday, orNull } from './context.ts'
import { changeOf, type Correcting } from './correcting.ts'
import { correctOutcomes } from './correctedOutcome.ts'
import { correctUses } from './correctedUses.ts'
import { checkDay } from './correctedDay.ts'
import { freezeAgain } from './labelWords.ts'
import { say } from '../../shared/words/say.ts'

type Correction = Omit<Input<typeof corrections.save>, 'requestId'>

export async function correctBatch(
  input: Input<typeof corrections.save>,
  context: Context,
): Promise<Output<typeof corrections.save>> {
  return await command(context, input, async ({ db, seq }) => await applyCorrection(db, { input, seq, context }))
}

/**
 * Corrects a batch inside a command: takes back the movements that were wrong and posts those that are right.
 * @throws AppError `invalid_input` where nothing changes, `rule_violation` naming what would be left short
 */
export async function applyCorrection(
  db: Db,
  { input, seq, context }: { input: Correction; seq: number; context: Context },
): Promise<Output<typeof corrections.save>> {
  const batch = await knownBatch(db, input.batchId)
  if (batch.void_reason !== null)
    throw new AppError({
      code: 'rule_violation',
      message: say('{lotNumber} is void, so there is nothing to correct. Record the batch again.', {
        lotNumber: batch.lot_number,
      }),
      blockers: [say('it is void')],
    })
  const today = await kitchenToday(db, context)
  const { reason } = input
  const madeOn = input.madeOn ?? batch.made_on
  const correctionId = await insertCorrection(db, { batchId: batch.id, reason, seq })
  const correcting: Correcting = { batch, madeOn, correctionId, seq, today, reason }

  const lots = await lotsOfBatch(db, batch.id)
  if (madeOn !== batch.made_on) await checkDay(db, correcting, lots)
  const uses = await correctUses(db, correcting, input.uses ?? null)
  const outcome = await correctOutcomes(db, correcting, lots, input.outcomes ?? null)
  const changes = [
    ...(madeOn === batch.made_on ? [] : [{ fact: 'made on', old: batch.made_on, new: madeOn }]),
    ...(await correctBestBy(db, correcting, lots, input.bestBy)),
    ...outcome.changes,
    ...uses,
    ...(await correctCrew(db, batch.id, input)),
    ...changeOf('note', batch.note, input.note ?? batch.note),
  ]
  if (changes.length === 0) throw fieldError('reason', say('Nothing is changed. Change a field, or go back.'))
  await insertChanges(db, correctionId, changes)
  await updateBatch(db, batch.id, {
    made_on: madeOn,
    made: outcome.made,
    state: outcome.made === outcome.discarded ? 'failed' : 'finished',
    note: input.note ?? batch.note,
  })
  if (uses.length > 0) await freezeAgain(db, batch.id, seq)
  return { batchId: batch.id, lotNumber: batch.lot_number, changes: changes.map(readChange) }
}

/** A change as people read it, in English: the history keeps it. */
function readChange({ fact, old, new: corrected }: Change) {
  const isDay = fact.startsWith('made on') || fact.startsWith('best by')
  const read = (value: string | null) => (value !== null && isDay ? showDay(value) : value)
  return { fact, old: read(old), new: read(corrected) }
}

/** The best-by day typed; where only the day made changes, the shelf life goes along with it. */
async function correctBestBy(
  db: Db,
  { batch, madeOn }: Correcting,
  lots: readonly LotView[],
  given: string | null | undefined,
): Promise<Change[]> {
  const changes: Change[] = []
  for (const lot of lots) {
    // A further pack keeps as long as its product.
    const item = await itemById(db, lot.product_id)
    if (!item) throw new Error(`lot ${lot.id} is of no item`)
    const wanted = given === undefined || given === null ? lot.best_by : orNull(given)
    const followed = wanted === lot.best_by && lot.best_by === bestByOf(item, batch.made_on)
    const bestBy = followed ? bestByOf(item, madeOn) : wanted
    if (bestBy === lot.best_by) continue
    if (bestBy !== null && bestBy < madeOn)
      throw fieldError('bestBy', say('The best-by date is before the day it was made. Correct one of the two.'))
    await updateBestBy(db, lot.id, bestBy)
    changes.push({
      fact: lots.length === 1 ? 'best by' : `best by, ${lot.item}`,
      old: lot.best_by,
      new: bestBy,
    })
  }
  return changes
}
