import { mkdtempSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserRun, driveBrowser } from './browser.ts'
import { devtoolsOver } from './devtools.ts'
import { printPage } from './printPage.ts'

/** A browser without a window, which prints one page after another, or several at a time. */
export interface PrintBrowser {
  /** Settles, with its folder removed, when it has ended. */
  readonly ended: BrowserRun['ended']
  /** @returns the PDF; without an end when the browser ends meanwhile. @throws Error with what the browser says */
  print(html: string): Promise<Uint8Array>
  stop: BrowserRun['stop']
}

/** What a start can do without: no first tab, no graphics, nothing that a person at a window would want. */
const flags = [
  '--headless',
  '--no-startup-window',
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-component-extensions-with-background-pages',
  '--disable-client-side-phishing-detection',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-dev-shm-usage',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--metrics-recording-only',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  '--host-resolver-rules=MAP * ~NOTFOUND',
]

const prefix = 'traceberry-print-'

/** Starts one in a folder of its own; pages go to it through its pipe, and none is ever on the disk. */
export function startPrintBrowser(executable: string): PrintBrowser {
  removeForgotten()
  const folder = mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`))
  const run = driveBrowser(executable, folder, flags)
  const devtools = devtoolsOver(run.told, run.says)
  return {
    ended: run.ended.then(async (end) => {
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
      return end
    }),
    print: async (html) => await printPage(devtools, html),
    stop: run.stop,
  }
}

/** Folders of a program that was killed: its browser ended with it, and nobody removed them. */
function removeForgotten(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN
    if (pid > 0 && !isRunning(pid)) void rm(path.join(tmpdir(), name), { recursive: true }).catch(() => undefined)
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
