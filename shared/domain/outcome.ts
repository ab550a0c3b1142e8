import {
  containsRanges,
  countUnits,
  mergeRanges,
  type SerialRange,
  subtractRanges,
  takeHighest,
} from './serialRange.ts'

/** Where the units of one made lot are. Ranges of the four kinds do not overlap. */
export interface PlacedUnits {
  readonly onHand: readonly SerialRange[]
  readonly discarded: readonly SerialRange[]
  readonly setAside: readonly SerialRange[]
  /** Sent, used in another batch, or missed at a count: a corrected figure cannot call these back. */
  readonly gone: readonly SerialRange[]
}

/** What came out, in whole units. */
export interface OutcomeFigures {
  readonly made: number
  readonly discarded: number
  readonly setAside: number
}

/**
 * Where the units are once the figures are corrected. Jars keep the numbers they carry as far as the figures allow:
 * units that are gone stay, what was discarded or set aside stays so, fewer made takes the highest of the rest away,
 * more made goes on from `next`.
 * @param next the first serial that no unit of the batch has
 * @returns undefined where fewer are made than are gone, discarded and set aside
 */
export function reshape(placed: PlacedUnits, figures: OutcomeFigures, next: number): PlacedUnits | undefined {
  const { made, discarded: wantedDiscards, setAside: wantedAside } = figures
  const gone = mergeRanges(placed.gone)
  const free = made - countUnits(gone)
  if (free < wantedDiscards + wantedAside) return undefined

  const movable = mergeRanges([...placed.onHand, ...placed.discarded, ...placed.setAside])
  const more = free - countUnits(movable)
  const kept =
    more >= 0
      ? mergeRanges([...movable, ...(more > 0 ? [{ first: next, last: next + more - 1 }] : [])])
      : subtractRanges(movable, takeHighest(movable, -more) ?? [])
  const discarded = choose(kept, [placed.discarded, subtractRanges(kept, placed.setAside), kept], wantedDiscards)
  const left = subtractRanges(kept, discarded)
  const setAside = choose(left, [placed.setAside, left], wantedAside)
  return { onHand: subtractRanges(left, setAside), discarded, setAside, gone }
}

/** Every serial of a lot. */
export function allUnits({ onHand, discarded, setAside, gone }: PlacedUnits): SerialRange[] {
  return mergeRanges([...onHand, ...discarded, ...setAside, ...gone])
}

/** Whether two lists hold the same serials. */
export function sameUnits(a: readonly SerialRange[], b: readonly SerialRange[]): boolean {
  return containsRanges(a, b) && containsRanges(b, a)
}

/** `count` serials of `from`, the highest of the first group before those of the next. */
function choose(from: readonly SerialRange[], groups: readonly (readonly SerialRange[])[], count: number) {
  let taken: SerialRange[] = []
  for (const group of groups) {
    const missing = count - countUnits(taken)
    const there = subtractRanges(intersect(from, group), taken)
    taken = mergeRanges([...taken, ...(takeHighest(there, Math.min(missing, countUnits(there))) ?? [])])
  }
  return taken
}

function intersect(a: readonly SerialRange[], b: readonly SerialRange[]): SerialRange[] {
  return subtractRanges(a, subtractRanges(a, b))
}
