import { type Bitmap, rowBytes } from '../bitmap.ts'
import type { PrintSettings } from './settings.ts'

/**
 * A label as one self-contained ZPL II format: one picture, printed once. Text from people is in it only as dots, so
 * that `^XZ~JA` in a name is a name. Sets what a format sent before may have left behind: home, orientation, mirroring
 * and reversal (ZPL II Programming Guide: ^LH, ^PO, ^PM, ^LR).
 * What the profile says of darkness, speed and media is set before (~SD, ^PR, ^MN), all else is the printer's own.
 * @returns printable ASCII, one byte a character
 */
export function toZpl(bitmap: Bitmap, settings?: PrintSettings): string {
  const { widthDots, heightDots, bytes } = bitmap
  const picture = `^GFA,${bytes.length},${bytes.length},${rowBytes(bitmap)},${compressedHex(bitmap)}`
  const { darkness = null, speed = null, media = null, cutter = false } = settings ?? {}
  const heat = darkness === null ? '' : `~SD${String(darkness).padStart(2, '0')}`
  const pace = speed === null ? '' : `^PR${speed}`
  const roll = media === null ? '' : `^MN${{ gap: 'W', mark: 'M', continuous: 'N' }[media]}`
  const cut = cutter ? '^MMC' : ''
  return `${heat}^XA${roll}${pace}${cut}^PON^PMN^LRN^LH0,0^PW${widthDots}^LL${heightDots}^FO0,0${picture}^FS^PQ1^XZ`
}

/**
 * Rows as hexadecimal in Zebra's alternative data compression: a letter before a digit says how often it stands,
 * `,` fills the row with 0, `:` repeats the row before. `!` is not used: the guide says it fills “with ones”, and
 * interpreters disagree whether that is F or 1.
 */
function compressedHex(bitmap: Bitmap): string {
  const width = rowBytes(bitmap)
  let before = ''
  const all: string[] = []
  for (let y = 0; y < bitmap.heightDots; y += 1) {
    const row = hexOf(bitmap.bytes.subarray(y * width, (y + 1) * width))
    all.push(y > 0 && row === before ? ':' : compressedRow(row, width * 2))
    before = row
  }
  return all.join('')
}

/** Two digits a byte, without the zeros at the end of the row. */
const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'))

function hexOf(row: Uint8Array): string {
  let last = row.length - 1
  while (last >= 0 && row[last] === 0) last -= 1
  let hex = ''
  for (let at = 0; at <= last; at += 1) hex += digits[row[at] ?? 0] ?? ''
  return hex.endsWith('0') ? hex.slice(0, -1) : hex
}

function compressedRow(body: string, length: number): string {
  const runs = body.replace(/(.)\1*/g, (run, digit: string) => countLetters(run.length) + digit)
  return body.length === length ? runs : `${runs},`
}

/** `G` to `Y` for 1 to 19, `g` to `z` for 20 to 400 in twenties, added up; nothing for 1. */
function countLetters(count: number): string {
  if (count === 1) return ''
  const twenties = Math.min(20, Math.floor(count / 20))
  if (count > 419) return `z${countLetters(count - 400)}`
  const ones = count - 20 * twenties
  return (twenties > 0 ? String.fromCharCode(102 + twenties) : '') + (ones > 0 ? String.fromCharCode(70 + ones) : '')
}
