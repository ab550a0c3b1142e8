import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LabelChoice } from '../../shared/api/labelChoice.ts'
import type { Bitmap } from '../../shared/labels/bitmap.ts'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { type FakePrinter, startFakePrinter } from '../support/fakePrinter.ts'
import { newId, openKitchen, type TestKitchen } from '../support/kitchen.ts'
import { contentOf, jarLabel } from '../support/labels.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'
import { hasDmtx, hasZbar, readEachWithDmtx, readEachWithZbar, readWithZxing } from '../support/symbolReaders.ts'
import { renderZpl } from '../support/zplRenderer.ts'

/* A batch is printed, what came out is drawn by an interpreter that is not ours, and two decoders read every symbol. */

const isFull = process.env['PRINT_FULL'] !== undefined
const GTIN = '9506000134352'

let kitchen: TestKitchen
let printer: FakePrinter
beforeEach(async () => {
  kitchen = await openKitchen()
  printer = await startFakePrinter()
  await receiveLot(kitchen.api, { quantity: '1000 lb' })
})
afterEach(async () => {
  await kitchen.close()
  await printer.close()
})

async function addPrinter(dpi: 203 | 300, mm: readonly [number, number] = [57, 32]): Promise<number> {
  const [labelWidthMm, labelHeightMm] = mm
  const at = { address: printer.host, port: printer.port }
  return (await kitchen.api.labels.savePrinter({ requestId: newId(), name: 'Printer', ...at, dpi, labelWidthMm, labelHeightMm })).id // prettier-ignore
}

async function drained(count: number): Promise<void> {
  await vi.waitFor(() => expect(printer.formats).toHaveLength(count), { timeout: 60_000, interval: 20 })
  await vi.waitFor(async () => expect((await kitchen.api.labels.jobs({}))[0]?.state).toBe('sent'))
}

/** What each label says, by both decoders where the second is installed. */
async function codesOf(bitmaps: readonly Bitmap[], matrix: boolean): Promise<string[]> {
  const first: string[] = []
  for (const bitmap of bitmaps) first.push((await readWithZxing(bitmap)).map(({ text }) => text).join(' and '))
  const second = matrix
    ? hasDmtx() && readEachWithDmtx(bitmaps).map(withoutFnc1)
    : hasZbar() && readEachWithZbar(bitmaps).map(withoutFnc1)
  if (second) expect(second).toEqual(first)
  return first
}

/** Some readers send the leading FNC1 as GS. */
function withoutFnc1(text: string): string {
  return text.startsWith('\u001d') ? text.slice(1) : text
}

const batches: readonly (readonly [layout: LabelChoice, dpi: 203 | 300, units: number])[] = isFull
  ? [
      ['jar', 203, 300],
      ['jar', 300, 300],
      ['jar-qr', 203, 300],
      ['jar-datamatrix', 203, 300],
      ['jar-gs1', 300, 300],
      ['jar-qr', 300, 24],
      ['jar-datamatrix', 300, 24],
      ['jar-gs1', 203, 24],
      ['jar-link', 203, 24],
      ['jar-link', 300, 24],
    ]
  : [
      ['jar', 203, 12],
      ['jar-gs1', 300, 6],
    ]

test.each(batches)(
  '%s at %d dpi: %d labels, each once, in order, equal to the record by two decoders',
  { timeout: 600_000 },
  async (layout, dpi, units) => {
    const productId = await addProduct(kitchen.api, { pack: { gtin: GTIN } })
    const { lotId, lotNumber } = await makeBatch(kitchen.api, productId, { made: units })
    const printerId = await addPrinter(dpi)
    await kitchen.api.labels.print({ requestId: newId(), lotId, printerId, layout })
    await drained(units)
    const drawn: Bitmap[] = []
    for (const format of printer.formats)
      drawn.push(
        ...(await renderZpl(format, await kitchen.api.labels.preview({ lotId, serial: 1, printerId, layout }))),
      )
    const recorded = Array.from({ length: units }, (_, at) => sayings[layout]?.(lotNumber, at + 1))
    expect(await codesOf(drawn, /gs1|datamatrix/.test(layout))).toEqual(recorded)
  },
)

const serial = (number: number) => String(number).padStart(3, '0')
const sayings: Partial<Record<LabelChoice, (lot: string, unit: number) => string>> = {
  jar: unitNumber,
  'jar-qr': unitNumber,
  'jar-datamatrix': unitNumber,
  'jar-gs1': (lot, unit) => `010${GTIN}10${lot}\u001d21${serial(unit)}`,
  'jar-link': (lot, unit) => `https://id.gs1.org/01/0${GTIN}/10/${lot}/21/${serial(unit)}`,
}

test('several lots in one job: the labels of a delivery’s cases say each its own', { timeout: 60_000 }, async () => {
  const { api } = kitchen
  const first = await makeBatch(api, await addProduct(api), { made: 24 })
  const second = await makeBatch(api, await addProduct(api, { name: 'Jelly', code: 'JE' }), { made: 12 })
  const { shipmentId } = await api.shipping.send({
    requestId: newId(),
    place: 'Store',
    sentOn: '2026-03-07',
    lines: [
      { lotId: first.lotId, units: 12, serials: '' },
      { lotId: second.lotId, units: 12, serials: '' },
    ],
  })
  const printerId = await addPrinter(203, [101, 152])
  for (const thing of [
    { kind: 'delivery', id: shipmentId },
    { kind: 'batchCases', id: first.batchId, perCase: 6 },
    { kind: 'case', id: shipmentId },
    { kind: 'commands' },
  ] as const) {
    const shown = await api.cards.preview({ thing, printerId })
    const before = printer.formats.length
    await api.cards.print({ requestId: newId(), thing, printerId })
    await drained(before + shown.labels.length)
    const drawn: Bitmap[] = []
    for (const format of printer.formats.slice(before)) drawn.push(...(await renderZpl(format, shown.labels[0] ?? { widthDots: 1, heightDots: 1 }))) // prettier-ignore
    const read: string[] = []
    for (const bitmap of drawn) read.push(...(await readWithZxing(bitmap)).map(({ text }) => text))
    expect(read).toEqual(shown.labels.map(({ code }) => code))
    expect(new Set(read).size).toBe(shown.labels.length)
  }
})

test('a label with another unit’s code is found by this: the check can fail', async () => {
  const label = { widthMm: 57, heightMm: 32, dpi: 203 } as const
  const numbers = [1, 2, 3].map((unit) => unitNumber('SJ-20260304-A', unit))
  const wrong = ['SJ-20260304-A-001', 'SJ-20260304-A-003', 'SJ-20260304-A-003']
  const drawn = wrong.map((each) => jarLabel(label, contentOf({ unitNumber: each })).bitmap)
  expect(await codesOf(drawn, false)).not.toEqual(numbers)
})

test(
  '300 labels are queued and sent in ten seconds, and nothing else waits for more than a tenth',
  { timeout: 120_000 },
  async () => {
    const units = isFull ? 300 : 60
    const tries = []
    for (let run = 0; run < 3; run += 1) {
      const productId = await addProduct(kitchen.api, { name: `Syrup ${run}`, code: `S${run}` })
      const { lotId } = await makeBatch(kitchen.api, productId, { made: units })
      const [known] = await kitchen.api.labels.printers({})
      const printerId = known?.id ?? (await addPrinter(203))
      const before = printer.formats.length
      const loop = monitorEventLoopDelay({ resolution: 5 })
      loop.enable()
      const begun = performance.now()
      await kitchen.api.labels.print({ requestId: newId(), lotId, printerId })
      await drained(before + units)
      loop.disable()
      tries.push({ perLabel: (performance.now() - begun) / units, longest: loop.percentile(99.5) / 1e6 })
      // A machine that does other work as well gets another try.
      if (!isFull || tries.some(({ perLabel, longest }) => perLabel < 10_000 / 300 && longest < 100)) break
    }
    // In the short form all are sent, and nothing is timed.
    if (!isFull) return
    process.stdout.write(`${units} labels: ${JSON.stringify(tries)}\n`)
    expect(Math.min(...tries.map(({ perLabel }) => perLabel * 300))).toBeLessThan(10_000)
    expect(Math.min(...tries.map(({ longest }) => longest))).toBeLessThan(100)
  },
)
