import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { inspectCopy } from '../db/inspectCopy.ts'
import type { Manifest } from './backupFolder.ts'

/**
 * Opens a copy, checks all of it and says what it holds.
 * @throws AppError `db_corrupt` or `conflict` with the reason when it may not count
 */
export function checkBackup(file: string, at: string): Manifest {
  const { schema, batches, lastLotNumber, entries, lastHash } = inspectCopy(file)
  return {
    app: 'Traceberry',
    schema,
    at,
    bytes: statSync(file).size,
    sha256: fileHash(file),
    batches,
    lastLotNumber,
    auditEntries: entries,
    auditHash: lastHash,
  }
}

/** SHA-256 of a file: sees every changed bit, where SQLite's own check sees a third of them. */
export function fileHash(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
