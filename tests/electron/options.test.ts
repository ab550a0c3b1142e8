import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { argumentsFor, readOptions } from '../../main/hosts/electron/options.ts'
import { defaultFolders } from '../../main/hosts/folders.ts'

const appData = path.resolve('/home/ana/.config')
const documents = path.resolve('/home/ana/Documents')
const cwd = path.resolve('/mnt/stick')

function read(...argv: readonly string[]) {
  return readOptions(argv, cwd, { appData, documents })
}

const usual = {
  demo: false,
  dataDir: path.join(appData, 'Traceberry/data'),
  backupDir: path.join(documents, 'Traceberry backups'),
  profileDir: path.join(appData, 'Traceberry/window'),
}

describe('the command line', () => {
  test('may be empty: data in the program’s folder, backups in Documents, Chromium’s own files beside the data', () => {
    expect(read()).toEqual(usual)
  })

  test.each([
    [
      'Chromium’s switches',
      ['--no-sandbox', '--disable-gpu', '--type=renderer', '--enable-features=A,B', '--lang', 'de'],
    ],
    ['macOS’s process number', ['-psn_0_12345']],
    ['the script that Electron is started with', ['.', 'out/main/electron.js']],
    ['a file dropped on the program', ['/home/ana/report.pdf']],
    ['a switch that only begins like ours', ['--data-path=/x', '--demonstrate', '--user-data-dir=/x']],
    ['a value for the demo switch', ['--demo=yes']],
  ])('passes over %s', (_what, argv) => expect(read(...argv)).toEqual(usual))

  test('opens the demo kitchen away from the real one, its backups too', () => {
    expect(read('--demo=story').demo).toBe('story')
    expect(read('--no-sandbox', '--demo')).toEqual({
      demo: 'year',
      dataDir: path.join(appData, 'Traceberry/demo'),
      backupDir: path.join(appData, 'Traceberry/demo backups'),
      profileDir: path.join(appData, 'Traceberry/demo window'),
    })
  })

  test('takes a data folder from where the person is, with backups beside it', () => {
    expect(read('--data', 'kitchen')).toMatchObject({
      dataDir: path.join(cwd, 'kitchen'),
      backupDir: path.join(cwd, 'kitchen backups'),
    })
    expect(read('--data=/srv/kitchen')).toMatchObject({ dataDir: path.resolve('/srv/kitchen') })
  })

  test('takes a backup folder with or without a data folder', () => {
    expect(read('--backups', '/media/usb')).toEqual({ ...usual, backupDir: path.resolve('/media/usb') })
    expect(read('--demo', '--backups', 'b', '--data', 'd')).toMatchObject({
      demo: 'year',
      dataDir: path.join(cwd, 'd'),
      backupDir: path.join(cwd, 'b'),
    })
  })

  test('gives each data folder a window of its own, the same one each time', () => {
    const [one, again, other] = [read('--data', 'a'), read('--data', './a/'), read('--data', 'b')]
    expect(again.profileDir).toBe(one.profileDir)
    expect(new Set([one, other, read(), read('--demo')].map(({ profileDir }) => profileDir)).size).toBe(4)
    for (const { profileDir, dataDir } of [one, read()]) expect(profileDir.startsWith(dataDir)).toBe(false)
  })

  test.each([
    ['--data'],
    ['--data='],
    ['--data', ''],
    ['--data', '--demo'],
    ['--data', '--no-sandbox'],
    ['--backups'],
    ['--demo', '--backups'],
  ])('is refused where a folder is missing: %s %s', (...argv) => {
    expect(() => read(...argv)).toThrow(/^--(?:data|backups) needs a folder after it/)
  })

  test('is refused where backups would go into the data folder', () => {
    expect(() => read('--data', 'k', '--backups', 'k')).toThrow(/^--backups needs another folder/)
  })
})

describe('the default folders', () => {
  test.each([
    ['linux', {}, '/home/ana', '/home/ana/.config/Traceberry/data', '/home/ana/Documents/Traceberry backups'],
    [
      'linux',
      { XDG_CONFIG_HOME: '/cfg' },
      '/home/ana',
      '/cfg/Traceberry/data',
      '/home/ana/Documents/Traceberry backups',
    ],
    [
      'linux',
      { XDG_CONFIG_HOME: 'cfg' },
      '/home/ana',
      '/home/ana/.config/Traceberry/data',
      '/home/ana/Documents/Traceberry backups',
    ],
    [
      'linux',
      { XDG_CONFIG_HOME: '' },
      '/home/ana',
      '/home/ana/.config/Traceberry/data',
      '/home/ana/Documents/Traceberry backups',
    ],
    ['freebsd', {}, '/home/ana', '/home/ana/.config/Traceberry/data', '/home/ana/Documents/Traceberry backups'],
    [
      'darwin',
      { XDG_CONFIG_HOME: '/cfg' },
      '/Users/ana',
      '/Users/ana/Library/Application Support/Traceberry/data',
      '/Users/ana/Documents/Traceberry backups',
    ],
    [
      'win32',
      { APPDATA: 'D:\\Roaming' },
      'C:\\Users\\ana',
      'D:\\Roaming\\Traceberry\\data',
      'C:\\Users\\ana\\Documents\\Traceberry backups',
    ],
    [
      'win32',
      {},
      'C:\\Users\\ana',
      'C:\\Users\\ana\\AppData\\Roaming\\Traceberry\\data',
      'C:\\Users\\ana\\Documents\\Traceberry backups',
    ],
  ] as const)('on %s with %j for %s', (platform, env, home, dataDir, backupDir) => {
    expect(defaultFolders({ platform, env, home, demo: false })).toEqual({ dataDir, backupDir })
  })

  test('keep the demo and its backups together, apart from the real kitchen', () => {
    expect(defaultFolders({ platform: 'linux', env: {}, home: '/home/ana', demo: true })).toEqual({
      dataDir: '/home/ana/.config/Traceberry/demo',
      backupDir: '/home/ana/.config/Traceberry/demo backups',
    })
  })
})

describe('the arguments for the other kitchen', () => {
  test('are the same ones with --demo or without it, and without a file that was opened', () => {
    expect(argumentsFor('demo', ['.', '--no-sandbox', 'jam.traceberry'])).toEqual(['.', '--no-sandbox', '--demo'])
    expect(argumentsFor('demo', ['.', '--demo=story'])).toEqual(['.', '--demo'])
    expect(argumentsFor('own', ['.', '--demo'])).toEqual(['.'])
  })

  test.each([[['--data', '/x']], [['--data=/x']], [['--demo', '--backups', '/x']]])(
    'are none where folders are named: %j',
    (argv) => {
      expect(argumentsFor('demo', argv)).toBeUndefined()
      expect(argumentsFor('own', argv)).toBeUndefined()
    },
  )
})
