import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../../shared/api/errors.ts'
import { BACKUP_FILE } from '../../shared/api/fileEndings.ts'
import { sayKept } from '../../shared/words/kept.ts'
import type { Store } from '../db/store.ts'
import { type FoundBackup, listFolder } from './backupFolder.ts'
import { emptyStaging, finishBackup, type Finished, type RunJob } from './jobs.ts'
import type { BackupReason, Manifest } from './manifest.ts'
import { type BackupSettings, type BackupSettingsFile, backupSettingsFile } from './settings.ts'
import { makeSealKey, type SealKey } from './seal.ts'
import { swapIn, waitingCopy } from './swap.ts'
import { say } from '../../shared/words/say.ts'

/** A backup, and every folder that has it. */
export interface KnownBackup {
  readonly name: string
  readonly manifest: Manifest
  readonly folders: readonly string[]
}

interface FolderState {
  readonly folder: string
  /** Why it cannot be used now, or why the last backup did not come into it; a sentence, or null. */
  readonly problem: string | null
  readonly newest: string | null
}

/** The backups of one record. */
export interface Backups {
  readonly settings: BackupSettingsFile
  /** Where backups go, and every backup there, newest first. */
  look(): Promise<{ readonly folders: readonly FolderState[]; readonly backups: readonly KnownBackup[] }>
  /** Also looks for backups in a folder that none are made in, until the app ends. */
  lookIn(folder: string): void
  /** Copies the open record while work goes on, proves the copy, and only then lets it count in every folder it can. */
  make(store: Store, at: string, why: BackupReason): Promise<Finished>
  /** The same, at once and blocking: before the schema of a record changes, or when its file was taken away. */
  makeAtOnce(copyTo: (file: string) => void, at: string, why: BackupReason): void
  /** Opens and checks the newest backup as a restore would, and changes nothing. */
  test(at: string): Promise<KnownBackup>
  /** @throws AppError `not_found` */
  find(name: string): Promise<KnownBackup>
  /**
   * Puts a backup in place of the record, which is kept aside.
   * @returns the file name the record was moved to, or null where there was none
   */
  restore(store: Store, name: string, passphrase: string | null, at: string): Promise<string | null>
  /** Writes the one file that carries the record to another computer. @returns its path */
  pack(store: Store, folder: string, passphrase: string | null, at: string): Promise<string>
  /** Writes what can be read of a record that does not open as tables, beside the backups. */
  salvage(at: string): Promise<{ readonly folder: string; readonly rows: number; readonly lost: readonly string[] }>
  /** Settles when nothing is being copied or checked any more. */
  idle(): Promise<void>
}

interface BackupOptions {
  /** The open record's file. */
  readonly recordFile: string
  readonly defaultFolder: string
  /** The computer's time zone: whose days and months are kept. */
  readonly zone: string
  readonly runJob: RunJob
}

export function createBackups({ recordFile, defaultFolder, zone, runJob }: BackupOptions): Backups {
  const dataDir = path.dirname(recordFile)
  const settings = backupSettingsFile(dataDir)
  const lookedIn = new Set<string>()
  let last: Promise<unknown> = Promise.resolve()

  /** One at a time: two would share the staging folder. */
  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return await turn
  }

  function finishing(staging: string, at: string, why: BackupReason) {
    const { seal, hourly, daily, monthly } = settings.read()
    const folders = foldersOf(settings.read()).map((folder) => ({ folder, make: folder === defaultFolder }))
    return { staging, folders, at, why, key: seal, keeping: { hourly, daily, monthly }, zone }
  }

  function foldersOf({ folders }: BackupSettings): readonly string[] {
    return folders.length === 0 ? [defaultFolder] : folders
  }

  /** @throws AppError when no folder at all could take the backup */
  function remember({ manifest, problems }: Finished): void {
    const sentences = problems.flatMap(([folder, problem]) => (problem === null ? [] : [[folder, problem] as const]))
    const none = sentences.length === problems.length
    settings.change({
      problems: Object.fromEntries(sentences),
      ...(none ? {} : { entriesSaved: manifest.auditEntries }),
    })
    if (none)
      throw new AppError({
        code: 'db_full',
        message: say('No backup was made. {problems} The record itself is safe.', {
          problems: sentences.map(([, problem]) => sayKept(problem)).join(' '),
        }),
      })
  }

  async function everywhere() {
    const places = foldersOf(settings.read())
    const looks = await Promise.all(
      [...new Set([...places, ...lookedIn])].map(async (folder) => {
        try {
          return { folder, found: await listFolder(folder), problem: null }
        } catch {
          const problem =
            folder === defaultFolder && !existsSync(folder)
              ? null
              : say('{folder} cannot be read now. Plug the stick in or connect the drive.', { folder })
          return { folder, found: [], problem }
        }
      }),
    )
    return { places, looks }
  }

  async function placesOf(name: string): Promise<readonly FoundBackup[]> {
    const { looks } = await everywhere()
    const found = looks.flatMap(({ found: all }) => all.filter((backup) => backup.name === name))
    if (found.length === 0)
      throw new AppError({
        code: 'not_found',
        message: say('There is no backup called {name}. Choose one from the list.', { name }),
      })
    return found
  }

  /** From the first folder that has it whole: one may be on a stick that is failing. */
  async function openFirst(name: string, to: string, passphrase: string | null): Promise<FoundBackup> {
    const failures: unknown[] = []
    for (const backup of await placesOf(name))
      try {
        await runJob('openBackup', { backup, to, opener: { known: settings.read().seal, passphrase } })
        return backup
      } catch (error) {
        failures.push(error)
      }
    throw failures[0]
  }

  async function look() {
    const { places, looks } = await everywhere()
    const { problems } = settings.read()
    const backups = new Map<string, KnownBackup>()
    for (const { folder, found } of looks)
      for (const { name, manifest } of found) {
        const known = backups.get(name)
        backups.set(name, { name, manifest, folders: [...(known?.folders ?? []), folder] })
      }
    return {
      folders: places.map((folder) => {
        const seen = looks.find((each) => each.folder === folder)
        const newest = seen?.found.map(({ manifest }) => manifest.at).toSorted()
        const before = problems[folder]
        const problem = seen?.problem ?? (before === undefined ? null : sayKept(before))
        return { folder, problem, newest: newest?.at(-1) ?? null }
      }),
      backups: [...backups.values()].toSorted((a, b) => (a.manifest.at < b.manifest.at ? 1 : -1)),
    }
  }

  async function find(name: string): Promise<KnownBackup> {
    await placesOf(name)
    const known = (await look()).backups.find((backup) => backup.name === name)
    if (!known) throw new Error(`the backup ${name} went away`)
    return known
  }

  return {
    settings,
    look,
    lookIn: (folder) => void lookedIn.add(folder),
    make: async (store, at, why) =>
      await inTurn(async () => {
        const staging = path.join(dataDir, 'backup.part')
        await store.copyTo(emptyStaging(staging))
        const finished = await runJob('finishBackup', finishing(staging, at, why))
        remember(finished)
        const problems = finished.problems.map(
          ([folder, problem]) => [folder, problem === null ? null : sayKept(problem)] as const,
        )
        return { ...finished, problems }
      }),
    makeAtOnce(copyTo, at, why) {
      const staging = path.join(dataDir, 'backup-at-once.part')
      copyTo(emptyStaging(staging))
      remember(finishBackup(finishing(staging, at, why)))
    },
    test: async (at) =>
      await inTurn(async () => {
        const [newest] = (await look()).backups
        if (!newest)
          throw new AppError({
            code: 'not_found',
            message: say('There is no backup yet. Make one first, then test it.'),
          })
        const to = path.join(dataDir, 'test.part')
        await openFirst(newest.name, to, null)
        rmSync(to)
        settings.change({ lastTest: { at, name: newest.name } })
        return newest
      }),
    find,
    salvage: async (at) =>
      await inTurn(async () => {
        const [place = defaultFolder] = foldersOf(settings.read())
        const folder = path.join(place, `What could be read ${at.slice(0, 19).replaceAll(':', '-')}`)
        const staging = path.join(dataDir, 'salvage.part')
        return { folder, ...(await runJob('salvageRecord', { recordFile, staging, folder })) }
      }),
    idle: async () => void (await last),
    restore: async (store, name, passphrase, at) =>
      await inTurn(async () => {
        await openFirst(name, waitingCopy(recordFile), passphrase)
        try {
          return await store.whileClosed(() => swapIn(recordFile, at))
        } finally {
          rmSync(waitingCopy(recordFile), { force: true })
        }
      }),
    pack: async (store, folder, passphrase, at) =>
      await inTurn(async () => {
        const staging = path.join(dataDir, 'move.part')
        // The folder of backups is not there before the first one.
        mkdirSync(folder, { recursive: true })
        const file = freeName(folder, `Traceberry ${at.slice(0, 10)}`)
        await store.copyTo(emptyStaging(staging))
        const key: SealKey | null = passphrase === null ? null : makeSealKey(passphrase)
        await runJob('packRecord', { staging, file, at, key })
        return file
      }),
  }
}

function freeName(folder: string, stem: string): string {
  for (let count = 1; ; count += 1) {
    const file = path.join(folder, `${stem}${count === 1 ? '' : ` (${count})`}${BACKUP_FILE}`)
    if (!existsSync(file)) return file
  }
}
