import { AppError } from '../../../shared/api/errors.ts'
import type { imports } from '../../../shared/api/imports.ts'
import type { Input, Output } from '../../../shared/api/operation.ts'
import {
  countPlanned,
  filesOfImports,
  finishRecords,
  importById,
  type ImportRecord,
  markRows,
  plannedRecords,
  recordsById,
  setImport,
  setRecord,
} from '../../db/repos/imports.ts'
import { revise } from '../../db/repos/importRevisions.ts'
import { savepoint } from '../../db/repos/savepoint.ts'
import type { Db } from '../../db/schema.ts'
import type { LastStep, Work } from '../../db/unitOfWork.ts'
import { alreadyDone, command, type Context, kitchenToday } from '../context.ts'
import { madeOf } from './earlier.ts'
import { carryOut, madeByRecords, recordsBefore, takeOut } from './executing.ts'
import { openImport } from './openImport.ts'
import { breathe } from './pace.ts'
import type { Made, Plan } from './plan.ts'
import { planIfStale } from './planning.ts'
import { emptyMemory, forgetNames } from './stepMemory.ts'
import { say } from '../../../shared/words/say.ts'
import { kept } from '../../../shared/words/kept.ts'

/** Records in one step at most. */
const STEP = 200

/**
 * Statements in one step, some 50 milliseconds: others are answered between two steps. A step takes the same records
 * wherever it runs, so that the history reads the same.
 */
const STATEMENTS = 2500

/** About how many statements a record takes. */
function statementsOf(plan: Plan): number {
  if (plan.kind === 'batches') return 20 + 5 * plan.uses.length
  return plan.kind === 'purchases'
    ? 8
    : plan.kind === 'sales' || plan.kind === 'returns'
      ? 5 + 10 * plan.lines.length
      : 20
}

/** The first of some records that are one step. */
function oneStep<T extends { readonly plan: Plan }>(records: readonly T[]): T[] {
  let sum = 0
  return records.filter(({ plan }, at) => (sum += statementsOf(plan)) <= STATEMENTS || at === 0)
}

/**
 * Imports the next records, in one transaction with one entry of the history. A record that the services refuse stays
 * behind with the reason, and does not keep the others.
 */
export async function step(input: Input<typeof imports.step>, context: Context): Promise<Output<typeof imports.step>> {
  const done = await alreadyDone<Output<typeof imports.step>>(context, input)
  if (done) return done
  const { importId } = input
  const { store } = context
  await lookAgain(importId, context)
  await backUpFirst(importId, context)
  const { next, revision } = await store.read(async (db) => ({
    revision: (await openImport(db, importId)).revision,
    next: oneStep(
      (await plannedRecords(db, importId, STEP)).map((record) => ({ record, plan: JSON.parse(record.plan) as Plan })),
    ),
  }))
  if (next.length === 0) return { done: 0, left: 0 }
  const files = await store.read(async (db) => (await filesOfImports(db)).filter((row) => row.import_id === importId))
  // The history keeps what was taken from which file: names, SHA-256, and every record as it was understood.
  const told = {
    ...input,
    files: files.map(({ file, sha256 }) => ({ name: file, sha256 })),
    records: next.map(({ plan }) => plan),
  }
  const answer = await command(context, told, async (work) => {
    const now = await openImport(work.db, importId)
    // Checked in the transaction that writes: of two windows that import the same rows one is too late.
    if (now.revision !== revision || now.seen_seq !== work.seq - 1) throw importedMeanwhile()
    const imported = await carryOutAll(work, context, importId, next)
    await revise(work.db, importId, work.seq)
    return imported
  })
  // Whoever asked meanwhile is answered first, however fast one step is asked for after the other.
  await breathe()
  return answer
}

function importedMeanwhile(): AppError {
  return new AppError({
    code: 'conflict',
    message: say('Another window imported, changed or recorded something at the same moment, so nothing was done twice. Look at the rows as they are now, and press Import again for those that are left.'), // prettier-ignore
  })
}

/**
 * Looks at the rows again where the record changed since.
 * @throws AppError `conflict` where something else is said of them now: a person sees it before it counts
 */
async function lookAgain(importId: number, context: Context): Promise<void> {
  if ((await planIfStale(context, importId)) === 0) return
  context.notify(context.op)
  throw new AppError({
    code: 'conflict',
    message: say('The record changed since these rows were looked at, and something else is said of some of them now. Look at them, then press Import again.'), // prettier-ignore
  })
}

async function backUpFirst(importId: number, context: Context): Promise<void> {
  const { store } = context
  const { next, row } = await store.read(async (db) => ({
    row: await importById(db, importId),
    next: await plannedRecords(db, importId, 1),
  }))
  if (row?.backup !== null || next.length === 0) return
  const { name } = await context.backups.make(store, context.now(), 'before an import')
  await store.write(async (db) => await setImport(db, importId, { backup: name }))
}

async function carryOutAll(
  work: Work,
  context: Context,
  importId: number,
  records: readonly { readonly record: ImportRecord; readonly plan: Plan }[],
): Promise<Output<typeof imports.step>> {
  const { db, seq } = work
  const today = await kitchenToday(db, context)
  const numbers: string[] = []
  const lastSteps: LastStep[] = []
  // Numbers of the whole step go to the list beside the record at once: each time costs a wait for the disk.
  const issued = {
    ...context.issued,
    async append(more: readonly string[]) {
      numbers.push(...more)
      await Promise.resolve()
    },
  }
  const memory = emptyMemory()
  const before = records.flatMap(({ plan }) => recordsBefore(plan))
  for (const [id, made] of await madeByRecords(db, before)) memory.made.set(id, made)
  const stopped: [number, string][] = []
  const finished: [number, Made][] = []
  for (const { record, plan } of records) {
    const steps: LastStep[] = []
    const part: Work = { ...work, beforeCommit: (last) => steps.push(last) }
    try {
      const made = await savepoint(db, async () => {
        if (record.replaces !== null) await takeReplaced(db, record.replaces, seq, today)
        return await carryOut(part, { ...context, issued }, plan, memory, today)
      })
      memory.made.set(record.id, made)
      lastSteps.push(...steps)
      finished.push([record.id, made])
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      forgetNames(memory)
      stopped.push([record.id, error.body.message])
      await setRecord(db, record.id, { state: 'stopped' })
    }
  }
  await finishRecords(db, finished, seq)
  await markRows(
    db,
    finished.map(([id]) => id),
    'imported',
  )
  for (const [id, why] of stopped) await markRows(db, [id], 'stopped', why)
  work.beforeCommit(() => {
    for (const last of lastSteps) void last()
    return context.issued.append(numbers)
  })
  return { done: finished.length, left: await countPlanned(db, importId) }
}

async function takeReplaced(db: Db, recordId: number, seq: number, day: string): Promise<void> {
  const old = (await recordsById(db, [recordId])).get(recordId)
  if (old?.state !== 'done') return
  await takeOut(db, madeOf(old.made), { day, seq, reason: 'said otherwise by a newer state of the file' })
  await setRecord(db, recordId, { state: 'undone' })
  await markRows(
    db,
    [recordId],
    'left out',
    kept(() => say('A newer state of the file says otherwise.')),
  )
}
