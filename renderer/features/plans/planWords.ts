import { countOf } from '../../../shared/words/counted.ts'
import type { PlanRow } from '../../../shared/api/plans.ts'
import { addDays } from '../../../shared/domain/day.ts'
import { sayDay } from '../../../shared/words/day.ts'
import { say } from '../../../shared/words/say.ts'

/** Where the batch page of a plan is: as it was begun, or filled from the plan. */
export function planPath({ id, productId, live }: PlanRow): string {
  return live ? `/make/${productId}?live=${live.liveId}` : `/make/${productId}?plan=${id}`
}

/** How much of it, and into what: `36 jars, all into 4 oz jar`. */
export function planSize({ planned, unit, pack }: PlanRow): string {
  const units = countOf(planned, unit)
  return pack ? say('{units}, all into {pack}', { units, pack }) : units
}

/** By what it is made. */
export function planSource({ like, recipeVersion, newestVersion }: PlanRow): string {
  if (like) return say('like {lotNumber}', { lotNumber: like.lotNumber })
  return newestVersion > recipeVersion
    ? say('recipe, version {version}, changed since: {newest}', { version: recipeVersion, newest: newestVersion })
    : say('recipe, version {version}', { version: recipeVersion })
}

/** A day as it is near: `today`, `tomorrow`, `missed: Mar 4, 2026`. */
export function nearDay(day: string, today: string): string {
  if (day === today) return say('today')
  if (day === addDays(today, 1)) return say('tomorrow')
  return day < today ? say('missed: {day}', { day: sayDay(day) }) : sayDay(day)
}
