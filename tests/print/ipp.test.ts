import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, vi } from 'vitest'
import { newId, openKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

/** A printer that answers IPP: what it was asked, and what it says it has finished of each job. */
async function startIppPrinter(finished: (documents: number) => number, refuses = false) {
  const asked: number[] = []
  const documents: Buffer[] = []
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const body = Buffer.concat(pieces)
      const operation = body.readUInt16BE(2)
      asked.push(operation)
      if (operation === 2) documents.push(body.subarray(body.indexOf('%PDF')))
      const status = refuses && operation === 4 ? 0x040a : 0
      const head = Buffer.from([1, 1, status >> 8, status & 0xff, 0, 0, 0, 1, 0x02])
      const number = (tag: number, name: string, value: number) => {
        const lengths = Buffer.from([tag, 0, name.length])
        const data = Buffer.alloc(6)
        data.writeUInt16BE(4, 0)
        data.writeInt32BE(value, 2)
        return Buffer.concat([lengths, Buffer.from(name), data])
      }
      response.setHeader('content-type', 'application/ipp')
      response.end(
        Buffer.concat([
          head,
          number(0x21, 'job-id', documents.length),
          number(0x23, 'job-state', 9),
          number(0x21, 'job-impressions-completed', finished(documents.length)),
          Buffer.from([3]),
        ]),
      )
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return { asked, documents, uri: `ipp://127.0.0.1:${port}/ipp/print`, close: () => server.close() }
}

async function printFive(uri: string) {
  const kitchen = await openKitchen()
  await receiveLot(kitchen.api)
  const { lotId } = await makeBatch(kitchen.api, await addProduct(kitchen.api), { made: 5 })
  const { id: printerId } = await kitchen.api.labels.savePrinter({
    requestId: newId(),
    name: 'IPP',
    transport: 'ipp',
    address: uri,
    language: 'pdf',
    confirmation: 'status',
  })
  await kitchen.api.labels.print({ requestId: newId(), lotId, printerId })
  const job = await vi.waitFor(
    async () => {
      const [newest] = await kitchen.api.labels.jobs({})
      if (!newest || newest.state === 'sending' || (newest.state === 'waiting' && newest.problem === null))
        throw new Error('not yet')
      return newest
    },
    { timeout: 10_000, interval: 20 },
  )
  await kitchen.close()
  return job
}

test('IPP: validated first, one PDF of a page a label, and printed when all impressions are counted', async () => {
  const printer = await startIppPrinter(() => 5)
  expect(await printFive(printer.uri)).toMatchObject({ state: 'printed', problem: null })
  printer.close()
  expect(printer.asked.slice(0, 2)).toEqual([4, 2])
  expect(printer.documents.map((pdf) => pdf.toString('latin1').match(/\/Type \/Page /g)?.length)).toEqual([5])
})

test('IPP: completed with fewer impressions is only sent', async () => {
  const printer = await startIppPrinter(() => 3)
  expect(await printFive(printer.uri)).toMatchObject({ state: 'sent' })
  printer.close()
})

test('IPP: a format that is refused at validation sends no document', async () => {
  const printer = await startIppPrinter(() => 5, true)
  expect(await printFive(printer.uri)).toMatchObject({
    state: 'waiting',
    problem: expect.stringMatching(/does not take such labels/),
  })
  printer.close()
  expect(printer.documents).toEqual([])
})

test('IPP: nobody there keeps the labels waiting', async () => {
  expect(await printFive('ipp://127.0.0.1:9/ipp/print')).toMatchObject({
    state: 'waiting',
    problem: expect.stringMatching(/did not answer/),
  })
})
