import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LabelledThing } from '../../shared/api/cards.ts'
import { readUnitCode } from '../../shared/domain/loadOut.ts'
import { showRanges } from '../../shared/domain/serialRange.ts'
import { commandCards, readCommandCard, readThingCode } from '../../shared/domain/thingCode.ts'
import { type FakePrinter, startFakePrinter } from '../support/fakePrinter.ts'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { readWithZxing } from '../support/symbolReaders.ts'
import { renderZpl } from '../support/zplRenderer.ts'

let kitchen: TestKitchen
let printer: FakePrinter
beforeEach(async () => {
  kitchen = await openKitchen({ demo: true })
  printer = await startFakePrinter()
})
afterEach(async () => {
  await kitchen.close()
  await printer.close()
})

async function addPrinter(labelWidthMm = 57, labelHeightMm = 32): Promise<number> {
  const { id } = await kitchen.api.labels.savePrinter({
    requestId: newId(),
    name: `Printer ${labelWidthMm} × ${labelHeightMm}`,
    address: printer.host,
    port: printer.port,
    labelWidthMm,
    labelHeightMm,
  })
  return id
}

/** One thing of each kind that the demo kitchen has, and one person and one kettle. */
async function things(): Promise<LabelledThing[]> {
  const { api } = kitchen
  const person = await api.crew.savePerson({ requestId: newId(), name: 'Anna Müller', active: true })
  const kettle = await api.crew.saveEquipment({
    requestId: newId(),
    name: 'Copper kettle',
    kind: 'equipment',
    cleanEveryDays: 7,
    active: true,
  })
  const [ingredient] = await api.pantry.ingredients({})
  const [product] = await api.products.list({})
  const [place] = await api.directory.places({})
  const { rows } = await api.shipping.list({})
  const shipment = rows.find((row) => row.placeId !== null)?.id
  return [
    { kind: 'bag', id: 1 },
    { kind: 'item', id: ingredient?.id },
    { kind: 'item', id: product?.id },
    { kind: 'recipe', id: product?.id },
    { kind: 'place', id: place?.id },
    { kind: 'person', id: person.id },
    { kind: 'equipment', id: kettle.id },
    { kind: 'delivery', id: shipment },
    { kind: 'case', id: shipment },
    { kind: 'batchCases', id: (await api.shipping.stock({}))[0]?.batchId, perCase: 6 },
    { kind: 'commands' },
  ]
}

test('the label of every thing prints as previewed, and its code means that thing', async () => {
  const roll = await addPrinter()
  const parcels = await addPrinter(101.6, 152.4)
  let before = 0
  for (const thing of await things()) {
    const printerId = ['recipe', 'delivery', 'case', 'batchCases'].includes(thing.kind) ? parcels : roll
    const preview = await kitchen.api.cards.preview({ thing, printerId })
    expect([thing.kind, preview.problems]).toEqual([thing.kind, []])
    const { labels } = await kitchen.api.cards.print({ requestId: newId(), thing, printerId })
    expect(labels).toBe(preview.labels.length)
    await vi.waitFor(() => expect(printer.formats).toHaveLength(before + labels), { timeout: 10_000 })
    for (const [at, label] of preview.labels.entries()) {
      const [drawn] = await renderZpl(printer.formats[before + at] ?? '', label)
      if (!drawn) throw new Error('nothing was drawn')
      expect(Buffer.from(drawn.bytes).equals(Buffer.from(label.bitsBase64, 'base64'))).toBe(true)
      const [symbol] = await readWithZxing(drawn)
      expect(symbol?.text).toBe(label.code)
      expect(await meaningOf(label.code)).toMatch(meant[thing.kind])
    }
    before += labels
  }
})

const meant: Readonly<Record<LabelledThing['kind'], RegExp>> = {
  bag: /^found lot 1$/,
  item: /^(ingredient|product)$/,
  recipe: /^recipe$/,
  place: /^place$/,
  person: /^card P-\d+$/,
  equipment: /^card E-\d+$/,
  delivery: /^shipment$/,
  case: /^found batch \d+$/,
  batchCases: /^found batch \d+$/,
  commands: /^command TB-[A-Z]+$/,
}

/** What the app takes a scanned text for. */
async function meaningOf(code: string): Promise<string> {
  const command = readCommandCard(code)
  if (command) return `command ${command}`
  const thing = readThingCode(code)
  if (thing) return thing.kind
  if (/^[PE]-\d+$/.test(code)) return `card ${code}`
  const [found] = await kitchen.api.trace.find({ text: code })
  return `found ${found?.kind ?? 'nothing'} ${found?.id ?? ''}`
}

test('a case holds the units that its label names, also when it goes out', async () => {
  const { api } = kitchen
  const [lot] = await api.shipping.stock({})
  if (!lot) throw new Error('nothing is on hand')
  const preview = await api.cards.preview({ thing: { kind: 'batchCases', id: lot.batchId, perCase: 6 } })
  const cases = preview.labels.map(({ code }) => readUnitCode(code, [lot]))
  expect(cases.map((each) => each?.units)).toEqual([
    ...Array<number>(Math.floor(lot.onHand / 6)).fill(6),
    ...(lot.onHand % 6 === 0 ? [] : [lot.onHand % 6]),
  ])
  const ranges = cases.flatMap((each) => each?.ranges ?? [])
  expect(showRanges(ranges)).toBe(lot.serials)
  const tiny = await addPrinter(20, 10)
  const small = await api.cards.preview({
    thing: { kind: 'batchCases', id: lot.batchId, perCase: 1 },
    printerId: tiny,
  })
  const said = small.problems.map(({ field, message }) => `${field} ${message}`)
  expect(said.length).toBeGreaterThan(0)
  expect(new Set(said).size).toBe(said.length)
  const [first] = cases
  const serials = showRanges(first?.ranges ?? [])
  const line = { lotId: lot.lotId, units: first?.units ?? 0, serials }
  const { shipmentId, lines } = await api.shipping.send({
    requestId: newId(),
    place: 'Co-op',
    sentOn: '2026-03-08',
    lines: [line],
  })
  expect(lines).toMatchObject([{ units: 6, serials }])
  const sent = await api.cards.preview({ thing: { kind: 'case', id: shipmentId } })
  expect(sent.labels.map(({ code }) => code)).toEqual([preview.labels[0]?.code])
})

test('copies come out beside each other, and the queue says what they are of', async () => {
  const printerId = await addPrinter()
  const { jobId, title } = await kitchen.api.cards.print({
    requestId: newId(),
    thing: { kind: 'commands' },
    printerId,
    copies: 2,
  })
  expect(title).toBe('Cards of commands')
  await kitchen.api.kitchen.speak({ requestId: newId(), language: 'es' })
  // The screen speaks Spanish; what is queued stays as the printer and the record have it.
  expect((await kitchen.api.cards.preview({ thing: { kind: 'commands' } })).title).toBe('Tarjetas de órdenes')
  await kitchen.api.kitchen.speak({ requestId: newId(), language: 'en' })
  await vi.waitFor(() => expect(printer.formats).toHaveLength(2 * commandCards.length), { timeout: 10_000 })
  expect(printer.formats[0]).toBe(printer.formats[1])
  await vi.waitFor(async () => {
    const job = (await kitchen.api.labels.jobs({})).find(({ id }) => id === jobId)
    expect(job).toMatchObject({ lotNumber: title, product: '', labels: 2 * commandCards.length, state: 'sent' })
  })
  expect(new Set(printer.formats).size).toBe(commandCards.length)
})

test('a thing that is not there, and a card that does not fit, send no byte', async () => {
  const tiny = await addPrinter(20, 10)
  const missing = await refusal(
    kitchen.api.cards.print({ requestId: newId(), thing: { kind: 'place', id: 999 }, printerId: tiny }),
  )
  expect(missing.code).toBe('not_found')
  const small = await refusal(
    kitchen.api.cards.print({ requestId: newId(), thing: { kind: 'recipe', id: 1 }, printerId: tiny }),
  )
  expect(small.code).toBe('rule_violation')
  expect(Object.keys(small.fields ?? {}).length).toBeGreaterThan(0)
  expect(printer.connections).toBe(0)
})
