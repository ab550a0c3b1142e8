import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright'
import { startServer } from '../../main/hosts/loopback/server.ts'
import { startInThread } from '../../main/thread/startInThread.ts'
import { chromiumOptions } from '../support/chromium.ts'

/*
 * Takes the pictures of README.md from the demo kitchen: `npm run pictures`, after `npm run build`.
 */
const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-pictures-'))
const worker = new URL('../../main/thread/worker.ts', import.meta.url)
const app = await startInThread(
  worker,
  { dataDir: path.join(folder, 'data'), backupDir: path.join(folder, 'backups'), demo: 'story' },
  {
    capabilities: {
      printToPdf: true,
      pickFolder: false,
      showFolder: false,
      openAtLogin: false,
      install: false,
      changeKitchen: false,
    },
    printToPdf: async () => await Promise.reject(new Error('not for pictures')),
    pickFolder: async () => await Promise.resolve(null),
    showFolder: async () => await Promise.resolve(),
    openAtLogin: async () => await Promise.resolve(false),
    install: async () => await Promise.resolve(),
    goTo: async () => await Promise.resolve(null),
  },
)
const server = await startServer(app, {
  root: path.resolve(import.meta.dirname, '../../out/renderer'),
  port: 0,
  report: (fault) => process.stderr.write(`${String(fault)}\n`),
})
const browser = await chromium.launch(chromiumOptions())
const page = await browser.newPage({
  viewport: { width: 1366, height: 768 },
  locale: 'en-US',
  timezoneId: 'America/New_York',
})
await page.goto(server.openingUrl())

await app.dispatch('pantry.receive', {
  requestId: crypto.randomUUID(),
  supplier: 'Sunny Acres',
  receivedOn: '2026-03-27',
  lines: [
    { ingredient: 'Strawberries', quantity: '12 lb', bestBy: '2026-04-02' },
    { ingredient: 'Sugar', quantity: '10 lb' },
  ],
})
await take('batch', '/make/1', async () => {
  await page.getByLabel('Made on').fill('2026-03-28')
  await page.getByLabel('Discarded').fill('1')
  await page.getByLabel('Why discarded').selectOption('did not seal')
  await page.getByRole('heading', { name: 'What goes in' }).click()
})
await take('trace', '/trace/batch/1/17')
await take('recall', '/recall', async () => {
  await page.getByLabel('Ingredient').selectOption({ label: 'Strawberries' })
  await page.getByLabel('Supplier', { exact: true }).selectOption({ label: 'Valley Farm' })
  await page.getByLabel('Received from').fill('2026-02-28')
  await page.getByLabel('Received to').fill('2026-03-05')
  await page.getByRole('link', { name: 'SJ-20260313-A' }).first().waitFor()
})
await take('labels', '/batch/2/labels')
await take('design', '/designs/new?starter=full-qr')

await browser.close()
await server.close()
await app.close()
await rm(folder, { recursive: true, force: true })

async function take(name: string, screen: string, prepare?: (page: Page) => Promise<void>): Promise<void> {
  const [place, question] = screen.split('?')
  await page.goto(`${server.origin}/${question === undefined ? '' : `?${question}`}#${place}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await prepare?.(page)
  await page.waitForTimeout(400)
  await page.screenshot({ path: path.join(import.meta.dirname, `${name}.png`) })
}
