import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildHost } from '../support/electron/buildHost.ts'
import { packApp, type PackedApp } from '../support/electron/packApp.ts'

const work = mkdtempSync(path.join(tmpdir(), 'traceberry-packed-'))
let app: PackedApp

beforeAll(async () => {
  const out = path.join(work, 'out')
  await buildHost(out)
  for (const name of ['main/electron.js.map', 'renderer/assets/page.js.map', 'main/loopback.js'])
    writeFileSync(path.join(out, name), '')
  app = packApp(out, work)
}, 120_000)

afterAll(() => rmSync(work, { recursive: true }))

test('the package holds the build without maps or the loopback host, the manifest, and nothing of the sources', () => {
  expect(app.files.filter((name) => !name.startsWith('node_modules/')).toSorted()).toEqual([
    'out/main/electron.js',
    'out/preload/preload.cjs',
    'out/renderer/assets/page.js',
    'out/renderer/index.html',
    'package.json',
  ])
})

test('of the modules it holds the database alone, with the binary of its target, where the system can load it', () => {
  const modules = app.files.filter((name) => name.startsWith('node_modules/'))
  expect(modules.filter((name) => !name.startsWith('node_modules/better-sqlite3/'))).toEqual([])
  expect(modules.filter((name) => name.endsWith('.node'))).toEqual([
    'node_modules/better-sqlite3/prebuilds/linux-x64.node',
  ])
  expect(app.unpacked).toContain('node_modules/better-sqlite3/prebuilds/linux-x64.node')
  expect(modules.filter((name) => /\/(?:deps|src)\//.test(name))).toEqual([])
  expect(modules).toContain('node_modules/better-sqlite3/lib/index.js')
})

test('the program can be made to run nothing but this app', () => {
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
