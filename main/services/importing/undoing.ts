import { AppError, notFound } from '../../../shared/api/errors.ts'
import type { imports } from '../../../shared/api/imports.ts'
import type { Input, Output } from '../../../shared/api/operation.ts'
import { batchesById } from '../../db/repos/batches.ts'
import { leaningOn } from '../../db/repos/importKnown.ts'
import { countToBringBack, recordsToBringBack, revise } from '../../db/repos/importRevisions.ts'
import {
  countRecords,
  doneRecords,
  filesOfImports,
  importById,
  type ImportRecord,
  markRows,
  setImport,
  setRecord,
} from '../../db/repos/imports.ts'
import { broughtNames } from '../../db/repos/leftOver.ts'
import { savepoint } from '../../db/repos/savepoint.ts'
import type { Db } from '../../db/schema.ts'
import type { LastStep, Work } from '../../db/unitOfWork.ts'
import { alreadyDone, command, type Context, kitchenToday } from '../context.ts'
import { madeOf } from './earlier.ts'
import { carryOut, takeOut } from './executing.ts'
import { breathe } from './pace.ts'
import type { Plan } from './plan.ts'
import type { Summary } from './summary.ts'
import { emptyMemory, forgetNames } from './stepMemory.ts'
import { say } from '../../../shared/words/say.ts'
import { kept } from '../../../shared/words/kept.ts'

/** Records taken back in one step. */
const BACK_STEP = 100

/**
 * Takes an import back, the last record first, and then puts back what it had taken the place of. Before the first step,
 * and again wherever something was recorded since the last one, what leans on it is looked for, so that nothing is taken
 * back by halves.
 */
export async function undo(input: Input<typeof imports.undo>, context: Context): Promise<Output<typeof imports.undo>> {
  const done = await alreadyDone<Output<typeof imports.undo>>(context, input)
  if (done) return done
  const { importId } = input
  const { row, files } = await context.store.read(async (db) => ({
    row: await importById(db, importId),
    files: (await filesOfImports(db)).filter((each) => each.import_id === importId),
  }))
  if (!row) throw notFound(say('This import'))
  if (row.state === 'undone') return { done: 0, left: 0 }
  const told = { ...input, files: files.map(({ file, sha256 }) => ({ name: file, sha256 })) }
  const answer = await command(context, told, async (work) => {
    const { db, seq } = work
    const now = await importById(db, importId)
    if (now?.state === 'undone') return { done: 0, left: 0 }
    if (now?.state !== 'undoing' || now.seen_seq !== seq - 1) refuseLeaning(await leaningOn(db, importId))
    const day = await kitchenToday(db, context)
    const count =
      (await takeSomeBack(db, importId, { day, seq, reason: `the import of ${row.name} was undone` })) ||
      (await bringSomeBack(work, context, importId, day))
    const left = await whatIsLeft(db, importId)
    if (left > 0) await setImport(db, importId, { state: 'undoing' })
    else await setImport(db, importId, { state: 'undone', summary: JSON.stringify({ ...(JSON.parse(row.summary) as Summary), leftOver: await broughtNames(db, importId) }) }) // prettier-ignore
    await revise(db, importId, seq)
    return { done: count, left }
  })
  await breathe()
  return answer
}

function refuseLeaning(blockers: readonly string[]): void {
  if (blockers.length === 0) return
  throw new AppError({
    code: 'rule_violation',
    message: say('This import cannot be taken back because of what came after it: {reasons}. Take that back first.', {
      reasons: blockers.join('; '),
    }),
    blockers: [...blockers],
  })
}

async function takeSomeBack(
  db: Db,
  importId: number,
  taken: { readonly day: string; readonly seq: number; readonly reason: string },
): Promise<number> {
  const records = await doneRecords(db, importId, BACK_STEP)
  for (const record of records) {
    await takeOut(db, madeOf(record.made), taken)
    await setRecord(db, record.id, { state: 'undone' })
  }
  await markRows(
    db,
    records.map((record) => record.id),
    'left out',
    kept(() => say('It was taken back.')),
  )
  return records.length
}

/** What an earlier state of the file said stands again, in the order in which it was imported then. */
async function bringSomeBack(work: Work, context: Context, importId: number, day: string): Promise<number> {
  const { db, seq } = work
  const records = await recordsToBringBack(db, importId, BACK_STEP)
  const memory = emptyMemory()
  for (const { by, ...old } of records) {
    const steps: LastStep[] = []
    try {
      const plan = await planAsItWas(db, old)
      const part: Work = { ...work, beforeCommit: (last) => steps.push(last) }
      const made = await savepoint(db, async () => await carryOut(part, context, plan, memory, day))
      for (const last of steps) work.beforeCommit(last)
      memory.made.set(old.id, made)
      await setRecord(db, old.id, { state: 'done', made: JSON.stringify(made), seq })
      await markRows(db, [old.id], 'imported', '')
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      forgetNames(memory)
      const why = error.body.message
      await markRows(db, [old.id], 'left out', kept(() => say('It could not be brought back: {why}', { why }))) // prettier-ignore
    }
    await setRecord(db, by, { replaces: null })
  }
  return records.length
}

/** A batch that got its number from here gets the same again: it stands on its jars. */
async function planAsItWas(db: Db, old: ImportRecord): Promise<Plan> {
  const plan = JSON.parse(old.plan) as Plan
  const { batchId } = madeOf(old.made)
  if (plan.kind !== 'batches' || plan.number !== '' || batchId === undefined) return plan
  return { ...plan, number: (await batchesById(db, [batchId])).get(batchId)?.lot_number ?? '' }
}

async function whatIsLeft(db: Db, importId: number): Promise<number> {
  const counts = await countRecords(db, importId)
  return (counts.get('done') ?? 0) + (await countToBringBack(db, importId))
}
