import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from '../../../shared/api/zod.ts'

const repository = path.resolve(import.meta.dirname, '../../..')

export interface PackedApp {
  /** Every file in the archive, from its root. */
  readonly files: readonly string[]
  /** Files beside the archive, which the system must be able to load. */
  readonly unpacked: readonly string[]
  readonly fuses: Readonly<Record<string, boolean>>
  /** The `out` of the archive, taken out of it again. */
  readonly out: string
}

/**
 * Packs a build for Linux with the repository's own configuration, in `work`. The runtime is a stand-in with a fuse wire,
 * as the real one is a download; everything else is what electron-builder does for a release. @throws with its output
 */
export function packApp(out: string, work: string): PackedApp {
  const project = path.join(work, 'project')
  const modules = path.join(project, 'node_modules')
  mkdirSync(modules, { recursive: true })
  for (const name of ['package.json', 'electron-builder.yml', 'package-lock.json'])
    copyFileSync(path.join(repository, name), path.join(project, name))
  for (const name of ['better-sqlite3', 'node-addon-api', 'electron/package.json'])
    cpSync(path.join(repository, 'node_modules', name), path.join(modules, name), { recursive: true })
  cpSync(out, path.join(project, 'out'), { recursive: true })
  const target = runBuilder(project, standInRuntime(path.join(work, 'runtime')), work)

  const archive = readArchive(path.join(target, 'resources/app.asar'))
  const extracted = path.join(work, 'extracted')
  for (const [name, bytes] of archive.packed) {
    mkdirSync(path.dirname(path.join(extracted, name)), { recursive: true })
    writeFileSync(path.join(extracted, name), bytes)
  }
  symlinkSync(path.join(target, 'resources/app.asar.unpacked/node_modules'), path.join(extracted, 'node_modules'))
  return {
    files: [...archive.packed.keys(), ...archive.unpacked],
    unpacked: archive.unpacked,
    fuses: readFuses(path.join(target, 'traceberry')),
    out: path.join(extracted, 'out'),
  }
}

function runBuilder(project: string, runtime: string, home: string): string {
  const builder = path.join(repository, 'node_modules/electron-builder/cli.js')
  const args = [builder, '--linux', 'dir', '--x64', `-c.electronDist=${runtime}`]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: project,
    env: { ...process.env, HOME: home },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`electron-builder ended with ${status}:\n${stdout}${stderr}`)
  return path.join(project, 'release/linux-unpacked')
}

// The wire of @electron/fuses: a sentinel, version 1, a length, then one digit a fuse in this order.
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
]
/** As Electron comes. */
const fusesBefore = '10110001'

function standInRuntime(folder: string): string {
  mkdirSync(path.join(folder, 'resources'), { recursive: true })
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fusesBefore.length]), Buffer.from(fusesBefore)])
  writeFileSync(path.join(folder, 'electron'), wire, { mode: 0o755 })
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler'])
    writeFileSync(path.join(folder, name), '')
  return folder
}

function readFuses(program: string): Record<string, boolean> {
  const bytes = readFileSync(program)
  const digits = bytes.indexOf(sentinel) + sentinel.length + 2
  return Object.fromEntries(fuseNames.map((name, index) => [name, bytes[digits + index] === '1'.charCodeAt(0)]))
}

const Entry = z.object({
  size: z.int().optional(),
  offset: z.string().optional(),
  unpacked: z.boolean().optional(),
  get files() {
    return z.record(z.string(), Entry).optional()
  },
})
type Entry = z.infer<typeof Entry>

/** Reads an asar archive: a header of JSON behind four sizes of four bytes, then the files end to end. */
function readArchive(file: string) {
  const bytes = readFileSync(file)
  const header = Entry.parse(JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))))
  const start = 8 + bytes.readUInt32LE(4)
  const packed = new Map<string, Buffer>()
  const unpacked: string[] = []

  function walk(entry: Entry, name: string): void {
    for (const [child, below] of Object.entries(entry.files ?? {})) walk(below, path.posix.join(name, child))
    if (entry.files) return
    const from = start + Number(entry.offset)
    if (entry.unpacked) unpacked.push(name)
    else packed.set(name, bytes.subarray(from, from + (entry.size ?? 0)))
  }

  walk(header, '')
  return { packed, unpacked }
}
