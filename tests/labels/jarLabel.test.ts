import { expect, test } from 'vitest'
import { toZpl } from '../../shared/labels/languages/zpl.ts'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import type { LabelSize } from '../../shared/labels/template.ts'
import { contentOf, jarLabel } from '../support/labels.ts'
import { hasZbar, readWithZbar, readWithZxing } from '../support/symbolReaders.ts'
import { renderZpl } from '../support/zplRenderer.ts'

const lotOnly = contentOf({ unitNumber: null })
const long = contentOf({ product: 'Jalapeño & Crème Fraîche Œuf Spread with Roasted Garlic ½ Strength' })

const rolls = [
  ['57 × 32 mm', 57, 32, contentOf()],
  ['57 × 32 mm, a long name', 57, 32, long],
  ['2.25 × 1.25 in', 57.15, 31.75, contentOf()],
  ['2 × 1 in, the lot only', 50.8, 25.4, lotOnly],
  ['4 × 2 in', 101.6, 50.8, long],
  ['4 × 6 in', 101.6, 152.4, contentOf()],
  ['2.25 × ½ in', 57.15, 12.7, contentOf()],
  ['57 × 10 mm', 57, 10, contentOf()],
  ['30 × 60 mm, the code upwards', 30, 60, contentOf()],
  ['57 × 32 mm, next to nothing known', 57, 32, contentOf({ madeOn: null, bestBy: null, kitchen: null })],
] as const
const heads = rolls.flatMap(([name, widthMm, heightMm, content]) =>
  ([203, 300] as const).map((dpi) => ({ name, label: { widthMm, heightMm, dpi }, content })),
)

test.each(heads)(
  '$name at $label.dpi dpi: printable, drawn alike by another interpreter, scannable',
  async ({ label, content }) => {
    const { bitmap, problems } = jarLabel(label, content)
    expect(problems).toEqual([])
    expect(await renderZpl(toZpl(bitmap), bitmap)).toEqual([bitmap])
    const text = content.unitNumber ?? content.lotNumber
    expect(await readWithZxing(bitmap)).toEqual([{ text, format: 'Code128' }])
  },
)

test('zbar reads the same symbols', ({ skip }) => {
  skip(!hasZbar(), 'zbarimg is not installed (Debian: zbar-tools)')
  for (const { label, content } of heads)
    expect(readWithZbar(jarLabel(label, content).bitmap)).toEqual([content.unitNumber ?? content.lotNumber])
})

test('a batch is one stream: every unit once, in order, read from what the interpreter drew', async () => {
  const label: LabelSize = { widthMm: 57, heightMm: 32, dpi: 203 }
  const numbers = Array.from({ length: 24 }, (_each, at) => unitNumber('SJ-20260304-A', at + 1))
  const bitmaps = numbers.map((each) => jarLabel(label, contentOf({ unitNumber: each })).bitmap)
  const [size = { widthDots: 1, heightDots: 1 }] = bitmaps
  const drawn = await renderZpl(bitmaps.map((bitmap) => toZpl(bitmap)).join(''), size)
  const read: string[] = []
  for (const each of drawn) read.push(...(await readWithZxing(each)).map(({ text }) => text))
  expect(read).toEqual(numbers)
})

test.each(['^XZ~JA', '^XA^FO0,0^A0N,50^FDpwned^FS^XZ', '~HS', '"\r\n\x1b@', '^FS^PQ99'])(
  'commands in a name are dots like any other: %j',
  async (product) => {
    const label: LabelSize = { widthMm: 57, heightMm: 32, dpi: 203 }
    const { bitmap, problems } = jarLabel(label, contentOf({ product }))
    const zpl = toZpl(bitmap)
    expect(zpl).toMatch(
      /^\^XA\^PON\^PMN\^LRN\^LH0,0\^PW456\^LL256\^FO0,0\^GFA,14592,14592,57,[0-9A-Zg-z:,]+\^FS\^PQ1\^XZ$/,
    )
    expect(await renderZpl(zpl, bitmap)).toEqual([bitmap])
    // An escape has no glyph; everything else is printed as it stands.
    expect(problems.map(({ field }) => field)).toEqual(product.includes('\x1b') ? ['product'] : [])
  },
)

test('what is drawn depends on nothing but what was asked for', () => {
  const label: LabelSize = { widthMm: 57, heightMm: 32, dpi: 300 }
  const first = jarLabel(label)
  jarLabel({ ...label, dpi: 203 }, long)
  expect(jarLabel(label)).toEqual(first)
})

test('at every size a label is either printable and scannable or says in words about a field why not', async () => {
  const placing: string[] = []
  for (let widthMm = 20; widthMm <= 110; widthMm += 15)
    for (let heightMm = 10; heightMm <= 160; heightMm += 25)
      for (const content of [contentOf(), lotOnly, long]) {
        const label = { widthMm, heightMm, dpi: 203 }
        const { bitmap, problems } = jarLabel(label, content)
        const text = content.unitNumber ?? content.lotNumber
        if (problems.length === 0 && (await readWithZxing(bitmap))[0]?.text !== text)
          placing.push(`${widthMm} × ${heightMm} mm cannot be read`)
        // The template's own places never collide or leave the label: only sizes and lengths can be at fault.
        placing.push(
          ...problems.map(({ message }) => message).filter((message) => !/fit its place|needs/.test(message)),
        )
      }
  expect(placing).toEqual([])
})

test('all labels of a job look the same but for their numbers', () => {
  const label: LabelSize = { widthMm: 102, heightMm: 51, dpi: 203 }
  const [first, last] = [1, 999].map((serial) =>
    jarLabel(label, contentOf({ unitNumber: unitNumber('SJ-20260304-A', serial) })),
  )
  // Everything over the bars.
  const top = 102 * 220
  expect(last?.bitmap.bytes.subarray(0, top)).toEqual(first?.bitmap.bytes.subarray(0, top))
})
