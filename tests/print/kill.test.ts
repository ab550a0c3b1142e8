import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test, vi } from 'vitest'
import { createClient } from '../../shared/api/client.ts'
import type { Api } from '../../shared/api/contract.ts'
import type { Envelope } from '../../shared/api/errors.ts'
import { newId } from '../support/kitchen.ts'
import { startLabelPrinter } from '../support/labelPrinter.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'
import { formatsOf, serialsIn } from '../support/printRun.ts'

/** `npm run test:print` kills a hundred times. */
const KILLS = Number(process.env['PRINT_KILLS'] ?? 2)
const UNITS = 20

test(
  'killed at any moment: no serial twice, and nothing is sent before the doubtful ones are settled',
  { timeout: 60_000 + KILLS * 10_000 },
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-kill-'))
    await using printer = await startLabelPrinter(8)
    let { api, host } = await startHost(folder)
    await receiveLot(api, { quantity: '1000 lb' })
    const productId = await addProduct(api)
    const { id: printerId } = await api.labels.savePrinter({
      requestId: newId(),
      name: 'Printer',
      address: '127.0.0.1',
      port: printer.port,
      // The numbers grow to AA and beyond.
      labelWidthMm: 70,
      confirmation: 'status',
    })
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { lotId } = await makeBatch(api, productId, { made: UNITS })
      const formats = await formatsOf(api, lotId, printerId, UNITS)
      const begin = printer.ledger.length
      const came = () => printer.ledger.slice(begin).map(({ format }) => formats.get(format) ?? -1)
      const { jobId } = await api.labels.print({ requestId: newId(), lotId, printerId })
      await new Promise((resolve) => setTimeout(resolve, (kill * 137) % 1500))
      host.kill('SIGKILL')
      await once(host, 'exit')
      await vi.waitFor(() => (printer.idle ? undefined : wait()), { timeout: 5000, interval: 5 })
      const before = came()
      ;({ api, host } = await startHost(folder))
      const job = await jobOf(api, jobId)
      if (job.state === 'to check') {
        expect(came()).toEqual(before)
        const asked = serialsIn(job.doubtful)
        expect(asked.length).toBeLessThanOrEqual(5)
        const good = asked.filter((serial) => before.includes(serial)).join(',')
        await api.labels.settle({ requestId: newId(), jobId, good })
      }
      await vi.waitFor(
        async () => (['sent', 'printed'].includes((await jobOf(api, jobId)).state) ? undefined : wait()),
        { timeout: 20_000, interval: 20 },
      )
      await vi.waitFor(() => (printer.idle ? undefined : wait()), { timeout: 5000, interval: 5 })
      expect(came().toSorted((a, b) => a - b)).toEqual(Array.from({ length: UNITS }, (_, at) => at + 1))
    }
    host.kill('SIGTERM')
    await once(host, 'exit')
    await rm(folder, { recursive: true, force: true })
  },
)

async function jobOf(api: Api, jobId: number) {
  const job = (await api.labels.jobs({})).find(({ id }) => id === jobId)
  if (!job) throw new Error('the job is gone')
  return job
}

function wait(): never {
  throw new Error('not yet')
}

async function startHost(folder: string): Promise<{ api: Api; host: ChildProcess }> {
  const main = path.resolve(import.meta.dirname, '../../main/hosts/loopback/main.ts')
  const host = spawn(process.execPath, [main, '--data', path.join(folder, 'data'), '--no-open', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const line of createInterface(host.stdout)) {
    const { url, token } = JSON.parse(line) as { url: string; token: string }
    const { origin } = new URL(url)
    const api = createClient(async (op, input) => {
      const response = await fetch(`${origin}/api/${op}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(input),
      })
      return (await response.json()) as Envelope
    })
    return { api, host }
  }
  throw new Error('the host stopped before it was ready')
}
