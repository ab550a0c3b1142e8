import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Api } from '../../../shared/api/contract.ts'
import { apiOf, startHost } from '../../e2e/host.ts'
import { makeBatch, receiveLot, sendUnits } from '../../support/make.ts'
import { type BarePage, openBarePage } from '../barePage.ts'
import type { Figure } from '../figure.ts'
import { writeTenYears } from '../kitchens/tenYears.ts'
import { medianOf } from '../timing.ts'

/** For the screen to change; what a person opens is looked at for longer. */
const LOOK_MS = 500

/**
 * Use on ten years, minute by minute in real time: a delivery, a batch and a market, a jar looked up, and eight screens,
 * then nothing until the minute is over, as people look at what they opened. What the core’s process and the page’s take
 * as they stand, nothing collected by force, memory that they share with others divided among all who share it (Linux’s
 * PSS). Chromium’s own processes (browser, GPU, network, storage, and a page that it keeps in reserve) are not in it:
 * they are the same whatever page is open. The highest is what the busiest moment took: Chromium collects in the rests.
 * The floor is the same two processes with nothing in them: an empty page, and Node with a thread.
 * @param minutes of use, each as long as a minute
 */
export async function sessionFigures(minutes: number): Promise<Figure[]> {
  if (process.platform !== 'linux') return []
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-bench-'))
  const data = path.join(folder, 'data')
  const today = new Date().toISOString().slice(0, 10)
  const { lotNumber } = writeTenYears(path.join(data, 'traceberry.db'), { until: today })
  await writeFile(path.join(data, 'backup-settings.json'), '{"afterWork":false,"onClosing":false}')
  // The day of the record’s dates, wherever the computer is.
  const { host, url, token } = await startHost(['--data', data, '--no-open', '--port', '0'], { TZ: 'UTC' })
  const page = await openBarePage(path.join(folder, 'browser'))
  try {
    const { origin } = new URL(url)
    const use = { page, api: apiOf(origin, token), origin, today, lotNumber }
    const floor = { core: await emptyCore(), page: await pageShare(page) }
    await page.goto(url)
    const rested: Taken[] = []
    let most = 0
    for (let minute = 0; minute < minutes; minute += 1) {
      const over = wait(60_000)
      await aMinuteOfUse(use)
      most = Math.max(most, totalOf(await taken(page, host.pid ?? 0)))
      await over
      rested.push(await taken(page, host.pid ?? 0))
    }
    return figuresOf(rested, most, floor)
  } finally {
    await page.close()
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
function figuresOf(rested: readonly Taken[], most: number, floor: Taken): Figure[] {
  const middle = (minutes: readonly Taken[], of: (each: Taken) => number = totalOf) => medianOf(minutes.map(of))
  const some = Math.min(10, Math.floor(rested.length / 3))
  const half = Math.floor(rested.length / 2)
  const last = rested.slice(-some)
  const parts = partsOf({ core: middle(last, ({ core }) => core), page: middle(last, ({ page }) => page) })
  const figure = { unit: 'MB', median: middle(last), p95: most } as const
  return [
    {
      ...figure,
      work: `The core’s and the page’s process after ${rested.length} minutes of use, nothing collected by force (${parts})`,
      floor: { what: `an empty page and Node with a thread (${partsOf(floor)})`, median: totalOf(floor) },
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

function partsOf({ core, page }: Taken): string {
  return `core ${Math.round(core)}, page ${Math.round(page)}`
}

interface Use {
  readonly page: BarePage
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
  await page.until(`document.querySelector('#finder')?.focus() ?? document.activeElement?.id === 'finder'`)
  await page.insert(`${lotNumber}-017`)
  await page.until(`document.querySelector('[role=option]')`)
  await page.enter()
  await page.until(`document.querySelectorAll('[role=treeitem]').length > 1`)
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
    await wait(LOOK_MS)
    await page.until(`document.querySelector('main h1') && !document.querySelector('[aria-busy=true]')`)
  }
}

async function taken(page: BarePage, core: number): Promise<Taken> {
  return { core: shareOf(core), page: await pageShare(page) }
}

/** Spare pages that Chromium keeps are smaller than the one that is open. */
async function pageShare(page: BarePage): Promise<number> {
  return Math.max(...(await page.processes()).map(shareOf))
}

/** What Node takes that runs a thread and nothing in it. */
async function emptyCore(): Promise<number> {
  const script = `new (require('node:worker_threads').Worker)('setInterval(() => {}, 1000)', { eval: true })`
  const node = spawn(process.execPath, ['-e', script], { stdio: 'ignore' })
  await wait(3_000)
  const share = shareOf(node.pid ?? 0)
  node.kill()
  return share
}

/** Megabytes of a process, what it shares with others divided among them: Linux's proportional set size. */
function shareOf(id: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1]
  return Number(kilobytes ?? 0) / 1024
}
