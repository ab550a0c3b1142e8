import { type Bitmap, rowBytes } from '../bitmap.ts'
import { joinBytes, littleEndian } from './bytes.ts'
import type { PrintSettings } from './settings.ts'

const [ESC, GS, FF] = [0x1b, 0x1d, 0x0c]

/** Rows sent at a time: small printers hold no more. */
const BAND = 256

/**
 * A label for receipt printers (ESC/POS: ESC @, GS v 0 in bands one under the other; then GS FF to the next label, or on
 * endless paper a feed, and the cut).
 */
export function toEscPos(bitmap: Bitmap, { media, cutter }: PrintSettings): Uint8Array {
  const width = rowBytes(bitmap)
  const parts: (Uint8Array | number[])[] = [[ESC, 0x40]]
  for (let top = 0; top < bitmap.heightDots; top += BAND) {
    const rows = Math.min(BAND, bitmap.heightDots - top)
    parts.push([GS, 0x76, 0x30, 0, ...littleEndian(width), ...littleEndian(rows)])
    parts.push(bitmap.bytes.subarray(top * width, (top + rows) * width))
  }
  parts.push(media === 'gap' || media === 'mark' ? [GS, FF] : [ESC, 0x64, 4])
  if (cutter) parts.push([GS, 0x56, 1])
  return joinBytes(...parts)
}
