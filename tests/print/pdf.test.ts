import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { writePdf } from '../../main/print/pdf.ts'
import { type Bitmap, blackenRun, blankBitmap } from '../../shared/labels/bitmap.ts'
import { jarLabel } from '../support/labels.ts'

const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0
const NO_POPPLER = 'pdftoppm is not installed (Debian: poppler-utils)'

test.for([
  [57, 32, 203, 203.2],
  [101.6, 50.8, 300, 300],
] as const)('labels of %d × %d mm at %d dpi are pages of that size, dot for dot', (sizes, { skip }) => {
  const [widthMm, heightMm, dpi, exact] = sizes
  skip(!hasPoppler, NO_POPPLER)
  const { bitmap } = jarLabel({ widthMm, heightMm, dpi })
  const size = { widthMm: (bitmap.widthDots * 25.4) / exact, heightMm: (bitmap.heightDots * 25.4) / exact }
  const page = { ...size, pictures: [{ bitmap, dpi: exact, xMm: 0, yMm: 0 }] }
  const drawn = rasterized(writePdf([page, page]), exact)
  expect(drawn.map(digest)).toEqual([digest(bitmap), digest(bitmap)])
})

test('pictures on a sheet lie where they should', ({ skip }) => {
  skip(!hasPoppler, NO_POPPLER)
  const bitmap = blankBitmap(30, 30)
  for (let y = 0; y < 30; y += 1) blackenRun(bitmap, y, 0, 30)
  const pictures = [
    { bitmap, dpi: 300, xMm: 25.4, yMm: 50.8 },
    { bitmap, dpi: 300, xMm: 101.6, yMm: 25.4 },
  ]
  const [sheet] = rasterized(writePdf([{ widthMm: 215.9, heightMm: 279.4, pictures }]), 300)
  const expected = blankBitmap(2550, 3300)
  for (let y = 0; y < 30; y += 1) {
    blackenRun(expected, 600 + y, 300, 330)
    blackenRun(expected, 300 + y, 1200, 1230)
  }
  expect(digest(sheet)).toBe(digest(expected))
})

/** Pages as poppler draws them, one bit a dot. */
function rasterized(pdf: Uint8Array, dpi: number): Bitmap[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'traceberry-pdf-'))
  try {
    const file = path.join(folder, 'labels.pdf')
    writeFileSync(file, pdf)
    const { status, stderr } = spawnSync('pdftoppm', [
      '-r',
      String(dpi),
      '-gray',
      '-aa',
      'no',
      '-aaVector',
      'no',
      file,
      path.join(folder, 'page'),
    ])
    if (status !== 0) throw new Error(stderr.toString())
    return [1, 2].flatMap((page) => {
      try {
        return [bitmapOfPgm(readFileSync(path.join(folder, `page-${page}.pgm`)))]
      } catch {
        return []
      }
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A binary PGM of 255 grays: what is darker than half is black. */
function bitmapOfPgm(file: Buffer): Bitmap {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40))
  if (!head) throw new Error('no PGM')
  const bitmap = blankBitmap(Number(head[1]), Number(head[2]))
  for (const [at, gray] of file.subarray(head[0].length).entries())
    if (gray < 128) {
      const x = at % bitmap.widthDots
      blackenRun(bitmap, Math.floor(at / bitmap.widthDots), x, x + 1)
    }
  return bitmap
}

/** Short enough for a failure to be read. */
function digest(bitmap: Bitmap | undefined): string {
  if (!bitmap) return 'nothing'
  const hash = createHash('sha256').update(bitmap.bytes).digest('hex')
  return `${bitmap.widthDots} × ${bitmap.heightDots} ${hash}`
}
