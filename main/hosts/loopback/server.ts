import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { App } from '../../app.ts'
import { type Answer, failed, json, redirect, refusal, send } from './answer.ts'
import { answerCall } from './calls.ts'
import { answerFile } from './files.ts'
import { notLetIn, refuseStranger, wayIn } from './guards.ts'
import { createKeys } from './keys.ts'
import { createNoticeStreams } from './noticeStreams.ts'

// An import would read every export of it, and so load the whole of `fetch`: 50 ms of the start.
const http = process.getBuiltinModule('node:http')

export interface ServerOptions {
  /** Folder of the built window. */
  readonly root: string
  /** 0 takes any free port. */
  readonly port: number
  /** Told what went wrong in the server itself. */
  readonly report: (fault: unknown) => void
  /** A request must have arrived whole by then. */
  readonly requestTimeoutMs?: number
  readonly heartbeatMs?: number
  /** Calls in progress may take this long to finish once the server closes. */
  readonly closingMs?: number
}

export interface LoopbackServer {
  readonly origin: string
  /** Bearer token for scripts. */
  readonly token: string
  /** @returns a new address that lets one browser in, once */
  openingUrl(): string
  /** How many windows are listening for notices. */
  windows(): number
  close(): Promise<void>
}

/** Serves the core's door and the built window on 127.0.0.1. @throws when the port is taken */
export async function startServer(app: App, options: ServerOptions): Promise<LoopbackServer> {
  const { root, port: wanted, report, requestTimeoutMs = 30_000, heartbeatMs = 15_000, closingMs = 3_000 } = options
  const server = http.createServer({
    requestTimeout: requestTimeoutMs,
    headersTimeout: Math.min(requestTimeoutMs, 10_000),
    connectionsCheckingInterval: Math.min(requestTimeoutMs, 5_000),
  })
  const port = await listen(server, wanted)
  const { origin, host: authority } = new URL(`http://127.0.0.1:${port}`)
  const keys = createKeys(port)
  const streams = createNoticeStreams(app, heartbeatMs)
  server.on('request', (request, response) => void respond(request, response))

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const answer = refuseStranger(request, authority) ?? (await route(request, response))
      if (answer) send(request, response, answer)
    } catch (fault) {
      // The sender went away; there is nobody to answer.
      if (request.socket.destroyed) return
      report(fault)
      if (response.headersSent) response.destroy()
      else send(request, response, failed())
    }
  }

  /** @returns undefined when a stream of notices took the response over */
  async function route(request: IncomingMessage, response: ServerResponse): Promise<Answer | undefined> {
    const [, pathname, search] = /^(\/[^?#]*)(?:\?([^#]*))?$/.exec(request.url ?? '') ?? []
    if (pathname === undefined) return refusal(400, 'Ask for a path that begins with a slash.')
    const code = new URLSearchParams(search).get('open')
    if (pathname === '/' && code !== null && request.method === 'GET') {
      const cookie = keys.exchange(code)
      return cookie === undefined ? wayIn() : redirect('/', { 'set-cookie': cookie })
    }
    const caller = keys.caller(request.headers)
    if (!caller) return /^\/(?:api|events|open)\b/.test(pathname) ? notLetIn() : wayIn()
    if (pathname.startsWith('/api/')) return answerCall(app.dispatch, request, pathname.slice('/api/'.length), caller)
    if (request.method === 'GET' && pathname === '/api') return json(200, await catalogue())
    // Only a script: a window that could make links could let others in.
    if (request.method === 'GET' && pathname === '/open')
      return caller === 'script' ? json(200, { url: openingUrl() }) : notLetIn()
    if (request.method === 'GET' && pathname === '/events') {
      streams.open(response, caller)
      return undefined
    }
    return answerFile(root, request.method, pathname)
  }

  function openingUrl(): string {
    return origin + keys.link()
  }

  async function close(): Promise<void> {
    const closed = once(server, 'close')
    server.close()
    streams.close()
    server.closeIdleConnections()
    const deadline = setTimeout(() => server.closeAllConnections(), closingMs)
    await closed
    clearTimeout(deadline)
  }

  return { origin, token: keys.token, openingUrl, windows: () => streams.windows(), close }
}

/** The schemas of the whole door are loaded when a script asks for them, and not at every start. */
async function catalogue() {
  const loaded = await import('./catalogue.ts')
  return loaded.catalogue()
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}
