import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { z } from '../../shared/api/zod.ts'

/** What stands beside each backup: written last, so that a backup without one does not count. */
export const Manifest = z.object({
  app: z.literal('Traceberry'),
  schema: z.int(),
  at: z.iso.datetime(),
  bytes: z.int(),
  sha256: z.string(),
  batches: z.int(),
  lastLotNumber: z.string().nullable(),
  auditEntries: z.int(),
  auditHash: z.string(),
})
export type Manifest = z.infer<typeof Manifest>

export interface FoundBackup {
  /** File name of the database inside the folder. */
  readonly name: string
  readonly file: string
  readonly manifest: Manifest
}

/** The backups of a folder that count, newest first. A folder that is not there holds none. */
export function listBackups(folder: string): FoundBackup[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .flatMap((name) => readBackup(folder, name) ?? [])
    .toSorted((a, b) => (a.manifest.at < b.manifest.at ? 1 : -1))
}

/** `traceberry-2026-03-10T14-15-22.db`, with a number behind it where two fall in one second. */
export function backupName(folder: string, at: string): string {
  const stamp = at.slice(0, 19).replaceAll(':', '-')
  for (let count = 1; ; count += 1) {
    const name = `traceberry-${stamp}${count === 1 ? '' : `-${count}`}.db`
    if (!existsSync(path.join(folder, name))) return name
  }
}

/** Makes the backup that lies at `part` count: its file first, its manifest last, both on the disk. */
export function publishBackup(folder: string, part: string, name: string, manifest: Manifest): void {
  const file = path.join(folder, name)
  syncFile(part)
  renameSync(part, file)
  const manifestPart = `${file}.json.part`
  writeFileSync(manifestPart, JSON.stringify(manifest, null, 2))
  syncFile(manifestPart)
  renameSync(manifestPart, `${file}.json`)
  syncFolder(folder)
}

export function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true })
}

export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes renames in a folder last. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function readBackup(folder: string, name: string): FoundBackup | undefined {
  const file = path.join(folder, name)
  try {
    const manifest = Manifest.parse(JSON.parse(readFileSync(`${file}.json`, 'utf8')))
    return statSync(file).size === manifest.bytes ? { name, file, manifest } : undefined
  } catch {
    return undefined
  }
}
