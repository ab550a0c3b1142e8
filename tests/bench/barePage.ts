import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { driveBrowser } from '../../main/hosts/loopback/browser.ts'
import { devtoolsOver } from '../../main/hosts/loopback/devtools.ts'
import { chromiumOptions } from '../support/chromium.ts'

/** A page in a browser of its own that nothing watches. */
export interface BarePage {
  goto(url: string): Promise<void>
  /** Waits until an expression in the page is true. @throws Error with the expression after half a minute */
  until(expression: string): Promise<void>
  /** Puts a text where the focus is, all at once. */
  insert(text: string): Promise<void>
  enter(): Promise<void>
  /** The processes that show pages, one of which Chromium may keep in reserve. */
  processes(): Promise<readonly number[]>
  close(): Promise<void>
}

const PATIENCE_MS = 30_000

/**
 * Opens an empty page without Playwright, which has Chromium keep the body of every answer in the page's process, up to
 * 100 MB: an hour under it measures Playwright.
 * @param folder for the browser's profile
 */
export async function openBarePage(folder: string): Promise<BarePage> {
  const executable = chromiumOptions().executablePath
  if (executable === undefined) throw new Error('There is no Chromium on this computer.')
  const flags = ['--headless', '--no-startup-window', '--window-size=1366,768', '--disable-dev-shm-usage']
  const run = driveBrowser(executable, folder, flags)
  const { send } = devtoolsOver(run.told, run.says)
  const { targetId } = await send('Target.createTarget', { url: 'about:blank', width: 1366, height: 768 })
  const attached = await send('Target.attachToTarget', { targetId, flatten: true })
  const session = String(attached['sessionId'])

  async function isTrue(expression: string): Promise<boolean> {
    const { result } = await send('Runtime.evaluate', { expression: `Boolean(${expression})` }, session)
    return (result as { value?: unknown }).value === true
  }

  async function key(type: string): Promise<void> {
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, ...(type === 'keyDown' && { text: '\r' }) }
    await send('Input.dispatchKeyEvent', { type, ...enter }, session)
  }

  return {
    async goto(url) {
      await send('Page.navigate', { url }, session)
    },
    async until(expression) {
      const end = performance.now() + PATIENCE_MS
      while (!(await isTrue(expression))) {
        if (performance.now() > end) throw new Error(`It did not come to be: ${expression}`)
        await wait(50)
      }
    },
    async insert(text) {
      await send('Input.insertText', { text }, session)
    },
    async enter() {
      await key('keyDown')
      await key('keyUp')
    },
    async processes() {
      const { processInfo } = await send('SystemInfo.getProcessInfo')
      const all = processInfo as readonly { readonly type: string; readonly id: number }[]
      return all.filter(({ type }) => type === 'renderer').map(({ id }) => id)
    },
    async close() {
      run.stop('SIGTERM')
      await run.ended
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}
