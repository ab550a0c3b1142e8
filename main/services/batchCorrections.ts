import { AppError } from '../../shared/api/errors.ts'
import type { corrections } from '../../shared/api/corrections.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { formatQuantity } from '../../shared/domain/quantity.ts'
import { usesOfBatches } from '../db/repos/batches.ts'
import { crewOf } from '../db/repos/crew.ts'
import { correctionsOf, standingUse } from '../db/repos/corrections.ts'
import { lotsById, lotsOfBatch } from '../db/repos/lots.ts'
import { lotsThatDay } from '../db/repos/lotsThatDay.ts'
import { applyCorrection } from './batchCorrecting.ts'
import { factInWords, valueInWords } from './changesInWords.ts'
import { knownBatch } from './batchViews.ts'
import { whoOf } from './deskNow.ts'
import { command, type Context, kitchenToday, orNull } from './context.ts'
import { outcomeOf } from './correctedOutcome.ts'
import { lotLabel, lotProblem } from './lotRow.ts'
import { say } from '../../shared/words/say.ts'

/** A batch as its correction form begins. */
export async function openForCorrection(
  { batchId }: Input<typeof corrections.open>,
  { store }: Context,
): Promise<Output<typeof corrections.open>> {
  return await store.read(async (db) => {
    const batch = await knownBatch(db, batchId)
    const lots = await lotsOfBatch(db, batchId)
    const uses = await usesOfBatches(db, [batchId])
    const used = await lotsById(
      db,
      uses.flatMap((use) => use.lot_id ?? []),
    )
    const outcomes: Output<typeof corrections.open>['outcomes'] = []
    for (const lot of lots) {
      const { made, discarded, discardReason, setAside, gone } = await outcomeOf(db, lot)
      outcomes.push({
        lotId: lot.id,
        product: lot.item,
        unit: lot.unit,
        made,
        discarded,
        discardReason,
        setAside,
        gone,
      })
    }
    const crew = await crewOf(db, batchId)
    return {
      batchId,
      lotNumber: batch.lot_number,
      product: batch.product,
      unit: batch.unit,
      madeOn: batch.made_on,
      bestBy: lots[0]?.best_by ?? null,
      note: batch.note,
      personIds: crew.people.map(({ id }) => id),
      equipmentIds: crew.equipment.map(({ id }) => id),
      outcomes,
      uses: uses.map((use) => {
        const lot = used.get(use.lot_id ?? 0)
        return {
          useId: use.id,
          itemId: use.item_id,
          ingredient: use.item,
          quantity: use.typed,
          lotId: use.lot_id,
          lot: lot ? lotLabel(lot) : say('lot not recorded'),
        }
      }),
    }
  })
}

const MANY_LOTS = 60

/** Lots of an ingredient that were there on a day, whatever became of them since. */
export async function lotsOfThatDay(
  { itemId, day }: Input<typeof corrections.lots>,
  context: Context,
): Promise<Output<typeof corrections.lots>> {
  return await context.store.read(async (db) => {
    const rows = await lotsThatDay(db, itemId, day, MANY_LOTS)
    const views = await lotsById(
      db,
      rows.map((row) => row.id),
    )
    const today = await kitchenToday(db, context)
    return rows.flatMap(({ id, there }) => {
      const lot = views.get(id)
      if (!lot) return []
      const problem = lotProblem(lot, today)
      return {
        lotId: id,
        lot: lotLabel(lot),
        there: there > 0 ? formatQuantity(there, lot.unit) : null,
        left: formatQuantity(lot.on_hand, lot.unit),
        mark: problem === 'empty' ? null : problem,
      }
    })
  })
}

export async function listCorrections(
  { batchId }: Input<typeof corrections.list>,
  { store }: Context,
): Promise<Output<typeof corrections.list>> {
  return await store.read(async (db) => {
    const found = await correctionsOf(db, batchId)
    return found.map(({ at, actor, reason, changes }) => ({
      at,
      who: whoOf(actor),
      reason,
      changes: changes.map(({ fact, old, new: corrected }) => ({
        fact: factInWords(fact),
        old: valueInWords(fact, old),
        new: valueInWords(fact, corrected),
      })),
    }))
  })
}

/** Names the lot of an ingredient row that had none: a correction of that one row, which is then confirmed. */
export async function nameLot(
  input: Input<typeof corrections.nameLot>,
  context: Context,
): Promise<Output<typeof corrections.nameLot>> {
  return await command(context, input, async ({ db, seq }) => {
    const use = await standingUse(db, input.useId)
    if (!use || use.lot_id !== null)
      throw new AppError({
        code: 'conflict',
        message: say('The lot of this ingredient was named in the meantime. Nothing more is needed.'),
      })
    const uses = (await usesOfBatches(db, [use.batch_id])).map((row) =>
      row.id === use.id
        ? {
            useId: row.id,
            itemId: row.item_id,
            lotId: input.lotId,
            quantity: orNull(input.quantity) ?? row.typed,
            moreThanRecorded: input.moreThanRecorded,
          }
        : {
            useId: row.id,
            itemId: row.item_id,
            lotId: row.lot_id,
            quantity: row.typed,
            moreThanRecorded: false,
          },
    )
    const reason = orNull(input.reason) ?? 'the lot was found out'
    return await applyCorrection(db, { input: { batchId: use.batch_id, reason, uses }, seq, context })
  })
}
