import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron as electron, expect, test } from '@playwright/test'
import { expectGoldenAnswers } from './goldenAnswers.ts'

/*
 * The app in Electron itself, for what the stub cannot show: the real preload bridge, the real app scheme, the real
 * printing. Runs where the runtime is: `node node_modules/electron/install.js` fetches it.
 */
const root = path.resolve(import.meta.dirname, '../..')
const electronFolder = path.join(root, 'node_modules/electron')
const pathFile = path.join(electronFolder, 'path.txt')
const executable = existsSync(pathFile) ? path.join(electronFolder, 'dist', readFileSync(pathFile, 'utf8')) : undefined
const there = executable !== undefined && existsSync(executable)

test('the golden answers in Electron’s own window', async () => {
  test.skip(!there, 'Electron’s runtime is not installed here, so this ran nothing')
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-runtime-'))
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await electron.launch({
    ...(executable ? { executablePath: executable } : {}),
    args: [...sandbox, root, '--demo', '--data', path.join(folder, 'data')],
  })
  try {
    const page = await app.firstWindow()
    await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
    expect(page.url()).toBe('app://traceberry/index.html')
    expect(await page.evaluate(() => Object.keys(Reflect.get(window, 'traceberry') as object).toSorted())).toEqual([
      'call',
      'subscribe',
    ])
    expect(
      await page.evaluate(() => [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')]),
    ).toEqual(['undefined', 'undefined'])
    await expectGoldenAnswers(page)
    const pdf = await page.evaluate(async () => {
      const bridge = Reflect.get(window, 'traceberry') as {
        call(op: string, input: unknown): Promise<{ value: { base64: string } }>
      }
      return (await bridge.call('recall.report', { itemId: 2, format: 'pdf' })).value.base64
    })
    expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
})
