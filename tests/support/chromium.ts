import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

/** What a test may start a browser with. */
export interface ChromiumOptions {
  readonly executablePath?: string
  readonly args: string[]
}

/** `CHROMIUM_PATH`, Debian's package, or the one that Playwright fetched; in this order, the first that is there. */
export function chromiumPath(): string | undefined {
  return [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', chromium.executablePath()].find(
    (file) => file !== undefined && existsSync(file),
  )
}

/** Chromium's sandbox does not work for root, which is who tests in a container are. */
export function chromiumOptions(): ChromiumOptions {
  const executablePath = chromiumPath()
  return { ...(executablePath ? { executablePath } : {}), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] }
}
