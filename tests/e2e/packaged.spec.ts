import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openElectronApp } from '../support/electron/openElectronApp.ts'
import { packApp } from '../support/electron/packApp.ts'
import { expect, test } from './fixtures.ts'
import { expectGoldenAnswers } from './goldenAnswers.ts'

/*
 * The app as it is shipped: the build packed by electron-builder, taken out of its archive again, and started with the
 * one native binary that the package carries.
 */
let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'traceberry-packaged-'))
})
test.afterEach(async () => await rm(folder, { recursive: true, force: true }))

test('the packed app gives the golden answers, and is small', async ({ page }) => {
  const packed = packApp(path.resolve(import.meta.dirname, '../../out'), path.join(folder, 'packed'))
  // Without the runtime: a kitchen's laptop has better use for its disk.
  expect(packed.bytes / 1_000_000).toBeLessThan(25)
  expect(
    packed.files.filter((name) => /\.(?:ts|tsx|map)$|^(?:tests|main|renderer|shared)\/|loopback/.test(name)),
  ).toEqual([])

  // One sign beyond plain ASCII doubles what a whole script takes in memory as long as the app runs.
  const scripts = readdirSync(path.join(packed.out, 'main')).filter((name) => name.endsWith('.js'))
  expect(scripts).toContain('worker.js')
  const beyond = scripts.filter((name) => /[^\0-\x7f]/.test(readFileSync(path.join(packed.out, 'main', name), 'utf8')))
  expect(beyond).toEqual([])

  const dataDir = path.join(folder, 'data')
  const app = await openElectronApp(page, { dataDir, out: packed.out, args: ['--demo=story'] })
  await expectGoldenAnswers(page)
  expect(await app.quit()).toBe(0)
})
