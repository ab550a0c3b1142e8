import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { figure, full, say } from './figures.ts'

/** Rounds of a delivery, a batch, a few searches, a trace, a shipment and the screens that follow. */
const ROUNDS = figure(1200, 40)
const MB = 1024 * 1024

interface Day {
  readonly operations: number
  /** Bytes in use at the end of each quarter, garbage collected. */
  readonly memory: readonly number[]
  /** Median milliseconds of each kind of thing, by quarter. */
  readonly medians: readonly Readonly<Record<string, number>>[]
  readonly problems: readonly string[]
}

test(
  `${ROUNDS} rounds of work without a pause, more than eight hours hold: memory stays, nothing gets slower, no error`,
  async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--expose-gc',
      path.join(import.meta.dirname, 'dayRun.ts'),
      String(ROUNDS),
    ])
    const { operations, memory, medians, problems } = JSON.parse(stdout) as Day
    const [first, last] = [medians[0] ?? {}, medians.at(-1) ?? {}]
    say(
      `${operations} operations; memory ${memory.map((bytes) => Math.round(bytes / MB)).join(', ')} MB; medians first and last quarter: ${Object.keys(
        first,
      )
        .map((what) => `${what} ${first[what]?.toFixed(1)} → ${last[what]?.toFixed(1)} ms`)
        .join(', ')}`,
    )
    expect(problems).toEqual([])
    expect(operations).toBeGreaterThan(ROUNDS * 9)
    // In the short form there is too little of each to tell a trend from the machine.
    if (!full) return
    expect(memory.at(-1)).toBeLessThan(Math.max(...memory.slice(0, -1)) + 8 * MB)
    // A backup copies the whole record and may take as long as that is large.
    const slower = Object.keys(first).filter(
      (what) => what !== 'backup' && (last[what] ?? 0) > 2 * (first[what] ?? 0) + 2,
    )
    expect(slower).toEqual([])
  },
  figure(3_600_000, 300_000),
)
