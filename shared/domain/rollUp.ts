import { type AllergenFacts, joinFacts, noAllergens } from './allergens.ts'

/** What each thing is made of, by id, and the facts of what is bought. */
export interface MadeOf {
  /** Ids of what goes into a thing; absent for one that is bought. */
  readonly parts: ReadonlyMap<number, readonly number[]>
  readonly facts: ReadonlyMap<number, AllergenFacts>
}

/**
 * Allergens of a thing through every level below it. Each thing is reckoned once, whatever the number of ways that
 * lead to it, and without recursion: a chain of any length is followed.
 */
export function rollUp(root: number, { parts, facts }: MadeOf): AllergenFacts {
  const reached = new Set([root])
  for (const id of reached) for (const part of parts.get(id) ?? []) reached.add(part)
  return joinFacts([...reached].map((id) => facts.get(id) ?? noAllergens))
}

/**
 * The way by which a thing would be made of itself, from `root` back to `root`, were `root` made of `newParts`.
 * @returns undefined where it is not
 */
export function cycleOf(
  root: number,
  newParts: readonly number[],
  parts: ReadonlyMap<number, readonly number[]>,
): number[] | undefined {
  const cameFrom = new Map(newParts.map((id) => [id, root]))
  for (const id of cameFrom.keys()) {
    if (id === root) break
    for (const part of parts.get(id) ?? []) if (!cameFrom.has(part)) cameFrom.set(part, id)
  }
  if (!cameFrom.has(root)) return undefined
  const path = [root]
  for (let at = cameFrom.get(root); at !== undefined && at !== root; at = cameFrom.get(at)) path.unshift(at)
  return [root, ...path]
}
