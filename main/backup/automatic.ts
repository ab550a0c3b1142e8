import type { BackupReason } from './manifest.ts'
import type { BackupSettingsFile } from './settings.ts'

/** Makes backups by itself, while nobody works. */
export interface AutomaticBackups {
  /** Something was recorded. */
  recorded(): void
  /** The app is about to close the record. */
  beforeClosing(): Promise<void>
}

interface AutomaticOptions {
  readonly settings: BackupSettingsFile
  /** Whether anything was recorded since the newest backup. */
  readonly hasNewWork: () => Promise<boolean>
  readonly make: (why: BackupReason) => Promise<void>
  readonly test: () => Promise<void>
  readonly now: () => string
  /** Folders of backups that are not there now, a stick that was pulled out perhaps. */
  readonly missing: () => readonly string[]
  /** Told of a failure, which must disturb nobody at work; Today shows it. */
  readonly failed: (error: unknown) => void
  /** How often to look for folders that come back, in milliseconds. */
  readonly lookEveryMs?: number
}

/** However long the work goes on, a backup is made after so many minutes. */
const LONGEST_MINUTES = 60
const TEST_EVERY_DAYS = 7
const LOOK_EVERY_MS = 20_000

export function createAutomaticBackups(options: AutomaticOptions): AutomaticBackups {
  const { settings, hasNewWork, make, test, now, missing, failed } = options
  let timer: NodeJS.Timeout | undefined
  let waitingSince: number | undefined
  let gone = missing()
  const looking = setInterval(() => void lookAgain(), options.lookEveryMs ?? LOOK_EVERY_MS)
  looking.unref()

  /** A stick that was away and is back gets at once what it lacks, also where nothing was recorded since. */
  async function lookAgain(): Promise<void> {
    const before = gone
    gone = missing()
    if (!settings.read().afterWork || !before.some((folder) => !gone.includes(folder))) return
    try {
      await make('after work')
    } catch (error) {
      failed(error)
    }
  }

  async function makeOne(why: BackupReason): Promise<void> {
    clearTimeout(timer)
    waitingSince = undefined
    try {
      if (await hasNewWork()) await make(why)
      if (why !== 'on closing' && isOld(settings.read().lastTest?.at, now())) await test()
    } catch (error) {
      failed(error)
    }
  }

  return {
    recorded() {
      const { afterWork, quietMinutes } = settings.read()
      if (!afterWork) return
      waitingSince ??= performance.now()
      const left = LONGEST_MINUTES * 60_000 - (performance.now() - waitingSince)
      clearTimeout(timer)
      timer = setTimeout(() => void makeOne('after work'), Math.max(0, Math.min(quietMinutes * 60_000, left)))
      timer.unref()
    },
    async beforeClosing() {
      clearTimeout(timer)
      clearInterval(looking)
      if (settings.read().onClosing) await makeOne('on closing')
    },
  }
}

function isOld(at: string | undefined, now: string): boolean {
  return at === undefined || Date.parse(now) - Date.parse(at) > TEST_EVERY_DAYS * 86_400_000
}
