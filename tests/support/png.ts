import { inflateSync } from 'node:zlib'
import { type Bitmap, blackenRun, blankBitmap, isBlack } from '../../shared/labels/bitmap.ts'

/** Reads a PNG of 8 bits a channel, not interlaced, as a bitmap: black is what is darker than half. */
export function bitmapOfPng(png: Uint8Array): Bitmap {
  const file = Buffer.from(png)
  const [widthDots, heightDots] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const channels = new Map([
    [0, 1],
    [2, 3],
    [4, 2],
    [6, 4],
  ]).get(file[25] ?? -1)
  if (file[24] !== 8 || channels === undefined || file[28] !== 0) throw new Error('a kind of PNG this cannot read')
  const rows = unfiltered(inflateSync(Buffer.concat(dataChunks(file))), widthDots * channels, channels)
  const bitmap = blankBitmap(widthDots, heightDots)
  for (const [y, row] of rows.entries())
    for (let x = 0; x < widthDots; x += 1) if ((row[x * channels] ?? 0) < 128) blackenRun(bitmap, y, x, x + 1)
  return bitmap
}

/** A bitmap as a PGM file, which both symbol readers read. */
export function pgmOf(bitmap: Bitmap): Uint8Array {
  const { widthDots, heightDots } = bitmap
  const pixels = Buffer.alloc(widthDots * heightDots, 255)
  for (let y = 0; y < heightDots; y += 1)
    for (let x = 0; x < widthDots; x += 1) if (isBlack(bitmap, x, y)) pixels[y * widthDots + x] = 0
  return new Uint8Array(Buffer.concat([Buffer.from(`P5\n${widthDots} ${heightDots}\n255\n`), pixels]))
}

function dataChunks(file: Buffer): Buffer[] {
  const chunks: Buffer[] = []
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      chunks.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)))
  return chunks
}

/** PNG specification, 9: each row begins with the number of its filter. */
function unfiltered(raw: Buffer, rowLength: number, step: number): Uint8Array[] {
  const rows: Uint8Array[] = []
  for (let start = 0; start < raw.length; start += rowLength + 1) {
    const row = new Uint8Array(raw.subarray(start + 1, start + 1 + rowLength))
    const above = rows.at(-1)
    for (let at = 0; at < rowLength; at += 1) {
      const [left, up, corner] = [row[at - step] ?? 0, above?.[at] ?? 0, above?.[at - step] ?? 0]
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][raw[start] ?? 0] ?? 0
      row[at] = (row[at] ?? 0) + guess
    }
    rows.push(row)
  }
  return rows
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
