import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { BACKUP_FILE } from '../../shared/api/fileEndings.ts'
import { type Keeping, superfluousBackups } from '../../shared/domain/backupKeeping.ts'
import { Manifest } from './manifest.ts'
import { kept } from '../../shared/words/kept.ts'
import { copyDurably, fileHash, folderBytes, freeBytes, isPlainFile, syncFolder } from './disk.ts'
import { readHeader } from './seal.ts'
import { say } from '../../shared/words/say.ts'

/*
 * A backup is a folder with a name of its own: the record, its manifest, and a copy for people. It gets that name in one
 * rename, after everything in it is on the disk and read back: what has a name is whole.
 */
export const RECORD = 'record.db'
export const SEALED = 'record.traceberry'
const MANIFEST = 'manifest.json'

export interface FoundBackup {
  readonly name: string
  /** The record, sealed or plain. */
  readonly file: string
  readonly manifest: Manifest
  /** Whether `file` is the one-file form, which carries its manifest itself. */
  readonly packed: boolean
}

/** The backups of a folder that count. @throws when the folder cannot be read */
export async function listFolder(folder: string): Promise<FoundBackup[]> {
  const names = await readdir(folder, { withFileTypes: true })
  const found = await Promise.all(
    names.map(async (entry) => {
      if (entry.isDirectory()) return await readBackup(folder, entry.name)
      return entry.isFile() && entry.name.endsWith(BACKUP_FILE) ? readPacked(folder, entry.name) : undefined
    }),
  )
  return found.filter((backup) => backup !== undefined)
}

async function readBackup(folder: string, name: string): Promise<FoundBackup | undefined> {
  const beside = path.join(folder, name, MANIFEST)
  try {
    if (!isPlainFile(beside)) return undefined
    const manifest = Manifest.parse(JSON.parse(await readFile(beside, 'utf8')))
    const file = path.join(folder, name, manifest.sealed ? SEALED : RECORD)
    if (!isPlainFile(file) || (await stat(file)).size !== manifest.bytes) return undefined
    return { name, file, manifest, packed: manifest.sealed }
  } catch {
    return undefined
  }
}

function readPacked(folder: string, name: string): FoundBackup | undefined {
  const file = path.join(folder, name)
  const found = readHeader(file)
  return found && { name, file, manifest: found.header.manifest, packed: true }
}

/** `traceberry-2026-03-10T14-15-22`, with a number behind it where two fall in one second. */
export function backupName(folders: readonly string[], at: string): string {
  const stamp = at.slice(0, 19).replaceAll(':', '-')
  for (let count = 1; ; count += 1) {
    const name = `traceberry-${stamp}${count === 1 ? '' : `-${count}`}`
    if (!folders.some((folder) => existsSync(path.join(folder, name)))) return name
  }
}

interface Publishing {
  /** Folder with the finished backup in it. */
  readonly from: string
  readonly name: string
  /** Whether the folder may be made: one on a stick that is not plugged in must not. */
  readonly make: boolean
}

/**
 * Copies a finished backup into a folder, reads every byte of it back, and only then gives it its name.
 * @throws an Error with a kept sentence; what was there before is untouched
 */
export function publishInto(folder: string, { from, name, make }: Publishing): void {
  if (make) mkdirSync(folder, { recursive: true })
  else if (!existsSync(folder))
    throw new Error(
      kept(() => say('{folder} is not there. Plug the stick in or connect the drive, then back up again.', { folder })),
    )
  removeLeftovers(folder)
  const needed = folderBytes(from)
  if (freeBytes(folder) < needed + 1024 * 1024) throw new Error(isFull(folder))
  const part = path.join(folder, `${name}.part`)
  mkdirSync(part)
  try {
    copyTree(from, part)
    renameSync(part, path.join(folder, name))
    syncFolder(folder)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    throw error
  }
}

/** A kept sentence. */
export function isFull(folder: string): string {
  return kept(() =>
    say('{folder} is full. Free some space there, or choose another folder, then back up again.', { folder }),
  )
}

function copyTree(from: string, to: string): void {
  for (const name of readdirSync(from)) {
    const [source, target] = [path.join(from, name), path.join(to, name)]
    if (lstatSync(source).isDirectory()) {
      mkdirSync(target)
      copyTree(source, target)
      continue
    }
    copyDurably(source, target)
    if (fileHash(source) !== fileHash(target))
      throw new Error(
        kept(() =>
          say('What was written to {folder} does not read back the same. Use another disk or stick.', {
            folder: path.dirname(to),
          }),
        ),
      )
  }
  syncFolder(to)
}

/** What an interrupted backup or removal left; the names are ours, nothing else has them. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder))
    if (/^traceberry-[\dT-]+\.(?:part|old)$/.test(name))
      rmSync(path.join(folder, name), { recursive: true, force: true })
}

/** Removes the backups that are kept no longer: first the name goes, in one step, then the files. */
export function removeSuperfluous(folder: string, keeping: Keeping, zone: string): void {
  const backups = readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name, MANIFEST)
    if (!/^traceberry-[\dT-]+$/.test(name) || !existsSync(file)) return []
    const manifest = Manifest.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return manifest.success ? [{ name, at: manifest.data.at, asked: manifest.data.why === 'asked for' }] : []
  })
  for (const name of superfluousBackups(backups, keeping, zone)) {
    const old = path.join(folder, `${name}.old`)
    renameSync(path.join(folder, name), old)
    rmSync(old, { recursive: true, force: true })
  }
}

export function manifestText(manifest: Manifest): string {
  return JSON.stringify(manifest, null, 2)
}

export const manifestName = MANIFEST
