import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import type { Api } from '../../../shared/api/contract.ts'
import { apiOf, startHost } from '../../e2e/host.ts'
import { chromiumOptions } from '../../support/chromium.ts'
import { makeBatch, receiveLot, sendUnits } from '../../support/make.ts'
import type { Figure } from '../figure.ts'
import { writeTenYears } from '../kitchens/tenYears.ts'

const MB = 1024 * 1024

/**
 * An hour of use without its pauses, on ten years: every minute a delivery, a batch and a market, a jar looked up, and
 * eight screens. What the core and the window take afterwards, each page counted once for all who share it (Linux tells).
 * @param minutes of use
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
    const memory: number[] = []
    for (let minute = 0; minute < minutes; minute += 1) {
      await aMinuteOfUse({ page, api, origin, today, lotNumber })
      memory.push(await megabytes(browser, host.pid ?? 0))
    }
    const [afterwards, most] = [memory.at(-1) ?? 0, Math.max(...memory)]
    const first = memory[Math.floor(minutes / 6)] ?? 0
    return [
      {
        work: `Core and window after ${minutes} minutes of use`,
        unit: 'MB',
        median: afterwards,
        p95: most,
        bar: { mb: 350 },
      },
      {
        work: 'The same',
        unit: 'MB',
        median: afterwards,
        p95: most,
        floor: { what: `after ${Math.floor(minutes / 6) + 1} minutes`, median: first },
        bar: { times: 1.25 },
      },
    ]
  } finally {
    await browser.close()
    host.kill('SIGTERM')
    await once(host, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
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

/** What the core's process and that of the window's page take together; spare pages that Chromium keeps are smaller. */
async function megabytes(browser: Browser, core: number): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => shareOf(id))
  return (shareOf(core) + Math.max(...pages)) / MB
}

/** Bytes of a process, what it shares with others divided among them: Linux's proportional set size. */
function shareOf(id: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1]
  return Number(kilobytes ?? 0) * 1024
}
