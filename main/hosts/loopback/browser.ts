import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Readable, Writable } from 'node:stream'

interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly exists?: (file: string) => boolean
}

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const macApps = ['Google Chrome', 'Microsoft Edge', 'Chromium']
const windowsFiles = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
]

/** Keeps a browser of ours from asking, syncing and calling home. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Finds a browser of the Chromium family, which alone has an app window and prints tagged PDFs.
 * `TRACEBERRY_BROWSER` names one and is final: where it does not exist, there is none.
 */
export function findBrowser({ platform, env, exists = existsSync }: Machine): string | undefined {
  const named = env['TRACEBERRY_BROWSER']
  return (named ? [named] : candidates(platform, env)).find((file) => exists(file))
}

function candidates(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    return pairs(windowsFiles, folders).map(([file, folder]) => path.win32.join(folder, file))
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', env['HOME'] && path.posix.join(env['HOME'], 'Applications')]
    return pairs(macApps, folders).map(([app, folder]) => path.posix.join(folder, `${app}.app/Contents/MacOS/${app}`))
  }
  const folders = (env['PATH'] ?? '').split(':')
  return pairs(linuxNames, folders).map(([name, folder]) => path.posix.join(folder, name))
}

/** Every name in every folder that is known, the names in order of preference. */
function pairs(names: readonly string[], folders: readonly (string | undefined)[]): [string, string][] {
  return names.flatMap((name) => folders.flatMap((folder): [string, string][] => (folder ? [[name, folder]] : [])))
}

interface BrowserEnd {
  /** Null when it was stopped or never ran. */
  readonly code: number | null
  /** Why it never ran. */
  readonly problem?: string
}

export interface BrowserRun {
  readonly ended: Promise<BrowserEnd>
  /** Ends the browser with all its processes. */
  readonly stop: (signal: 'SIGTERM' | 'SIGKILL') => void
}

/** Starts a browser with a profile folder of its own, so that the person's own browser and its history stay apart. */
function runBrowser(executable: string, profile: string, args: readonly string[]): BrowserRun {
  return runOf(spawn(executable, flagsWith(profile, args), { stdio: 'ignore', detached: true }))
}

interface DrivenBrowser extends BrowserRun {
  /** What it is told. */
  readonly told: Writable
  /** What it says. */
  readonly says: Readable
}

/**
 * Starts a browser that is driven through two pipes. It ends when they close, so also when this program is killed; no
 * other program can reach them, as it could a port.
 */
export function driveBrowser(executable: string, profile: string, args: readonly string[]): DrivenBrowser {
  const child = spawn(executable, flagsWith(profile, ['--remote-debugging-pipe', ...args]), {
    // Chromium reads from the fourth and writes to the fifth.
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
    // Killed, it would leave its lock among everybody's temporary files; elsewhere it keeps none there.
    env: process.platform === 'linux' ? { ...process.env, TMPDIR: profile } : process.env,
  })
  const [, , , told, says] = child.stdio
  if (!(told instanceof Writable) || !(says instanceof Readable)) throw new Error('a browser was started without pipes')
  return { ...runOf(child), told, says }
}

function flagsWith(profile: string, args: readonly string[]): string[] {
  // Chromium's sandbox refuses to work for root, and root on Linux is a container or a test.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...quiet, ...asRoot, `--user-data-dir=${profile}`, ...args]
}

function runOf(child: ChildProcess): BrowserRun {
  const ended = new Promise<BrowserEnd>((resolve) => {
    child.once('error', (error) => resolve({ code: null, problem: error.message }))
    child.once('exit', (code) => resolve({ code }))
  })
  return { ended, stop: (signal) => stopGroup(child, signal) }
}

/** A browser is often started by a script of its package; as its own process group both end together. */
function stopGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  if (process.platform === 'win32') child.kill(signal)
  else process.kill(-child.pid, signal)
}

/** Opens an address as an app window: no tabs, no address bar. @param profile a private folder, made when missing */
export function openWindow(executable: string, profile: string, url: string): BrowserRun {
  return runBrowser(executable, profile, ['--window-size=1366,900', `--app=${url}`])
}
