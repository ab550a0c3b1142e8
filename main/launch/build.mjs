import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Problem, root, run } from './prepare.mjs'

const stamp = path.join(root, 'out/.stamp')
const results = [
  'out/renderer/index.html',
  'out/main/electron.js',
  'out/main/loopback.js',
  'out/main/worker.js',
  'out/main/backupWorker.js',
  'out/main/filesWorker.js',
  'out/preload/preload.cjs',
]

/** Builds the window and Electron's main process when the sources are not the ones it was last built from. */
export async function buildWhenStale(node) {
  if (!isFresh()) await build(node)
}

export async function build(node) {
  console.error('Building Traceberry …')
  rmSync(stamp, { force: true })
  // Taken first: what changes while it builds is built next time.
  const hash = sourcesHash()
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', '--app', '-c', 'renderer/vite.config.ts', '--logLevel', 'warn']
  const { code, output } = await run(node, args)
  if (code !== 0) {
    console.error(output.trimEnd())
    throw new Problem(
      'Traceberry could not be built; the reason is above. If you changed nothing, get Traceberry again.',
    )
  }
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}

function isFresh() {
  const built = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  return results.every((file) => existsSync(path.join(root, file))) && built === sourcesHash()
}

/** Names and contents of everything that is built, so that neither dates nor a switched branch can mislead. */
function sourcesHash() {
  const hash = createHash('sha256')
  for (const file of ['package.json', 'package-lock.json', ...['main', 'renderer', 'shared'].flatMap(filesIn)])
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

function filesIn(folder) {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )
  return entries.flatMap((entry) => {
    const file = path.join(folder, entry.name)
    return entry.isDirectory() ? filesIn(file) : [file]
  })
}
