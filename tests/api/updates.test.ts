import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { findUpdate, isNewer } from '../../main/update/updateFolder.ts'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'

const installer = 'the new Traceberry'
/** What electron-builder writes beside its installers, for the system that the test runs on. */
const release = { win32: 'latest.yml', darwin: 'latest-mac.yml', linux: 'latest-linux.yml' }[
  process.platform as 'linux'
]
const file = { win32: 'Traceberry Setup 9.1.0.exe', darwin: 'Traceberry-9.1.0.dmg', linux: 'traceberry_9.1.0.deb' }[
  process.platform as 'linux'
]

let kitchen: TestKitchen
let stick: string
let installed: string[]
beforeEach(async () => {
  installed = []
  kitchen = await openKitchen({
    host: {
      capabilities: {
        printToPdf: false,
        pickFolder: true,
        showFolder: false,
        openAtLogin: false,
        install: true,
        changeKitchen: false,
      },
      pickFolder: async () => await Promise.resolve(stick),
      install: async (given) => await Promise.resolve(void installed.push(readFileSync(given, 'utf8'))),
    },
  })
  stick = path.join(kitchen.folder, 'stick')
  mkdirSync(stick)
})
afterEach(async () => await kitchen.close())

function publish({ version = '9.1.0', name = file, bytes = installer.length, hash = hashOf(installer) } = {}): void {
  const lines = [`version: ${version}`, 'files:', `  - url: ${name}`, `    sha512: ${hash}`, `    size: ${bytes}`]
  writeFileSync(
    path.join(stick, release),
    `${lines.join('\n')}\npath: ${name}\nreleaseDate: '2026-11-25T00:00:00.000Z'\n`,
  )
  writeFileSync(path.join(stick, file), installer)
}

function hashOf(text: string): string {
  return createHash('sha512').update(text).digest('base64')
}

describe('updates', () => {
  test('are off until a folder is chosen, and off again when turned off', async () => {
    const { api } = kitchen
    publish()
    expect(await api.updates.look({})).toEqual({ folder: null, found: null, problem: null })
    expect(await api.updates.chooseFolder({ requestId: newId() })).toMatchObject({ folder: stick })
    expect(await api.updates.look({})).toEqual({ folder: stick, found: { version: '9.1.0', file }, problem: null })
    await api.updates.turnOff({ requestId: newId() })
    expect(await api.updates.look({})).toEqual({ folder: null, found: null, problem: null })
  })

  test('are installed after a backup, from a copy that was checked', async () => {
    const { api } = kitchen
    publish()
    await api.updates.chooseFolder({ requestId: newId() })
    const { backup } = await api.updates.install({ requestId: newId(), version: '9.1.0' })
    expect(installed).toEqual([installer])
    expect((await api.backups.list({})).backups.map(({ name }) => name)).toEqual([backup])
  })

  test.each([
    [
      'was changed',
      () => writeFileSync(path.join(stick, file), installer.replace('new', 'bad')),
      /not the file that its maker published/,
    ],
    [
      'is cut off',
      () => writeFileSync(path.join(stick, file), installer.slice(0, 5)),
      /not the file that its maker published/,
    ],
    ['is gone', () => rmSync(path.join(stick, file)), /is not in/],
    ['is a link', () => relink(path.join(stick, file)), /is not in/],
    ['is another version by now', () => publish({ version: '9.2.0' }), /no longer in the folder/],
  ] as const)('are refused where the installer %s: nothing is run', async (_what, spoil, sentence) => {
    const { api } = kitchen
    publish()
    await api.updates.chooseFolder({ requestId: newId() })
    spoil()
    expect((await refusal(api.updates.install({ requestId: newId(), version: '9.1.0' }))).message).toMatch(sentence)
    expect(installed).toEqual([])
    expect(readdirSync(kitchen.dataDir).includes('update')).toBe(false)
  })

  test('say so where the stick is not plugged in, or holds no release that can be read', async () => {
    const { api } = kitchen
    await api.updates.chooseFolder({ requestId: newId() })
    for (const text of ['version: [', 'version: latest', '', '- 1', '\u0000'.repeat(1000)]) {
      writeFileSync(path.join(stick, release), text)
      expect((await api.updates.look({})).problem).toMatch(/does not describe a release/)
    }
    rmSync(stick, { recursive: true })
    expect((await api.updates.look({})).problem).toMatch(/is not there. Plug the stick in/)
  })

  test.each(['../evil.deb', '/tmp/evil.deb', 'a/b.deb', '..\\evil.exe', '..\\evil.deb', 'evil.sh'])(
    'never take a file called %s',
    (name) => {
      publish({ name: JSON.stringify(name) })
      expect(findUpdate(stick, packageJson.version, process.platform)).toBeUndefined()
    },
  )
})

test('a version is newer by its numbers, not by its letters', () => {
  const pairs = [
    ['0.10.0', '0.9.9', true],
    ['1.0.0', '0.99.99', true],
    ['0.1.0', '0.1.0', false],
    ['0.1.0', '0.1.1', false],
  ] as const
  expect(pairs.map(([a, b]) => isNewer(a, b))).toEqual(pairs.map(([, , newer]) => newer))
})

function relink(target: string): void {
  rmSync(target)
  symlinkSync('/bin/true', target)
}
