import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './prepare.mjs'

const folder = path.join(root, 'node_modules/electron')
const failed = path.join(root, 'node_modules/.traceberry-electron-failed')

/** Nobody waits longer for a window; without Electron there is the browser's. */
const fetchLimitMs = 20_000

/** A fetch that failed is not tried again at every start. */
const retryAfterMs = 60 * 60 * 1000

/** @returns {string | undefined} Electron's executable, fetched when it is not here yet and can be */
export function electronRuntime(node) {
  return installedRuntime() ?? (failedLately() ? undefined : fetchRuntime(node))
}

/** Electron's own index.js would fetch without a limit when asked, so its record is read here instead. */
function installedRuntime() {
  const name = read(path.join(folder, 'path.txt'))
  if (!name) return undefined
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const executable = path.join(override ?? path.join(folder, 'dist'), name)
  return existsSync(executable) ? executable : undefined
}

function fetchRuntime(node) {
  const script = path.join(folder, 'install.js')
  console.error('Fetching Electron’s runtime …')
  spawnSync(node, [script], { cwd: root, stdio: 'ignore', timeout: fetchLimitMs, killSignal: 'SIGKILL' })
  const runtime = installedRuntime()
  if (!runtime) writeFileSync(failed, version() ?? '')
  return runtime
}

function failedLately() {
  const age = existsSync(failed) ? Date.now() - statSync(failed).mtimeMs : Infinity
  return age < retryAfterMs && read(failed) === version()
}

function version() {
  const manifest = read(path.join(folder, 'package.json'))
  return manifest && JSON.parse(manifest).version
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
