import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { chromiumOptions } from '../support/chromium.ts'
import { buildHost } from '../support/electron/buildHost.ts'
import { openElectronApp, type OpenOptions } from '../support/electron/openElectronApp.ts'

// The built main and preload for real, on a double of Electron: its own process, and Chromium for the window.

const work = mkdtempSync(path.join(tmpdir(), 'traceberry-built-'))
const out = path.join(work, 'out')
let browser: Browser
let page: Page
let kitchens = 0

beforeAll(async () => {
  await buildHost(out)
  browser = await chromium.launch(chromiumOptions())
}, 60_000)

afterAll(async () => {
  await browser.close()
  rmSync(work, { recursive: true })
})

beforeEach(async () => {
  page = await browser.newPage()
  onTestFinished(() => page.close())
})

function newKitchen(): string {
  kitchens += 1
  const dataDir = path.join(work, `kitchen ${kitchens}`)
  mkdirSync(dataDir)
  return dataDir
}

async function open(options: Partial<OpenOptions> = {}) {
  const app = await openElectronApp(page, { dataDir: newKitchen(), out, ...options })
  onTestFinished(async () => void (await app.end('SIGKILL')))
  return app
}

describe('the built app', () => {
  test('opens its page in a secure context, with nothing of Node and two functions of its own', async () => {
    await open()
    await page.getByText('ready').waitFor()
    const found = await page.evaluate(() => ({
      secure: isSecureContext,
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
      bridge: Object.keys(Reflect.get(window, 'traceberry') ?? {}),
    }))
    expect(found).toEqual({ secure: true, node: [], bridge: ['call', 'subscribe'] })
  })

  test('starts the core in the worker beside it, with the folders of the command line', async () => {
    const dataDir = newKitchen()
    const app = await open({ dataDir, args: ['--no-sandbox'] })
    expect(await app.call('test.started', {})).toEqual({
      ok: true,
      value: {
        worker: 'worker.js',
        dataDir,
        backupDir: `${dataDir} backups`,
        demo: false,
        printToPdf: true,
        pickFolder: true,
        showFolder: true,
        openAtLogin: process.platform !== 'linux',
        install: true,
        changeKitchen: false,
      },
    })
  })

  test('tells the page what was committed', async () => {
    const app = await open()
    await page.getByText('ready').waitFor()
    await app.call('test.record', {})
    await page.getByRole('listitem').filter({ hasText: 'test.record' }).waitFor()
    expect(await page.getByRole('listitem').count()).toBe(1)
  })

  test('keeps its policy in the page: no script put in there runs, nothing goes out', async () => {
    await open()
    await page.getByText('ready').waitFor()
    const found = await page.evaluate(async () => {
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.body.append(script)
      await fetch('https://evil.example/').catch(() => undefined)
      // The events come as tasks of their own.
      await new Promise((resolve) => setTimeout(resolve, 50))
      return { injected: 'injected' in window, violations }
    })
    expect(found).toEqual({ injected: false, violations: ['script-src-elem', 'connect-src'] })
  })

  test('serves its own files and nothing beside them', async () => {
    const app = await open()
    expect((await app.fetch('/assets/page.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
    for (const pathname of ['/..%2fmain%2felectron.js', '/../main/electron.js', '/assets/missing.js'])
      expect((await app.fetch(pathname)).status).toBe(404)
  })

  test('prints a PDF and picks a folder for the core', async () => {
    const app = await open()
    expect(await app.call('test.pdf', '<h1>Recall</h1>')).toEqual({ ok: true, value: expect.stringMatching(/^%PDF-1/) })
    await app.chooseFolder('/media/usb')
    expect(await app.call('test.folder', 'Where?')).toEqual({ ok: true, value: '/media/usb' })
  })

  test('brings its window forward when it is started again', async () => {
    const app = await open()
    await app.startAgain()
    expect(await app.window()).toMatchObject({ shown: true, focused: 1 })
  })

  test('shows what is wrong where the core cannot start, and recovers without a new start', async () => {
    const dataDir = newKitchen()
    writeFileSync(path.join(dataDir, 'busy'), '')
    const app = await open({ dataDir })
    await page.getByText('Another Traceberry has this kitchen open. Close it there, then try again.').waitFor()
    expect(await app.call('products.list', {})).toMatchObject({ ok: false, error: { code: 'db_busy' } })
    rmSync(path.join(dataDir, 'busy'))
    expect(await app.call('system.retry', { requestId: 'r' })).toMatchObject({ ok: true })
    await page.reload()
    await page.getByText('ready').waitFor()
  })

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('closes cleanly on %s', async (signal) => {
    const app = await open()
    expect(await app.end(signal)).toBe(0)
    expect(app.output()).toBe('')
  })

  test('quits cleanly', async () => {
    const app = await open()
    expect(await app.quit()).toBe(0)
    expect(app.output()).toBe('')
  })

  test('starts again in the same page', async () => {
    const dataDir = newKitchen()
    expect(await (await open({ dataDir })).quit()).toBe(0)
    const again = await open({ dataDir })
    await page.getByText('ready').waitFor()
    await again.call('test.record', {})
    await page.getByRole('listitem').filter({ hasText: 'test.record' }).waitFor()
  })

  test('that is killed takes its window with it, and leaves a test that goes on', async () => {
    const app = await open()
    await page.getByText('ready').waitFor()
    expect(await app.end('SIGKILL')).toBeNull()
    await expect(app.call('system.state', {})).rejects.toThrow(/ended with a signal/)
    expect(page.url()).toBe('about:blank')
  })

  test('refuses a command line without a folder', async () => {
    await expect(open({ args: ['--data'] })).rejects.toThrow(
      /the app's main process ended with 1:\nTraceberry could not start: --data needs a folder/,
    )
  })
})

test('a page that is closed early leaves main running', async () => {
  const app = await open()
  await page.close()
  await app.call('test.record', {})
  expect(await app.window()).toMatchObject({ shown: true })
  expect(await app.quit()).toBe(0)
})
