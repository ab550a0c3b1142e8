import { type Bitmap, rowBytes } from '../bitmap.ts'

/** Joins text (ASCII) and bytes. */
export function joinBytes(...parts: readonly (string | Uint8Array | readonly number[])[]): Uint8Array {
  const pieces = parts.map((part) =>
    typeof part === 'string' ? Uint8Array.from(part, (character) => character.charCodeAt(0)) : part,
  )
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** The picture with 0 for black, as TSPL and EPL2 have it; the padding of rows is white. */
export function invertedRows(bitmap: Bitmap): Uint8Array {
  const bytes = bitmap.bytes.map((byte) => byte ^ 0xff)
  const width = rowBytes(bitmap)
  const padding = width * 8 - bitmap.widthDots
  for (let at = width - 1; at < bytes.length; at += width) bytes[at] = (bytes[at] ?? 0) | ((1 << padding) - 1)
  return bytes
}

/** Low byte, high byte. */
export function littleEndian(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff]
}
