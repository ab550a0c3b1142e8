import type { backups } from '../../shared/api/backups.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { auditMark, workAfter } from '../db/repos/audit.ts'
import { lotNumbersAfter } from '../db/repos/batches.ts'
import { backupRow } from './backups.ts'
import type { Context } from './context.ts'
import { sentenceOf } from './historySentences.ts'

/** Entries and lots that are named; the rest are counted. */
const NAMED = 8

export async function previewBackup(
  { name }: Input<typeof backups.preview>,
  { store, backups: kept }: Context,
): Promise<Output<typeof backups.preview>> {
  const found = await kept.find(name)
  const backup = backupRow(found)
  const { auditEntries, auditHash } = found.manifest
  if (store.problem !== null) return { backup, present: 'not open', lacking: 0, newest: [], lacksLots: [] }
  return await store.read(async (db) => {
    const last = await auditMark(db)
    const there = auditEntries === 0 ? '' : (await auditMark(db, auditEntries))?.hash
    // The chain of hashes tells whether the present goes on from the backup.
    const goesOn = there === auditHash
    const entries = last?.seq ?? 0
    const since = goesOn ? auditEntries : 0
    // That a backup was made is no work that it lacks.
    const { count: lacking, newest } = await workAfter(db, since, NAMED)
    return {
      backup,
      present: goesOn ? (lacking === 0 ? 'same' : 'later') : entries < auditEntries ? 'earlier' : 'other',
      lacking,
      newest: newest.map(({ at, op, input, output }) => ({ at, what: sentenceOf(op, input, output) })),
      lacksLots: await lotNumbersAfter(db, since, NAMED),
    }
  })
}
