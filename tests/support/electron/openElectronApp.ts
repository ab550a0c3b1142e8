import { fork, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page, Route } from 'playwright'
import { createLink, type Request } from './link.ts'
import { Fetched, Message, Print, WindowFacts } from './messages.ts'
import { preloadScript, deliver } from './preloadScript.ts'

const repository = path.resolve(import.meta.dirname, '../../..')

/** Stands for `app://traceberry` in Chromium: https, because the app scheme is a secure context too. */
const origin = 'https://traceberry.test'
const appOrigin = 'app://traceberry'

export interface OpenOptions {
  readonly dataDir: string
  /** Beside `dataDir` unless given. */
  readonly backupDir?: string
  /** Further arguments of the command line. */
  readonly args?: readonly string[]
  /** Added to main's environment, for example a time zone as `TZ`. */
  readonly env?: Readonly<Record<string, string>>
  /** The built app; the repository's own `out` unless given. */
  readonly out?: string
}

/** The built app, its main process in a child of the test and its window in a page of the test's browser. */
export interface ElectronApp {
  /** Calls the door as the preload does, without the page. */
  call(op: string, input: unknown): Promise<unknown>
  /** What main answers for an address of the app scheme, for example `/index.html`. */
  fetch(pathname: string, method?: string): Promise<Fetched>
  window(): Promise<WindowFacts>
  /** Sets what the next folder dialog answers; null closes it. */
  chooseFolder(folder: string | null): Promise<void>
  /** The person starts the app once more. */
  startAgain(): Promise<void>
  /** Quits as File → Quit does. @returns the exit code */
  quit(): Promise<number | null>
  /** Sends a signal and waits for the end. @returns the exit code, null where the signal killed it */
  end(signal: NodeJS.Signals): Promise<number | null>
  /** What main wrote to its standard output and error. */
  output(): string
}

/**
 * Starts the built main and opens its window in `page`: the built preload runs before the page, its calls go to main,
 * and every file comes through main's own protocol handler, with its status and headers. @throws where main ends early
 */
export async function openElectronApp(page: Page, options: OpenOptions): Promise<ElectronApp> {
  const out = options.out ?? path.join(repository, 'out')
  const home = await mkdtemp(path.join(tmpdir(), 'traceberry-electron-'))
  const child = startMain(out, home, options)
  const output = collectOutput(child)
  const exited = exitOf(child, home)
  const ask = createLink(channelOf(child), (kind, payload) => answer(page, kind, payload))
  const main: Request = (kind, payload) =>
    Promise.race([ask(kind, payload), exited.then((code) => Promise.reject(ended(code, output())))])

  const invoke = (channel: string, args: readonly unknown[]): Promise<unknown> => main('invoke', { channel, args })
  const { url } = await firstWindow(main)
  const inPage = [
    await page.exposeFunction('electronStubInvoke', invoke),
    await page.addInitScript(preloadScript(await readFile(path.join(out, 'preload/preload.cjs'), 'utf8'))),
    await page.route(`${origin}/**`, (route) => fulfil(route, main)),
  ]
  await page.goto(url.replace(appOrigin, origin))

  /** The window goes with its process; the page is left as it was found, so that a test can start the app in it again. */
  async function end(how: () => unknown): Promise<number | null> {
    how()
    const code = await exited
    if (page.isClosed()) return code
    await page.goto('about:blank')
    for (const part of inPage.splice(0)) await part.dispose()
    return code
  }

  return {
    call: (op, input) => invoke('traceberry:call', [op, input]),
    fetch: async (pathname, method = 'GET') =>
      Fetched.parse(await main('fetch', { url: `${appOrigin}${pathname}`, method })),
    window: async () => WindowFacts.parse(await main('window')),
    chooseFolder: async (folder) => void (await main('nextFolder', folder)),
    startAgain: async () => void (await main('secondInstance')),
    quit: () => end(() => void ask('quit')),
    end: (signal) => end(() => child.kill(signal)),
    output,
  }
}

function startMain(out: string, home: string, { dataDir, backupDir, args = [], env }: OpenOptions): ChildProcess {
  const register = new URL('./register.ts', import.meta.url).href
  return fork(
    path.join(out, 'main/electron.js'),
    ['--data', dataDir, '--backups', backupDir ?? `${dataDir} backups`, ...args],
    {
      execArgv: ['--import', register],
      env: { ...process.env, ...env, ELECTRON_STUB_HOME: home },
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
}

/** What is sent to a process that has ended is lost; whoever waits for the answer learns of the end. */
function channelOf(child: ChildProcess) {
  return {
    send: (message: object) => child.connected && child.send(message, () => undefined),
    on: (event: 'message', listener: (message: unknown) => void) => child.on(event, listener),
  }
}

function collectOutput(child: ChildProcess): () => string {
  const chunks: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()))
  return () => chunks.join('')
}

function exitOf(child: ChildProcess, home: string): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => void rm(home, { recursive: true, force: true }).then(() => resolve(code)))
  })
}

function ended(code: number | null, output: string): Error {
  return new Error(`the app's main process ended with ${code ?? 'a signal'}:\n${output}`)
}

async function firstWindow(main: Request): Promise<WindowFacts> {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = WindowFacts.optional().parse(await main('window'))
    if (found?.shown) return found
    await wait(25)
  }
  throw new Error('the app opened no window within fifteen seconds')
}

async function answer(page: Page, kind: string, payload: unknown): Promise<unknown> {
  if (kind === 'print') return await printPdf(page, Print.parse(payload).html)
  const message = Message.parse(payload)
  // A page that is navigating or closed misses what is sent to it, as in Electron.
  await page.evaluate(deliver, message).catch(() => undefined)
  return undefined
}

/** Prints in a real browser page without script, as the app's hidden window does. */
async function printPdf(page: Page, html: string): Promise<Uint8Array> {
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: false, offline: true })
  if (!context) throw new Error('the browser is gone')
  try {
    const paper = await context.newPage()
    await paper.setContent(html)
    return await paper.pdf({ format: 'Letter', printBackground: true, preferCSSPageSize: true, tagged: true })
  } finally {
    await context.close()
  }
}

async function fulfil(route: Route, main: Request): Promise<void> {
  const url = route.request().url().replace(origin, appOrigin)
  try {
    const { status, headers, body } = Fetched.parse(await main('fetch', { url, method: route.request().method() }))
    await route.fulfill({ status, headers, body: Buffer.from(body) })
  } catch {
    // The app or the page has ended meanwhile: a window without its process gets no answer, and is about to go itself.
  }
}
