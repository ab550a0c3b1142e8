import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildHost } from '../support/electron/buildHost.ts'
import { packApp, type PackedApp } from '../support/electron/packApp.ts'

const work = mkdtempSync(path.join(tmpdir(), 'traceberry-packed-'))
const out = path.join(work, 'out')

beforeAll(async () => {
  await buildHost(out)
  for (const name of ['main/electron.js.map', 'renderer/assets/page.js.map', 'main/loopback.js'])
    writeFileSync(path.join(out, name), '')
}, 60_000)

afterAll(() => rmSync(work, { recursive: true }))

describe.each(['linux', 'win32'] as const)('the package for %s', (platform) => {
  let app: PackedApp
  beforeAll(() => {
    app = packApp(out, path.join(work, platform), platform)
  }, 120_000)

  test('holds the build without maps or the loopback host, the manifest, and nothing of the sources', () => {
    const ofApp = app.files.filter((name) => !name.startsWith('node_modules/')).toSorted()
    expect(ofApp.map((name) => name.replace(/(?<=assets\/es-)[\w-]+/, 'HASH'))).toEqual([
      'out/main/assets/es-HASH.js',
      'out/main/electron.js',
      'out/preload/preload.cjs',
      'out/renderer/assets/page.js',
      'out/renderer/index.html',
      'package.json',
    ])
  })

  test('holds of the modules the database alone, with the binary of its target, where the system can load it', () => {
    const modules = app.files.filter((name) => name.startsWith('node_modules/'))
    const binary = `node_modules/better-sqlite3/prebuilds/${platform}-x64.node`
    expect(modules.filter((name) => !name.startsWith('node_modules/better-sqlite3/'))).toEqual([])
    expect(modules.filter((name) => name.endsWith('.node'))).toEqual([binary])
    expect(app.unpacked).toContain(binary)
    expect(modules.filter((name) => /\/(?:deps|src)\//.test(name))).toEqual([])
    expect(modules).toContain('node_modules/better-sqlite3/lib/index.js')
  })

  test('can be made to run nothing but this app', () => {
    expect(app.fuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })
})

describe('the icons', () => {
  const folder = path.resolve(import.meta.dirname, '../../main/hosts/electron/packaging')

  test('of Windows and macOS hold pictures from the smallest to the largest that each shows', () => {
    const ico = readFileSync(path.join(folder, 'icon.ico'))
    const icoSizes = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => ico.readUInt8(6 + 16 * at) || 256)
    expect(icoSizes).toEqual([16, 24, 32, 48, 64, 128, 256])
    const icns = readFileSync(path.join(folder, 'icon.icns'))
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    expect(['ic11', 'ic07', 'ic10'].filter((type) => !icns.includes(type))).toEqual([])
  })

  test.each([16, 48, 256, 512])('of Linux are %d pixels wide where they say so', (size) => {
    const png = readFileSync(path.join(folder, 'icons', `${size}x${size}.png`))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
  })
})
