import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { type FakePrinter, type FakePrinterMode, startFakePrinter } from '../support/fakePrinter.ts'
import { everyWay, newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'
import { readWithZxing, scanWithZxing } from '../support/symbolReaders.ts'
import { renderZpl } from '../support/zplRenderer.ts'

let kitchen: TestKitchen
let printer: FakePrinter
let lotId: number
let batchId: number
afterEach(async () => {
  await kitchen.close()
  await printer.close()
})

async function open(mode?: FakePrinterMode, way: (typeof everyWay)[number] = 'in process'): Promise<number> {
  kitchen = await openKitchen({ way })
  printer = await startFakePrinter(mode)
  await receiveLot(kitchen.api)
  const made = await makeBatch(kitchen.api, await addProduct(kitchen.api, { shelfLifeDays: 365 }), { made: 12 })
  lotId = made.lotId
  batchId = made.batchId
  return await addPrinter()
}

async function addPrinter(change: { labelWidthMm?: number; port?: number } = {}): Promise<number> {
  const { id } = await kitchen.api.labels.savePrinter({
    requestId: newId(),
    name: `Printer ${change.labelWidthMm ?? ''}`,
    address: printer.host,
    port: printer.port,
    ...change,
  })
  return id
}

/** A GS1 number for the product. */
async function giveGtin(): Promise<void> {
  const [product] = await kitchen.api.products.list({})
  await kitchen.api.products.save({
    requestId: newId(),
    productId: product?.id ?? 0,
    name: 'Syrup',
    code: 'SY',
    unit: 'jar',
    shelfLifeDays: 365,
    expectedYield: 10,
    lines: [{ ingredient: 'Sugar', quantity: '1 lb' }],
    pack: { gtin: '9506000134352' },
  })
}

async function print(printerId: number, serials = '') {
  return await kitchen.api.labels.print({ requestId: newId(), lotId, printerId, serials })
}

async function job() {
  return (await kitchen.api.labels.jobs({}))[0]
}

async function settled(): Promise<NonNullable<Awaited<ReturnType<typeof job>>>> {
  return await vi.waitFor(
    async () => {
      const now = await job()
      if (!now || now.state === 'sending' || (now.state === 'waiting' && now.problem === null))
        throw new Error('not yet')
      return now
    },
    { timeout: 10_000, interval: 20 },
  )
}

describe.each(everyWay)('labels, %s', (way) => {
  test('come out once each, in order, as previewed dot for dot, with a code that scans', async () => {
    const printerId = await open(undefined, way)
    const { labels, serials } = await print(printerId)
    expect([labels, serials]).toEqual([12, '001–012'])
    expect(await settled()).toMatchObject({ state: 'sent', problem: null, serials: '001–012' })
    expect(printer.formats).toHaveLength(12)
    for (const [at, format] of printer.formats.entries()) {
      const serial = at + 1
      const preview = await kitchen.api.labels.preview({ lotId, serial, printerId })
      const [drawn] = await renderZpl(format, preview)
      if (!drawn) throw new Error('nothing was drawn')
      expect(Buffer.from(drawn.bytes).toString('base64')).toBe(preview.bitsBase64)
      expect((await readWithZxing(drawn)).map(({ text }) => text)).toEqual([unitNumber('SY-20260304-A', serial)])
    }
  })
})

describe('labels', () => {
  test('are printed for the serials asked for, and never for a discarded unit', async () => {
    const printerId = await open()
    await kitchen.api.batches.discard({ requestId: newId(), batchId, units: 2, reason: 'broken' })
    expect((await print(printerId, '3, 5-6')).serials).toBe('003, 005–006')
    expect((await print(printerId)).serials).toBe('001–002, 004, 007–010')
    const refused = await refusal(print(printerId, '10-12'))
    expect(refused.fields).toEqual({
      serials: 'SY-20260304-A has no units 011–012 to label. Choose from 001–010.',
    })
  })

  test('that would not scan are refused, naming the field, and nothing is queued or sent', async () => {
    await open()
    const narrow = await addPrinter({ labelWidthMm: 40 })
    const refused = await refusal(print(narrow))
    expect(refused).toMatchObject({ code: 'rule_violation' })
    expect(Object.keys(refused.fields ?? {})).toEqual(['unitNumber'])
    expect(refused.message).toMatch(/^Nothing was printed\. The code of SY-20260304-A-012 needs .+ mm/)
    expect([await kitchen.api.labels.jobs({}), printer.connections]).toEqual([[], 0])
    const { problems } = await kitchen.api.labels.preview({ lotId, serial: 12, printerId: narrow })
    expect(problems.map(({ field }) => field)).toEqual(['unitNumber'])
  })

  test('with the lot number only fit where a unit’s number does not', async () => {
    await open()
    const narrow = await addPrinter({ labelWidthMm: 45 })
    const input = { requestId: newId(), lotId, printerId: narrow }
    expect(await refusal(kitchen.api.labels.print(input))).toMatchObject({ code: 'rule_violation' })
    expect(await kitchen.api.labels.print({ ...input, withUnit: false })).toMatchObject({ labels: 12 })
    await settled()
    const preview = await kitchen.api.labels.preview({ lotId, printerId: narrow })
    expect(new Set(printer.formats).size).toBe(1)
    const [drawn] = await renderZpl(printer.formats[0] ?? '', preview)
    expect((await readWithZxing(drawn ?? { ...preview, bytes: new Uint8Array() })).map(({ text }) => text)).toEqual([
      'SY-20260304-A',
    ])
  })

  test('of a unit that has one are printed again only with a reason, and keep its serial and both pictures', async () => {
    const printerId = await open()
    await print(printerId, '1-3')
    await settled()
    expect(await refusal(print(printerId, '3-4'))).toMatchObject({
      code: 'rule_violation',
      fields: { reason: expect.stringMatching(/^Labels of 003 were printed before/) },
    })
    const again = { requestId: newId(), lotId, printerId, serials: '3', reason: 'smudged' }
    expect(await kitchen.api.labels.print(again)).toMatchObject({ labels: 1, serials: '003' })
    expect(await settled()).toMatchObject({ state: 'sent', reason: 'smudged' })
    const [first, second] = [printer.formats[2], printer.formats[3]]
    expect([printer.formats.length, second]).toEqual([4, first])
    const kept = await kitchen.api.labels.asPrinted({ lotId, serial: 3 })
    const preview = await kitchen.api.labels.preview({ lotId, serial: 3, printerId })
    expect(kept).toMatchObject({ bitsBase64: preview.bitsBase64, reason: 'smudged', state: 'sent' })
    expect(await kitchen.api.labels.asPrinted({ lotId, serial: 9 })).toBeNull()
  })

  test('asked for twice with one request id are queued once', async () => {
    const printerId = await open()
    const input = { requestId: newId(), lotId, printerId }
    const first = await kitchen.api.labels.print(input)
    expect(await kitchen.api.labels.print(input)).toEqual(first)
    await settled()
    expect(printer.formats).toHaveLength(12)
  })

  test('keep what they say when the product is renamed before they are sent', async () => {
    const printerId = await open({ kind: 'refusing' })
    await print(printerId, '1')
    await settled()
    const before = (await kitchen.api.labels.preview({ lotId, serial: 1, printerId })).bitsBase64
    await kitchen.api.kitchen.save({ requestId: newId(), name: 'Another name', zone: 'UTC', lotFormat: 'date' })
    await printer.close()
    printer = await startFakePrinter({ kind: 'ok' }, printer.port)
    await kitchen.api.labels.retry({ requestId: newId(), jobId: (await job())?.id ?? 0 })
    await settled()
    const preview = await kitchen.api.labels.preview({ lotId, serial: 1, printerId })
    expect(preview.bitsBase64).not.toBe(before)
    const [drawn] = await renderZpl(printer.formats[0] ?? '', preview)
    expect(Buffer.from(drawn?.bytes ?? []).toString('base64')).toBe(before)
  })
})

describe('a printer', () => {
  test('that is off keeps its labels waiting with a sentence, until somebody tries again', async () => {
    const printerId = await open({ kind: 'refusing' })
    await print(printerId)
    const waiting = await settled()
    expect(waiting).toMatchObject({ state: 'waiting', labels: 12 })
    expect(waiting.problem).toMatch(/refused the connection\. Check the port/)
    await printer.close()
    printer = await startFakePrinter({ kind: 'ok' }, printer.port)
    await kitchen.api.labels.retry({ requestId: newId(), jobId: waiting.id })
    expect(await settled()).toMatchObject({ state: 'sent' })
    expect(printer.formats).toHaveLength(12)
  })

  test('that does not answer is given up in three seconds', async () => {
    const printerId = await open({ kind: 'black hole' })
    const begun = performance.now()
    const refused = await refusal(kitchen.api.labels.testPrinter({ requestId: newId(), printerId }))
    expect(refused.code).toBe('printer')
    expect(refused.message).toMatch(/did not answer\. Check that it is on and on the same network, then try again\.$/)
    expect(performance.now() - begun).toBeLessThan(5000)
  })

  test('that drops the connection leaves at most five labels in doubt; the person says which are good', async () => {
    const printerId = await open({ kind: 'reset after', bytes: 9000 })
    await print(printerId)
    const doubtful = await settled()
    expect(doubtful).toMatchObject({ state: 'to check', doubtful: '001–005' })
    expect(doubtful.problem).toMatch(/Check the printer and which labels came out/)
    const jobId = doubtful.id
    expect(await refusal(kitchen.api.labels.retry({ requestId: newId(), jobId }))).toMatchObject({
      code: 'invalid_input',
    })
    expect(await refusal(kitchen.api.labels.settle({ requestId: newId(), jobId, good: '1-6' }))).toMatchObject({
      code: 'invalid_input',
    })
    const before = printer.formats.length
    printer.become({ kind: 'ok' })
    expect(await kitchen.api.labels.settle({ requestId: newId(), jobId, good: '1-3' })).toEqual({ jobId, waiting: 2 })
    expect(await settled()).toMatchObject({ state: 'sent', doubtful: '' })
    expect(printer.formats.slice(before)).toHaveLength(9)
  })

  test('in the middle of a send when Traceberry stops leaves those labels in doubt', async () => {
    const printerId = await open({ kind: 'slow', pauseMs: 400 })
    await print(printerId)
    await vi.waitFor(async () => expect((await job())?.state).toBe('sending'), { interval: 5 })
    const { default: Database } = await import('better-sqlite3')
    await kitchen.restart(async () => {
      // What a power cut leaves: units journalled as on their way.
      const record = new Database(`${kitchen.dataDir}/traceberry.db`)
      record.exec(`UPDATE print_unit SET state = 'sending' WHERE serial <= 5`)
      record.close()
    })
    expect(await job()).toMatchObject({
      state: 'to check',
      doubtful: '001–005',
      problem: expect.stringMatching(/stopped/),
    })
  })

  test('takes a test label at once', async () => {
    const printerId = await open()
    expect(await kitchen.api.labels.testPrinter({ requestId: newId(), printerId })).toEqual({ sent: true })
    expect(printer.formats).toHaveLength(1)
  })

  test('loses the labels of a cancelled job and no others', async () => {
    const printerId = await open({ kind: 'refusing' })
    await print(printerId, '1-4')
    const { id: jobId } = await settled()
    expect(await kitchen.api.labels.cancel({ requestId: newId(), jobId })).toEqual({ jobId, dropped: 4 })
    expect(await job()).toMatchObject({ state: 'cancelled', problem: null })
  })

  test('names only the labels that were not cancelled', async () => {
    const printerId = await open({ kind: 'reset after', bytes: 9000 })
    await print(printerId)
    const { id: jobId } = await settled()
    await kitchen.api.labels.cancel({ requestId: newId(), jobId })
    await kitchen.api.labels.settle({ requestId: newId(), jobId, good: '1-5' })
    expect(await job()).toMatchObject({ state: 'printed', serials: '001–005', labels: 5 })
  })

  test('is asked nothing again after a restore: labels that waited then are in doubt', async () => {
    const printerId = await open({ kind: 'refusing' })
    await print(printerId, '1-4')
    await settled()
    const { name } = await kitchen.api.backups.make({ requestId: newId() })
    await kitchen.api.backups.restore({ requestId: newId(), name })
    expect(await job()).toMatchObject({ state: 'to check', doubtful: '001–004' })
  })

  test.each([
    ['no address', { address: '' }, 'address'],
    ['a web address', { address: 'http://printer/' }, 'address'],
    ['a port beyond 65535', { port: 70_000 }, 'port'],
    ['another resolution', { dpi: 250 }, 'dpi'],
    ['a label of nothing', { labelWidthMm: 0 }, 'labelWidthMm'],
    ['a name that is taken', { name: 'printer' }, 'name'],
  ])('with %s is refused at its field', async (_name, wrong, field) => {
    await open()
    const answer = await kitchen.raw('labels.savePrinter', {
      requestId: newId(),
      name: 'Other',
      address: '10.0.0.9',
      ...wrong,
    })
    expect(answer.ok ? [] : Object.keys(answer.error.fields ?? {})).toEqual([field])
  })
})

describe('codes that are printed', () => {
  test.each([
    ['jar', 57, 'SY-20260304-A-003'],
    ['jar-qr', 51, 'SY-20260304-A-003'],
    ['jar-datamatrix', 40, 'SY-20260304-A-003'],
    ['jar-gs1', 57, '010950600013435210SY-20260304-A\u001d21003'],
    ['jar-link', 57, 'https://id.gs1.org/01/09506000134352/10/SY-20260304-A/21/003'],
  ] as const)(
    'with layout %s lead back to the unit, however a scanner sends them',
    async (layout, labelWidthMm, read) => {
      await open()
      await giveGtin()
      const printerId = await addPrinter({ labelWidthMm })
      const label = await kitchen.api.labels.preview({ lotId, serial: 3, printerId, layout })
      expect(label.problems).toEqual([])
      const bytes = new Uint8Array(Buffer.from(label.bitsBase64, 'base64'))
      const [scan] = await scanWithZxing({ ...label, bytes })
      expect(scan?.text).toBe(read)
      const sent = scan?.text ?? ''
      // With its identifier, without, and without the separator, as a scanner that is a keyboard sends it.
      for (const text of [sent, `${scan?.identifier ?? ''}${sent}`, sent.replaceAll('\u001d', '')]) {
        const [found] = await kitchen.api.trace.find({ text })
        expect(found).toMatchObject({ kind: 'unit', serial: 3, label: 'SY-20260304-A-003' })
      }
    },
  )

  test('that name allergens say what the batch had, and do not print once the recipe has others', async () => {
    await open()
    const wide = await addPrinter({ labelWidthMm: 101 })
    const [sugar] = await kitchen.api.pantry.ingredients({})
    const itemId = sugar?.id ?? 0
    const order = { lotId, printerId: wide, layout: 'full-qr' } as const
    const unknown = await refusal(kitchen.api.labels.print({ requestId: newId(), ...order }))
    expect(Object.keys(unknown.fields ?? {})).toEqual(['ingredients'])
    await kitchen.api.facts.save({ requestId: newId(), itemId, contains: [] })
    lotId = (await makeBatch(kitchen.api, 2, { made: 3 })).lotId
    expect((await kitchen.api.labels.preview({ ...order, lotId })).problems).toEqual([])
    await kitchen.api.facts.save({ requestId: newId(), itemId, contains: ['milk'] })
    const refused = await refusal(kitchen.api.labels.print({ requestId: newId(), ...order, lotId }))
    expect(refused.fields?.['contains']).toMatch(
      /^By what is known now, SY-20260304-B contains Milk \(Sugar from Costco Main St\)/,
    )
    expect([await kitchen.api.labels.jobs({}), printer.connections]).toEqual([[], 0])
  })

  test('as GS1 are refused at the GTIN where the product has none', async () => {
    const printerId = await open()
    const refused = await refusal(kitchen.api.labels.print({ requestId: newId(), lotId, printerId, layout: 'jar-gs1' }))
    expect([refused.code, Object.keys(refused.fields ?? {}), printer.connections]).toEqual([
      'rule_violation',
      ['gtin'],
      0,
    ])
  })

  test('stand beside what the kitchen’s state asks, with what is missing and how sure that is', async () => {
    const printerId = await open()
    await kitchen.api.kitchen.save({ requestId: newId(), name: 'Syrups', zone: 'UTC', lotFormat: 'date' })
    expect((await kitchen.api.labels.preview({ lotId, printerId })).asked).toBeNull()
    await kitchen.api.rules.choose({ requestId: newId(), state: 'OH' })
    const { asked } = await kitchen.api.labels.preview({ lotId, printerId })
    expect(asked?.state).toBe('Ohio')
    expect(asked?.missing).toContain('the statement “This product is home produced.”')
    expect(asked?.source).toMatch(/Statement: read in the law/)
    const wide = await addPrinter({ labelWidthMm: 101 })
    const full = await kitchen.api.labels.preview({ lotId, printerId: wide, layout: 'full-qr' })
    expect(full.asked?.missing).not.toContain('the statement “This product is home produced.”')
    expect(JSON.stringify(full)).not.toMatch(/compliant/i)
  })
})

describe('a preview', () => {
  beforeEach(async () => {
    await open()
  })

  test('of the lot alone carries the lot’s code', async () => {
    const { widthDots, heightDots, bitsBase64, problems } = await kitchen.api.labels.preview({ lotId })
    expect([widthDots, heightDots, problems]).toEqual([456, 256, []])
    const bytes = new Uint8Array(Buffer.from(bitsBase64, 'base64'))
    expect((await readWithZxing({ widthDots, heightDots, bytes })).map(({ text }) => text)).toEqual(['SY-20260304-A'])
  })

  test('of something that was bought is refused', async () => {
    expect(await refusal(kitchen.api.labels.preview({ lotId: 1 }))).toMatchObject({ code: 'invalid_input' })
  })
})
