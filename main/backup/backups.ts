import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../../shared/api/errors.ts'
import { inspectCopy } from '../db/inspectCopy.ts'
import type { Store } from '../db/store.ts'
import {
  backupName,
  type FoundBackup,
  listBackups,
  prepareFolder,
  publishBackup,
  syncFile,
  syncFolder,
} from './backupFolder.ts'
import { checkBackup, fileHash } from './checkBackup.ts'

/** The backups of one record. */
export interface Backups {
  folder(): string
  chooseFolder(folder: string): void
  list(): FoundBackup[]
  /** Copies the open record while work goes on, checks the copy, and only then lets it count. */
  make(store: Store, at: string): Promise<FoundBackup>
  /** The same, at once and blocking: before the schema of a record changes. */
  makeBeforeUpgrade(copyTo: (file: string) => void, at: string): void
  /**
   * Puts a backup in place of the record, which is kept aside.
   * @returns the file name the record was moved to, or null where there was none
   */
  restore(store: Store, name: string, at: string): Promise<string | null>
}

interface BackupOptions {
  /** The open record's file. */
  readonly recordFile: string
  readonly defaultFolder: string
}

export function createBackups({ recordFile, defaultFolder }: BackupOptions): Backups {
  const dataDir = path.dirname(recordFile)
  // Beside the record and not in it, so that a restore is possible when the record does not open.
  const choiceFile = path.join(dataDir, 'backup-folder.txt')

  function folder(): string {
    return existsSync(choiceFile) ? readFileSync(choiceFile, 'utf8').trim() : defaultFolder
  }

  function publish(part: string, at: string): FoundBackup {
    const manifest = checkBackup(part, at)
    const name = backupName(folder(), at)
    publishBackup(folder(), part, name, manifest)
    return { name, file: path.join(folder(), name), manifest }
  }

  function newPart(): string {
    prepareFolder(folder())
    const part = path.join(folder(), 'backup.part')
    rmSync(part, { force: true })
    return part
  }

  return {
    folder,
    chooseFolder(chosen) {
      writeFileSync(choiceFile, chosen)
      syncFile(choiceFile)
    },
    list: () => listBackups(folder()),
    async make(store, at) {
      const part = inFolder(folder(), newPart)
      try {
        await store.copyTo(part)
        return publish(part, at)
      } finally {
        rmSync(part, { force: true })
      }
    },
    makeBeforeUpgrade(copyTo, at) {
      const part = inFolder(folder(), newPart)
      copyTo(part)
      publish(part, at)
    },
    async restore(store, name, at) {
      const backup = listBackups(folder()).find((each) => each.name === name)
      if (!backup)
        throw new AppError({
          code: 'not_found',
          message: `There is no backup called ${name}. Choose one from the list.`,
        })
      const part = path.join(dataDir, 'restore.part')
      rmSync(part, { force: true })
      try {
        copyFileSync(backup.file, part)
        if (fileHash(part) !== backup.manifest.sha256)
          throw new AppError({
            code: 'db_corrupt',
            message: `${name} was changed since it was made, so it was not used. Choose another backup.`,
          })
        inspectCopy(part)
        syncFile(part)
        return await store.whileClosed(() => swap(recordFile, part, at))
      } finally {
        rmSync(part, { force: true })
      }
    },
  }
}

/** One rename puts the copy in place; whatever stands at the record's name before it is moved aside first. */
function swap(recordFile: string, part: string, at: string): string | null {
  const aside = `before-restore-${at.slice(0, 19).replaceAll(':', '-')}.db`
  const dataDir = path.dirname(recordFile)
  const had = existsSync(recordFile)
  // A log left behind by a record that would not open belongs to it, and must not meet the new one.
  for (const end of ['', '-wal', '-shm'])
    if (existsSync(recordFile + end)) renameSync(recordFile + end, path.join(dataDir, aside + end))
  renameSync(part, recordFile)
  syncFolder(dataDir)
  return had ? aside : null
}

function inFolder<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new AppError(
      {
        code: 'db_full',
        message: `The backup folder ${folder} cannot be written to. Nothing was lost. Check that the disk or stick is there and not full, or choose another folder.`,
      },
      { cause: error },
    )
  }
}
