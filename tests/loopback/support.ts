import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import http from 'node:http'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { App } from '../../main/app.ts'
import { type ServerOptions, startServer } from '../../main/hosts/loopback/server.ts'
import type { Envelope } from '../../shared/api/errors.ts'
import type { Notice } from '../../shared/api/notices.ts'
import { chromiumPath } from '../support/chromium.ts'

/** A core that answers what it was asked, so that a test sees what came through the door. */
export function appDouble(answers: Readonly<Record<string, Envelope>> = {}) {
  const calls: { op: unknown; input: unknown }[] = []
  const listeners = new Set<(notice: Notice) => void>()
  const app: App = {
    dispatch: (op, input) => {
      calls.push({ op, input })
      const known = typeof op === 'string' && Object.hasOwn(answers, op) ? answers[op] : undefined
      return Promise.resolve(
        known ?? { ok: false, error: { code: 'not_found', message: 'Traceberry has no such operation.' } },
      )
    },
    onNotice(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: () => undefined,
    close: () => Promise.resolve(),
  }
  return {
    app,
    calls,
    listeners,
    notify: (notice: Notice) => listeners.forEach((listener) => listener(notice)),
  }
}

/** A built window of three files, and a secret beside it that nobody may read. */
async function builtWindow(): Promise<string> {
  const folder = await temporaryFolder()
  const root = path.join(folder, 'renderer')
  await mkdir(path.join(root, 'assets'), { recursive: true })
  await writeFile(path.join(root, 'index.html'), '<!doctype html><title>Traceberry</title>')
  await writeFile(path.join(root, 'assets/app.js'), 'export {}')
  await writeFile(path.join(folder, 'secret.txt'), 'SECRET')
  return root
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A program of a few words of shell, in a folder of its own. */
export async function shellScript(body: string): Promise<string> {
  const file = path.join(await temporaryFolder(), 'program')
  await writeFile(file, `#!/bin/sh\n${body}\n`)
  await chmod(file, 0o755)
  return file
}

/** Chromium behind a script of its package, as on Debian, which writes down the process of each that is started. */
export async function loggedChromium() {
  const log = path.join(await temporaryFolder(), 'log')
  await writeFile(log, '')
  const executable = await shellScript(`echo $$ >> "${log}"\nexec ${chromiumPath() ?? 'chromium'} "$@"`)
  const started = async () => (await readFile(log, 'utf8')).split('\n').filter(Boolean).map(Number)
  return { executable, started }
}

/** Whether any process of a browser is there: each browser is a group of its own. */
export function isRunning(group: number): boolean {
  try {
    return process.kill(-group, 0)
  } catch {
    return false
  }
}

/** Calls an operation as a script or, with the session's cookie among the headers, as a window would. */
export function post(headers: Readonly<Record<string, string>>, body: string | Uint8Array = '{}'): RawRequest {
  return {
    method: 'POST',
    path: '/api/system.state',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  }
}

/** A running server with its secrets: `bearer` and `cookie` are headers that let a caller in. */
export async function serve(
  double = appDouble({ 'system.state': { ok: true, value: {} } }),
  options?: Partial<ServerOptions>,
) {
  const faults: unknown[] = []
  const server = await startServer(double.app, {
    root: await builtWindow(),
    port: 0,
    report: (fault) => faults.push(fault),
    ...options,
  })
  onTestFinished(() => server.close())
  const authority = new URL(server.origin).host
  const port = Number(new URL(server.origin).port)
  const bearer = { authorization: `Bearer ${server.token}` }
  const ask = (request: RawRequest) => exchange(port, { ...request, headers: { host: authority, ...request.headers } })
  const opened = await ask({ path: pathOf(server.openingUrl()) })
  const cookie = { cookie: (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
  return { ...double, server, faults, authority, port, bearer, cookie, ask }
}

export function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

export interface RawRequest {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

export interface RawAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** One request over a real socket, byte for byte as written: no client tidies the path or the headers. */
export async function exchange(port: number, request: RawRequest): Promise<RawAnswer> {
  const { method = 'GET', path: target = '/', headers = {}, body = '' } = request
  const length = body.length > 0 ? { 'content-length': `${Buffer.byteLength(body)}` } : {}
  const lines = Object.entries({ connection: 'close', ...length, ...headers }).map(([key, value]) => `${key}: ${value}`)
  const socket = net.connect(port, '127.0.0.1')
  socket.write(`${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
  socket.write(body)
  return parseAnswer(await readAll(socket))
}

/** Everything until the server ends the connection. */
export async function readAll(socket: net.Socket): Promise<string> {
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  // A server that cut the connection while we were still writing is a result here, not a fault.
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('close', resolve))
  return Buffer.concat(chunks).toString()
}

export function parseAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = new Headers(
    lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  )
  return { status: Number(first.split(' ')[1]), headers, body: rest.join('\r\n\r\n') }
}

/** Listens for notices as a window (with the cookie) or a script (with the token) does. */
export async function listen(port: number, headers: Readonly<Record<string, string>>) {
  let text = ''
  const request = http.get({ host: '127.0.0.1', port, path: '/events', headers })
  const response = await new Promise<http.IncomingMessage>((resolve) => request.once('response', resolve))
  const ended = new Promise((resolve) => response.once('close', resolve))
  response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  // A test that leaves, or a server that closes, ends the stream half-way: no fault here.
  for (const stream of [request, response]) stream.on('error', () => {})
  return {
    status: response.statusCode,
    text: () => text,
    heard: () => [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => data),
    leave: () => request.destroy(),
    ended,
  }
}
