import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from '../../shared/api/zod.ts'
import { SealKey } from './seal.ts'
import { writeWhole } from './disk.ts'

const Settings = z.object({
  /** Where backups go; empty until a person chooses: then to the usual folder. */
  folders: z.array(z.string()).default([]),
  afterWork: z.boolean().default(true),
  onClosing: z.boolean().default(true),
  /** Minutes without a new entry after which the day's work counts as done for now. */
  quietMinutes: z.int().min(1).max(240).default(10),
  hourly: z.int().min(1).max(200).default(24),
  daily: z.int().min(1).max(200).default(14),
  monthly: z.int().min(1).max(200).default(12),
  seal: SealKey.nullable().default(null),
  lastTest: z.object({ at: z.string(), name: z.string() }).nullable().default(null),
  /** For each folder whose last backup did not come about why, as a kept sentence. */
  problems: z.record(z.string(), z.string()).default({}),
  /** The number of history entries in the newest backup. */
  entriesSaved: z.int().default(0),
})
export type BackupSettings = z.infer<typeof Settings>

/** What a person chose about backups. Beside the record and not in it, so that a restore is possible when that does not open. */
export interface BackupSettingsFile {
  read(): BackupSettings
  change(part: Partial<BackupSettings>): void
}

export function backupSettingsFile(dataDir: string): BackupSettingsFile {
  const file = path.join(dataDir, 'backup-settings.json')
  function read(): BackupSettings {
    if (!existsSync(file)) return Settings.parse({})
    try {
      return Settings.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      // A file somebody edited must not keep backups from being made.
      return Settings.parse({})
    }
  }
  return {
    read,
    change: (part) => writeWhole(file, JSON.stringify({ ...read(), ...part }, null, 2)),
  }
}
