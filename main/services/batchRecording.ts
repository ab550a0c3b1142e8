import type { batches } from '../../shared/api/batches.ts'
import { AppError, fieldError } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { isOfPattern, lotKey, readsAsUnitOf } from '../../shared/domain/lotNumber.ts'
import { patternOf } from '../../shared/domain/lotPattern.ts'
import type { Work } from '../db/unitOfWork.ts'
import { addEdge, insertBatch, insertUse } from '../db/repos/batches.ts'
import { closeSavedDraft } from '../db/repos/drafts.ts'
import type { Item } from '../db/repos/items.ts'
import { wasReleased } from '../db/repos/importKnown.ts'
import { endLive } from '../db/repos/live.ts'
import { postMovement } from '../db/repos/movements.ts'
import { confusedWith, markIssued, wasIssued } from '../db/repos/numbers.ts'
import type { Db } from '../db/schema.ts'
import { bringOut, type PackFigures, packFigures, type ToldOutcome } from './batchOutputs.ts'
import { nextNumber } from './batchProposal.ts'
import { type CheckedUse, checkUses, type NumberedUse } from './batchUses.ts'
import { markTypedIn, sheetOfProduct } from './blankSheets.ts'
import { command, type Context, kitchenToday, orNull } from './context.ts'
import { writeCrew } from './batchCrew.ts'
import { receiveDeliveries } from './deliveries.ts'
import { readKitchen } from './kitchen.ts'
import { batchInProgress } from './liveState.ts'
import { freshLookups, type Lookups } from './lookups.ts'
import { freezeLabel, type LabelUse } from './labelWords.ts'
import { endPlanMade } from './planMade.ts'
import { productToMake } from './products.ts'
import { takeUnits } from './units.ts'
import { say } from '../../shared/words/say.ts'
import { countOf } from '../../shared/words/counted.ts'

type RecordInput = Input<typeof batches.record>

/** Records a finished batch in one transaction: number, uses, output, stock and audit row, or nothing at all. */
export async function recordBatch(input: RecordInput, context: Context): Promise<Output<typeof batches.record>> {
  return await command(context, input, async (work) => await writeBatch(work, context, input))
}

/**
 * Writes a batch within a transaction.
 * @param past for a batch of the past that is told from elsewhere: a lot that is held or past its date now was not so
 * then, and its number, in whatever style, stays as it is
 */
export async function writeBatch(
  work: Work,
  context: Context,
  input: ToldOutcome & { readonly uses: (RecordInput['uses'][number] & NumberedUse)[] },
  { past = false, lookups = freshLookups }: { past?: boolean; lookups?: Lookups } = {},
): Promise<Output<typeof batches.record>> {
  const { db, seq } = work
  const { product, recipeId } = await productToMake(db, input.productId, lookups)
  const outcome = await packFigures(db, product, input)
  checkFigures(input, outcome, await kitchenToday(db, context))
  const received = await receiveDeliveries(work, context, input)
  const uses = await checkUses(db, { madeOn: input.madeOn, uses: received }, { past, lookups })
  const live = input.liveId ? await liveOf(db, input.liveId, input) : null
  const sheet = input.sheetId ? await sheetOfProduct(db, input.sheetId, product) : null
  const lotNumber = live?.lot_number ?? (await issueNumber(work, context, product, input, { past }))

  const batchId = await insertBatch(db, {
    lotNumber,
    lotKey: lotKey(lotNumber),
    productId: product.id,
    recipeId: live?.recipe_id ?? sheet?.recipe_id ?? recipeId,
    madeOn: input.madeOn,
    state: outcome.every((pack) => pack.made === pack.discarded) ? 'failed' : 'finished',
    made: outcome.reduce((sum, pack) => sum + pack.made, 0),
    note: input.note ?? '',
    seq,
  })
  for (const [line, use] of uses.entries()) await takeUse(db, { batchId, line, use, day: input.madeOn, seq })
  await writeCrew(db, batchId, input)
  if (live) await endLive(db, { liveId: live.id, batchId, reason: '', seq })
  await endPlanMade(db, { planId: input.planId ?? null, liveId: live?.id ?? null, product, batchId, seq })
  if (sheet) await markTypedIn(db, { sheetId: sheet.id, batchId, seq })
  if (input.draftId)
    await closeSavedDraft(db, { id: input.draftId, productId: product.id, liveId: live?.id ?? null, at: work.at })
  await freezeLabel(db, { id: batchId, productId: product.id, seq }, uses.map(labelUse), lookups)
  return await bringOut(db, { input, product, outcome, batchId, lotNumber, seq })
}

/** The batch in progress that is finished. @throws AppError naming the field where it is another product’s or number */
async function liveOf(db: Db, liveId: number, input: RecordInput) {
  const live = await batchInProgress(db, liveId)
  if (live.product_id !== input.productId)
    throw fieldError(
      'productId',
      say('{lotNumber} was started as {product}. Finish it as that.', {
        lotNumber: live.lot_number,
        product: live.product,
      }),
    )
  const typed = orNull(input.lotNumber)
  if (typed !== null && typed !== live.lot_number)
    throw fieldError(
      'lotNumber',
      say('The number {lotNumber} was issued when the batch was started. Leave this empty.', {
        lotNumber: live.lot_number,
      }),
    )
  return live
}

function checkFigures(input: RecordInput, outcome: readonly PackFigures[], today: string): void {
  const { madeOn } = input
  if (madeOn > today) throw fieldError('madeOn', say('That day is still to come. Type the day the batch was made.'))
  for (const { made, discarded, setAside, unit, field } of outcome)
    if (discarded + setAside > made)
      throw fieldError(
        `${field}discarded`,
        say('Only {made} were made, so {n} cannot be discarded or set aside. Correct one of the numbers.', {
          made: countOf(made, unit),
          n: discarded + setAside,
        }),
      )
  if (outcome.some((pack) => pack.discarded > 0) && orNull(input.discardReason) === null)
    throw fieldError('discardReason', say('Choose why they were discarded.'))
  const bestBy = orNull(input.bestBy)
  if (bestBy !== null && bestBy < madeOn)
    throw fieldError('bestBy', say('The best-by date is before the day it was made. Correct one of the two.'))
}

/** Numbers of batches that were made before this record began are kept as they are up to this length. */
const LONGEST_FROM_ELSEWHERE = 40

/** The number typed, or the next one; written to the list beside the database before the commit. */
export async function issueNumber(
  work: Work,
  context: Context,
  product: Item,
  input: Pick<RecordInput, 'madeOn' | 'lotNumber'>,
  { past = false } = {},
): Promise<string> {
  const typed = orNull(input.lotNumber)
  const isToldAgain = past && typed !== null && (await wasReleased(work.db, lotKey(typed)))
  const next = async () => await nextNumber(work.db, context, product, input.madeOn)
  if (typed !== null && !isToldAgain) {
    const isRegular = async () => {
      const { lotFormat, lotPattern } = await readKitchen(work.db, context)
      return isOfPattern(patternOf(lotFormat, lotPattern), product.code ?? '', input.madeOn, typed)
    }
    const problem = await typedProblem(work.db, typed, { next, past, isRegular })
    if (problem !== undefined)
      throw new AppError({ code: 'conflict', message: problem, fields: { lotNumber: problem } })
  }
  const number = typed ?? (await next())
  if (number.length > (past && typed !== null ? LONGEST_FROM_ELSEWHERE : 20))
    throw fieldError(
      'lotNumber',
      say('{number} is longer than 20 characters. Type a shorter lot number, or shorten the product’s code.', {
        number,
      }),
    )
  await markIssued(work.db, [number])
  work.beforeCommit(() => context.issued.append([number]))
  return number
}

/** @param past the number stands on jars already: it is kept, whatever it reads like */
async function typedProblem(
  db: Db,
  typed: string,
  { next, past, isRegular }: { next: () => Promise<string>; past: boolean; isRegular: () => Promise<boolean> },
): Promise<string | undefined> {
  if (await wasIssued(db, typed))
    return say('Lot number {typed} was issued before and is never used twice. The next free one is {next}.', {
      typed,
      next: await next(),
    })
  if (past) return undefined
  const issued = await confusedWith(db, typed)
  // A number of the kitchen's own pattern needs no look at the next one, which is written alike.
  if (issued === undefined && (await isRegular())) return undefined
  const free = await next()
  const like = issued ?? (readsAsUnitOf(lotKey(free), lotKey(typed)) ? free : undefined)
  return like === undefined || typed === free
    ? undefined
    : say('Lot number {typed} could be read as a jar of {like}, or the other way round. The next free one is {free}.', {
        typed,
        like,
        free,
      })
}

function labelUse({ item, lot, quantity }: CheckedUse): LabelUse {
  return {
    item_id: item.id,
    item_kind: item.kind,
    product_id: item.pack_of ?? item.id,
    dimension: item.dimension,
    base: quantity.base,
    lot: lot ?? undefined,
  }
}

/** Writes one checked ingredient row and takes its lot, counting it up first where there was more. */
export async function takeUse(
  db: Db,
  {
    batchId,
    line,
    use,
    day,
    seq,
    correctionId,
  }: { batchId: number; line: number; use: CheckedUse; day: string; seq: number; correctionId?: number },
): Promise<void> {
  const { lot, quantity, basis, item, overrideReason } = use
  const useId = await insertUse(db, {
    batchId,
    line,
    itemId: item.id,
    lotId: lot?.id ?? null,
    typed: quantity.text,
    base: quantity.base,
    basis,
    overrideReason,
    ...(correctionId === undefined ? {} : { correctionId }),
  })
  if (!lot) return
  if (use.foundMore > 0)
    await postMovement(db, {
      lotId: lot.id,
      kind: 'counted',
      delta: use.foundMore,
      day,
      seq,
      batchUseId: useId,
      reason: 'there was more than recorded',
    })
  if (use.units) await takeUnits(db, { lotId: lot.id, kind: 'used', day, seq, batchUseId: useId }, 'used', use.units)
  else await postMovement(db, { lotId: lot.id, kind: 'used', delta: -quantity.base, day, seq, batchUseId: useId })
  await addEdge(db, batchId, lot)
}
