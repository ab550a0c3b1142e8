/** A key that writes a character, and when it went down, in milliseconds. */
export interface TypedKey {
  readonly key: string
  readonly at: number
}

/*
 * Wedge scanners send a key every 1 to 30 ms and end with Enter. A person's keys come 60 ms apart or more, even at 160
 * words a minute; two may come closer when fingers roll over the keys, three and an Enter do not.
 */
const SLOWEST_GAP_MS = 50
const SLOWEST_MEAN_MS = 30
const SHORTEST_CODE = 3
/** A gap so many times the burst's own pace is where a person's key stands before it. */
const OUT_OF_PACE = 4
const EVEN_PACE_MS = 15

/**
 * How many keys before an Enter a scanner sent; 0 when a person typed them. Keys that a person typed just before the
 * scan are not counted, so that nothing typed is taken for a part of the code.
 * @param keys what was typed, oldest first
 * @param enterAt when Enter went down, in milliseconds
 */
export function scannedBefore(keys: readonly TypedKey[], enterAt: number): number {
  const gaps: number[] = []
  let next = enterAt
  for (const { at } of keys.toReversed()) {
    const gap = next - at
    if (gap < 0 || gap > SLOWEST_GAP_MS || isOutOfPace(gap, gaps)) break
    gaps.push(gap)
    next = at
  }
  if (gaps.length < SHORTEST_CODE) return 0
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  return mean <= SLOWEST_MEAN_MS ? gaps.length : 0
}

function isOutOfPace(gap: number, gaps: readonly number[]): boolean {
  if (gaps.length < SHORTEST_CODE || gap <= EVEN_PACE_MS) return false
  const median = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  return gap > OUT_OF_PACE * Math.max(median, 1)
}
