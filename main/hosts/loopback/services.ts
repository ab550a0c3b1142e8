import type { HostServices } from '../../app.ts'
import { chromiumPrinter } from './pdf.ts'
import { say } from '../../../shared/words/say.ts'

interface LoopbackServices extends HostServices {
  /** Ends what was started for them. */
  close(): Promise<void>
}

/**
 * What this host lends the core.
 * @param browser the one to print with, if there is one
 * @param goTo opens the other kitchen; undefined where there is none
 */
export function loopbackServices(browser: string | undefined, goTo?: HostServices['goTo']): LoopbackServices {
  const printer = browser === undefined ? undefined : chromiumPrinter(browser)
  return {
    capabilities: {
      printToPdf: printer !== undefined,
      pickFolder: false,
      showFolder: false,
      openAtLogin: false,
      install: false,
      changeKitchen: goTo !== undefined,
    },
    printToPdf:
      printer?.printToPdf ??
      refuse(() =>
        say('PDFs need Chrome, Edge or Chromium on this computer. Install one, or save the report as a web page.'),
      ),
    pickFolder: refuse(() =>
      say('A browser window cannot choose folders. Start Traceberry with --backups and the folder.'),
    ),
    showFolder: refuse(() => say('A browser window cannot show folders. Open the folder in your file manager.')),
    openAtLogin: refuse(() => say('A browser window cannot start with the computer. Start Traceberry by hand.')),
    install: refuse(() => say('A browser window installs nothing. Get the newer version with git pull.')),
    goTo: goTo ?? refuse(() => say('Close Traceberry and start it without --data for the other kitchen.')),
    close: async () => await printer?.close(),
  }
}

function refuse(message: () => string): () => Promise<never> {
  return () => Promise.reject(new Error(message()))
}
