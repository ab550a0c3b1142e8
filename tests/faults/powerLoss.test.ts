import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { figure, say } from './figures.ts'
import { type Entry, imageAfter, type Loss, losses, readLog } from './diskLog.ts'
import { survivor } from './record.ts'
import { makeShim, noShim } from './shim.ts'

const missing = noShim()
if (missing !== null) say(`skipped: power loss was not simulated, because ${missing}`)
const IMAGES = figure(1000, 20)

test.skipIf(missing !== null)(
  `${IMAGES} images of a disk that lost its power hold every acknowledged commit`,
  () => {
    const shim = makeShim('/traceberry-power-')
    const folder = mkdtempSync(path.join(tmpdir(), 'traceberry-power-'))
    execFileSync(process.execPath, [path.join(import.meta.dirname, 'powerRun.ts'), folder, String(figure(60, 12))], {
      env: { ...process.env, ...shim.env },
    })
    const entries = readLog(readFileSync(shim.log))
    const image = path.join(folder, 'image')
    let acknowledged = 0
    for (let count = 0; count < IMAGES; count += 1) {
      const at = Math.floor((entries.length * (count + 1)) / IMAGES)
      const loss = losses[count % losses.length] ?? 'nothing'
      acknowledged += check(entries, at, loss, count, image)
    }
    say(
      `${IMAGES} images of ${entries.length} disk operations, ${acknowledged} acknowledged commands in them, 0 lost, 0 corrupt`,
    )
    rmSync(folder, { recursive: true, force: true })
    expect(acknowledged).toBeGreaterThan(IMAGES)
  },
  figure(3_600_000, 300_000),
)

/** Makes the disk as it would be after a power cut, opens the record on it, and compares. @returns commands compared */
function check(entries: readonly Entry[], at: number, loss: Loss, seed: number, image: string): number {
  const files = imageAfter(entries, at, loss, seed)
  rmSync(image, { recursive: true, force: true })
  mkdirSync(image)
  for (const name of ['traceberry.db', 'traceberry.db-wal'])
    for (const [file, bytes] of files) if (file.endsWith(`/${name}`)) writeFileSync(path.join(image, name), bytes)
  const saved = acknowledgedBefore(entries, at)
  if (saved.length === 0) return 0
  const { requestIds, problems } = survivor(path.join(image, 'traceberry.db'))
  expect({ at, loss, problems, lost: saved.filter((id) => !requestIds.has(id)) }).toEqual({
    at,
    loss,
    problems: [],
    lost: [],
  })
  return saved.length
}

function acknowledgedBefore(entries: readonly Entry[], at: number): string[] {
  return entries
    .slice(0, at)
    .filter(({ op, file }) => op === 'write' && file.endsWith('/acknowledged'))
    .flatMap(({ data }) => data.toString('utf8').trim().split('\n'))
}
