import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright'
import type { Api } from '../../../shared/api/contract.ts'
import { apiOf, startHost } from '../../e2e/host.ts'
import { chromiumOptions } from '../../support/chromium.ts'
import { makeBatch, receiveLot, sendUnits } from '../../support/make.ts'
import type { Figure } from '../figure.ts'
import { writeTenYears } from '../kitchens/tenYears.ts'
import { medianOf } from '../timing.ts'

const MB = 1024 * 1024

/**
 * Use on ten years, minute by minute in real time: a delivery, a batch and a market, a jar looked up, and eight screens,
 * then nothing until the minute is over, as people look at what they opened. What the core’s process and the page’s take
 * as they stand, nothing collected by force, memory that they share with others divided among all who share it (Linux’s
 * PSS). Chromium’s own processes (browser, GPU, network, storage, and a page that it keeps in reserve) are not in it:
 * they are the same whatever page is open. The highest is what the busiest moment took: Chromium collects in the rests.
 * @param minutes of use, each as long as a minute
 */
export async function sessionFigures(minutes: number): Promise<Figure[]> {
  if (process.platform !== 'linux') return []
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-bench-'))
  const data = path.join(folder, 'data')
  const today = new Date().toISOString().slice(0, 10)
  const { lotNumber } = writeTenYears(path.join(data, 'traceberry.db'), { until: today })
  await writeFile(path.join(data, 'backup-settings.json'), '{"afterWork":false,"onClosing":false}')
  const browser = await chromium.launch(chromiumOptions())
  const { host, url, token } = await startHost(['--data', data, '--no-open', '--port', '0'])
  try {
    const { origin } = new URL(url)
    const api = apiOf(origin, token)
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(url)
    const rested: Taken[] = []
    let most = 0
    for (let minute = 0; minute < minutes; minute += 1) {
      const over = wait(60_000)
      await aMinuteOfUse({ page, api, origin, today, lotNumber })
      most = Math.max(most, totalOf(await taken(browser, host.pid ?? 0)))
      await over
      rested.push(await taken(browser, host.pid ?? 0))
    }
    return figuresOf(rested, most)
  } finally {
    await browser.close()
    host.kill('SIGTERM')
    await once(host, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
}

/** Megabytes that the core’s process and the page’s take. */
interface Taken {
  readonly core: number
  readonly page: number
}

/** The middle of the last minutes, against the bar and against as many before the middle of the session. */
function figuresOf(rested: readonly Taken[], most: number): Figure[] {
  const middle = (minutes: readonly Taken[], of: (each: Taken) => number = totalOf) => medianOf(minutes.map(of))
  const some = Math.min(10, Math.floor(rested.length / 3))
  const half = Math.floor(rested.length / 2)
  const last = rested.slice(-some)
  const parts = `core ${Math.round(middle(last, ({ core }) => core))}, page ${Math.round(middle(last, ({ page }) => page))}`
  const figure = { unit: 'MB', median: middle(last), p95: most } as const
  return [
    {
      ...figure,
      work: `The core’s and the page’s process after ${rested.length} minutes of use, nothing collected by force (${parts})`,
      bar: { mb: 350 },
    },
    {
      ...figure,
      work: 'The same',
      floor: { what: `after ${half} minutes`, median: middle(rested.slice(half - some, half)) },
      bar: { times: 1.15 },
    },
  ]
}

function totalOf({ core, page }: Taken): number {
  return core + page
}

interface Use {
  readonly page: Page
  readonly api: Api
  readonly origin: string
  readonly today: string
  readonly lotNumber: string
}

async function aMinuteOfUse({ page, api, origin, today, lotNumber }: Use): Promise<void> {
  const [product] = await api.products.list({})
  const { itemId } = await receiveLot(api, { receivedOn: today })
  const { batchId, lotId } = await makeBatch(api, product?.id ?? 0, { madeOn: today })
  await sendUnits(api, lotId, 1, { sentOn: today })
  await page.keyboard.press('Control+k')
  await page.keyboard.type(`${lotNumber}-017`, { delay: 20 })
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('treeitem').nth(1).waitFor()
  for (const screen of [
    '/',
    `/make/${product?.id ?? 0}`,
    '/pantry',
    `/ingredient/${itemId}`,
    '/send',
    `/trace/batch/${batchId}`,
    `/batch/${batchId}`,
    '/records',
  ]) {
    await page.goto(`${origin}/#${screen}`)
    await page.locator('main h1').first().waitFor()
    await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
  }
}

/** Spare pages that Chromium keeps are smaller than the one that is open. */
async function taken(browser: Browser, core: number): Promise<Taken> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => shareOf(id))
  return { core: shareOf(core) / MB, page: Math.max(...pages) / MB }
}

/** Bytes of a process, what it shares with others divided among them: Linux's proportional set size. */
function shareOf(id: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1]
  return Number(kilobytes ?? 0) * 1024
}
