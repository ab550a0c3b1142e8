import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import {
  writeChain,
  writeDiamonds,
  writeLattice,
  writeOneBin,
  writeOneLot,
  writeSkew,
} from '../bench/kitchens/adversarial.ts'
import { writeTenYears } from '../bench/kitchens/tenYears.ts'
import { openKitchen } from '../support/kitchen.ts'

/* The kitchens that measurements are made on are whole records: a trace of one that is not would measure nothing. */
async function written<T>(write: (file: string) => T) {
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-written-'))
  const told = write(path.join(folder, 'data/traceberry.db'))
  const kitchen = await openKitchen({ folder })
  const problems = (await kitchen.api.history.verify({})).problems
  return { told, kitchen, problems }
}

test('a fiftieth of ten years passes every check, and its landmarks are there', async () => {
  const { told, kitchen, problems } = await written((file) => writeTenYears(file, { factor: 0.02 }))
  expect(problems).toEqual([])
  expect([told.batches, told.uses]).toEqual([400, 3200])
  expect((await kitchen.api.batches.get({ batchId: told.batchId })).lotNumber).toBe(told.lotNumber)
  const [found] = await kitchen.api.trace.find({ text: told.supplierLot })
  expect(found).toMatchObject({ kind: 'lot', id: told.boughtLotId })
  await kitchen.close()
})

test('chain, lattice, diamonds, skew, one lot and one bin in everything pass every check', async () => {
  const chain = await written((file) => writeChain(file))
  const lattice = await written((file) => writeLattice(file, 10, 10))
  const diamonds = await written((file) => writeDiamonds(file, 3))
  const skew = await written((file) => writeSkew(file, 30))
  const one = await written((file) => writeOneLot(file, 200))
  const bin = await written((file) => writeOneBin(file, 200, 4))
  const all = [chain, lattice, diamonds, skew, one, bin]
  expect(all.flatMap(({ problems }) => problems)).toEqual([])
  const forward = async ({ api }: typeof chain.kitchen, id: number) =>
    (await api.trace.list({ node: { kind: 'lot', id }, direction: 'forward', limit: 1 })).batches
  expect(await forward(chain.kitchen, chain.told.lotId)).toBe(50)
  expect(await forward(lattice.kitchen, lattice.told.lotId)).toBe(100)
  expect(await forward(diamonds.kitchen, diamonds.told.lotId)).toBe(9)
  const [first = 0, , top = 0] = diamonds.told.batchIds
  const back = async (id: number) =>
    (await diamonds.kitchen.api.trace.children({ node: { kind: 'batch', id }, direction: 'backward' })).length
  expect([await back(first), await back(top)]).toEqual([1, 2])
  expect(await forward(skew.kitchen, skew.told.lotId)).toBe(30)
  expect(await forward(one.kitchen, one.told.lotId)).toBe(200)
  expect(await forward(bin.kitchen, bin.told.lotId)).toBe(200)
  for (const { kitchen } of all) await kitchen.close()
})
