import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { jobs, type RunJob } from '../../main/backup/jobs.ts'
import { startCore } from '../../main/core.ts'
import { openPieces } from '../../main/services/filePieces.ts'
import { startServer } from '../../main/hosts/loopback/server.ts'
import type { App, HostServices } from '../../main/hostServices.ts'
import type { PrintLimits } from '../../main/print/delivery.ts'
import { startInThread } from '../../main/thread/startInThread.ts'
import { createClient } from '../../shared/api/client.ts'
import type { Api } from '../../shared/api/contract.ts'
import { AppError, type Envelope, type ErrorBody } from '../../shared/api/errors.ts'

/** A kitchen on a real SQLite file, reached through one of the ways that the product is reached. */
export interface TestKitchen {
  readonly api: Api
  readonly folder: string
  readonly dataDir: string
  readonly backupDir: string
  /** Sets the clock; kitchens in a thread have the real one. */
  setNow(instant: string): void
  /** Calls an operation with any input, as a script might. */
  raw(op: string, input: unknown): Promise<Envelope>
  /** Closes the core, does something to its folder, and starts another core on it. */
  restart(between?: () => Promise<void>): Promise<void>
  /** Closes the core, and removes its folder unless it is to be kept. */
  close(remove?: boolean): Promise<void>
}

export type Way = 'in process' | 'in a thread over HTTP'
export const everyWay: readonly Way[] = ['in process', 'in a thread over HTTP']

interface KitchenOptions {
  readonly way?: Way
  /** The story of a few days, or a year. */
  readonly demo?: boolean | 'year'
  readonly host?: Partial<HostServices>
  /** Whether it makes backups by itself, as kitchens do; tests that are about something else go without. */
  readonly automaticBackups?: boolean
  /** How patient printing is. */
  readonly printLimits?: PrintLimits
  /** A folder that another kitchen left. */
  readonly folder?: string
}

/** The day on which tests happen unless they say otherwise. */
export const TODAY = '2026-03-28T15:00:00.000Z'

export async function openKitchen({
  way = 'in process',
  demo: asked = false,
  host = {},
  automaticBackups = false,
  printLimits,
  folder: given,
}: KitchenOptions = {}): Promise<TestKitchen> {
  const folder = given ?? (await mkdtemp(path.join(tmpdir(), 'traceberry é 空 '))) // what real folder names hold
  const demo = asked === true ? 'story' : asked
  const dataDir = path.join(folder, 'data')
  const backupDir = path.join(folder, 'backups')
  const services = { ...bareHost, ...host }
  if (!automaticBackups && given === undefined) await keepAutomaticBackupsOff(dataDir)
  let now = TODAY
  let call: (op: string, input: unknown) => Promise<Envelope>
  let stop: () => Promise<void>
  await start()

  async function start(): Promise<void> {
    if (way === 'in process') {
      const core = await startCore({
        dataDir,
        backupDir,
        demo,
        host: services,
        now: () => new Date(now),
        runJob,
        openPieces,
        ...(printLimits ? { printLimits } : {}),
      })
      call = core.dispatch
      stop = core.close
      return
    }
    const worker = new URL('../../main/thread/worker.ts', import.meta.url)
    const app = await startInThread(worker, { dataDir, backupDir, demo }, services)
    const http = await overHttp(app)
    call = http.call
    stop = http.stop
  }

  return {
    api: createClient(async (op, input) => await call(op, input)),
    folder,
    dataDir,
    backupDir,
    setNow: (instant) => {
      now = instant
    },
    raw: async (op, input) => await call(op, input),
    async restart(between) {
      await stop()
      await between?.()
      await start()
    },
    async close(remove = true) {
      await stop()
      if (remove) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The same work as in a thread, without the time that a thread takes to start. */
export const runJob: RunJob = async (job, input) => {
  await Promise.resolve()
  const work = jobs[job] as (given: typeof input) => ReturnType<(typeof jobs)[typeof job]>
  return work(input)
}

async function keepAutomaticBackupsOff(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  await writeFile(path.join(dataDir, 'backup-settings.json'), '{"afterWork":false,"onClosing":false}')
}

async function overHttp(app: App) {
  const faults: unknown[] = []
  const server = await startServer(app, { root: tmpdir(), port: 0, report: (fault) => faults.push(fault) })
  return {
    async call(op: string, input: unknown): Promise<Envelope> {
      const response = await fetch(`${server.origin}/api/${op}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${server.token}` },
        body: JSON.stringify(input),
      })
      return (await response.json()) as Envelope
    },
    async stop() {
      await server.close()
      await app.close()
      if (faults.length > 0) throw new Error('the server failed', { cause: faults[0] })
    },
  }
}

export const bareHost: HostServices = {
  capabilities: {
    printToPdf: false,
    pickFolder: false,
    showFolder: false,
    openAtLogin: false,
    install: false,
    changeKitchen: false,
  },
  printToPdf: async () => await Promise.reject(new Error('This host makes no PDF.')),
  pickFolder: async () => await Promise.resolve(null),
  showFolder: async () => await Promise.resolve(),
  openAtLogin: async () => await Promise.resolve(false),
  install: async () => await Promise.resolve(),
  goTo: async () => await Promise.resolve(null),
}

/** A new request id, as every command needs one. */
export function newId(): string {
  return crypto.randomUUID()
}

/** What the door says when it refuses. @throws when it does not refuse */
export async function refusal(promise: Promise<unknown>): Promise<ErrorBody> {
  try {
    await promise
  } catch (error) {
    if (error instanceof AppError) return error.body
    throw error
  }
  throw new Error('the door did not refuse')
}
