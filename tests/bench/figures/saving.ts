import { closeSync, fdatasyncSync, openSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { newId } from '../../support/kitchen.ts'
import { makeBatch } from '../../support/make.ts'
import type { Figure } from '../figure.ts'
import type { BenchKitchen } from '../kitchens/kitchenOf.ts'
import type { Landmarks } from '../kitchens/tenYears.ts'
import { medianOf, p95Of, timed } from '../timing.ts'

const TODAY = '2026-03-28'

/**
 * One whole batch saved so that a power cut cannot take it: lots, units, stock, genealogy, search and history, against
 * appending as many bytes to a file and waiting for the disk.
 */
export async function savingFigures({ kitchen, marks }: BenchKitchen<Landmarks>, rounds: number): Promise<Figure[]> {
  const { api, dataDir, folder } = kitchen
  const { productId } = await api.batches.get({ batchId: marks.batchId })
  const { lines } = await api.batches.propose({ productId, madeOn: TODAY })
  for (const { itemId } of lines) await restock(itemId)

  async function restock(itemId: number): Promise<void> {
    const known = (await api.pantry.ingredients({})).find(({ id }) => id === itemId)
    if (!known) return
    const line = { ingredient: known.name, quantity: `9000 ${known.unit}`, bestBy: '2026-03-29' }
    await api.pantry.receive({ requestId: newId(), supplier: 'Valley Farm', receivedOn: TODAY, lines: [line] })
  }

  const save = async () => await makeBatch(api, productId, { madeOn: TODAY, made: 60 })
  const wal = path.join(dataDir, 'traceberry.db-wal')
  const proposal = await api.batches.propose({ productId, madeOn: TODAY })
  const uses = proposal.lines.flatMap((line) =>
    line.uses.map(({ lotId, quantity }) => ({ itemId: line.itemId, lotId, quantity })),
  )
  const before = statSync(wal).size
  await save()
  const bytes = Buffer.alloc(Math.max(4096, statSync(wal).size - before))
  const file = openSync(path.join(folder, 'floor.bin'), 'a')
  const [own, floor]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    const input = { requestId: newId(), productId, madeOn: TODAY, made: 60, uses }
    own.push(await timed(async () => await api.batches.record(input)))
    floor.push(
      await timed(() => {
        writeSync(file, bytes)
        fdatasyncSync(file)
      }),
    )
  }
  closeSync(file)
  const what = `${Math.round(bytes.length / 1024)} KB appended and synced`
  const work = `One batch of 60 units and ${uses.length} ingredients saved durably`
  return [{ work, median: medianOf(own), p95: p95Of(own), floor: { what, median: medianOf(floor) }, bar: { times: 4 } }]
}
