import { AppError, fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { RecallInput, type RecallScope } from '../../shared/api/recall.ts'
import { RecallDetail, type recalls } from '../../shared/api/recalls.ts'
import { lotsById, setHold } from '../db/repos/lots.ts'
import {
  insertCheck,
  insertDetail,
  insertRecall,
  insertRecallEnd,
  insertRecallLot,
  insertRecallNotice,
  insertResponse,
  recallById,
  recallRows,
  type RecallView,
} from '../db/repos/recalls.ts'
import type { Db } from '../db/schema.ts'
import type { Work } from '../db/unitOfWork.ts'
import { command, type Context, kitchenToday } from './context.ts'
import { readCriteria } from './recallCriteria.ts'
import { scopeIn } from './recallScope.ts'
import { tallyUnits, withUnaccounted } from './recallUnits.ts'
import { inEnglish } from './speech.ts'
import { say } from '../../shared/words/say.ts'

type Operations = typeof recalls

/** Opens a recall: the scope as it is now becomes its snapshot, and affected stock goes on hold with it. */
export async function openRecall(
  input: Input<Operations['open']>,
  context: Context,
): Promise<Output<Operations['open']>> {
  const { requestId: _, kind, reason, ...criteria } = input
  return await command(context, input, async (work) => {
    const { db, seq } = work
    // What the recall keeps is in English, as its notices are; what stands in its way is said to the person.
    await readCriteria(db, criteria, await kitchenToday(db, context))
    const scope = await inEnglish(async () => await scopeIn(db, criteria, context))
    if (scope.affected.length + scope.cannotTell.length + scope.lots.length === 0)
      throw new AppError({
        code: 'rule_violation',
        message: say(
          'Nothing in the record is meant by {notice}: there is nothing to recall. Compare the notice once more.',
          { notice: scope.notice },
        ),
      })
    const openedOn = await kitchenToday(db, context)
    const recallId = await insertRecall(db, {
      kind,
      title: scope.notice,
      criteria: JSON.stringify(criteria),
      openedOn,
      seed: null,
      seq,
    })
    await insertDetail(db, { recall_id: recallId, detail: JSON.stringify(RecallDetail.parse({ reason })), seq })
    await keepLots(work, recallId, scope, new Set())
    const held = await holdAffected(work, scope)
    return { recallId, held }
  })
}

/** Adds what the grown record shows to belong to a recall; what it no longer shows stays. */
export async function extendRecall(
  input: Input<Operations['extend']>,
  context: Context,
): Promise<Output<Operations['extend']>> {
  return await command(context, input, async (work) => {
    const recall = await openOne(work.db, input.recallId)
    const scope = await inEnglish(async () => await scopeIn(work.db, criteriaOf(recall), context))
    const { lots } = await recallRows(work.db, recall.id)
    const known = new Set(lots.map((lot) => `${lot.lot_id} ${lot.verdict}`))
    // What is affected stays affected, whatever was learnt later: nobody takes a warning back by a correction.
    for (const lot of lots) if (lot.verdict === 'affected') known.add(`${lot.lot_id} cannot tell`)
    const added = await keepLots(work, recall.id, scope, known)
    if (added === 0)
      throw new AppError({
        code: 'rule_violation',
        message: say('The record shows nothing that this recall does not hold.'),
      })
    return { recallId: recall.id, added, held: await holdAffected(work, scope) }
  })
}

export async function describeRecall(input: Input<Operations['describe']>, context: Context) {
  const { requestId: _, recallId, ...detail } = input
  return await command(context, input, async ({ db, seq }) => {
    await anyOne(db, recallId)
    await insertDetail(db, { recall_id: recallId, detail: JSON.stringify(detail), seq })
    return { recallId }
  })
}

export async function tellPlaces(input: Input<Operations['tell']>, context: Context) {
  const { recallId, placeIds, means, toldOn } = input
  return await command(context, input, async ({ db, seq }) => {
    await openOne(db, recallId)
    for (const place_id of placeIds.length > 0 ? placeIds : [null])
      await insertRecallNotice(db, { recall_id: recallId, place_id, means, told_on: toldOn, seq })
    return { recallId }
  })
}

export async function noteResponse(input: Input<Operations['respond']>, context: Context) {
  const { recallId, placeId, lotId } = input
  return await command(context, input, async ({ db, seq }) => {
    await openOne(db, recallId)
    const { lots } = await recallRows(db, recallId)
    if (!lots.some((lot) => lot.lot_id === lotId)) throw fieldError('lotId', say('This lot is not in the recall.'))
    await insertResponse(db, {
      recall_id: recallId,
      place_id: placeId,
      lot_id: lotId,
      answered_on: input.answeredOn,
      on_hand: input.onHand,
      returned: input.returned,
      destroyed: input.destroyed,
      note: input.note ?? '',
      seq,
    })
    return { recallId }
  })
}

export async function noteCheck(input: Input<Operations['check']>, context: Context) {
  const { recallId, placeId, checkedOn, result, note } = input
  return await command(context, input, async ({ db, seq }) => {
    await openOne(db, recallId)
    const row = { recall_id: recallId, place_id: placeId, checked_on: checkedOn, result, note: note ?? '', seq }
    await insertCheck(db, row)
    return { recallId }
  })
}

export async function endRecall(input: Input<Operations['end']>, context: Context) {
  const { recallId, ended, statement } = input
  return await command(context, input, async ({ db, seq }) => {
    await anyOne(db, recallId)
    if ((await isEnded(db, recallId)) === ended)
      throw new AppError({
        code: 'conflict',
        message: ended ? say('This recall has ended already.') : say('This recall is open.'),
      })
    const ended_on = await kitchenToday(db, context)
    await insertRecallEnd(db, { recall_id: recallId, ended: Number(ended), ended_on, statement, seq })
    return { recallId }
  })
}

export function criteriaOf(recall: Pick<RecallView, 'criteria'>): RecallInput {
  return RecallInput.parse(JSON.parse(recall.criteria))
}

/** Keeps lots of a scope that the recall does not hold yet. @returns how many */
export async function keepLots(
  { db, seq }: Pick<Work, 'db' | 'seq'>,
  recallId: number,
  scope: RecallScope,
  known: ReadonlySet<string>,
): Promise<number> {
  const finished = [
    ...scope.affected.map((batch) => ({ ...batch, verdict: 'affected' as const })),
    ...scope.cannotTell.map((batch) => ({ ...batch, verdict: 'cannot tell' as const })),
  ].flatMap(({ lotIds, verdict, because }) => lotIds.map((lotId) => ({ lotId, verdict, because })))
  const own = new Set(finished.map(({ lotId }) => lotId))
  const views = await lotsById(db, [...own])
  const tallies = await tallyUnits(db, [...views.values()])
  const bought = scope.lots
    .filter(({ lotId }) => !own.has(lotId))
    .map(({ lotId, verdict, because }) => ({ lotId, verdict, because: [because] }))
  const added = [...finished, ...bought].filter(({ lotId, verdict }) => !known.has(`${lotId} ${verdict}`))
  for (const { lotId, verdict, because } of added) {
    const tally = tallies.get(lotId)
    await insertRecallLot(db, {
      recall_id: recallId,
      lot_id: lotId,
      verdict,
      because: JSON.stringify(because),
      units: JSON.stringify(tally ? withUnaccounted(tally) : null),
      seq,
    })
  }
  return added.length
}

/** Stops everything affected that is still here. @returns how many lots were not on hold before */
async function holdAffected({ db, seq }: Work, scope: RecallScope): Promise<number> {
  const ids = [
    ...scope.affected.flatMap((batch) => batch.lotIds),
    ...scope.lots.filter((lot) => lot.verdict === 'affected').map((lot) => lot.lotId),
  ]
  const lots = await lotsById(db, [...new Set(ids)])
  const free = [...lots.values()].filter((lot) => lot.held === 0 && lot.on_hand > 0)
  const reason = `Recall: ${scope.notice}`.slice(0, 200)
  for (const lot of free) await setHold(db, { lotId: lot.id, held: true, reason, seq })
  return free.length
}

async function anyOne(db: Db, id: number): Promise<RecallView> {
  const recall = await recallById(db, id)
  if (!recall) throw notFound(say('This recall'))
  return recall
}

async function openOne(db: Db, id: number): Promise<RecallView> {
  const recall = await anyOne(db, id)
  if (recall.kind === 'drill')
    throw new AppError({
      code: 'rule_violation',
      message: say('This is a drill: nobody is contacted, and nothing is recalled.'),
    })
  if (await isEnded(db, id))
    throw new AppError({ code: 'rule_violation', message: say('This recall has ended. Open it again first.') })
  return recall
}

async function isEnded(db: Db, id: number): Promise<boolean> {
  return (await recallRows(db, id)).ends.at(-1)?.ended === 1
}
