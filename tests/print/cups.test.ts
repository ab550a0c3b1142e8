import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { deliverToQueue } from '../../main/print/deliverElsewhere.ts'
import type { Delivery } from '../../main/print/delivery.ts'
import { PrinterProfile } from '../../shared/api/printers.ts'
import { toZpl } from '../../shared/labels/languages/zpl.ts'
import { type CupsServer, startCups, whyNoCups } from '../support/cupsServer.ts'
import { type FakePrinter, startFakePrinter } from '../support/fakePrinter.ts'
import { newId, openKitchen, type TestKitchen } from '../support/kitchen.ts'
import { jarLabel } from '../support/labels.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'
import { renderZpl } from '../support/zplRenderer.ts'

/* A real CUPS. Only in `npm run test:print`, and only where Debian's cups is installed (apt-get install cups). */
const reason = whyNoCups()

describe.skipIf(reason !== undefined)(`CUPS${reason === undefined ? '' : ` (skipped: ${reason})`}`, () => {
  let cups: CupsServer
  let printer: FakePrinter
  let kitchen: TestKitchen

  beforeAll(async () => {
    // Takes the beginning of a job and fails, as a printer whose cable is pulled.
    cups = await startCups({
      torn: '[ $# = 0 ] && exit 0\nfile=$(echo "$DEVICE_URI" | cut -c6-)\necho attempt >> "$file"\nhead -c 3000 > /dev/null < "${6:-/dev/stdin}"\nexit 1',
    })
    printer = await startFakePrinter()
    const uri = `socket://127.0.0.1:${printer.port}`
    cups.run('lpadmin', '-p', 'labels', '-E', '-v', uri, '-m', 'raw', '-o', 'printer-error-policy=abort-job')
    cups.run('lpadmin', '-p', 'zebra', '-E', '-v', uri, '-m', 'drv:///sample.drv/zebra.ppd')
    kitchen = await openKitchen()
  }, 30_000)

  afterAll(async () => {
    await kitchen.close()
    await cups.stop()
    await printer.close()
  })

  /** Two labels in one window to a queue. */
  async function deliver(
    queue: string,
    profile: Partial<PrinterProfile> = {},
    labelMm: readonly [number, number] = [57.15, 31.75],
  ) {
    const on = PrinterProfile.parse({ transport: 'queue', address: queue, ...profile })
    const { bitmap } = jarLabel({ widthMm: labelMm[0], heightMm: labelMm[1], dpi: on.dpi })
    const delivery: Delivery = {
      printer: { id: 1, name: queue, ...on },
      title: 'Labels',
      limits: { pollMs: 100, answerMs: 1000, silenceMs: 3000, closingMs: 3000 },
      silence: { known: false },
      begin: async () => await Promise.resolve([0, 1].map((cell) => ({ bitmap, cell }))),
      trouble: async () => await Promise.resolve(),
      cancelled: () => false,
      stopping: () => false,
    }
    return { bitmap, ...(await deliverToQueue(delivery)) }
  }

  test('lists its queues', async () => {
    const { queues, note } = await kitchen.api.labels.queues({})
    expect([queues.map(({ name }) => name), note]).toEqual([['labels', 'zebra'], ''])
  })

  test(
    'hands labels through a raw queue byte for byte, five a job, and calls them sent',
    { timeout: 60_000 },
    async () => {
      await receiveLot(kitchen.api)
      const { lotId } = await makeBatch(kitchen.api, await addProduct(kitchen.api), { made: 12 })
      const { id: printerId } = await kitchen.api.labels.savePrinter({
        requestId: newId(),
        name: 'Queue',
        transport: 'queue',
        address: 'labels',
      })
      await kitchen.api.labels.print({ requestId: newId(), lotId, printerId })
      await vi.waitFor(
        async () => expect((await kitchen.api.labels.jobs({}))[0]).toMatchObject({ state: 'sent', problem: null }),
        { timeout: 45_000, interval: 100 },
      )
      await vi.waitFor(() => expect(printer.formats).toHaveLength(12), { timeout: 10_000, interval: 50 })
      const wanted: string[] = []
      for (let serial = 1; serial <= 12; serial += 1) {
        const label = await kitchen.api.labels.preview({ lotId, serial, printerId })
        wanted.push(toZpl({ ...label, bytes: new Uint8Array(Buffer.from(label.bitsBase64, 'base64')) }))
      }
      expect(printer.received()).toBe(wanted.join(''))
      expect(printer.connections).toBe(3)
    },
  )

  const sizes = [
    [57.15, 31.75],
    [101.6, 152.4],
    [101.6, 50.8],
    [50.8, 25.4],
  ] as const

  test.each(sizes.flatMap((size) => ([203, 300] as const).map((dpi) => [...size, dpi] as const)))(
    'the Zebra driver prints labels of %d × %d mm at %d dpi with no dot different',
    { timeout: 60_000 },
    async (widthMm, heightMm, dpi) => {
      const before = printer.received().length
      const { bitmap, state } = await deliver('zebra', { language: 'pdf', dpi }, [widthMm, heightMm])
      expect(state).toBe('sent')
      await vi.waitFor(() => expect(printer.received().slice(before).match(/\^IDR/g)).toHaveLength(2), {
        timeout: 20_000,
        interval: 50,
      })
      const drawn = await renderZpl(printer.received().slice(before), bitmap)
      expect(drawn.map((each) => Buffer.from(each.bytes).equals(Buffer.from(bitmap.bytes)))).toEqual([true, true])
    },
  )

  test.each(['abort-job', 'retry-job', 'stop-printer'] as const)(
    'a job that fails under the policy %s is neither swallowed nor printed again',
    { timeout: 60_000 },
    async (policy) => {
      const attempts = path.join(cups.folder, 'tmp', policy)
      cups.run('lpadmin', '-p', `torn-${policy}`, '-E', '-v', `torn:${attempts}`, '-m', 'raw', '-o', `printer-error-policy=${policy}`) // prettier-ignore
      const { state, problem } = await deliver(`torn-${policy}`)
      expect([state, problem]).toEqual(['to check', expect.stringMatching(/Look at the roll and say which/)])
      cups.run('cupsenable', `torn-${policy}`)
      // Each attempt of the queue writes a line. Left alone, `retry-job` prints again after 30 seconds, and `stop-printer` once the queue is started.
      await new Promise((resolve) => setTimeout(resolve, policy === 'retry-job' ? 35_000 : 3000))
      expect(readFileSync(attempts, 'utf8')).toBe('attempt\n')
      expect(cups.run('lpstat', '-o', `torn-${policy}`)).toBe('')
    },
  )

  test('a queue that would print again and again, or stands still, gets nothing', async () => {
    const file = path.join(cups.folder, 'tmp/never')
    cups.run('lpadmin', '-p', 'again', '-E', '-v', `torn:${file}`, '-m', 'raw', '-o', 'printer-error-policy=retry-current-job') // prettier-ignore
    expect(await deliver('again')).toMatchObject({ state: 'waiting', problem: expect.stringMatching(/to abort-job/) })
    cups.run('cupsdisable', 'labels')
    expect(await deliver('labels')).toMatchObject({ state: 'waiting', problem: expect.stringMatching(/stands still/) })
    cups.run('cupsenable', 'labels')
    expect([existsSync(file), cups.run('lpstat', '-o')]).toEqual([false, ''])
  })
})
