import { AppError, notFound } from '../../../shared/api/errors.ts'
import type { imports } from '../../../shared/api/imports.ts'
import type { Input, Output } from '../../../shared/api/operation.ts'
import { leaningOn } from '../../db/repos/importKnown.ts'
import {
  countRecords,
  doneRecords,
  filesOfImports,
  finishRecords,
  importById,
  type ImportRecord,
  markRows,
  plannedRecords,
  recordsById,
  savepoint,
  setImport,
  setRecord,
} from '../../db/repos/imports.ts'
import type { Db } from '../../db/schema.ts'
import type { Work } from '../../db/unitOfWork.ts'
import { alreadyDone, command, type Context, kitchenToday } from '../context.ts'
import { openImport } from './desk.ts'
import { madeOf } from './earlier.ts'
import { carryOut, takeOut } from './executing.ts'
import type { Made, Plan } from './plan.ts'
import { emptyMemory, forgetNames } from './stepMemory.ts'

/** Records in one step: some hundred milliseconds, so that the window is answered in between. */
const STEP = 200

/**
 * Imports the next records, in one transaction with one entry of the history. A record that the services refuse stays
 * behind with the reason, and does not keep the others.
 */
export async function step(input: Input<typeof imports.step>, context: Context): Promise<Output<typeof imports.step>> {
  const done = await alreadyDone<Output<typeof imports.step>>(context, input)
  if (done) return done
  const { importId } = input
  const { store } = context
  const next = await store.read(async (db) => {
    await openImport(db, importId)
    return await plannedRecords(db, importId, STEP)
  })
  if (next.length === 0) return { done: 0, left: 0 }
  await backUpFirst(importId, context)
  const files = await store.read(async (db) => (await filesOfImports(db)).filter((row) => row.import_id === importId))
  // The history keeps what was taken from which file: names, SHA-256, and every record as it was understood.
  const told = {
    ...input,
    files: files.map(({ file, sha256 }) => ({ name: file, sha256 })),
    records: next.map((record) => JSON.parse(record.plan) as Plan),
  }
  return await command(context, told, async (work) => await carryOutAll(work, context, importId, next))
}

async function backUpFirst(importId: number, context: Context): Promise<void> {
  const { store } = context
  const row = await store.read(async (db) => await importById(db, importId))
  if (row?.backup !== null) return
  const { name } = await context.backups.make(store, context.now(), 'before an import')
  await store.write(async (db) => await setImport(db, importId, { backup: name }))
}

async function carryOutAll(
  work: Work,
  context: Context,
  importId: number,
  records: readonly ImportRecord[],
): Promise<Output<typeof imports.step>> {
  const { db, seq } = work
  const today = await kitchenToday(db, context)
  const numbers: string[] = []
  const lastSteps: (() => void)[] = []
  // Numbers of the whole step go to the list beside the record at once: each time costs a wait for the disk.
  const issued = { ...context.issued, append: (more: readonly string[]) => void numbers.push(...more) }
  const memory = emptyMemory()
  const stopped: [number, string][] = []
  const finished: [number, Made][] = []
  for (const record of records) {
    const steps: (() => void)[] = []
    const part: Work = { ...work, beforeCommit: (last) => steps.push(last) }
    try {
      const made = await savepoint(db, async () => {
        if (record.replaces !== null) await takeReplaced(db, record.replaces, seq, today)
        return await carryOut(part, { ...context, issued }, JSON.parse(record.plan) as Plan, memory, today)
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
    for (const last of lastSteps) last()
    context.issued.append(numbers)
  })
  const counts = await countRecords(db, importId)
  return { done: finished.length, left: counts.get('planned') ?? 0 }
}

async function takeReplaced(db: Db, recordId: number, seq: number, day: string): Promise<void> {
  const old = (await recordsById(db, [recordId])).get(recordId)
  if (old?.state !== 'done') return
  await takeOut(db, madeOf(old.made), { day, seq, reason: 'said otherwise by a newer state of the file' })
  await setRecord(db, recordId, { state: 'undone' })
  await markRows(db, [recordId], 'left out', 'A newer state of the file says otherwise.')
}

/** Records taken back in one step. */
const BACK_STEP = 100

/**
 * Takes an import back, the last record first. Before the first one anything that leans on it is looked for, so that
 * nothing is taken back by halves.
 */
export async function undo(input: Input<typeof imports.undo>, context: Context): Promise<Output<typeof imports.undo>> {
  const done = await alreadyDone<Output<typeof imports.undo>>(context, input)
  if (done) return done
  const { importId } = input
  const { store } = context
  const row = await store.read(async (db) => await importById(db, importId))
  if (!row) throw notFound('This import')
  if (row.state === 'undone') return { done: 0, left: 0 }
  if (row.state !== 'undoing') {
    const blockers = await store.read(async (db) => await leaningOn(db, importId))
    if (blockers.length > 0)
      throw new AppError({
        code: 'rule_violation',
        message: `This import cannot be taken back because of what came after it: ${blockers.join('; ')}. Take that back first.`,
        blockers,
      })
  }
  const files = await store.read(async (db) => (await filesOfImports(db)).filter((each) => each.import_id === importId))
  const told = { ...input, files: files.map(({ file, sha256 }) => ({ name: file, sha256 })) }
  return await command(context, told, async ({ db, seq }) => {
    const records = await doneRecords(db, importId, BACK_STEP)
    const taken = { day: await kitchenToday(db, context), seq, reason: `the import of ${row.name} was undone` }
    for (const record of records) {
      await takeOut(db, madeOf(record.made), taken)
      await setRecord(db, record.id, { state: 'undone' })
    }
    await markRows(
      db,
      records.map((record) => record.id),
      'left out',
      'It was taken back.',
    )
    const left = (await countRecords(db, importId)).get('done') ?? 0
    await setImport(db, importId, { state: left === 0 ? 'undone' : 'undoing' })
    return { done: records.length, left }
  })
}
