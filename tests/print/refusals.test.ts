import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LabelDesign } from '../../shared/api/labelDesign.ts'
import { type FakePrinter, startFakePrinter } from '../support/fakePrinter.ts'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

/* Every reason for which labels are refused, each through the whole app to a printer that counts bytes: none comes. */

let kitchen: TestKitchen
let printer: FakePrinter
let lotId: number
let sugar: number
beforeEach(async () => {
  kitchen = await openKitchen()
  printer = await startFakePrinter()
  sugar = (await receiveLot(kitchen.api)).itemId
  const productId = await addProduct(kitchen.api, { name: 'Syrup of a long name that goes on and on' })
  await kitchen.api.facts.save({ requestId: newId(), itemId: sugar, contains: [] })
  lotId = (await makeBatch(kitchen.api, productId)).lotId
})
afterEach(async () => {
  expect([printer.connections, printer.received(), await kitchen.api.labels.jobs({})]).toEqual([0, '', []])
  await kitchen.close()
  await printer.close()
})

type Element = LabelDesign['elements'][number]

const place = (xMm: number, yMm: number, widthMm: number, heightMm: number) => ({ xMm, yMm, widthMm, heightMm })
const text = (change: Partial<Extract<Element, { kind: 'text' }>> = {}): Element => ({
  kind: 'text',
  field: 'lotNumber',
  place: place(2, 2, 40, 4),
  turn: 0,
  sizeMm: 2.5,
  minSizeMm: 2,
  weight: 'regular',
  align: 'left',
  maxLines: 1,
  ...change,
})
const code = (change: Partial<Extract<Element, { kind: 'symbol' }>> = {}): Element => ({
  kind: 'symbol',
  symbology: 'qr',
  field: 'code',
  place: place(2, 10, 20, 20),
  turn: 0,
  indentMm: 0,
  maxModuleMm: 0.5,
  ...change,
})

/** Prints with a label of these elements. @returns the fields at which it is refused */
async function refusedFields(elements: readonly Element[], printerHas: { marginMm?: number } = {}): Promise<string[]> {
  const { api } = kitchen
  const design: LabelDesign = { version: 1, name: 'Mine', purpose: 'unit', widthMm: 57, heightMm: 32, shape: 'rectangle', elements: [...elements] } // prettier-ignore
  const { designId } = await api.designs.save({ requestId: newId(), design })
  const at = { name: 'Printer', address: printer.host, port: printer.port }
  const { id: printerId } = await api.labels.savePrinter({ requestId: newId(), ...at, ...printerHas })
  const refused = await refusal(api.labels.print({ requestId: newId(), lotId, printerId, layout: `own-${designId}` }))
  expect(refused).toMatchObject({ code: 'rule_violation', message: expect.stringMatching(/^Nothing was printed\. /) })
  return Object.keys(refused.fields ?? {})
}

const cases: readonly (readonly [
  what: string,
  elements: readonly Element[],
  fields: readonly string[],
  has?: { marginMm?: number },
])[] = [
  ['bars thinner than 0.16 mm', [code({ symbology: 'code128', place: place(2, 10, 25, 12) })], ['unitNumber']],
  ['modules smaller than 0.33 mm', [code({ place: place(2, 10, 8, 8) })], ['unitNumber']],
  ['no room for the white around bars', [code({ symbology: 'code128', place: place(2, 10, 50, 12) })], ['unitNumber']],
  ['a code over another', [code(), code({ place: place(10, 8, 20, 20), field: 'lotNumber' })], ['lotNumber']],
  ['words over words', [text(), text({ field: 'product', place: place(2, 3, 50, 6), maxLines: 3, sizeMm: 2 })], ['product']], // prettier-ignore
  [
    'a line in the white around a code',
    [code({ place: place(2, 10, 14.5, 14.5) }), { kind: 'line', place: place(2.5, 12, 0.5, 8) }],
    ['line'],
  ],
  ['ink where the head does not reach', [text({ place: place(0, 2, 40, 4) })], ['lotNumber'], { marginMm: 3 }],
  ['ink over the edge', [text({ place: place(50, 2, 40, 4) })], ['lotNumber']],
  ['words that do not fit', [text({ field: 'product', place: place(2, 2, 12, 3) })], ['product']],
  ['a character that the font has not', [text({ field: 'text', text: 'Jam \u{1f353}' })], ['text']],
  ['a GS1 code of a lot without a GTIN', [code({ symbology: 'gs1-datamatrix' })], ['gtin']],
]

test.for(cases)('%s: refused at its field, and no byte leaves', async ([, elements, fields, has]) => {
  expect(await refusedFields(elements, has)).toEqual(fields)
})

test('the statement of the state below its size is refused', async () => {
  await kitchen.api.rules.choose({ requestId: newId(), state: 'OH' })
  expect(await refusedFields([text({ field: 'statement', place: place(2, 2, 30, 4), maxLines: 2 })])).toEqual([
    'statement',
  ])
})

test('allergens that are not those of the recipe any more are refused', async () => {
  await kitchen.api.facts.save({ requestId: newId(), itemId: sugar, contains: ['soy'] })
  expect(await refusedFields([text({ field: 'ingredients', place: place(2, 2, 50, 10), maxLines: 4 })])).toEqual([
    'contains',
  ])
})
