import type { IncomingMessage, ServerResponse } from 'node:http'
import { CSP } from '../csp.ts'
import { say, spoken } from '../../../shared/words/say.ts'

/** What a route gives back; only `send` touches the socket. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** Bytes of a refused body that are read and thrown away, so that the connection can serve the next request. */
const shortBody = 64 * 1024

/** What a sender has to read the answer before its connection ends. */
const LINGER_MS = 200

const careful = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { ...careful, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
  }
}

/** A request that is not let through, in the envelope every caller already reads. @param message a sentence */
export function refusal(status: number, message: string, headers?: Readonly<Record<string, string>>): Answer {
  return json(status, { ok: false, error: { code: status === 404 ? 'not_found' : 'invalid_input', message } }, headers)
}

/** For a fault of the server itself; the core answers its own. */
export function failed(): Answer {
  const message = say('Traceberry could not answer. Try again, and if it stays, restart Traceberry.')
  return json(500, { ok: false, error: { code: 'internal', message } })
}

/** A short page for a person. @param paragraphs trusted text of our own */
export function page(status: number, title: string, paragraphs: readonly string[]): Answer {
  const body = [
    `<!doctype html><html lang="${spoken()}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">`,
    `<title>${title}</title></head><body><main><h1>${title}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${paragraph}</p>`),
    '</main></body></html>',
  ].join('\n')
  return {
    status,
    headers: { ...careful, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CSP },
    body,
  }
}

export function redirect(location: string, headers: Readonly<Record<string, string>>): Answer {
  return { status: 303, headers: { ...careful, location, ...headers }, body: '' }
}

/** Writes an answer. A long body that nobody wants is not read to its end: the connection ends with the answer. */
export function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  const isEnding = hasLongUnreadBody(request)
  const ending = isEnding ? { connection: 'close' } : {}
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body), ...ending })
  if (!isEnding) return void response.end(body)
  // A connection closed with bytes unread is reset, and a reset throws away an answer that was not read yet.
  response.write(body)
  setTimeout(() => response.end(), LINGER_MS).unref()
}

function hasLongUnreadBody({ headers, readableEnded }: IncomingMessage): boolean {
  if (readableEnded) return false
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > shortBody
}
