import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron as electron, type ElectronApplication, expect, test } from '@playwright/test'
import { expectGoldenAnswers } from './goldenAnswers.ts'

/*
 * The app in Electron itself, for what the stub cannot show: the real preload bridge, the real app scheme, the real
 * printing and the real lock. Runs where the runtime is: `node node_modules/electron/install.js` fetches it.
 */
const root = path.resolve(import.meta.dirname, '../..')
const electronFolder = path.join(root, 'node_modules/electron')
const pathFile = path.join(electronFolder, 'path.txt')
const executable = existsSync(pathFile) ? path.join(electronFolder, 'dist', readFileSync(pathFile, 'utf8')) : ''
const there = existsSync(executable)
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

test.skip(!there, 'Electron’s runtime is not installed here, so this ran nothing')

let folder: string
let app: ElectronApplication | undefined
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'traceberry-runtime-'))
})
test.afterEach(async () => {
  await app?.close()
  app = undefined
  await rm(folder, { recursive: true, force: true })
})

function words(...more: readonly string[]): string[] {
  return [...sandbox, root, '--data', path.join(folder, 'data'), ...more]
}

async function open(...more: readonly string[]) {
  app = await electron.launch({ executablePath: executable, args: words(...more) })
  return { app, page: await app.firstWindow() }
}

test('the golden answers in Electron’s own window, and a report that Electron prints', async () => {
  const { page } = await open('--demo=story')
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  expect(page.url()).toBe('app://traceberry/index.html')
  await expectGoldenAnswers(page)
  const pdf = await page.evaluate(async () => {
    const bridge = Reflect.get(window, 'traceberry') as {
      call(op: string, input: unknown): Promise<{ value: { base64: string } }>
    }
    return (await bridge.call('recall.report', { itemId: 2, format: 'pdf' })).value.base64
  })
  expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
})

test('the page has two functions of its own and nothing of Node, runs no foreign script, and stays in the app', async () => {
  const { app: running, page } = await open()
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  const bridge = await page.evaluate(() => Object.keys(Reflect.get(window, 'traceberry') as object))
  expect(bridge.toSorted()).toEqual(['call', 'subscribe'])
  expect(await page.evaluate(() => ['require', 'process'].map((name) => typeof Reflect.get(window, name)))).toEqual([
    'undefined',
    'undefined',
  ])

  const ran = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.head.append(script)
    const outside = await fetch('https://example.com/').then(
      () => 'answered',
      () => 'refused',
    )
    return [Reflect.get(window, 'ran') === true, outside]
  })
  expect(ran).toEqual([false, 'refused'])

  await page.evaluate(() => {
    location.href = 'https://example.com/'
    window.open('file:///etc/passwd')
  })
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  expect(page.url()).toBe('app://traceberry/index.html')
  expect(running.windows()).toHaveLength(1)
})

test('a second start ends at once and brings the window forward', async () => {
  const { app: running, page } = await open()
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await running.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  const [code] = (await once(spawn(executable, words(), { stdio: 'ignore' }), 'exit')) as [number | null]
  expect(code).toBe(0)
  const minimised = async () =>
    await running.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())
  await expect.poll(minimised).toBe(false)
})

test('a record that does not open shows the recovery window', async () => {
  await mkdir(path.join(folder, 'data'))
  await writeFile(path.join(folder, 'data/traceberry.db'), 'x'.repeat(5000))
  const { page } = await open()
  await expect(page.getByText(/could not be opened/).first()).toBeVisible()
})
