import { createHash } from 'node:crypto'
import type { drills, DrillStep } from '../../shared/api/drills.ts'
import { AppError, fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { RecallInput } from '../../shared/api/recall.ts'
import { RecallDetail } from '../../shared/api/recalls.ts'
import { drawn } from '../../shared/domain/drillScore.ts'
import { insertStep, lotsToDraw, stepsOf } from '../db/repos/drills.ts'
import { lotById, type LotView } from '../db/repos/lots.ts'
import { insertDetail, insertRecall, insertRecallEnd, listRecalls, recallById } from '../db/repos/recalls.ts'
import type { Db } from '../db/schema.ts'
import { command, type Context, kitchenToday } from './context.ts'
import { readTolerances } from './drillTolerances.ts'
import { criteriaOf, keepLots } from './recallRecords.ts'
import { recallIn } from './recallViews.ts'
import { scopeIn } from './recallScope.ts'
import { inEnglish } from './speech.ts'
import { say } from '../../shared/words/say.ts'

type Operations = typeof drills

/** Draws a lot by the seed, asks what a notice about it would ask, and starts the clock. */
export async function startDrill(
  input: Input<Operations['start']>,
  context: Context,
): Promise<Output<Operations['start']>> {
  return await command(context, input, async ({ db, seq }) => {
    const seed = input.seed ?? seedOf(input.requestId)
    const lot = await lotById(db, drawn(seed, await lotsToDraw(db)) ?? 0)
    if (!lot)
      throw new AppError({
        code: 'rule_violation',
        message: say('There is no lot to draw yet. Record a batch first; a drill needs something to look for.'),
      })
    const criteria = noticeOf(lot)
    const scope = await inEnglish(async () => await scopeIn(db, criteria, context))
    const drillId = await insertRecall(db, {
      kind: 'drill',
      title: scope.notice,
      criteria: JSON.stringify(criteria),
      openedOn: await kitchenToday(db, context),
      seed,
      seq,
    })
    await insertDetail(db, { recall_id: drillId, detail: JSON.stringify(RecallDetail.parse({})), seq })
    return { drillId, seed }
  })
}

export async function listDrills(_input: unknown, context: Context): Promise<Output<Operations['list']>> {
  return await context.store.read(async (db) => {
    const heads: Output<Operations['list']> = []
    for (const { id } of await listRecalls(db, true)) {
      const { title, seed, openedOn, drill } = await recallIn(db, id, context)
      if (drill === null || seed === null) continue
      heads.push({
        id,
        title,
        seed,
        startedOn: openedOn,
        minutes: drill.steps.findLast(({ step }) => step !== 'signed')?.minutes ?? null,
        accountedPercent: drill.parts.units,
        score: drill.score,
        signedBy: drill.signed?.name ?? null,
      })
    }
    return heads
  })
}

export async function findDrillScope(
  input: Input<Operations['findScope']>,
  context: Context,
): Promise<Output<Operations['findScope']>> {
  return await command(context, input, async (work) => {
    const drill = await openDrill(work.db, input.drillId, 'scope')
    const lots = await keepLots(
      work,
      drill.id,
      await inEnglish(async () => await scopeIn(work.db, criteriaOf(drill), context)),
      new Set(),
    )
    await note(work, drill.id, 'scope', { lots, tolerances: await readTolerances(work.db) }, context)
    return { drillId: drill.id, lots }
  })
}

export async function countDrill(input: Input<Operations['count']>, context: Context) {
  return await command(context, input, async (work) => {
    const { id } = await openDrill(work.db, input.drillId, 'units')
    const { drill } = await recallIn(work.db, id, context)
    for (const [at, { lotId }] of input.lots.entries())
      if (!drill?.counts.some((each) => each.lotId === lotId))
        throw fieldError(`lots.${at}.lotId`, say('This lot is not in the drill.'))
    if (input.lots.length < (drill?.counts.length ?? 0))
      throw fieldError('lots', say('Count every lot; type 0 where none is left.'))
    await note(work, id, 'units', { lots: input.lots }, context)
    return { drillId: id }
  })
}

export async function checkDrillContacts(input: Input<Operations['checkContacts']>, context: Context) {
  return await command(context, input, async (work) => {
    const { id } = await openDrill(work.db, input.drillId, 'contacts')
    const { drill } = await recallIn(work.db, id, context)
    for (const [at, { placeId, isRight }] of input.places.entries()) {
      const place = drill?.contacts.find((each) => each.placeId === placeId)
      if (!place) throw fieldError(`places.${at}.placeId`, say('This place is not in the drill.'))
      if (isRight && place.contact === '')
        throw fieldError(
          `places.${at}.isRight`,
          say('{place} has no contact in the record: it cannot be right.', { place: place.place }),
        )
    }
    await note(work, id, 'contacts', { places: input.places }, context)
    return { drillId: id }
  })
}

export async function signDrill(input: Input<Operations['sign']>, context: Context) {
  return await command(context, input, async (work) => {
    const { id } = await openDrill(work.db, input.drillId, 'signed')
    const { name, note: said } = input
    await note(work, id, 'signed', { name, note: said ?? '' }, context)
    const ended_on = await kitchenToday(work.db, context)
    await insertRecallEnd(work.db, {
      recall_id: id,
      ended: 1,
      ended_on,
      statement: `Signed off by ${name}`,
      seq: work.seq,
    })
    return { drillId: id }
  })
}

/** What a supplier's notice, or a customer, would say of the lot: by its code where one is recorded, or by the day. */
function noticeOf(lot: LotView): RecallInput {
  if (lot.lot_number !== null) return RecallInput.parse({ ownLot: lot.lot_number })
  const bag = { itemId: lot.item_id, supplierId: lot.supplier_id }
  if (lot.supplier_lot !== null && lot.supplier_lot !== '')
    return RecallInput.parse({ ...bag, supplierLot: lot.supplier_lot })
  return RecallInput.parse({ ...bag, receivedFrom: lot.received_on ?? '', receivedTo: lot.received_on ?? '' })
}

async function note(
  { db, seq }: { readonly db: Db; readonly seq: number },
  recall_id: number,
  step: DrillStep,
  finding: object,
  context: Context,
): Promise<void> {
  await insertStep(db, { recall_id, step, at: context.now(), finding: JSON.stringify(finding), seq })
}

/** A drill in which this step comes next, or may be done now. */
async function openDrill(db: Db, id: number, step: DrillStep) {
  const drill = await recallById(db, id)
  if (drill?.kind !== 'drill') throw notFound(say('This drill'))
  const done = new Set((await stepsOf(db, id)).map((each) => each.step))
  if (done.has('signed'))
    throw new AppError({ code: 'conflict', message: say('This drill is signed off: it stays as it is.') })
  if (done.has(step)) throw new AppError({ code: 'conflict', message: say('This step of the drill is done already.') })
  if (step !== 'scope' && !done.has('scope'))
    throw new AppError({
      code: 'rule_violation',
      message: say('Find the scope first: the other steps are about what it finds.'),
    })
  if (step === 'signed' && !(done.has('units') && done.has('contacts')))
    throw new AppError({
      code: 'rule_violation',
      message: say('Count the units and check the contacts before signing.'),
    })
  return drill
}

/** A seed from the random id of the request, so that a repeated request draws the same. */
function seedOf(requestId: string): number {
  return (createHash('sha256').update(requestId).digest().readUInt32BE(0) % 999_999) + 1
}
