/** How many of a group have something, of those of which it is known. */
export interface Count {
  readonly having: number
  readonly of: number
}

/** An exact fraction of whole numbers. */
export interface Chance {
  readonly top: bigint
  readonly bottom: bigint
}

/**
 * Fisher's exact test, one-sided: the chance that as many or more of the first group have something as do, if it had
 * nothing to do with the groups and only the totals are given (hypergeometric tail). Exact, for any size.
 */
export function fisherChance(first: Count, second: Count): Chance {
  const all = first.of + second.of
  const having = first.having + second.having
  const most = Math.min(having, first.of)
  let top = 0n
  for (let k = first.having; k <= most; k += 1) top += choose(having, k) * choose(all - having, first.of - k)
  return { top, bottom: choose(all, first.of) }
}

/** The smallest chance that those totals can give at all: what cannot convince is no test (Tarone 1990). */
export function leastChance(first: Count, second: Count): Chance {
  const having = first.having + second.having
  const most = Math.min(having, first.of)
  return fisherChance({ having: most, of: first.of }, { having: having - most, of: second.of })
}

/** A chance as a number from 0 to 1, to about 15 digits. */
export function asNumber({ top, bottom }: Chance): number {
  const SCALE = 10n ** 18n
  return Number((top * SCALE) / bottom) / 1e18
}

/** Ways to take `some` of `all`; 0 where there are fewer. */
function choose(all: number, some: number): bigint {
  if (some < 0 || some > all) return 0n
  let ways = 1n
  for (let step = 1; step <= Math.min(some, all - some); step += 1)
    ways = (ways * BigInt(all - step + 1)) / BigInt(step)
  return ways
}
