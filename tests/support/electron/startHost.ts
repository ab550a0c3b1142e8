import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished, vi } from 'vitest'
import type { App } from '../../../main/app.ts'
import type { Options } from '../../../main/hosts/electron/options.ts'
import { createElectronDouble, type DoubleOptions, type ElectronDouble } from './double.ts'
import { createFakeCore, type FakeCore } from './fakeCore.ts'

interface StartOptions extends Partial<Omit<DoubleOptions, 'paths' | 'exit'>> {
  readonly argv?: readonly string[]
  /** What the fake core answers instead of its input. */
  readonly answers?: Parameters<typeof createFakeCore>[0]
  /** Starts the core; a fake one unless given. */
  readonly start?: () => Promise<App>
  /** Files of the renderer beside an index.html. */
  readonly files?: Readonly<Record<string, string>>
  readonly withoutRenderer?: boolean
}

export interface RunningHost {
  readonly double: ElectronDouble
  readonly core: FakeCore
  /** Options the core was started with, one entry a start. */
  readonly started: readonly Options[]
  readonly sent: readonly (readonly [channel: string, args: readonly unknown[]])[]
  /** Home of this run; `appData` and `Documents` are in it. */
  readonly home: string
  readonly preload: string
}

/** The frame that a call of the app's own page comes from. */
export const ownFrame = { url: 'app://traceberry/index.html', parent: null }

/** Runs the host in this process on a double of Electron, as far as its window. */
export async function startHost(options: StartOptions = {}): Promise<RunningHost> {
  const home = mkdtempSync(path.join(tmpdir(), 'traceberry-host-'))
  const rendererDir = path.join(home, 'renderer')
  mkdirSync(rendererDir)
  const { argv = [], start, answers, withoutRenderer = false, files = {}, ...electron } = options
  if (!withoutRenderer) writeFileSync(path.join(rendererDir, 'index.html'), '<!doctype html>')
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(rendererDir, name), text)

  const sent: [string, readonly unknown[]][] = []
  const double = createElectronDouble({
    paths: { appData: path.join(home, 'appData'), documents: path.join(home, 'Documents') },
    exit: () => undefined,
    onSend: (channel, args) => void sent.push([channel, args]),
    ...electron,
  })
  const core = createFakeCore(answers)
  const started: Options[] = []
  const preload = path.join(home, 'preload.cjs')

  const { runElectronHost } = await importHost(double)
  withArguments(argv, () =>
    runElectronHost({
      rendererDir,
      preload,
      start(given) {
        started.push(given)
        return start?.() ?? Promise.resolve(core)
      },
    }),
  )
  onTestFinished(() => rmSync(home, { recursive: true }))
  double.becomeReady()
  // The host goes on in promises from here: reading the page takes the longest of them.
  await vi.waitFor(() => {
    const done = double.windows.some(({ shown }) => shown) || double.seen.order.some((step) => step.startsWith('exit'))
    if (!done) throw new Error('the host opened no window')
  })
  return { double, core, started, sent, home, preload }
}

/** Imports the host afresh, with this double as its `electron`. */
async function importHost(double: ElectronDouble) {
  vi.resetModules()
  vi.doMock('electron', () => double.electron)
  return await import('../../../main/hosts/electron/host.ts')
}

/** The host reads the command line and listens for signals of this process; both are put back. */
function withArguments(args: readonly string[], run: () => void): void {
  const argv = process.argv
  const before = new Map(signals.map((signal) => [signal, process.listeners(signal)]))
  process.argv = ['traceberry', ...args]
  run()
  process.argv = argv
  for (const signal of signals)
    for (const listener of process.listeners(signal))
      if (!before.get(signal)?.includes(listener)) process.off(signal, listener)
}

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
