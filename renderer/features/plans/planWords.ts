import type { PlanRow } from '../../../shared/api/plans.ts'
import { addDays, showDay } from '../../../shared/domain/day.ts'
import { countOf } from '../../ui/words.ts'

/** Where the batch page of a plan is: as it was begun, or filled from the plan. */
export function planPath({ id, productId, live }: PlanRow): string {
  return live ? `/make/${productId}?live=${live.liveId}` : `/make/${productId}?plan=${id}`
}

/** How much of it, and into what: `36 jars, all into 4 oz jar`. */
export function planSize({ planned, unit, pack }: PlanRow): string {
  return `${countOf(planned, unit)}${pack ? `, all into ${pack}` : ''}`
}

/** By what it is made. */
export function planSource({ like, recipeVersion, newestVersion }: PlanRow): string {
  if (like) return `like ${like.lotNumber}`
  const changed = newestVersion > recipeVersion ? `, changed since: ${newestVersion}` : ''
  return `recipe, version ${recipeVersion}${changed}`
}

/** A day as it is near: `today`, `tomorrow`, `missed: Mar 4, 2026`. */
export function nearDay(day: string, today: string): string {
  if (day === today) return 'today'
  if (day === addDays(today, 1)) return 'tomorrow'
  return day < today ? `missed: ${showDay(day)}` : showDay(day)
}
