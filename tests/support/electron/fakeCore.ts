import { existsSync } from 'node:fs'
import path from 'node:path'
import type { App, AppFolders, HostServices } from '../../../main/app.ts'

type Envelope = Awaited<ReturnType<App['dispatch']>>
type Notice = Parameters<Parameters<App['onNotice']>[0]>[0]

export interface FakeCore extends App {
  readonly calls: (readonly [op: unknown, input: unknown])[]
  /** Files that were opened with the app. */
  readonly opened: string[]
  closes: number
  notify(notice: Notice): void
}

/** A core without a database, where a test is about the host. It answers every operation with its own input. */
export function createFakeCore(answers: Readonly<Record<string, (input: unknown) => unknown>> = {}): FakeCore {
  const listeners = new Set<(notice: Notice) => void>()
  const core: FakeCore = {
    calls: [],
    opened: [],
    closes: 0,
    notify: (notice) => listeners.forEach((listener) => listener(notice)),
    async dispatch(op, input): Promise<Envelope> {
      core.calls.push([op, input])
      const value = typeof op === 'string' && answers[op] ? await answers[op](input) : input
      if (op === 'test.record') core.notify({ changed: ['test.record'] })
      return { ok: true, value }
    },
    onNotice(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: (file) => void core.opened.push(file),
    async close() {
      core.closes += 1
    },
  }
  return core
}

/** Takes the place of main/app.ts in the build that tests the host alone. A file `busy` in the data folder refuses. */
export async function startInThread(worker: URL, folders: AppFolders, host: HostServices): Promise<App> {
  if (existsSync(path.join(folders.dataDir, 'busy')))
    throw new Error('Another Traceberry has this kitchen open. Close it there, then try again.')
  return createFakeCore({
    'test.started': () => ({ worker: path.basename(worker.pathname), ...folders, ...host.capabilities }),
    'test.pdf': async (input) => Buffer.from(await host.printToPdf(String(input))).toString('latin1'),
    'test.folder': (input) => host.pickFolder(String(input)),
  })
}
