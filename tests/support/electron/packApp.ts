import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { z } from '../../../shared/api/zod.ts'

const repository = path.resolve(import.meta.dirname, '../../..')

export interface PackedApp {
  /** Every file in the archive, from its root. */
  readonly files: readonly string[]
  /** Files beside the archive, which the system must be able to load. */
  readonly unpacked: readonly string[]
  /** Size of the archive and what is beside it, without the runtime. */
  readonly bytes: number
  readonly fuses: Readonly<Record<string, boolean>>
  /** The `out` of the archive, taken out of it again, with the modules it finds. */
  readonly out: string
}

/** What electron-builder is asked for, and what it makes: the folder, the program in it. */
const platforms = {
  linux: { flag: '--linux', folder: 'linux-unpacked', runtime: 'electron', program: 'traceberry' },
  win32: {
    flag: '--win',
    folder: 'win-unpacked',
    runtime: 'electron.exe',
    program: 'Traceberry.exe',
  },
} as const
type Platform = keyof typeof platforms

/**
 * Packs a build for x64 with the repository's own configuration, in `work`. The runtime is a stand-in, Node's own binary
 * (for Windows an empty program) with a fuse wire, as the real one is a download; everything else is what electron-builder does for a release.
 * @throws with its output
 */
export function packApp(out: string, work: string, platform: Platform = 'linux'): PackedApp {
  const project = path.join(work, 'project')
  const modules = path.join(project, 'node_modules')
  mkdirSync(modules, { recursive: true })
  for (const name of ['package.json', 'electron-builder.yml', 'package-lock.json', 'main/hosts/electron/packaging'])
    cpSync(path.join(repository, name), path.join(project, name), { recursive: true })
  for (const name of ['better-sqlite3', 'node-addon-api', 'electron/package.json'])
    cpSync(path.join(repository, 'node_modules', name), path.join(modules, name), { recursive: true })
  cpSync(out, path.join(project, 'out'), { recursive: true })
  const target = runBuilder(project, work, platform)

  const archiveFile = path.join(target, 'resources/app.asar')
  const archive = readArchive(archiveFile)
  const extracted = path.join(work, 'extracted')
  for (const [name, bytes] of archive.packed) {
    mkdirSync(path.dirname(path.join(extracted, name)), { recursive: true })
    writeFileSync(path.join(extracted, name), bytes)
  }
  const natives = path.join(target, 'resources/app.asar.unpacked')
  for (const name of archive.unpacked) {
    mkdirSync(path.dirname(path.join(extracted, name)), { recursive: true })
    copyFileSync(path.join(natives, name), path.join(extracted, name))
  }
  return {
    files: [...archive.packed.keys(), ...archive.unpacked],
    unpacked: archive.unpacked,
    bytes: [archiveFile, ...archive.unpacked.map((name) => path.join(natives, name))]
      .map((file) => statSync(file).size)
      .reduce((sum, size) => sum + size, 0),
    fuses: readFuses(path.join(target, platforms[platform].program)),
    out: path.join(extracted, 'out'),
  }
}

function runBuilder(project: string, work: string, platform: Platform): string {
  const { flag, folder, runtime } = platforms[platform]
  const builder = path.join(repository, 'node_modules/electron-builder/cli.js')
  const standIn = standInRuntime(path.join(work, 'runtime'), runtime)
  const args = [builder, flag, 'dir', '--x64', `-c.electronDist=${standIn}`]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: project,
    env: { ...process.env, HOME: work },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`electron-builder ended with ${status}:\n${stdout}${stderr}`)
  return path.join(project, 'release', folder)
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

function standInRuntime(folder: string, program: string): string {
  mkdirSync(path.join(folder, 'resources'), { recursive: true })
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fusesBefore.length]), Buffer.from(fusesBefore)])
  const bytes = program.endsWith('.exe') ? windowsProgram(wire) : Buffer.concat([readFileSync(process.execPath), wire])
  writeFileSync(path.join(folder, program), bytes, { mode: 0o755 })
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler'])
    writeFileSync(path.join(folder, name), '')
  return folder
}

/** A program that does nothing but carry a version, which the packager changes, and the wire. */
function windowsProgram(wire: Buffer): Buffer {
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'stand-in' })
  version.outputToResourceEntries(resources.entries)
  resources.entries.push({ type: 10, id: 1, lang: 1033, codepage: 1200, bin: Uint8Array.from(wire).buffer })
  resources.outputResource(program)
  return Buffer.from(program.generate())
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
