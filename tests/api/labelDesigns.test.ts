import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { starters } from '../../shared/api/designs.ts'
import type { LabelDesign } from '../../shared/api/labelDesign.ts'
import { migrateLabelFile, readLabelFile, writeLabelFile } from '../../shared/api/labelFile.ts'
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
    name: `Printer ${labelWidthMm}`,
    address: printer.host,
    port: printer.port,
    labelWidthMm,
    labelHeightMm,
  })
  return id
}

async function save(design: LabelDesign, designId?: number) {
  return await kitchen.api.designs.save({ requestId: newId(), design, designId: designId ?? null })
}

async function starter(name: (typeof starters)[number]): Promise<LabelDesign> {
  return (await kitchen.api.designs.starter({ starter: name })).design
}

/** The strawberry jam of the golden story. */
async function jam(): Promise<{ lotId: number }> {
  const [unit] = await kitchen.api.trace.find({ text: 'SJ-20260304-A-017' })
  const { lots } = await kitchen.api.batches.get({ batchId: unit?.id ?? 0 })
  return { lotId: lots[0]?.lotId ?? 0 }
}

async function printed(count: number): Promise<void> {
  await vi.waitFor(() => expect(printer.formats).toHaveLength(count), { timeout: 10_000 })
  await vi.waitFor(async () => expect((await kitchen.api.labels.jobs({}))[0]?.state).toBe('sent'))
}

test('every starter draws what is real and what is longest at both heads, and scans', async () => {
  for (const name of starters) {
    const design = await starter(name)
    const samples = await kitchen.api.designs.samples({ purpose: design.purpose })
    expect(samples.length).toBeGreaterThan(0)
    for (const dpi of [203, 300] as const)
      for (const { says } of samples) {
        const { problems, faults, warnings, bitsBase64, ...size } = await kitchen.api.designs.draw({
          design,
          says,
          dpi,
        })
        const stopping = faults.filter(({ stops }) => stops)
        expect([problems, stopping], `${name} at ${dpi} dpi`).toEqual([[], []])
        expect(new Set(faults.map(({ message }) => message))).toEqual(new Set(warnings))
        const read = await readWithZxing({ ...size, bytes: new Uint8Array(Buffer.from(bitsBase64, 'base64')) })
        expect(read.map(({ text }) => text)).toEqual([says.unitNumber ?? says.lotNumber ?? says.payload])
      }
  }
}, 90_000)

test('a label designed here prints as it is previewed, and stays known when it is changed', async () => {
  const printerId = await addPrinter()
  const { lotId } = await jam()
  const mine = { ...(await starter('jar-qr')), name: 'Mine' }
  const { designId, version } = await save(mine)
  expect(version).toBe(1)
  const layout = `own-${designId}` as const
  const preview = await kitchen.api.labels.preview({ lotId, serial: 5, printerId, layout })
  expect(preview.problems).toEqual([])
  await kitchen.api.labels.print({ requestId: newId(), lotId, printerId, serials: '5', layout, reason: 'new label' })
  await printed(1)
  const [drawn] = await renderZpl(printer.formats[0] ?? '', preview)
  expect(Buffer.from(drawn?.bytes ?? []).toString('base64')).toBe(preview.bitsBase64)

  const second = { ...mine, elements: mine.elements.slice(1) }
  expect(await save(second, designId)).toMatchObject({ designId, version: 2 })
  expect(await kitchen.api.labels.asPrinted({ lotId, serial: 5 })).toMatchObject({
    label: 'Mine, version 1',
    bitsBase64: preview.bitsBase64,
  })
  const { versions } = await kitchen.api.designs.get({ designId })
  expect(versions.map((each) => [each.version, each.printed])).toEqual([
    [2, 0],
    [1, 1],
  ])
  expect((await kitchen.api.designs.get({ designId, version: 1 })).design.elements).toHaveLength(mine.elements.length)
  expect(await kitchen.api.designs.list({})).toMatchObject([{ id: designId, version: 2, printed: 1 }])
  await kitchen.api.designs.remove({ requestId: newId(), designId })
  expect(await kitchen.api.designs.list({})).toEqual([])
  expect(await kitchen.api.labels.asPrinted({ lotId, serial: 5 })).toMatchObject({ label: 'Mine, version 1' })
  const gone = await refusal(kitchen.api.labels.preview({ lotId, printerId, layout }))
  expect(gone.fields).toEqual({ layout: 'This label is not on the list any more. Choose another.' })
})

test('a label for another roll or another thing is refused at its field, and no byte is sent', async () => {
  const printerId = await addPrinter(101.6, 50.8)
  const { lotId } = await jam()
  const { designId } = await save({ ...(await starter('jar')), name: 'For jars' })
  const wrongRoll = await refusal(
    kitchen.api.labels.print({ requestId: newId(), lotId, printerId, layout: `own-${designId}`, reason: 'try' }),
  )
  expect(wrongRoll.fields?.['size']).toBe(
    '“For jars” is made for labels of 57.15 × 31.75 mm, and those in this printer are 101.6 × 50.8 mm. Choose another label or another printer.',
  )
  const bag = await save({ ...(await starter('bag')), name: 'For bags' })
  const wrongThing = await refusal(
    kitchen.api.labels.preview({ lotId, printerId, layout: `own-${bag.designId}` as const }),
  )
  expect(wrongThing.fields).toEqual({ layout: '“For bags” is a label for something else. Choose another.' })
  expect([
    printer.connections,
    (await kitchen.api.labels.jobs({})).filter(({ printer: on }) => on === 'Printer 101.6'),
  ]).toEqual([0, []])
})

test('what is wrong is said of the field of the design that it is in', async () => {
  const design = await starter('jar-qr')
  const [sample] = await kitchen.api.designs.samples({ purpose: 'unit' })
  if (!sample) throw new Error('no sample')
  const text = design.elements.findIndex((element) => element.kind === 'text' && element.field === 'product')
  const code = design.elements.findIndex((element) => element.kind === 'symbol')
  const moved = design.elements.map((element, at) =>
    at === text ? { ...element, place: { ...element.place, xMm: 50 } } : element,
  )
  const drawn = await kitchen.api.designs.draw({ design: { ...design, elements: moved }, says: sample.says, dpi: 203 })
  expect(drawn.faults.map(({ element }) => element)).toContain(text)
  expect(drawn.problems.map(({ field }) => field)).toContain('product')
  const onCode = design.elements.map((element, at) =>
    at === text ? { ...element, place: { ...element.place, xMm: 40, widthMm: 15, yMm: 14 } } : element,
  )
  const over = await kitchen.api.designs.draw({ design: { ...design, elements: onCode }, says: sample.says, dpi: 203 })
  expect(over.faults.map(({ element }) => element)).toEqual(expect.arrayContaining([text, code]))
  expect(over.faults.find(({ element }) => element === code)?.message).toMatch(/is printed into the code of/)
  const atEdge = { design, says: sample.says, dpi: 203, marginMm: 4 } as const
  expect((await kitchen.api.designs.draw(atEdge)).problems.map(({ message }) => message).join(' ')).toMatch(
    /reaches into the 4 mm at the edge that this printer cannot print/,
  )
})

test('a name is taken once, and a file comes in again beside it', async () => {
  const design = { ...(await starter('lid')), name: 'Jalapeño lid' }
  const { designId } = await save(design)
  expect((await refusal(save({ ...design, name: 'JALAPEÑO LID' }))).fields).toEqual({
    'design.name': 'There is a label called “JALAPEÑO LID” already. Choose another name.',
  })
  await kitchen.api.designs.remove({ requestId: newId(), designId })
  expect(await kitchen.api.designs.list({})).toEqual([])
  const other = await save(design)
  expect((await refusal(kitchen.api.designs.bringBack({ requestId: newId(), designId }))).fields).toEqual({
    designId: 'There is another label called “Jalapeño lid” now. Give that one another name first.',
  })
  await kitchen.api.designs.remove({ requestId: newId(), designId: other.designId })
  await kitchen.api.designs.bringBack({ requestId: newId(), designId })
  expect((await kitchen.api.designs.list({})).map(({ id }) => id)).toEqual([designId])

  const file = await kitchen.api.designs.file({ designId })
  expect(file.name).toBe('Jalapeño lid.traceberry-label')
  const text = Buffer.from(file.base64, 'base64').toString('utf8')
  const taken = await kitchen.api.designs.take({ requestId: newId(), text })
  expect(taken.name).toBe('Jalapeño lid 2')
  expect((await kitchen.api.designs.get({ designId: taken.designId })).design).toEqual({ ...design, name: taken.name })
})

test('hostile and foreign files are refused with a sentence, and nothing is kept', async () => {
  const good = JSON.parse(writeLabelFile(await starter('jar'))) as { version: number; label: Record<string, unknown> }
  const files = [
    '',
    'not json',
    '[]',
    '{"format":"traceberry-label"}',
    JSON.stringify({ ...good, version: 2 }),
    JSON.stringify({ ...good, extra: 1 }),
    JSON.stringify({ ...good, label: { ...good.label, widthMm: 1e9 } }),
    JSON.stringify({ ...good, label: { ...good.label, widthMm: 'NaN' } }),
    JSON.stringify({ ...good, label: { ...good.label, name: 'a\u202eb' } }),
    JSON.stringify({
      ...good,
      label: { ...good.label, elements: Array.from({ length: 100 }, () => ({ kind: 'line' })) },
    }),
    JSON.stringify({ ...good, label: { ...good.label, elements: [{ kind: 'script', src: 'x' }] } }),
    '['.repeat(100_000),
  ]
  for (const text of files) {
    const refused = await refusal(kitchen.api.designs.take({ requestId: newId(), text }))
    expect(refused.fields?.['text']).toMatch(/^This file was not taken\. .+ Choose another file/)
  }
  expect(readLabelFile(' '.repeat(2_000_001))).toMatchObject({ ok: false })
  expect(await kitchen.api.designs.list({})).toEqual([])
  const polluting = JSON.stringify(good).replace('"label":', '"__proto__":{"polluted":true},"label":')
  expect(readLabelFile(polluting)).toEqual({ ok: true, design: good.label })
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

test('older files are brought forward one version at a time', () => {
  const steps = [
    (file: Readonly<Record<string, unknown>>) => ({ ...file, two: file['one'] }),
    (file: Readonly<Record<string, unknown>>) => ({ ...file, three: file['two'] }),
  ]
  expect(migrateLabelFile({ version: 1, one: 'x' }, steps)).toEqual({ version: 3, one: 'x', two: 'x', three: 'x' })
  expect(migrateLabelFile({ version: 2, two: 'y' }, steps)).toEqual({ version: 3, two: 'y', three: 'y' })
})
