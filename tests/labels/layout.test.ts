import { expect, test } from 'vitest'
import { isBlack } from '../../shared/labels/bitmap.ts'
import type { SymbolElement, LabelSize, Place, TextElement } from '../../shared/labels/template.ts'
import { contentOf, labelOf } from '../support/labels.ts'
import { readWithZxing } from '../support/symbolReaders.ts'

const lotOnly = contentOf({ unitNumber: null })
const size = (widthMm: number, heightMm = 25.4, dpi = 203): LabelSize => ({ widthMm, heightMm, dpi })
const place = (xMm: number, yMm: number, widthMm: number, heightMm: number): Place => ({ xMm, yMm, widthMm, heightMm })

function code(at: Place, change: Partial<SymbolElement> = {}): SymbolElement {
  return {
    kind: 'symbol',
    symbology: 'code128',
    field: 'code',
    place: at,
    indentMm: 3,
    maxModuleMm: 0.5,
    ...change,
  }
}

function text(field: TextElement['field'], at: Place, change: Partial<TextElement> = {}): TextElement {
  return {
    kind: 'text',
    field,
    place: at,
    sizeMm: 5,
    minSizeMm: 2,
    weight: 'bold',
    align: 'left',
    maxLines: 1,
    ...change,
  }
}

test.each([
  ['a unit at 203 dpi, two dots a module', 55, 54.9, 203, contentOf()],
  ['a lot at 203 dpi, two dots a module', 44, 43.9, 203, lotOnly],
  ['a unit at 300 dpi, two dots a module of 0.169 mm', 37.26, 37.2, 300, contentOf()],
  ['a lot at 300 dpi, two dots a module of 0.169 mm', 29.81, 29.7, 300, lotOnly],
  ['a unit at 600 dpi, four dots a module of 0.169 mm', 37.26, 37.2, 600, contentOf()],
])('%s fits a label of %d mm and not one of %d mm', async (_what, enough, tooNarrow, dpi, content) => {
  const on = (widthMm: number) => labelOf([code(place(0, 2, widthMm, 12))], size(widthMm, 16, dpi), content)
  expect(on(enough).problems).toEqual([])
  expect(on(tooNarrow).problems).toHaveLength(1)
  const [read] = await readWithZxing(on(enough).bitmap)
  expect(read?.text).toBe(content.unitNumber ?? content.lotNumber)
})

test('a code that does not fit says how much it needs, and of the lot number only where that would fit', () => {
  const messages = [50.8, 40].map((widthMm) => labelOf([code(place(0, 2, widthMm, 12))], size(widthMm)).problems)
  expect(messages).toEqual([
    [
      {
        field: 'unitNumber',
        message:
          'The code of SJ-20260304-A-017 needs 55 mm at 203 dpi; this label is 50.8 mm wide. Use a wider label or print the lot number only.',
      },
    ],
    [
      {
        field: 'unitNumber',
        message:
          'The code of SJ-20260304-A-017 needs 55 mm at 203 dpi; this label is 40 mm wide. Use a wider label or a QR code.',
      },
    ],
  ])
})

test('twenty characters do not fit 2.25 in at 203 dpi (LABELS.md)', () => {
  const content = contentOf({ lotNumber: 'ABCDEFGHIJKLMNOPQRST', unitNumber: null })
  expect(labelOf([code(place(0, 2, 57.15, 12))], size(57.15), content).problems).toEqual([
    {
      field: 'lotNumber',
      message:
        'The code of ABCDEFGHIJKLMNOPQRST needs 68.8 mm at 203 dpi; this label is 57.15 mm wide. Use a wider label or a QR code.',
    },
  ])
})

test('modules take whole dots, as many as fit and no more than asked for, and the bars begin in line', () => {
  expect([barsOn(50), barsOn(44), barsOn(66), barsOn(100), barsOn(100, { maxModuleMm: 0.3 })]).toEqual([
    { first: 24, moduleDots: 2 },
    { first: 20, moduleDots: 2 },
    { first: 30, moduleDots: 3 },
    { first: 40, moduleDots: 4 },
    { first: 24, moduleDots: 2 },
  ])
})

test.each([
  ['in the left quiet zone', place(0, 5, 3, 4)],
  ['in the right quiet zone', place(53.1, 5, 3, 4)],
  ['over the bars', place(20, 5, 20, 4)],
])('ink %s is refused, naming what is printed there', (_where, at) => {
  const elements = [code(place(0, 2, 57, 12)), text('kitchen', at)]
  expect(labelOf(elements, size(57), contentOf({ kitchen: 'B' })).problems).toEqual([
    {
      field: 'kitchen',
      message:
        'The kitchen name is printed into the code of SJ-20260304-A-017 or the white beside it, so that it cannot be scanned. Move one of them.',
    },
  ])
})

test('ink just outside the quiet zone and just under the bars is allowed', () => {
  // Bars from 3 to 53 mm, quiet zones to 0.5 and 55.5 mm.
  const elements = [
    code(place(0, 2, 60, 12)),
    text('kitchen', place(55.5, 5, 4, 4)),
    text('product', place(3, 14, 40, 6)),
  ]
  expect(labelOf(elements, size(60), contentOf({ kitchen: 'B' })).problems).toEqual([])
})

test('text fits every place from some width on and none below it, and says so', () => {
  const widths = Array.from({ length: 100 }, (_each, at) => 60 + at)
  const problems = widths.map((dots) => labelOf([text('product', place(2, 2, dots / 8, 6))], size(57)).problems)
  const enough = problems.findIndex((each) => each.length === 0)
  expect([enough > 10, problems.slice(enough).flat()]).toEqual([true, []])
  expect(problems[enough - 1]).toEqual([
    {
      field: 'product',
      message:
        'The product name “Strawberry Jam” does not fit its place even at its smallest size. Use a shorter name or a larger label.',
    },
  ])
})

test('an element over any edge of the label is refused, one up to the edge is not', () => {
  const at = (...[x, y, width, height]: [number, number, number, number]) =>
    labelOf([text('product', place(x, y, width, height))], size(57.1, 32.3)).problems.length
  expect([
    at(0, 0, 57.1, 32.3),
    at(-0.2, 0, 50, 30),
    at(0, -0.2, 50, 30),
    at(7.3, 0, 50, 30),
    at(0, 2.5, 50, 30),
  ]).toEqual([0, 1, 1, 1, 1])
  expect(labelOf([text('product', place(10, 2, 50, 6))], size(57, 32)).problems).toEqual([
    {
      field: 'product',
      message:
        'The product name reaches over the edge of the label of 57 × 32 mm. Use a larger label or move it inwards.',
    },
  ])
})

test('a character that the font cannot draw is refused by name, and the rest is still shown', () => {
  const content = contentOf({ product: 'Salsa 🌶 roja' })
  const { bitmap, problems } = labelOf([text('product', place(2, 2, 50, 6))], size(57), content)
  expect(problems).toEqual([
    { field: 'product', message: 'The label’s font has no “🌶” (U+1F336). Take it out of the product name.' },
  ])
  expect(bitmap.bytes.some((byte) => byte !== 0)).toBe(true)
})

test('a lot number with a letter that Code 128 cannot hold is refused by name', () => {
  const content = contentOf({ lotNumber: 'CRÈME-1', unitNumber: null })
  expect(labelOf([code(place(0, 2, 57, 12))], size(57), content).problems).toEqual([
    {
      field: 'lotNumber',
      message: 'A code cannot hold “È” (U+00C8). Change the lot number: use letters A–Z, digits and hyphens.',
    },
  ])
})

test('pieces of text over each other and bars too low to scan are refused', () => {
  const elements = [
    text('product', place(2, 2, 50, 6)),
    text('lotNumber', place(2, 4, 50, 6)),
    code(place(0, 12, 57, 2.5)),
  ]
  expect(labelOf(elements, size(57)).problems.map(({ field, message }) => [field, message.split('.')[0]])).toEqual([
    ['unitNumber', 'The bars of the code of SJ-20260304-A-017 are lower than 3 mm, too low to scan'],
    ['lotNumber', 'The lot number and the product name are printed over each other'],
  ])
})

test('what has nothing to say is left out with its caption', () => {
  const content = contentOf({ bestBy: null, kitchen: '' })
  const elements = [
    text('bestBy', place(2, 2, 50, 6), { caption: 'Best by ' }),
    text('kitchen', place(2, 2, 50, 6), { caption: 'Made by ' }),
  ]
  const { bitmap, problems } = labelOf(elements, size(57), content)
  expect([problems, bitmap.bytes.some((byte) => byte !== 0)]).toEqual([[], false])
})

test('203 dpi is eight dots a millimetre, 300 dpi is 11.811, and no dot lies past the label', () => {
  const dots = [size(57, 32), size(57.15, 31.75), size(57, 32, 300), size(101.6, 50.8, 300)].map((label) => {
    const { bitmap } = labelOf([], label)
    return [bitmap.widthDots, bitmap.heightDots]
  })
  expect(dots).toEqual([
    [456, 256],
    [457, 254],
    [673, 377],
    [1200, 600],
  ])
})

/** Where a lot's bars begin, and the dots of a module. */
function barsOn(widthMm: number, change: Partial<SymbolElement> = {}): { first: number; moduleDots: number } {
  const { bitmap, problems } = labelOf([code(place(0, 2, widthMm, 12), change)], size(widthMm), lotOnly)
  expect(problems).toEqual([])
  let first = 0
  while (!isBlack(bitmap, first, 40)) first += 1
  let bar = 0
  while (isBlack(bitmap, first + bar, 40)) bar += 1
  // A start symbol B begins with a bar of two modules.
  return { first, moduleDots: bar / 2 }
}
