import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { writeTenYears } from '../bench/kitchens/tenYears.ts'
import { newId, openKitchen } from '../support/kitchen.ts'
import { receiveLot } from '../support/make.ts'
import { full, say } from './figures.ts'

async function timed<T>(work: () => Promise<T>): Promise<readonly [done: T, seconds: number]> {
  const started = performance.now()
  const done = await work()
  return [done, (performance.now() - started) / 1000]
}

/* As the app runs it, in its threads: whole files are copied and checked beside the work. */
test.skipIf(!full)(
  'ten years are backed up while work goes on, checked, deleted and restored, and give the same trace',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-ten-'))
    await mkdir(path.join(folder, 'data'))
    const { lotNumber } = writeTenYears(path.join(folder, 'data/traceberry.db'))
    const [kitchen, opened] = await timed(
      async () => await openKitchen({ folder, way: 'in a thread over HTTP', automaticBackups: true }),
    )
    const { api } = kitchen
    const traced = async () => {
      const [found] = await api.trace.find({ text: lotNumber })
      return await api.trace.list({ node: { kind: 'batch', id: found?.id ?? 0 }, direction: 'backward' })
    }
    const before = await traced()
    const [{ problems }, checked] = await timed(async () => await api.history.verify({}))
    expect(problems).toEqual([])

    let done = false
    let longest = 0
    let saves = 0
    const backup = timed(async () => await api.backups.make({ requestId: newId() })).finally(() => {
      done = true
    })
    while (!done) {
      const [, seconds] = await timed(async () => await receiveLot(api))
      longest = Math.max(longest, seconds)
      saves += 1
    }
    const [{ name }, made] = await backup
    const { size } = await stat(path.join(kitchen.backupDir, name, 'record.db'))
    expect(saves).toBeGreaterThan(2)
    await kitchen.close(false)
    await rm(kitchen.dataDir, { recursive: true })

    const again = await openKitchen({ folder, way: 'in a thread over HTTP', automaticBackups: true })
    const [, restored] = await timed(async () => await again.api.backups.restore({ requestId: newId(), name }))
    const [found] = await again.api.trace.find({ text: lotNumber })
    const node = { kind: 'batch' as const, id: found?.id ?? 0 }
    expect(await again.api.trace.list({ node, direction: 'backward' })).toEqual(before)
    await again.close()
    say(
      `ten years, ${Math.round(size / 1e6)} MB: opened in ${opened.toFixed(1)} s, checked whole in ${checked.toFixed(1)} s, backed up and proven in ${made.toFixed(1)} s during ${saves} saves (two calls each), the longest ${Math.round(longest * 1000)} ms, restored in ${restored.toFixed(1)} s`,
    )
  },
  900_000,
)
