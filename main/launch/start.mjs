// `npm start`: installs what is missing, builds what is stale, and opens Traceberry.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import path from 'node:path'
import { buildWhenStale } from './build.mjs'
import { electronRuntime } from './electron.mjs'
import { Problem, prepare, root } from './prepare.mjs'

const help = `Starts Traceberry: npm start -- [arguments]

  --loopback         open it in a browser window, without Electron
  --demo             open the demo kitchen; your own records stay as they are
  --data FOLDER      keep the records in FOLDER
  --backups FOLDER   keep the backups in FOLDER
  --help             show this; with --loopback, what a browser window takes

Electron's runtime is fetched at the first start, for at most 20 seconds. On a slow line fetch it once without a limit:
  node node_modules/electron/install.js
`

/** What Node made of the built core is kept for the next start, beside the libraries. */
const compiled = { NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/traceberry') }

/** What is used for a moment is given back sooner: an answer on its way to the window lives for less than that. */
const small = ['--max-semi-space-size=4']

/** npm passes a signal on to the shell between it and us, which dies of it without passing it on. */
const startedByNpm = Boolean(process.env['npm_lifecycle_event'])
const parent = process.ppid

try {
  process.exitCode = await start(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Problem)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function start(argv) {
  const args = argv.filter((argument) => argument !== '--loopback')
  const loopback = args.length < argv.length
  if (args.includes('--help') && !loopback) {
    process.stdout.write(help)
    return 0
  }
  const node = await prepare()
  await buildWhenStale(node)
  const electron = loopback ? undefined : electronRuntime(node)
  if (electron) return forward(electron, [...sandbox(), root, ...args], 'inherit')
  if (!loopback)
    console.error(
      'Electron’s runtime is not here and could not be fetched, so Traceberry opens in a browser window instead.',
    )
  // The channel carries no message: its end tells the host that this launcher is gone, however it went.
  return forward(node, [...small, path.join(root, 'out/main/loopback.js'), ...args], 'ipc', compiled)
}

/** Chromium's sandbox does not work for root, and Electron then does not start at all. */
function sandbox() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return []
  console.error('Running as root: Electron starts without its sandbox. Start Traceberry as an ordinary user instead.')
  return ['--no-sandbox']
}

/** Runs a host in our place: its output is ours, our signals are its, its exit code is ours. */
function forward(program, args, channel, more = {}) {
  const { ELECTRON_RUN_AS_NODE: _ignored, ...env } = process.env
  const child = spawn(program, args, { env: { ...env, ...more }, stdio: ['inherit', 'inherit', 'inherit', channel] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const watching = setInterval(() => {
    if (startedByNpm && process.ppid !== parent) child.kill('SIGTERM')
  }, 500)
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Problem(`${program} could not be started: ${error.message}`)))
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  }).finally(() => clearInterval(watching))
}
