import { type Bitmap, isBlack } from '../bitmap.ts'
import { joinBytes, littleEndian } from './bytes.ts'
import type { PrintSettings } from './settings.ts'

/** Pins of the head, and the bytes of one line. */
const PINS = 720
const LINE_BYTES = PINS / 8

/** The head prints from this pin on, by the width of the roll in mm (Brother QL raster command reference, 2.3). */
const firstPin: Readonly<Record<number, number>> = { 12: 29, 29: 6, 38: 12, 50: 12, 54: 0, 62: 12 }

/** Brother's rolls print up to this far from either edge, in mm. */
const BROTHER_MARGIN_MM = 1.5

/**
 * A label for Brother's QL printers at 300 dpi (raster command reference: invalidate, ESC @, ESC i a, ESC i z, ESC i M,
 * ESC i K, ESC i d, M, then a line `g` for each row, mirrored, and Ctrl-Z to print).
 * The 1.5 mm at either side that the head does not reach are left out; layout sees to it that they are white.
 */
export function toBrother(bitmap: Bitmap, { dpi, media, cutter }: PrintSettings): Uint8Array {
  const widthMm = Math.round((bitmap.widthDots * 25.4) / dpi)
  const lengthMm = Math.round((bitmap.heightDots * 25.4) / dpi)
  const endless = media === 'continuous'
  const information = [
    0x86 | (endless ? 0 : 0x08),
    endless ? 0x0a : 0x0b,
    widthMm,
    endless ? 0 : lengthMm,
    ...littleEndian(bitmap.heightDots),
    0,
    0,
    0,
    0,
  ]
  const parts: (Uint8Array | number[])[] = [
    new Uint8Array(200),
    [0x1b, 0x40],
    [0x1b, 0x69, 0x61, 1],
    [0x1b, 0x69, 0x7a, ...information],
    [0x1b, 0x69, 0x4d, cutter ? 0x40 : 0],
    [0x1b, 0x69, 0x4b, cutter ? 0x08 : 0],
    [0x1b, 0x69, 0x64, ...littleEndian(endless ? 35 : 0)],
    [0x4d, 0],
  ]
  const cut = Math.round((BROTHER_MARGIN_MM * dpi) / 25.4)
  const first = firstPin[widthMm] ?? 12
  for (let y = 0; y < bitmap.heightDots; y += 1) {
    const line = new Uint8Array(LINE_BYTES)
    for (let x = cut; x < bitmap.widthDots - cut; x += 1) {
      const pin = first + (bitmap.widthDots - cut - 1 - x)
      if (pin < PINS && isBlack(bitmap, x, y)) line[pin >> 3] = (line[pin >> 3] ?? 0) | (0x80 >> (pin & 7))
    }
    parts.push([0x67, 0, LINE_BYTES], line)
  }
  parts.push([0x1a])
  return joinBytes(...parts)
}
