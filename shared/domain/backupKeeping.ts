import { dayAt } from './day.ts'

/** How many of the automatic backups stay: the newest of each of the last so many hours, days and months that have one. */
export interface Keeping {
  readonly hourly: number
  readonly daily: number
  readonly monthly: number
}

interface Kept {
  readonly name: string
  /** When it was made, UTC ISO text. */
  readonly at: string
  /** Made because a person asked: never removed by the app. */
  readonly asked: boolean
}

/**
 * Which backups may be removed. The newest always stays, and so does each that a person asked for.
 * @param zone the kitchen's, so that a day and a month are the kitchen's
 */
export function superfluousBackups(backups: readonly Kept[], keeping: Keeping, zone: string): string[] {
  const newestFirst = backups.filter((backup) => !backup.asked).toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const kept = new Set(newestFirst.slice(0, 1))
  for (const [limit, periodOf] of [
    [keeping.hourly, (at: string) => at.slice(0, 13)],
    [keeping.daily, (at: string) => dayAt(at, zone)],
    [keeping.monthly, (at: string) => dayAt(at, zone).slice(0, 7)],
  ] as const) {
    const periods = new Set<string>()
    for (const backup of newestFirst) {
      const period = periodOf(backup.at)
      if (periods.has(period) || periods.size >= limit) continue
      periods.add(period)
      kept.add(backup)
    }
  }
  return newestFirst.filter((backup) => !kept.has(backup)).map((backup) => backup.name)
}
