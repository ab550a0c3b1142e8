import type { HostServices } from '../../app.ts'
import { chromiumPrinter } from './pdf.ts'

/** What this host lends the core. @param browser the one to print with, if there is one */
export function loopbackServices(browser: string | undefined): HostServices {
  return {
    capabilities: {
      printToPdf: browser !== undefined,
      pickFolder: false,
      showFolder: false,
      openAtLogin: false,
      install: false,
    },
    printToPdf:
      browser === undefined
        ? refuse('PDFs need Chrome, Edge or Chromium on this computer. Install one, or save the report as a web page.')
        : chromiumPrinter(browser),
    pickFolder: refuse('A browser window cannot choose folders. Start Traceberry with --backups and the folder.'),
    showFolder: refuse('A browser window cannot show folders. Open the folder in your file manager.'),
    openAtLogin: refuse('A browser window cannot start with the computer. Start Traceberry by hand.'),
    install: refuse('A browser window installs nothing. Get the newer version with git pull.'),
  }
}

function refuse(message: string): () => Promise<never> {
  return () => Promise.reject(new Error(message))
}
