import { type Day, dayAt } from '../../../shared/domain/day.ts'
import type { Tone } from '../../ui/Mark.tsx'
import { say, sayNumber } from '../../../shared/words/say.ts'

export interface BackupAge {
  /** `Today`, `3 days ago`. */
  readonly words: string
  readonly tone: Tone
  readonly advice: string
}

/** After so many days a lost laptop would cost more work than anyone remembers. */
const OLD_DAYS = 7

/**
 * How old the newest backup is, in the kitchen's days.
 * @param at when it was made, UTC ISO text; undefined where there is none
 */
export function backupAge(at: string | undefined, today: Day, zone: string): BackupAge {
  if (at === undefined)
    return { words: say('No backup yet'), tone: 'bad', advice: say('Make one now: it takes a few seconds') }
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(dayAt(at, zone))) / 86_400_000))
  const words = days === 0 ? say('Today') : days === 1 ? say('Yesterday') : say('{days} days ago', { days })
  return days <= OLD_DAYS
    ? { words, tone: 'good', advice: say('Recent enough') }
    : { words, tone: 'warn', advice: say('Older than a week: make one now') }
}

/** `1.2 MB`, for people who look whether it fits the stick. */
export function fileSize(bytes: number): string {
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  return `${sayNumber(amount, { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${unit}`
}
