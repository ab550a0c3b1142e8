import { AppError } from '../../shared/api/errors.ts'
import type { corrections } from '../../shared/api/corrections.ts'
import type { Input } from '../../shared/api/operation.ts'
import { usesOfBatches } from '../db/repos/batches.ts'
import { listEquipment, listPeople } from '../db/repos/crew.ts'
import { changesOf, correctionOfCommand, lastCorrection, usesEndedBy } from '../db/repos/corrections.ts'
import { lotsOfBatch, type LotView } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { applyCorrection } from './batchCorrecting.ts'
import type { Context } from './context.ts'
import { outcomeOf } from './correctedOutcome.ts'
import { say } from '../../shared/words/say.ts'

type Correction = Omit<Input<typeof corrections.save>, 'requestId'>

/** Takes a correction back by the opposite one. @throws AppError where the batch was corrected again since */
export async function takeCorrectionBack(
  db: Db,
  commandSeq: number,
  { seq, reason, context }: { readonly seq: number; readonly reason: string; readonly context: Context },
): Promise<void> {
  const correction = await correctionOfCommand(db, commandSeq)
  if (!correction || (await lastCorrection(db, correction.batch_id)) !== correction.id)
    throw new AppError({
      code: 'rule_violation',
      message: say('This batch was corrected again since. Correct it once more instead.'),
      blockers: [say('a later correction')],
    })
  const { batch_id: batchId } = correction
  const old = new Map((await changesOf(db, correction.id)).map((change) => [change.fact, change.old]))
  const lots = await lotsOfBatch(db, batchId)
  const input: Correction = {
    batchId,
    reason,
    uses: await usesBefore(db, batchId, correction.id),
    outcomes: await outcomesBefore(db, lots, old),
    madeOn: old.get('made on') ?? null,
    bestBy: old.has('best by') ? (old.get('best by') ?? '') : null,
    ...(await crewBefore(db, old)),
    note: old.has('note') ? (old.get('note') ?? '') : null,
  }
  await applyCorrection(db, { input, seq, context })
}

/** Who and what it was before, by the names that the correction kept. */
async function crewBefore(db: Db, old: ReadonlyMap<string, string | null>) {
  const idsOf = (names: string | null | undefined, all: readonly { id: number; name: string }[]) =>
    all.filter(({ name }) => (names ?? '').split(', ').includes(name)).map(({ id }) => id)
  return {
    ...(old.has('people') ? { personIds: idsOf(old.get('people'), await listPeople(db)) } : {}),
    ...(old.has('equipment') ? { equipmentIds: idsOf(old.get('equipment'), await listEquipment(db)) } : {}),
  }
}

/** The rows that the correction left alone, and those that it ended, which are written again. */
async function usesBefore(db: Db, batchId: number, correctionId: number): Promise<NonNullable<Correction['uses']>> {
  const ended = await usesEndedBy(db, correctionId)
  const standing = (await usesOfBatches(db, [batchId])).filter((use) => use.correction_id !== correctionId)
  const rows = [...standing, ...ended].toSorted((a, b) => a.line - b.line)
  return rows.map((use) => ({
    itemId: use.item_id,
    lotId: use.lot_id,
    quantity: use.typed,
    moreThanRecorded: false,
    ...(ended.includes(use) ? {} : { useId: use.id }),
  }))
}

async function outcomesBefore(db: Db, lots: readonly LotView[], old: ReadonlyMap<string, string | null>) {
  const outcomes: NonNullable<Correction['outcomes']> = []
  for (const lot of lots) {
    const which = lots.length === 1 ? '' : `, ${lot.item}`
    const now = await outcomeOf(db, lot)
    const figure = (fact: string, present: number) => Number(old.get(`${fact}${which}`) ?? present)
    outcomes.push({
      lotId: lot.id,
      made: figure('made', now.made),
      discarded: figure('discarded', now.discarded),
      discardReason: old.get(`why discarded${which}`) ?? (now.discardReason || 'other'),
      setAside: figure('set aside', now.setAside),
    })
  }
  return outcomes
}
