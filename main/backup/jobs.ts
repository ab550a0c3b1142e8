import { copyFileSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../../shared/api/errors.ts'
import { kept } from '../../shared/words/kept.ts'
import type { Keeping } from '../../shared/domain/backupKeeping.ts'
import { type CopyFacts, inspectCopy } from '../db/inspectCopy.ts'
import { salvage } from '../db/salvage.ts'
import { readTables } from '../import/readTables.ts'
import { sheetOf } from '../reports/sheet.ts'
import { sheetCsv } from '../reports/sheetCsv.ts'
import {
  backupName,
  type FoundBackup,
  isFull,
  manifestName,
  manifestText,
  publishInto,
  RECORD,
  removeSuperfluous,
  SEALED,
} from './backupFolder.ts'
import { fileHash, syncFile, syncFolder } from './disk.ts'
import type { BackupReason, Manifest } from './manifest.ts'
import { writeReadable } from './readableCopy.ts'
import { type Opener, pack, readHeader, type SealKey, unpack } from './seal.ts'
import { plainEnglish, saidIn, say } from '../../shared/words/say.ts'

/*
 * What takes time: copying, checking and sealing whole files. Each is one plain function of plain data, so that it can
 * run in a thread beside the core (main/thread) and, before an upgrade, at once.
 */
export interface Finishing {
  /** Folder with the copied record in it, `record.db`, and nothing else; gone when done. */
  readonly staging: string
  readonly folders: readonly { readonly folder: string; readonly make: boolean }[]
  readonly at: string
  readonly why: BackupReason
  readonly key: SealKey | null
  readonly keeping: Keeping
  readonly zone: string
}

export interface Finished {
  readonly name: string
  readonly manifest: Manifest
  /** For each folder why nothing came into it, as a kept sentence, or null. */
  readonly problems: readonly (readonly [folder: string, problem: string | null])[]
}

/**
 * Makes a copied record count: opens and checks it, writes the copy for people or seals it, and brings it into every
 * folder that can be reached. @throws AppError when the copy is damaged
 */
export function finishBackup({ staging, folders, at, why, key, keeping, zone }: Finishing): Finished {
  try {
    const manifest = completeStaging(staging, at, why, key)
    const name = backupName(
      folders.map(({ folder }) => folder),
      at,
    )
    const problems = folders.map(({ folder, make }) => {
      const problem = problemOf(folder, () => {
        publishInto(folder, { from: staging, name, make })
        removeSuperfluous(folder, keeping, zone)
      })
      return [folder, problem] as const
    })
    return { name, manifest, problems }
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

function completeStaging(staging: string, at: string, why: BackupReason, key: SealKey | null): Manifest {
  const record = path.join(staging, RECORD)
  const { rows, ...facts } = inspectCopy(record, true)
  const plain = manifestOf(record, facts, { at, why, sealed: key !== null })
  if (key) {
    const sealed = path.join(staging, SEALED)
    const again = path.join(staging, 'opened.db')
    pack(record, sealed, plain, key)
    unpack(sealed, again, { known: key, passphrase: null })
    if (fileHash(again) !== plain.sha256) throw new Error('a sealed backup did not open again')
    rmSync(again)
    rmSync(record)
    const manifest = { ...plain, bytes: lstatSync(sealed).size, sha256: fileHash(sealed) }
    writeFileSync(path.join(staging, manifestName), manifestText(manifest))
    return manifest
  }
  saidIn(plainEnglish, () => writeReadable(path.join(staging, 'Readable copy'), rows, at))
  writeFileSync(path.join(staging, manifestName), manifestText(plain))
  return plain
}

function manifestOf(
  record: string,
  { schema, batches, lastLotNumber, entries, lastHash }: CopyFacts,
  { at, why, sealed }: { at: string; why: BackupReason; sealed: boolean },
): Manifest {
  return {
    app: 'Traceberry',
    schema,
    at,
    why,
    sealed,
    bytes: lstatSync(record).size,
    sha256: fileHash(record),
    batches,
    lastLotNumber: sealed ? null : lastLotNumber,
    auditEntries: entries,
    auditHash: lastHash,
  }
}

/** A kept sentence for what can go wrong with a folder. */
function problemOf(folder: string, work: () => void): string | null {
  try {
    work()
    return null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOSPC' || code === 'EDQUOT') return isFull(folder)
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      return kept(() =>
        say(
          '{folder} cannot be written to. Take off its write protection, or choose another folder, then back up again.',
          {
            folder,
          },
        ),
      )
    if (code !== '')
      return kept(() =>
        say(
          '{folder} could not be written ({code}). Check the disk or stick, or choose another folder, then back up again.',
          {
            folder,
            code,
          },
        ),
      )
    return error instanceof Error ? error.message : String(error)
  }
}

interface Opening {
  readonly backup: FoundBackup
  /** Where the record goes, on the disk and checked. */
  readonly to: string
  readonly opener: Opener
}

/**
 * Takes the record out of a backup, and proves that it is the one that was put in and whole.
 * @throws AppError with the reason; nothing is left at `to`
 */
function openBackup({ backup, to, opener }: Opening): CopyFacts {
  const { name, file, manifest, packed } = backup
  try {
    if (!packed || file.endsWith(SEALED)) assertUnchanged(name, fileHash(file), manifest.sha256)
    if (packed) unpack(file, to, opener)
    else copyFileSync(file, to)
    const inside = packed ? readHeader(file)?.header.manifest : manifest
    assertUnchanged(name, fileHash(to), inside?.sha256)
    const facts = inspectCopy(to)
    if (facts.entries !== manifest.auditEntries || facts.lastHash !== manifest.auditHash) throw changed(name)
    syncFile(to)
    return facts
  } catch (error) {
    rmSync(to, { force: true })
    throw error
  }
}

function assertUnchanged(name: string, actual: string, expected: string | undefined): void {
  if (actual !== expected) throw changed(name)
}

function changed(name: string): AppError {
  return new AppError({
    code: 'db_corrupt',
    message: say('{name} was changed since it was made, so it was not used. Choose another backup.', { name }),
  })
}

interface Packing {
  readonly staging: string
  readonly file: string
  readonly at: string
  readonly key: SealKey | null
}

/** Makes the one file that carries the record to another computer: checked, sealed if wished, read back. */
function packRecord({ staging, file, at, key }: Packing): Manifest {
  const part = `${file}.part`
  try {
    const record = path.join(staging, RECORD)
    const manifest = manifestOf(record, inspectCopy(record), { at, why: 'asked for', sealed: key !== null })
    pack(record, part, manifest, key)
    const again = path.join(staging, 'opened.db')
    unpack(part, again, { known: key, passphrase: null })
    if (fileHash(again) !== manifest.sha256) throw new Error('a packed record did not open again')
    renameSync(part, file)
    syncFolder(path.dirname(file))
    return manifest
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

interface Salvaging {
  readonly recordFile: string
  readonly staging: string
  readonly folder: string
}

/** Writes what can be read of a record that does not open, a table a file. @throws AppError where nothing can be read */
function salvageRecord({ recordFile, staging, folder }: Salvaging): { rows: number; lost: string[] } {
  try {
    const copy = emptyStaging(staging)
    for (const end of ['', '-wal']) if (existsSync(recordFile + end)) copyFileSync(recordFile + end, copy + end)
    const tables = salvage(copy)
    mkdirSync(folder, { recursive: true })
    for (const { name, columns, rows } of tables) {
      const cells = columns.map((key, at) => ({
        key,
        head: key,
        kind: 'text' as const,
        cell: (row: Row) => row[at] ?? null,
      }))
      writeFileSync(path.join(folder, `${name}.csv`), sheetCsv(sheetOf(name, cells, rows)))
    }
    return {
      rows: tables.reduce((sum, { rows }) => sum + rows.length, 0),
      lost: tables.filter(({ whole }) => !whole).map(({ name }) => name),
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError(
      {
        code: 'db_corrupt',
        message: say('Nothing of the record could be read ({reason}). Restore a backup.', { reason }),
      },
      { cause: error },
    )
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

type Row = readonly (string | number | null)[]

export function emptyStaging(staging: string): string {
  if (existsSync(staging)) rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging, { recursive: true })
  return path.join(staging, RECORD)
}

/** The jobs by name, for the thread. */
export const jobs = { finishBackup, openBackup, packRecord, salvageRecord, readTables }
export type Jobs = typeof jobs
export type JobInput<J extends keyof Jobs> = Parameters<Jobs[J]>[0]
export type JobResult<J extends keyof Jobs> = ReturnType<Jobs[J]>
export type RunJob = <J extends keyof Jobs>(job: J, input: JobInput<J>) => Promise<JobResult<J>>
