import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright'
import type { Api } from '../../../shared/api/contract.ts'
import { apiOf, startHost } from '../../e2e/host.ts'
import { chromiumOptions } from '../../support/chromium.ts'
import { newId } from '../../support/kitchen.ts'
import type { Figure } from '../figure.ts'
import { longReportFigure, smoothFigures } from './smooth.ts'
import { workbookFigures } from './workbook.ts'
import { type Landmarks, writeTenYears } from '../kitchens/tenYears.ts'
import { medianOf, p95Of, timed } from '../timing.ts'

interface Window {
  readonly page: Page
  readonly api: Api
  readonly origin: string
  readonly marks: Landmarks
  readonly rounds: number
}

/** The whole app on ten years: its process started, its window in Chromium, its reports and its backups. */
export async function windowFigures(rounds: number): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-bench-'))
  const data = path.join(folder, 'data')
  const marks = writeTenYears(path.join(data, 'traceberry.db'), { until: new Date().toISOString().slice(0, 10) })
  await writeFile(path.join(data, 'backup-settings.json'), '{"afterWork":false,"onClosing":false}')
  const browser = await chromium.launch(chromiumOptions())
  try {
    const start = await startFigure(browser, data)
    const args = ['--data', data, '--backups', path.join(folder, 'backups'), '--no-open', '--port', '0']
    const { host, url, token } = await startHost(args, {})
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(url)
    const { origin } = new URL(url)
    const window = { page, api: apiOf(origin, token), origin, marks, rounds }
    const figures = [
      start,
      ...(await keyFigures(window)),
      await scanFigure(window),
      await reportFigure(window),
      await longReportFigure(window),
      ...(await smoothFigures(window)),
      ...(await backupFigures(window)),
      ...(await workbookFigures(window, host.pid ?? 0)),
    ]
    host.kill('SIGTERM')
    await once(host, 'exit')
    return figures
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** As `npm start` has it: what Node made of the core at the start before is there. */
const compiled = { NODE_COMPILE_CACHE: path.resolve(import.meta.dirname, '../../../node_modules/.cache/traceberry') }

/** From the start of the process to the first screen, which opens its window as always, but in a browser that runs. */
async function startFigure(browser: Browser, data: string): Promise<Figure> {
  const times: number[] = []
  const { program, opened } = await browserStandIn(path.dirname(data))
  for (let round = 0; round < 5; round += 1) {
    const page = await browser.newPage()
    // The browser has come to rest, as one that was opened before has.
    await setTimeout(1_000)
    const begun = performance.now()
    const started = startHost(['--data', data, '--port', '0'], { TRACEBERRY_BROWSER: program, ...compiled })
    await page.goto(await opened())
    await page
      .getByRole('link', { name: /Same again/ })
      .first()
      .waitFor()
    times.push(performance.now() - begun)
    const { host } = await started
    await page.close()
    host.kill('SIGTERM')
    await once(host, 'exit')
  }
  const work = 'Started, with ten years in the record, to the first screen'
  return { work, median: medianOf(times), p95: p95Of(times), bar: { ms: 1500 } }
}

/** A program that is told which address to show, as a browser is, and writes it down. */
async function browserStandIn(folder: string): Promise<{ program: string; opened: () => Promise<string> }> {
  const program = path.join(folder, 'browser')
  const address = path.join(folder, 'address')
  const script = `#!/bin/sh
for argument; do case "$argument" in --app=*) echo "\${argument#--app=}" > "${address}.part"; mv "${address}.part" "${address}";; esac; done
exec sleep 60`
  await writeFile(program, script, { mode: 0o755 })
  async function opened(): Promise<string> {
    while (!existsSync(address)) await setTimeout(2)
    const url = (await readFile(address, 'utf8')).trim()
    await rm(address)
    return url
  }
  return { program, opened }
}

/** From a key to what it paints, on the batch page and in the finder. */
async function keyFigures({ page, api, origin, marks }: Window): Promise<Figure[]> {
  const { productId } = await api.batches.get({ batchId: marks.batchId })
  await page.goto(`${origin}/#/make/${productId}`)
  const quantity = page.locator('[data-row="3"] input').first()
  await quantity.waitFor()
  await page.getByRole('combobox', { name: /, row 8$/ }).waitFor()
  await watchPaints(page)
  await quantity.focus()
  await page.keyboard.press('End')
  const typed = await paintsOf(page, '12345678901234567890')
  await page.getByLabel('Note').focus()
  const note = await paintsOf(page, 'the quick brown fox jumps over the lazy dog')
  await page.goto(`${origin}/#/`)
  await page
    .getByRole('link', { name: /Same again/ })
    .first()
    .waitFor()
  await page.keyboard.press('Control+k')
  const found = await paintsOf(page, marks.lotNumber.toLowerCase())
  const figure = (work: string, times: number[]): Figure => ({
    work,
    median: p95Of(times),
    p95: p95Of(times),
    bar: { ms: 50 },
  })
  return [
    figure('A key to its paint (p95), quantity on the batch page', typed),
    figure('A key to its paint (p95), note on the batch page', note),
    figure('A key to its paint (p95), finder over ten years', found),
  ]
}

async function watchPaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    const paints: number[] = []
    Object.assign(window, { paints })
    window.addEventListener(
      'keydown',
      () => {
        const begun = performance.now()
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.addEventListener('message', () => paints.push(performance.now() - begun))
          channel.port1.start()
          channel.port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
}

async function paintsOf(page: Page, text: string): Promise<number[]> {
  await page.evaluate(() => (window as unknown as { paints: number[] }).paints.splice(0))
  for (const character of text) {
    await page.keyboard.press(character === ' ' ? 'Space' : character)
    await page.waitForTimeout(50)
  }
  return await page.evaluate(() => (window as unknown as { paints: number[] }).paints.splice(0))
}

/** A code typed and answered: from Enter to the whole answer page. */
async function scanFigure({ page, origin, marks, rounds }: Window): Promise<Figure> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await page.goto(`${origin}/#/`)
    await page
      .getByRole('link', { name: /Same again/ })
      .first()
      .waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.insertText(`${marks.lotNumber}-017`)
    await page.getByRole('option').first().waitFor()
    times.push(
      await timed(async () => {
        await page.keyboard.press('Enter')
        await page.getByRole('treeitem').nth(1).waitFor()
      }),
    )
  }
  return {
    work: 'A jar’s code entered, to its answer page on the screen',
    median: medianOf(times),
    p95: p95Of(times),
    bar: { ms: 300 },
  }
}

async function reportFigure({ api, marks }: Window): Promise<Figure> {
  const { itemId, supplierId, receivedOn } = marks
  const times: number[] = []
  for (let round = 0; round < 3; round += 1)
    times.push(
      await timed(
        async () =>
          await api.recall.report({
            itemId,
            supplierId,
            receivedFrom: receivedOn,
            receivedTo: receivedOn,
            format: 'pdf',
          }),
      ),
    )
  return { work: 'A recall report as PDF', median: medianOf(times), p95: p95Of(times), bar: { ms: 5000 } }
}

/** A verified backup of the whole record, and how long a question waits meanwhile. */
async function backupFigures({ api }: Window): Promise<Figure[]> {
  let done = false
  const waits: number[] = []
  const asked = (async () => {
    while (!done) waits.push(await timed(async () => await api.batches.list({ limit: 50 })))
  })()
  const took = await timed(async () => await api.backups.make({ requestId: newId() }))
  done = true
  await asked
  return [
    { work: 'A verified backup of ten years, with its readable copy', median: took, p95: took, bar: { ms: 30_000 } },
    {
      work: 'A list of 50 (slowest in twenty) while that backup is made',
      median: p95Of(waits),
      p95: p95Of(waits),
      bar: { ms: 50 },
    },
  ]
}
