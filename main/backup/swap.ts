import { existsSync, linkSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from '../../shared/api/zod.ts'
import { copyDurably, syncFolder, writeWhole } from './disk.ts'

const Pending = z.object({ aside: z.string() })

/*
 * A restore puts a checked copy in place of the record. From the moment `restore-pending.json` is on the disk the copy
 * is the record: whatever stops the work after that, the next start finishes it. Before that moment nothing has changed.
 */

/** Where the checked copy waits. */
export function waitingCopy(recordFile: string): string {
  return path.join(path.dirname(recordFile), 'restore.part')
}

/**
 * Puts the waiting copy in place; the record must be closed.
 * @returns the file name the record was kept under, or null where there was none
 */
export function swapIn(recordFile: string, at: string): string | null {
  const aside = asideName(path.dirname(recordFile), at)
  const had = existsSync(recordFile)
  writeWhole(pendingFile(recordFile), JSON.stringify({ aside }))
  finishSwap(recordFile)
  return had ? aside : null
}

/** Finishes a restore that was cut off. Called at every start, before the record is opened. */
export function finishSwap(recordFile: string): void {
  const pending = pendingFile(recordFile)
  const part = waitingCopy(recordFile)
  if (!existsSync(pending)) {
    // A copy that nothing waits for is of a restore that ended before anything was decided.
    rmSync(part, { force: true })
    return
  }
  const dataDir = path.dirname(recordFile)
  if (existsSync(part)) {
    const aside = path.join(dataDir, path.basename(Pending.parse(JSON.parse(readFileSync(pending, 'utf8'))).aside))
    // A second name for the old record, so that one rename replaces it and there is never a moment without a record.
    if (existsSync(recordFile) && !existsSync(aside)) keepAside(recordFile, aside)
    // A log left behind by a record that would not open belongs to it, and must not meet the new one.
    for (const end of ['-wal', '-shm']) if (existsSync(recordFile + end)) renameSync(recordFile + end, aside + end)
    renameSync(part, recordFile)
    syncFolder(dataDir)
  }
  rmSync(pending)
  syncFolder(dataDir)
}

function keepAside(recordFile: string, aside: string): void {
  try {
    linkSync(recordFile, aside)
  } catch {
    // A stick's file system has no second names.
    copyDurably(recordFile, `${aside}.part`)
    renameSync(`${aside}.part`, aside)
  }
  syncFolder(path.dirname(recordFile))
}

function asideName(dataDir: string, at: string): string {
  const stamp = at.slice(0, 19).replaceAll(':', '-')
  for (let count = 1; ; count += 1) {
    const name = `before-restore-${stamp}${count === 1 ? '' : `-${count}`}.db`
    if (!existsSync(path.join(dataDir, name))) return name
  }
}

function pendingFile(recordFile: string): string {
  return path.join(path.dirname(recordFile), 'restore-pending.json')
}
