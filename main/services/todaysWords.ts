import { AppError, fieldError, notFound } from '../../shared/api/errors.ts'
import type { facts } from '../../shared/api/facts.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { showRanges } from '../../shared/domain/serialRange.ts'
import { batchById, usesOfBatches } from '../db/repos/batches.ts'
import { batchLabels, insertBatchLabel, labelBefore } from '../db/repos/facts.ts'
import { lotsById, lotsOfBatch } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { command, type Context } from './context.ts'
import { labelMismatches } from './labelMismatch.ts'
import { asLabelWords, labelOfBatch, recipeLabel } from './labelWords.ts'
import { oldLabels } from './oldLabels.ts'
import { say } from '../../shared/words/say.ts'

/** What the labels of a batch say, and what they would say by what is known of its lots today. */
export async function todaysWords(
  { batchId }: Input<typeof facts.today>,
  { store }: Context,
): Promise<Output<typeof facts.today>> {
  return await store.read(async (db) => {
    const batch = await knownBatch(db, batchId)
    const now = await labelOfBatch(db, batch)
    const kept = (await batchLabels(db, [batchId])).get(batchId) ?? now
    return { lotNumber: batch.lot_number, kept: asLabelWords(kept), today: asLabelWords(now) }
  })
}

/**
 * Makes what is known today of a batch's lots the words of its labels, so that they print again. The person has read
 * them: that the recipe has other allergens now than this batch stops them no more, until the recipe changes again.
 * @throws AppError while what it was made with, or one of its ingredients, is not settled
 */
export async function takeTodaysWords(
  input: Input<typeof facts.takeToday>,
  context: Context,
): Promise<Output<typeof facts.takeToday>> {
  return await command(context, input, async ({ db, seq }) => {
    const batch = await knownBatch(db, input.batchId)
    await refuseOldParts(db, batch)
    const words = await labelOfBatch(db, batch)
    await insertBatchLabel(db, batch.id, words, seq)
    const { label } = await recipeLabel(db, batch.productId)
    return {
      batchId: batch.id,
      lotNumber: batch.lot_number,
      containsLine: asLabelWords(words).containsLine,
      recipe: [...label.contains],
      printAgain: await printAgain(db, batch.id),
    }
  })
}

/** Gives the labels of a batch back the words that they had before. */
export async function takeWordsBack(db: Db, row: { readonly seq: number; readonly output: string }, seq: number) {
  const { batchId } = JSON.parse(row.output) as { batchId: number }
  const before = await labelBefore(db, batchId, row.seq)
  if (before) await insertBatchLabel(db, batchId, before, seq)
}

/** Units whose labels were printed with other words than now, by lot number and serials; empty where there are none. */
async function printAgain(db: Db, batchId: number): Promise<string> {
  const old = await oldLabels(db, await lotsOfBatch(db, batchId))
  return showRanges([...old.values()].flatMap(({ here }) => here))
}

/** What is in a product of one's own is known by that one's label: it is settled first. */
async function refuseOldParts(db: Db, batch: { readonly id: number; readonly lot_number: string }): Promise<void> {
  const uses = await usesOfBatches(db, [batch.id])
  const lots = [...(await lotsById(db, [...new Set(uses.flatMap((use) => use.lot_id ?? []))])).values()]
  const own = lots.filter((lot) => lot.batch_id !== null)
  const stopped = await labelMismatches(db, own)
  const first = own.find((lot) => stopped.has(lot.id))
  if (!first) return
  const message = say(
    '{lotNumber} was made with {part} ({item}), whose own label is stopped. Settle that one first, on its page of labels.',
    { lotNumber: batch.lot_number, part: first.lot_number ?? '', item: first.item },
  )
  throw new AppError({ code: 'rule_violation', message, blockers: [message] })
}

async function knownBatch(db: Db, batchId: number) {
  const batch = await batchById(db, batchId)
  if (!batch) throw notFound(say('This batch'))
  if (batch.state !== 'finished')
    throw fieldError('batchId', say('{lotNumber} has no labels.', { lotNumber: batch.lot_number }))
  return { ...batch, productId: batch.product_id }
}
