import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { constants } from 'node:os'
import { expect, test } from 'vitest'
import { figure, full, say } from './figures.ts'
import { makeShim, noShim } from './shim.ts'

const { EIO, ENOSPC } = constants.errno
const missing = noShim()
if (missing !== null) say(`skipped: I/O errors were not injected, because ${missing}`)

/** Every operation of eight saves, each error, once and for good. */
const kinds = [
  { on: 'write', error: EIO, torn: false, points: 75 },
  { on: 'write', error: EIO, torn: true, points: 75 },
  { on: 'write', error: ENOSPC, torn: false, points: 75 },
  { on: 'write', error: ENOSPC, torn: true, points: 75 },
  { on: 'sync', error: EIO, torn: false, points: 16 },
  { on: 'sync', error: ENOSPC, torn: false, points: 16 },
  { on: 'read', error: EIO, torn: false, points: 60 },
  // Bytes that are not those of the file, once: SQLite calls the record damaged, and it is not.
  { on: 'read', error: EIO, torn: true, points: 60 },
  { on: 'open', error: EIO, torn: false, points: 8 },
] as const

const runs = kinds.flatMap(({ points, ...kind }) =>
  [false, true].flatMap((forever) =>
    // In the short form a few of them, spread out.
    Array.from({ length: full ? points : 1 }, (_, point) => ({
      ...kind,
      forever,
      at: full ? point + 1 : 2 + (points % 5),
    })),
  ),
)

interface Outcome {
  readonly on: string
  readonly at: number
  readonly forever: boolean
  readonly hits: number
  readonly saved: number
  readonly told: readonly string[]
  readonly lost: number
  readonly problems: readonly string[]
  readonly goesOn: string
  readonly internal: string
}

test.skipIf(missing !== null)(
  `${runs.length} runs with an I/O error lose nothing, and none is silent`,
  () => {
    const shim = makeShim('/traceberry-io-')
    const output = execFileSync(process.execPath, [path.join(import.meta.dirname, 'ioRuns.ts'), JSON.stringify(runs)], {
      env: { ...process.env, ...shim.env },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const outcomes = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Outcome)
    expect(outcomes).toHaveLength(runs.length)
    const hit = outcomes.filter(({ hits }) => hits > 0)
    say(`${runs.length} runs, ${hit.length} with a fault that was met, ${sum(outcomes, 'saved')} saved, 0 lost`)
    expect(outcomes.filter(({ lost, problems }) => lost > 0 || problems.length > 0)).toEqual([])
    // A sentence for the person, never “something went wrong”.
    expect(outcomes.filter(({ told }) => told.some((code) => !code.startsWith('db_')))).toEqual([])
    expect(outcomes.filter(({ goesOn }) => goesOn !== 'yes')).toEqual([])
    // Each command was saved, or its person was told: nine commands a run.
    expect(outcomes.filter(({ saved, told }) => saved < 9 && told.length === 0)).toEqual([])
    expect(hit.length).toBeGreaterThan(runs.length / 2)
  },
  figure(3_600_000, 300_000),
)

function sum(outcomes: readonly Outcome[], field: 'saved'): number {
  return outcomes.reduce((total, outcome) => total + outcome[field], 0)
}
