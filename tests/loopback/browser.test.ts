import { readFile } from 'node:fs/promises'
import { describe, expect, it, vi } from 'vitest'
import { driveBrowser, findBrowser, openWindow } from '../../main/hosts/loopback/browser.ts'
import { shellScript, temporaryFolder } from './support.ts'

describe('finding a browser', () => {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  const ownEdge = '/Users/ann/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
  const windows = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
  const ownChrome = 'C:\\Users\\ann\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'

  it.each([
    [
      'linux',
      { PATH: '/usr/local/bin:/usr/bin' },
      ['/usr/bin/google-chrome', '/usr/bin/microsoft-edge'],
      '/usr/bin/google-chrome',
    ],
    [
      'linux',
      { PATH: '/usr/bin::' },
      ['/usr/bin/microsoft-edge-stable', 'chromium', '/chromium'],
      '/usr/bin/microsoft-edge-stable',
    ],
    ['linux', { PATH: '/usr/bin' }, ['/opt/chromium'], undefined],
    ['linux', {}, ['/usr/bin/chromium'], undefined],
    ['darwin', { HOME: '/Users/ann' }, [ownEdge, chrome], chrome],
    ['darwin', { HOME: '/Users/ann' }, [ownEdge], ownEdge],
    ['darwin', {}, [chrome], chrome],
    ['win32', windows, [edge], edge],
    ['win32', { ...windows, LOCALAPPDATA: 'C:\\Users\\ann\\AppData\\Local' }, [edge, ownChrome], ownChrome],
    ['win32', {}, ['Google\\Chrome\\Application\\chrome.exe'], undefined],
  ] as const)('on %s with %j and %j takes %s', (platform, env, installed: readonly string[], expected) => {
    expect(findBrowser({ platform, env, exists: (file) => installed.includes(file) })).toBe(expected)
  })

  it('takes the one TRACEBERRY_BROWSER names, and no other', () => {
    const env = { TRACEBERRY_BROWSER: '/opt/brave', PATH: '/usr/bin' }
    expect(findBrowser({ platform: 'linux', env, exists: () => true })).toBe('/opt/brave')
    expect(findBrowser({ platform: 'linux', env, exists: (file) => file === '/usr/bin/chromium' })).toBeUndefined()
  })
})

describe('running a browser', () => {
  it('opens an app window with a profile of its own that does not call home', async () => {
    const folder = await temporaryFolder()
    const executable = await shellScript('printf "%s\\n" "$@" > "$0.log"')
    await expect(openWindow(executable, `${folder}/a profile`, 'http://127.0.0.1:1/?open=x').ended).resolves.toEqual({
      code: 0,
    })
    expect(await logOf(executable)).toEqual(
      expect.arrayContaining([
        '--app=http://127.0.0.1:1/?open=x',
        `--user-data-dir=${folder}/a profile`,
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ]),
    )
  })

  it('tells how it ended', async () => {
    const executable = await shellScript('exit 3')
    await expect(driveBrowser(executable, '/tmp', []).ended).resolves.toEqual({ code: 3 })
    const missing = await driveBrowser('/nowhere/chromium', '/tmp', []).ended
    expect(missing).toEqual({ code: null, problem: expect.stringContaining('ENOENT') })
  })

  it('stops with everything it started', async () => {
    const folder = await temporaryFolder()
    const executable = await shellScript('(while :; do echo x >> "$0.log"; sleep 0.02; done) & wait')
    const run = driveBrowser(executable, folder, [])
    await vi.waitFor(async () => expect((await logOf(executable)).length).toBeGreaterThan(1))
    run.stop('SIGTERM')
    await expect(run.ended).resolves.toEqual({ code: null })
    const written = await logOf(executable)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await logOf(executable)).toEqual(written)
    expect(() => run.stop('SIGTERM')).not.toThrow()
  })
})

/** What a script of ours wrote beside itself, line by line. */
async function logOf(executable: string): Promise<string[]> {
  return (await readFile(`${executable}.log`, 'utf8')).trim().split('\n')
}
