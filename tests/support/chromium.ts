import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

/** What a test may start a browser with. */
export interface ChromiumOptions {
  readonly executablePath?: string
  readonly args: string[]
}

/** Debian's Chromium without the parts around a page; that of Playwright's own is what it starts where it can fetch it. */
const shell = '/usr/bin/chromium-headless-shell'

/** A whole browser, as people have one: `CHROMIUM_PATH`, Debian's package, or Playwright's; the first that is there. */
export function chromiumPath(): string | undefined {
  return firstOf([process.env['CHROMIUM_PATH'], '/usr/bin/chromium', chromium.executablePath()])
}

/**
 * What Playwright starts: the shell where it is there, because every new window of the whole browser loads two hundred
 * files of its own address bar, beside whatever is tested or timed in it. The sandbox does not work for root, which is
 * who tests in a container are.
 */
export function chromiumOptions(): ChromiumOptions {
  const executablePath = firstOf([process.env['CHROMIUM_PATH'], shell]) ?? chromiumPath()
  return { ...(executablePath ? { executablePath } : {}), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] }
}

function firstOf(files: readonly (string | undefined)[]): string | undefined {
  return files.find((file) => file !== undefined && existsSync(file))
}
