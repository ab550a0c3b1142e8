import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { inspect } from 'node:util'
import { type AppFolders, type HostServices, startInThread, version } from '../../app.ts'
import { defaultFolders } from '../folders.ts'
import { speakForKitchen } from '../hostSpeech.ts'
import { factsOf, type Recoverable, startRecoverably } from '../recovery.ts'
import { type LoopbackArguments, help, otherFolders, parseArguments } from './arguments.ts'
import { type BrowserRun, findBrowser, openWindow } from './browser.ts'
import { createKitchens, type Kitchens } from './kitchens.ts'
import { type LoopbackServer, startServer } from './server.ts'
import { usualPort } from './usualPort.ts'
import { loopbackServices } from './services.ts'

/** Built, its parts lie beside it; in the sources, each in its own folder. */
const built = !import.meta.url.endsWith('.ts')
const root = path.resolve(import.meta.dirname, built ? '../renderer' : '../../../out/renderer')
const worker = new URL(built ? './worker.js' : '../../thread/worker.ts', import.meta.url)

/** How often to look whether a window is still there, once the browser that was started has ended. */
const lookMs = 1_500

/** A close that hangs must not keep the computer from shutting down. */
const closingMs = 20_000

const usual = (demo: boolean) => defaultFolders({ platform: process.platform, env: process.env, home: homedir(), demo })
const parsed = parseArguments(process.argv.slice(2), { cwd: process.cwd(), folders: usual })
if (parsed.kind === 'help') process.stdout.write(help)
else if (parsed.kind === 'problem') {
  tell(parsed.message)
  process.exitCode = 2
} else process.exit(await run(parsed.arguments))

/** Runs until a signal, the launcher's end or the closing of the window. @returns the exit code */
async function run(options: LoopbackArguments): Promise<number> {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end())
  process.on('disconnect', () => end())

  const browser = findBrowser(process)
  const other = otherFolders(options, usual)
  const services = loopbackServices(browser, other && (async (kitchen) => await kitchens.goTo(kitchen)))
  const app = startCore(options, services)
  void speakForKitchen(app)
  const server = await serve(app, options)
  if (!server) {
    await app.close()
    return 1
  }
  const kitchens = createKitchens(options.demo ? 'demo' : 'own', { app, server }, async (kitchen) => {
    if (!other) throw new Error('There is no other kitchen to go to.')
    const begun = startCore({ ...other, demo: kitchen === 'demo' && 'year' }, services)
    return { app: begun, server: await serverOn(begun, null, other.dataDir) }
  })

  const url = server.openingUrl()
  let window: BrowserRun | undefined
  if (options.open && browser !== undefined) {
    // The window comes up while the core opens the record; what it asks waits.
    const opened = openWindow(browser, `${options.dataDir} window`, server.openingUrl())
    window = opened
    void app.firstProblem.then(() => whenClosed(opened, server, kitchens)).then(end)
  }
  const problem = await app.firstProblem
  if (problem === null) {
    process.stdout.write(`${JSON.stringify({ ready: true, url, token: server.token })}\n`)
    if (!existsSync(path.join(root, 'index.html'))) tell('The window is not built yet: run npm run build.')
    if (!window) tell(`Open this address in your browser: ${url}`)
  } else tell(problem)
  // A window that says what is wrong stays until somebody closes it.
  if (problem === null || window) await ended

  setTimeout(() => {
    tell('Traceberry did not close in time and was stopped. What was saved is safe.')
    process.exit(1)
  }, closingMs).unref()
  window?.stop('SIGTERM')
  await Promise.all([kitchens.close(), services.close()])
  return problem === null ? 0 : 1
}

/** Starts the core. Where it cannot start, the window says why and can try again. */
function startCore({ dataDir, backupDir, demo }: AppFolders, services: HostServices): Recoverable {
  const folders = { dataDir, backupDir, demo }
  return startRecoverably(() => startInThread(worker, folders, services), factsOf(version, folders, services))
}

/** @returns undefined, and the person told, when the port is not to be had */
async function serve(app: Recoverable, { port, dataDir }: LoopbackArguments): Promise<LoopbackServer | undefined> {
  try {
    return await serverOn(app, port, dataDir)
  } catch (error) {
    tell(portProblem(error, port ?? 0))
    return undefined
  }
}

/** @param port null for the one that is the same each time, where it is free. @throws when the port is not to be had */
async function serverOn(app: Recoverable, port: number | null, dataDir: string): Promise<LoopbackServer> {
  const on = async (wanted: number) => await startServer(app, { root, port: wanted, report })
  return await (port === null ? on(usualPort(dataDir)).catch(async () => await on(0)) : on(port))
}

/** Settles when the person has closed the window: the app ends with it, as any desktop program does. */
async function whenClosed(window: BrowserRun, server: LoopbackServer, kitchens: Kitchens): Promise<void> {
  const { code, problem } = await window.ended
  if (problem !== undefined || (code !== null && code !== 0)) {
    tell(`The browser window ended with ${problem ?? `code ${code}`}.`)
    tell(`Open this address in your browser: ${server.openingUrl()}`)
    return new Promise(() => {})
  }
  // A browser that finds its profile in use hands the window to the running one and ends: then the window counts.
  // Two looks, because a window that is loaded again is away for a moment.
  for (let missed = 0; missed < 2; missed = kitchens.windows() > 0 ? 0 : missed + 1)
    await new Promise((resolve) => setTimeout(resolve, lookMs))
}

function portProblem(error: unknown, port: number): string {
  const listening = error instanceof Error && 'syscall' in error && error.syscall === 'listen'
  const code = listening && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Choose another with --port, or leave it out.`
  if (code === 'EACCES')
    return `Port ${port} is kept for the system. Choose one above 1023 with --port, or leave it out.`
  return error instanceof Error ? error.message : String(error)
}

function report(fault: unknown): void {
  tell(inspect(fault))
}

/** For the person at the terminal: standard output carries the ready line and nothing else. */
function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}
