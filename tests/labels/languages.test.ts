import { describe, expect, test } from 'vitest'
import { type Bitmap, blackenRun, blankBitmap, isBlack } from '../../shared/labels/bitmap.ts'
import { encodeLabel } from '../../shared/labels/languages/encode.ts'
import type { PrintSettings } from '../../shared/labels/languages/settings.ts'
import { contentOf, jarLabel } from '../support/labels.ts'
import { readBrother, readEpl, readEscPos, readTspl } from '../support/languageReaders.ts'
import { renderZpl } from '../support/zplRenderer.ts'

const sizes = [
  [57, 32, 203],
  [57.15, 31.75, 203],
  [101.6, 152.4, 203],
  [57, 32, 300],
  [50.8, 25.4, 300],
  [101.6, 50.8, 300],
] as const
const content = contentOf({ product: '^XZ~JA Jalapeño Crème Œuf ½ "\u2019' })

function settings(dpi: number, change: Partial<PrintSettings> = {}): PrintSettings {
  return { dpi, darkness: null, speed: null, media: null, gapMm: 3, cutter: false, ...change }
}

describe.each(sizes)('a label of %d × %d mm at %d dpi has 0 dots different', (widthMm, heightMm, dpi) => {
  const withUnit = widthMm < 55 ? { ...content, unitNumber: null } : content
  const { bitmap } = jarLabel({ widthMm, heightMm, dpi }, withUnit)
  const pitch = dpi === 203 ? 8 : dpi / 25.4
  const three = (bytes: Uint8Array) => new Uint8Array(Buffer.concat([bytes, bytes, bytes]))

  test.each([
    {},
    { media: 'gap' },
    { media: 'mark', darkness: 8, speed: 4 },
    { media: 'continuous', cutter: true },
  ] as const)('as TSPL, EPL2, ESC/POS and ZPL with %j', async (change) => {
    const set = settings(dpi, change)
    const drawn = [
      ...readTspl(three(encodeLabel('tspl', bitmap, set)), pitch),
      ...readEpl(three(encodeLabel('epl', bitmap, set))),
      ...readEscPos(three(encodeLabel('escpos', bitmap, set))),
      ...(await renderZpl(Buffer.from(three(encodeLabel('zpl', bitmap, set))).toString('latin1'), bitmap)),
    ]
    expect(drawn.map((each) => differing(each, bitmap))).toEqual(Array.from({ length: 12 }, () => 0))
  })
})

test('a label for a Brother QL lies under its pins, mirrored, and says its roll', () => {
  const label = jarLabel({ widthMm: 62, heightMm: 29, dpi: 300 }).bitmap
  const [printed] = readBrother(encodeLabel('brother', label, settings(300, { media: 'gap', cutter: true })))
  if (!printed) throw new Error('nothing was printed')
  expect([printed.widthMm, printed.lengthMm, printed.pins.heightDots]).toEqual([62, 29, label.heightDots])
  // 696 dots are printable; the first pin that prints is the 12th from the right.
  let different = 0
  for (let y = 0; y < label.heightDots; y += 1)
    for (let x = 18; x < label.widthDots - 18; x += 1)
      if (isBlack(label, x, y) !== isBlack(printed.pins, 720 - 12 - (label.widthDots - 18) + x, y)) different += 1
  expect(different).toBe(0)
})

test('what pads a row is white in the languages where 0 is black', () => {
  const bitmap = blankBitmap(9, 1)
  blackenRun(bitmap, 0, 0, 9)
  expect(Buffer.from(encodeLabel('epl', bitmap, settings(203))).toString('latin1')).toContain('GW0,0,2,1,\x00\x7f\nP1')
})

test('the profile’s darkness, speed, roll and cutter are set in each language’s words', () => {
  const set = settings(203, { darkness: 12, speed: 3, media: 'mark', cutter: true })
  const said = (['zpl', 'tspl', 'epl'] as const).map((language) =>
    Buffer.from(encodeLabel(language, blankBitmap(8, 8), set))
      .toString('latin1')
      .replace(/[^\x20-\x7e]+/g, '|'),
  )
  expect(said).toEqual([
    expect.stringMatching(/^~SD12\^XA\^MNM\^PR3\^MMC\^PON/),
    expect.stringMatching(/^\|SIZE 1\.00 mm,1\.00 mm\|BLINE 3\.00 mm,0 mm\|DENSITY 12\|SPEED 3\|SET CUTTER 1\|/),
    expect.stringMatching(/^\|N\|q8\|Q8,B24\|D12\|S3\|GW0,0,1,8,/),
  ])
})

/** Dots that differ, where the language pads rows to bytes with white. */
function differing(drawn: Bitmap, bitmap: Bitmap): number {
  if (drawn.heightDots !== bitmap.heightDots || drawn.widthDots < bitmap.widthDots) return Infinity
  let different = 0
  for (let y = 0; y < drawn.heightDots; y += 1)
    for (let x = 0; x < drawn.widthDots; x += 1) if (isBlack(drawn, x, y) !== isBlack(bitmap, x, y)) different += 1
  return different
}
