import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, expect } from '@playwright/test'
import type { Api } from '../../shared/api/contract.ts'
import { apiOf, startHost } from './host.ts'

export { expect }

/** A running Traceberry on a folder of its own, shown in the test's page. */
interface Kitchen {
  /** The door, for arranging and for checking what the screens did. */
  readonly api: Api
  readonly folder: string
  readonly origin: string
  /** Opens a screen, as the app addresses it: `/trace/batch/1?view=graph`. */
  open(screen: string): Promise<void>
}

interface Fixtures {
  /** Whether the kitchen is the demo kitchen, or empty. */
  readonly demo: boolean
  readonly kitchen: Kitchen
  /** Everything that the page complained about; a test with an entry here fails. */
  readonly complaints: string[]
}

export const test = base.extend<Fixtures>({
  demo: [true, { option: true }],

  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('request', (request) => {
        if (!/^(?:http:\/\/127\.0\.0\.1:|blob:|data:|https:\/\/traceberry\.test)/.test(request.url()))
          complaints.push(`asked for ${request.url()}`)
      })
      await use(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],

  kitchen: async ({ page, demo }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-e2e-'))
    const { host, url, token } = await startHost([
      '--data',
      path.join(folder, 'data'),
      '--no-open',
      '--port',
      '0',
      ...(demo ? ['--demo=story'] : []),
    ])
    const { origin } = new URL(url)
    await page.goto(url)
    await use({
      api: apiOf(origin, token),
      folder,
      origin,
      open: async (screen) => {
        const [place, question] = screen.split('?')
        await page.goto(`${origin}/${question === undefined ? '' : `?${question}`}#${place}`)
      },
    })
    await page.goto('about:blank')
    host.kill('SIGTERM')
    await once(host, 'exit')
    expect(host.exitCode).toBe(0)
    await rm(folder, { recursive: true, force: true })
  },
})
