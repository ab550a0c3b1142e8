import { say } from '../words/say.ts'
import { together } from './together.ts'

/** One version of a recipe as people read it. */
export interface RecipeText {
  readonly makes: string
  readonly lines: readonly {
    readonly itemId: number
    readonly ingredient: string
    readonly quantity: string
    readonly base: number
  }[]
  readonly readings: readonly string[]
  readonly equipment: readonly string[]
}

export interface RecipeChange {
  readonly kind: 'added' | 'removed' | 'changed'
  /** A clause: `Sugar: 4 lb instead of 3 lb`. */
  readonly text: string
}

/**
 * What is different in a later version of a recipe, in words. A quantity written otherwise that is the same amount is
 * no change; an ingredient on two lines is compared by what they come to, line by line.
 */
export function recipeDiff(before: RecipeText, after: RecipeText): RecipeChange[] {
  const changes: RecipeChange[] = []
  if (before.makes !== after.makes)
    changes.push({
      kind: 'changed',
      text: say('makes {now} instead of {before}', { now: after.makes, before: before.makes }),
    })
  const old = Map.groupBy(before.lines, (line) => line.itemId)
  const now = Map.groupBy(after.lines, (line) => line.itemId)
  for (const [itemId, lines] of now) {
    const was = old.get(itemId)
    const name = lines[0]?.ingredient ?? ''
    if (!was) changes.push({ kind: 'added', text: `${name}, ${quantities(lines)}` })
    else if (amounts(was) !== amounts(lines))
      changes.push({
        kind: 'changed',
        text: say('{name}: {now} instead of {before}', { name, now: quantities(lines), before: quantities(was) }),
      })
  }
  for (const [itemId, lines] of old)
    if (!now.has(itemId)) changes.push({ kind: 'removed', text: `${lines[0]?.ingredient ?? ''}, ${quantities(lines)}` })
  return [...changes, ...listDiff(before.readings, after.readings), ...listDiff(before.equipment, after.equipment)]
}

type Lines = RecipeText['lines']

function quantities(lines: Lines): string {
  return together(lines.map((line) => line.quantity))
}

function amounts(lines: Lines): string {
  return lines.map((line) => line.base).join()
}

function listDiff(before: readonly string[], after: readonly string[]): RecipeChange[] {
  return [
    ...after.filter((text) => !before.includes(text)).map((text) => ({ kind: 'added' as const, text })),
    ...before.filter((text) => !after.includes(text)).map((text) => ({ kind: 'removed' as const, text })),
  ]
}
