import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { HostServices } from '../../app.ts'
import { type BrowserRun, runBrowser } from './browser.ts'

/**
 * Nothing runs and nothing is fetched, not even from the disk, whatever a text in the report holds. A policy and not
 * `scriptEnabled=false`: headless Chromium prints from a page of scripts itself and then writes no PDF at all.
 */
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">`

const flags = [
  '--headless',
  '--disable-gpu',
  '--disable-extensions',
  '--no-pdf-header-footer',
  '--export-tagged-pdf',
  '--host-resolver-rules=MAP * ~NOTFOUND',
]

/**
 * Makes `printToPdf` with an installed browser: a private folder, one headless run, the folder removed again.
 * @throws (the function made) an Error with a sentence
 */
export function chromiumPrinter(executable: string, limitMs = 60_000): HostServices['printToPdf'] {
  return async function printToPdf(html) {
    const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-print-'))
    try {
      const source = path.join(folder, 'report.html')
      const target = path.join(folder, 'report.pdf')
      await writeFile(source, withPolicy(html))
      const run = runBrowser(executable, path.join(folder, 'profile'), [
        ...flags,
        `--print-to-pdf=${target}`,
        pathToFileURL(source).href,
      ])
      const problem = await outcome(run)
      const pdf = await readFile(target).catch(() => undefined)
      if (problem !== undefined || !pdf) throw new Error(problem ?? sentence('ended without writing it'))
      return pdf
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    }
  }

  /** @returns a sentence when the run failed */
  async function outcome(run: BrowserRun): Promise<string | undefined> {
    let late = false
    const timer = setTimeout(() => {
      late = true
      run.stop('SIGKILL')
    }, limitMs)
    const { code, problem } = await run.ended
    clearTimeout(timer)
    if (late) return sentence(`was not done after ${Math.round(limitMs / 1000)} seconds`)
    if (problem !== undefined) return sentence(`could not be started (${problem})`)
    return code === 0 ? undefined : sentence(`stopped with code ${code}`)
  }

  function sentence(what: string): string {
    return `The PDF was not made: the browser ${executable} ${what}. Try again, or save the report as a web page and print that.`
  }
}

/** Puts the policy first in the head; anything before the doctype would change how the page is laid out. */
function withPolicy(html: string): string {
  const start = /^\s*(?:<!doctype[^>]*>)?\s*(?:<html[^>]*>)?\s*(?:<head[^>]*>)?/i.exec(html)?.[0] ?? ''
  return start + policy + html.slice(start.length)
}
