import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { newId, openKitchen, type TestKitchen } from '../support/kitchen.ts'
import { type LabelPrinter, startLabelPrinter } from '../support/labelPrinter.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'
import { formatsOf } from '../support/printRun.ts'

let kitchen: TestKitchen
let printer: LabelPrinter
let lotId: number
let printerId: number

beforeEach(async () => {
  kitchen = await openKitchen()
  printer = await startLabelPrinter(40)
  await receiveLot(kitchen.api)
  lotId = (await makeBatch(kitchen.api, await addProduct(kitchen.api), { made: 30 })).lotId
  const saved = { requestId: newId(), name: 'Counter', address: '127.0.0.1', port: printer.port }
  printerId = (await kitchen.api.labels.savePrinter({ ...saved, confirmation: 'status' })).id
})

afterEach(async () => {
  await kitchen.close()
  await printer[Symbol.asyncDispose]()
})

async function print(): Promise<number> {
  return (await kitchen.api.labels.print({ requestId: newId(), lotId, printerId })).jobId
}

async function job() {
  const [newest] = await kitchen.api.labels.jobs({})
  if (!newest) throw new Error('no job')
  return newest
}

describe('a printer that says how it is', () => {
  test('proves what it printed', async () => {
    await print()
    await vi.waitFor(async () => expect((await job()).state).toBe('printed'), { timeout: 15_000, interval: 50 })
    expect(printer.ledger.filter(({ whole }) => whole)).toHaveLength(30)
  })

  test('out of paper before the first label sends nothing, says so in 3 seconds, and goes on by itself', async () => {
    printer.fail({ kind: 'paper out', after: 0, reprints: false })
    await poke(printer)
    const begun = performance.now()
    await print()
    await vi.waitFor(async () => expect((await job()).problem).toMatch(/Counter is out of paper/), {
      interval: 20,
      timeout: 5000,
    })
    expect(performance.now() - begun).toBeLessThan(3000)
    expect(await job()).toMatchObject({ state: 'waiting' })
    printer.putRight()
    await vi.waitFor(async () => expect(await job()).toMatchObject({ state: 'printed', problem: null }), {
      timeout: 15_000,
      interval: 50,
    })
  })

  test('out of paper with labels in it: shown in 3 seconds, and exactly the labels not ticked come again', async () => {
    const formats = await formatsOf(kitchen.api, lotId, printerId, 30)
    printer.fail({ kind: 'paper out', after: 7, reprints: false })
    await print()
    await vi.waitFor(() => expect(printer.inTrouble).toBe(true), { timeout: 10_000, interval: 5 })
    const begun = performance.now()
    await vi.waitFor(async () => expect((await job()).problem).toMatch(/Counter is out of paper/), {
      interval: 20,
      timeout: 5000,
    })
    expect(performance.now() - begun).toBeLessThan(3000)
    printer.putRight()
    await vi.waitFor(async () => expect((await job()).state).toBe('to check'), { timeout: 10_000, interval: 20 })
    const { id: jobId, doubtful } = await job()
    expect(doubtful).toBe('006–010')
    const before = printer.ledger.length
    // 008 is torn: the others of the window are on the roll.
    await kitchen.api.labels.settle({ requestId: newId(), jobId, good: '6-7, 9-10' })
    await vi.waitFor(async () => expect((await job()).state).toBe('printed'), { timeout: 15_000, interval: 50 })
    const later = printer.ledger.slice(before).map(({ format }) => formats.get(format))
    expect(later).toEqual([8, ...Array.from({ length: 20 }, (_, at) => at + 11)])
  })

  test('still holding labels keeps the person from saying what came out', async () => {
    printer.fail({ kind: 'paused', after: 7 })
    const jobId = await print()
    await vi.waitFor(() => expect(printer.inTrouble).toBe(true), { timeout: 10_000, interval: 5 })
    await kitchen.restart()
    await expect(kitchen.api.labels.settle({ requestId: newId(), jobId, good: '' })).rejects.toMatchObject({
      body: { fields: { good: expect.stringMatching(/^Counter still has labels in it\. Wait until it stops/) } },
    })
  })

  test('told to stop prints at most five more', async () => {
    const jobId = await print()
    await vi.waitFor(() => expect(printer.ledger.length).toBeGreaterThan(2), { timeout: 10_000, interval: 2 })
    const before = printer.ledger.length
    const { dropped } = await kitchen.api.labels.cancel({ requestId: newId(), jobId })
    expect(dropped).toBeGreaterThanOrEqual(20)
    await vi.waitFor(async () => expect((await job()).state).toBe('to check'), { timeout: 10_000, interval: 20 })
    expect(printer.ledger.length - before).toBeLessThanOrEqual(5)
    expect((await job()).problem).toMatch(/was told to stop while labels were in it/)
  })
})

test('a naive worker, which sends all and sends again after an error, fails these checks', async () => {
  const formats = await formatsOf(kitchen.api, lotId, printerId, 30)
  printer.fail({ kind: 'power loss', after: 8 })
  const restart = setInterval(() => printer.putRight(), 200)
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      await sendAll([...formats.keys()])
      break
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  await vi.waitFor(() => expect(printer.idle && printer.ledger.length > 20).toBe(true), {
    timeout: 10_000,
    interval: 20,
  })
  clearInterval(restart)
  const came = printer.ledger.map(({ format }) => formats.get(format))
  expect(new Set(came).size).not.toBe(came.length)
})

async function sendAll(formats: readonly string[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const socket = connect(printer.port, '127.0.0.1')
    socket.on('error', reject)
    socket.write(formats.join(''))
    setTimeout(() => {
      socket.end()
      resolve()
    }, 700)
  })
}

/** Sends one label of another program, at which the fault happens. */
async function poke(at: LabelPrinter): Promise<void> {
  const socket = connect(at.port, '127.0.0.1')
  socket.write('^XA^FDother^FS^XZ')
  await vi.waitFor(() => expect(at.inTrouble).toBe(true), { timeout: 2000, interval: 5 })
  socket.destroy()
}

describe('labels that wait while what is known of their allergens changes', () => {
  async function say(contains: string[]): Promise<void> {
    const [sugar] = await kitchen.api.pantry.ingredients({})
    await kitchen.api.facts.save({ requestId: newId(), itemId: sugar?.id ?? 0, contains })
  }

  const whole = () => printer.ledger.filter((label) => label.whole).length

  /** Labels with a list of ingredients, or without, for a printer that is out of paper. */
  async function queue(layout: 'full-qr' | 'jar') {
    const { api } = kitchen
    const made = await makeBatch(api, (await api.products.list({}))[0]?.id ?? 0, { made: 12 })
    printer.fail({ kind: 'paper out', after: 0, reprints: false })
    await poke(printer)
    await api.labels.print({ requestId: newId(), lotId: made.lotId, printerId, layout })
    await vi.waitFor(async () => expect((await job()).problem).toMatch(/out of paper/), {
      timeout: 10_000,
      interval: 20,
    })
    return { ...made, before: whole() }
  }

  beforeEach(async () => {
    const big = { name: 'Counter', address: '127.0.0.1', port: printer.port, labelWidthMm: 100, labelHeightMm: 60 }
    await kitchen.api.labels.savePrinter({ requestId: newId(), printerId, ...big, confirmation: 'status' })
    await say([])
  })

  test.each(['and is not settled', 'and is taken as the words of the label'])(
    'none of them comes out; they are named with the reason, and can be printed again: %s',
    async (how) => {
      const { api } = kitchen
      const { batchId, lotId: waiting, lotNumber, before } = await queue('full-qr')
      await say(['soy'])
      if (how.includes('taken')) await api.facts.takeToday({ requestId: newId(), batchId })
      printer.putRight()
      await vi.waitFor(async () => expect((await job()).state).toBe('cancelled'), { timeout: 15_000, interval: 20 })
      expect((await job()).problem).toMatch(
        how.includes('taken')
          ? `Not printed: 001–012. The allergens of ${lotNumber} are others now than when these labels were queued.`
          : /^Not printed: 001–012\. .*contains Soy \(Sugar/,
      )
      expect(whole()).toBe(before)
      if (!how.includes('taken')) await api.facts.takeToday({ requestId: newId(), batchId })
      await api.labels.print({ requestId: newId(), lotId: waiting, printerId, layout: 'full-qr' })
      await vi.waitFor(async () => expect((await job()).state).toBe('printed'), { timeout: 15_000, interval: 20 })
      expect(whole()).toBe(before + 12)
    },
  )

  test('those that name no allergens come out', async () => {
    const { before } = await queue('jar')
    await say(['soy'])
    printer.putRight()
    await vi.waitFor(async () => expect((await job()).state).toBe('printed'), { timeout: 15_000, interval: 20 })
    expect(whole()).toBe(before + 12)
  })
})
