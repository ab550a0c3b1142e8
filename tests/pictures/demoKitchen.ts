import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startCore } from '../../main/core.ts'
import { startServer } from '../../main/hosts/loopback/server.ts'
import { createClient } from '../../shared/api/client.ts'
import type { Api } from '../../shared/api/contract.ts'
import { bareHost } from '../support/kitchen.ts'

/** The day on the pictures: a Saturday in the season of strawberries. The year of the demo ends the day before. */
export const TODAY = '2026-06-20'

/** Before the market opens. */
export const NOW = `${TODAY}T11:30:00.000Z`

export interface DemoKitchen {
  readonly api: Api
  readonly origin: string
  /** A new address that lets one browser in, once. */
  readonly openingUrl: () => string
  readonly close: () => Promise<void>
}

/** The demo kitchen on a clock that stands still, so that its pictures are the same whenever they are taken. */
export async function openDemoKitchen(): Promise<DemoKitchen> {
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-pictures-'))
  const app = await startCore({
    dataDir: path.join(folder, 'data'),
    backupDir: path.join(folder, 'Traceberry backups'),
    demo: 'year',
    // As where the app runs; what cannot be done would be said on the screens.
    host: { ...bareHost, capabilities: { ...bareHost.capabilities, printToPdf: true } },
    now: () => new Date(NOW),
  })
  const server = await startServer(app, {
    root: path.resolve(import.meta.dirname, '../../out/renderer'),
    port: 0,
    report: (fault) => process.stderr.write(`${String(fault)}\n`),
  })
  return {
    api: createClient(app.dispatch),
    origin: server.origin,
    openingUrl: () => server.openingUrl(),
    async close() {
      await server.close()
      await app.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
