import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Bitmap, blackenRun, blankBitmap } from '../../shared/labels/bitmap.ts'
import { toZpl } from '../../shared/labels/languages/zpl.ts'
import { renderZpl } from '../support/zplRenderer.ts'

test('a format says all it depends on, in printable ASCII', () => {
  expect(toZpl(pattern(9, 3, (x, y) => x === 0 || y === 1))).toBe(
    '^XA^PON^PMN^LRN^LH0,0^PW9^LL3^FO0,0^GFA,6,6,2,8,HF8,8,^FS^PQ1^XZ',
  )
})

test('rows of white, and rows like the one above, are one character each', () => {
  const zpl = toZpl(pattern(16, 5, (_x, y) => y >= 2 && y < 4))
  expect(zpl).toContain('^GFA,10,10,2,,:JF:,^FS')
})

test('an interpreter that is not ours draws the same dots, for runs of every length', async () => {
  const bitmap = pattern(1700, 60, (x, y) => x >= 3 * y && x < 3 * y + y * y * 0.5)
  expect(await rendered([bitmap])).toEqual([bitmap])
})

test('and for any dots at all', async () => {
  const row = fc.array(fc.nat({ max: 400 }), { maxLength: 6 })
  const drawings = fc.sample(
    fc.tuple(fc.integer({ min: 1, max: 900 }), fc.array(row, { minLength: 1, maxLength: 20 })),
    {
      numRuns: 25,
      seed: 5,
    },
  )
  for (const [width, rows] of drawings) {
    const bitmap = blankBitmap(width, rows.length)
    for (const [y, runs] of rows.entries())
      runs.reduce((x, length, at) => {
        if (at % 2 === 1) blackenRun(bitmap, y, x, x + length)
        return x + length
      }, 0)
    expect(await rendered([bitmap])).toEqual([bitmap])
  }
})

test('several formats in one stream are several labels', async () => {
  const bitmaps = [3, 4, 5].map((slope) => pattern(80, 40, (x, y) => x < y * slope))
  expect(await rendered(bitmaps)).toEqual(bitmaps)
})

function pattern(width: number, height: number, black: (x: number, y: number) => boolean): Bitmap {
  const bitmap = blankBitmap(width, height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) if (black(x, y)) blackenRun(bitmap, y, x, x + 1)
  return bitmap
}

async function rendered(bitmaps: readonly Bitmap[]): Promise<Bitmap[]> {
  const [first] = bitmaps
  return first ? await renderZpl(bitmaps.map((bitmap) => toZpl(bitmap)).join(''), first) : []
}
