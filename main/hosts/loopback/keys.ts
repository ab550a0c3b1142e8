import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** A script holds the bearer token; a window has exchanged an opening link for the session cookie. */
export type Caller = 'script' | 'window'

export interface Keys {
  /** For `Authorization: Bearer …`. */
  readonly token: string
  /** @returns the path of a link that lets one browser in, once */
  link(): string
  /** Uses an opening code up. @returns the cookie to set, or undefined for a code that is unknown or used */
  exchange(code: string): string | undefined
  caller(headers: IncomingHttpHeaders): Caller | undefined
}

/** Unused links that may wait at a time; the oldest is forgotten first. */
const maxLinks = 16

/** The secrets of one run: made at start, kept in memory only, gone when the app ends. */
export function createKeys(port: number): Keys {
  const token = secret()
  const session = secret()
  // Browsers share cookies between all ports of a host, so two running kitchens need two names.
  const cookie = `traceberry-${port}`
  const codes: string[] = []

  return {
    token,
    link() {
      const code = secret()
      codes.push(code)
      if (codes.length > maxLinks) codes.shift()
      return `/?open=${code}`
    },
    exchange(code) {
      const index = codes.findIndex((known) => sameSecret(code, known))
      if (index === -1) return undefined
      codes.splice(index, 1)
      return `${cookie}=${session}; HttpOnly; SameSite=Strict; Path=/`
    },
    caller(headers) {
      if (headers.authorization !== undefined)
        return sameSecret(/^Bearer +(\S+)$/i.exec(headers.authorization)?.[1] ?? '', token) ? 'script' : undefined
      return sameSecret(cookieNamed(cookie, headers.cookie), session) ? 'window' : undefined
    },
  }
}

function cookieNamed(name: string, header = ''): string {
  for (const pair of header.split(';')) {
    const [key, value] = pair.split('=', 2)
    if (key?.trim() === name) return value?.trim() ?? ''
  }
  return ''
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares digests, so that neither the time nor the length tells how much of a guess was right. */
function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
