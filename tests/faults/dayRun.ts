import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { newId, openKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot, sendUnits } from '../support/make.ts'
import { medianOf } from '../bench/timing.ts'

/*
 * A long day in a kitchen without its pauses: rounds of what people do, one after the other. Says in one line how long
 * each kind of thing took and how much memory was in use at each quarter. Started with --expose-gc.
 */
const rounds = Number(process.argv[2])
const quarters = 4
const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-day-'))
const kitchen = await openKitchen({ folder })
const { api } = kitchen
const productId = await addProduct(api, { expectedYield: 12, shelfLifeDays: 3650 })
const took: Record<string, number[]>[] = Array.from({ length: quarters }, () => ({}))
const memory: number[] = []
let operations = 0

async function timed<T>(quarter: number, what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const done = await work()
  ;((took[quarter] ??= {})[what] ??= []).push(performance.now() - started)
  operations += 1
  return done
}

for (let round = 0; round < rounds; round += 1) {
  const quarter = Math.floor((round * quarters) / rounds)
  const run = async <T>(what: string, work: () => Promise<T>) => await timed(quarter, what, work)
  await run('receive', async () => await receiveLot(api, { quantity: '1 lb', receivedOn: '2026-02-15' }))
  const { batchId, lotId, lotNumber } = await run('record', async () => await makeBatch(api, productId))
  for (let length = 4; length <= lotNumber.length; length += 3)
    await run('find', async () => await api.trace.find({ text: lotNumber.slice(0, length) }))
  await run('open', async () => await api.trace.open({ node: { kind: 'batch', id: batchId }, serial: 3 }))
  await run(
    'backward',
    async () => await api.trace.list({ node: { kind: 'batch', id: batchId }, direction: 'backward' }),
  )
  await run('send', async () => await sendUnits(api, lotId, 12))
  await run('batches', async () => await api.batches.list({ limit: 50 }))
  await run('again', async () => await api.batches.again({ limit: 6 }))
  await run('history', async () => await api.history.list({ limit: 50 }))
  if (round % 50 === 49) await run('backup', async () => await api.backups.make({ requestId: newId() }))
  if ((round + 1) % Math.floor(rounds / quarters) === 0) {
    globalThis.gc?.()
    memory.push(process.memoryUsage().heapUsed + process.memoryUsage().external)
  }
}
const { problems } = await api.history.verify({})
await kitchen.close(false)
rmSync(folder, { recursive: true, force: true })
const medians = took.map((kinds) =>
  Object.fromEntries(Object.entries(kinds).map(([what, all]) => [what, medianOf(all)])),
)
process.stdout.write(JSON.stringify({ operations, memory, medians, problems }))
