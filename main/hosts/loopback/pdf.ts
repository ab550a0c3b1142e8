import type { HostServices } from '../../app.ts'
import { type PrintBrowser, startPrintBrowser } from './printBrowser.ts'
import { say } from '../../../shared/words/say.ts'

/** Said in the page too: a browser that forgot what it was told would still run and fetch nothing. */
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">`

export interface PdfPrinter {
  /** @throws an Error with a sentence */
  readonly printToPdf: HostServices['printToPdf']
  /** Ends the browser, whatever it prints, and removes its folder. */
  close(): Promise<void>
}

/**
 * Prints with an installed browser, started by the first report and kept for the next: starting one takes longer than
 * most reports.
 * @param limitMs how long one report may take. @param idleMs how long a browser with nothing to print is kept
 */
export function chromiumPrinter(executable: string, limitMs = 60_000, idleMs = 45_000): PdfPrinter {
  let kept: PrintBrowser | undefined
  let printing = 0
  let idle: NodeJS.Timeout | undefined

  /** The browser that is there, or a new one. */
  function browser(): PrintBrowser {
    if (kept) return kept
    const started = startPrintBrowser(executable)
    kept = started
    void started.ended.then(() => forget(started))
    return started
  }

  function forget(ended: PrintBrowser): void {
    if (kept === ended) kept = undefined
  }

  async function close(): Promise<void> {
    clearTimeout(idle)
    const closed = kept
    kept = undefined
    closed?.stop('SIGKILL')
    await closed?.ended
  }

  /** @throws Error with a sentence when there was no PDF in time */
  async function print(used: PrintBrowser, html: string): Promise<Uint8Array> {
    const { promise: late, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => {
      reject(new Error(sentence(say('was not done after {seconds} seconds', { seconds: Math.round(limitMs / 1000) }))))
      forget(used)
      used.stop('SIGKILL')
    }, limitMs)
    const gone = used.ended.then(({ code, problem }) => {
      forget(used)
      throw new Error(sentence(endingOf(code, problem)))
    })
    const printed = used.print(withPolicy(html)).catch((error: Error) => {
      throw new Error(sentence(say('refused it ({why})', { why: error.message })), { cause: error })
    })
    try {
      return await Promise.race([late, gone, printed])
    } finally {
      clearTimeout(timer)
    }
  }

  function sentence(what: string): string {
    return say(
      'The PDF was not made: the browser {browser} {what}. Try again, or save the report as a web page and print that.',
      { browser: executable, what },
    )
  }

  return {
    async printToPdf(html) {
      clearTimeout(idle)
      printing += 1
      try {
        return await print(browser(), html)
      } finally {
        printing -= 1
        clearTimeout(idle)
        if (printing === 0) idle = setTimeout(() => void close(), idleMs).unref()
      }
    },
    close,
  }
}

function endingOf(code: number | null, problem: string | undefined): string {
  if (problem !== undefined) return say('could not be started ({why})', { why: problem })
  if (code === null) return say('was stopped')
  return code === 0 ? say('ended without writing it') : say('stopped with code {code}', { code: String(code) })
}

/** Nobody sees the screen's layout, which takes half a second for forty pages. */
const notOnScreen = '<style>@media screen{body{display:none}}</style>'

/** Puts the policy first in the head; anything before the doctype would change how the page is laid out. */
function withPolicy(html: string): string {
  const start = /^\s*(?:<!doctype[^>]*>)?\s*(?:<html[^>]*>)?\s*(?:<head[^>]*>)?/i.exec(html)?.[0] ?? ''
  return start + policy + notOnScreen + html.slice(start.length)
}
