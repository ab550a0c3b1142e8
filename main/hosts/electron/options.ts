import { createHash } from 'node:crypto'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { BACKUP_FILE, LABEL_FILE } from '../../../shared/api/fileEndings.ts'
import type { DemoKitchen, KitchenName } from '../../app.ts'
import { chooseFolders, foldersIn, type Folders, type SystemFolders } from '../folders.ts'
import { say } from '../../../shared/words/say.ts'

export interface Options extends Folders {
  readonly demo: DemoKitchen | false
  /** Chromium's own files. One per data folder: the single-instance lock goes by it, and drafts are kept in it. */
  readonly profileDir: string
}

/**
 * Reads `--data FOLDER`, `--backups FOLDER` and `--demo`, and passes over Chromium's switches and macOS's `-psn`.
 * @throws an Error with a sentence where a folder is missing or doubled: opening the default kitchen instead would mix records.
 */
export function readOptions(argv: readonly string[], cwd: string, system: SystemFolders): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: { data: { type: 'string' }, backups: { type: 'string' }, demo: { type: 'boolean' } },
    strict: false,
  })
  const demo = values['demo'] === true ? 'year' : values['demo'] === 'story' && 'story'
  const data = folder('--data', values['data'], cwd)
  const folders = chooseFolders(foldersIn(system, demo !== false), data, folder('--backups', values['backups'], cwd))
  if (folders.dataDir === folders.backupDir)
    throw new Error(say('--backups needs another folder than --data. Start Traceberry again.'))
  return { ...folders, demo, profileDir: path.join(system.appData, 'Traceberry', profileName(data, demo !== false)) }
}

/**
 * How the app is started for the other kitchen: as it was, but for `--demo` and a file that was opened with it.
 * @returns undefined where folders were named, which say which kitchen it is
 */
export function argumentsFor(kitchen: KitchenName, argv: readonly string[]): string[] | undefined {
  if (argv.some((word) => /^--(?:data|backups)(?:=|$)/.test(word))) return undefined
  const rest = argv.filter(
    (word) => !/^--demo(?:=|$)/.test(word) && !word.endsWith(BACKUP_FILE) && !word.endsWith(LABEL_FILE),
  )
  return kitchen === 'demo' ? [...rest, '--demo'] : rest
}

function folder(option: string, value: string | boolean | undefined, cwd: string): string | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'string' || value === '' || value.startsWith('-'))
    throw new Error(
      say('{option} needs a folder after it, for example {option} ./kitchen. Start Traceberry again.', { option }),
    )
  return path.resolve(cwd, value)
}

function profileName(data: string | undefined, demo: boolean): string {
  if (data !== undefined) return `window-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`
  return demo ? 'demo window' : 'window'
}
