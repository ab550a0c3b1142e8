/** Milliseconds of each run. */
type Times = readonly number[]

export function medianOf(times: Times): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

export function p95Of(times: Times): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * 0.95))] ?? 0
}

export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/**
 * Two ways side by side, turn by turn, so that what disturbs the machine disturbs both; each is run once before.
 * @returns milliseconds of every run
 */
export async function sideBySide(
  rounds: number,
  one: () => unknown,
  other: () => unknown,
): Promise<{ one: number[]; other: number[] }> {
  await one()
  await other()
  const times = { one: [] as number[], other: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    times.one.push(await timed(one))
    times.other.push(await timed(other))
  }
  return times
}
