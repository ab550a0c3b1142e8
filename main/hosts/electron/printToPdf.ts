import { BrowserWindow, session, type WebContents } from 'electron'
import { mediaType } from '../assets.ts'
import { reportCSP } from '../csp.ts'
import { appScheme } from './policy.ts'
import { say } from '../../../shared/words/say.ts'

// Another host than the app's: no page here can pass for the app, even if it had a way to call it.
const printOrigin = `${appScheme}://print`

const headers = {
  'content-type': mediaType('report.html'),
  'content-security-policy': reportCSP,
  'x-content-type-options': 'nosniff',
}

/**
 * Makes the printer of reports. Each goes into a hidden window of an in-memory session with no script, no preload and
 * no network, under a URL of its own: data: URLs end at 2 MB, and a file would leave a kitchen's records lying around.
 */
export function createPdfPrinter(): (html: string) => Promise<Uint8Array> {
  const pages = new Map<string, string>()
  let printed = 0

  return async function printToPdf(html) {
    if (printed === 0) lockPrintSession(pages)
    printed += 1
    const url = `${printOrigin}/${printed}`
    pages.set(url, html)
    const window = hiddenWindow()
    try {
      return await Promise.race([print(window, url), goneWith(window.webContents)])
    } catch (cause) {
      throw new Error(say('The PDF could not be made. Save the report as HTML, and print that from a browser.'), {
        cause,
      })
    } finally {
      pages.delete(url)
      window.destroy()
    }
  }
}

const partition = 'print'

function lockPrintSession(pages: ReadonlyMap<string, string>): void {
  const printing = session.fromPartition(partition)
  printing.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  printing.setPermissionCheckHandler(() => false)
  printing.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !pages.has(url) && !url.startsWith('data:') }),
  )
  printing.on('will-download', (event) => event.preventDefault())
  printing.protocol.handle(appScheme, ({ url }) => {
    const html = pages.get(url)
    return new Response(html ?? null, { status: html === undefined ? 404 : 200, headers })
  })
}

function hiddenWindow(): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: {
      partition,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      devTools: false,
    },
  })
}

async function print(window: BrowserWindow, url: string): Promise<Uint8Array> {
  await window.loadURL(url)
  return await window.webContents.printToPDF({
    pageSize: 'Letter',
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: false,
    generateTaggedPDF: true,
  })
}

/** A page whose process dies would otherwise be waited for without end. */
function goneWith(contents: WebContents): Promise<never> {
  return new Promise((_resolve, reject) => {
    contents.once('render-process-gone', (_event, { reason }) => reject(new Error(`the page is gone: ${reason}`)))
  })
}
