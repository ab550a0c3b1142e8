// Runs on the Node the computer has (20 or later), before anything is installed: only Node's own modules here.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const root = path.resolve(fileURLToPath(import.meta.url), '../../..')

const wantedMajor = 24

/** How often a long wait says that it still goes on. */
const patienceMs = 10_000

/** A failure the person can do something about; its message is the whole story. */
export class Problem extends Error {}

/**
 * Installs the libraries where they are missing or not the ones of package-lock.json.
 * @returns {Promise<string>} the Node that runs Traceberry's own sources
 */
export async function prepare() {
  if (!isInstalled()) await install()
  return ownNode()
}

/**
 * Compares what npm recorded about node_modules with package-lock.json, library by library: dates say little after a
 * checkout or a copy, and an install that was interrupted leaves no record. Libraries for other systems may be absent.
 */
function isInstalled() {
  const wanted = packagesIn('package-lock.json')
  const present = packagesIn('node_modules/.package-lock.json')
  if (!wanted) throw new Problem('package-lock.json is missing or damaged. Get Traceberry again.')
  return Object.entries(wanted).every(([folder, { version, integrity, optional }]) => {
    const found = present?.[folder]
    if (!found) return folder === '' || (optional === true && present !== undefined)
    return found.version === version && found.integrity === integrity
  })
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

async function install() {
  console.error('Installing the libraries Traceberry is made of. This needs the internet, once, and may take minutes.')
  // Development tools build the window, so NODE_ENV=production must not leave them out.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, output } = await (npmScript() ? run(process.execPath, [npmScript(), ...args]) : run('npm', args))
  if (code === 0) return
  console.error(output.trimEnd())
  if (code === undefined) throw new Problem('npm was not found. Install Node.js with npm, then start again.')
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(output)
  throw new Problem(
    offline
      ? 'The libraries could not be fetched: npm did not reach its registry. Connect to the internet and start again.'
      : 'The libraries could not be installed; npm says why above. Put that right and start again.',
  )
}

/** The npm that started us, which need not be on the PATH. */
function npmScript() {
  const script = process.env['npm_execpath']
  return script && path.basename(script) === 'npm-cli.js' && existsSync(script) ? script : undefined
}

/**
 * Runs a program quietly, saying now and then that it still goes on.
 * @returns {Promise<{ code: number | undefined, output: string }>} code: undefined when the program is not there
 */
export function run(program, args) {
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm is a batch file there, which only a shell can start.
    shell: process.platform === 'win32' && program === 'npm',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  const started = Date.now()
  const ticking = setInterval(
    () => console.error(`  … ${Math.round((Date.now() - started) / 1000)} seconds`),
    patienceMs,
  )
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: undefined, output }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  }).finally(() => clearInterval(ticking))
}

/** The Node that package-lock.json pins; the computer's own where it is recent enough and the pinned one cannot run. */
function ownNode() {
  const executable = process.platform === 'win32' ? 'node.exe' : 'node'
  const candidates = [path.join(root, 'node_modules/node/bin', executable), process.execPath]
  const found = candidates.find((node) => majorOf(node) === wantedMajor)
  if (found) return found
  throw new Problem(
    `Traceberry needs Node ${wantedMajor} and did not find it in node_modules: npm was kept from running its install script. ` +
      'Delete the folder node_modules and start again, or start with a Node ' +
      `${wantedMajor} of your own.`,
  )
}

function majorOf(node) {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1])
}
