import { type Bitmap, rowBytes } from '../bitmap.ts'
import { dotsPerMm } from '../template.ts'
import { invertedRows, joinBytes } from './bytes.ts'
import type { PrintSettings } from './settings.ts'

/**
 * A label as one EPL2 form (EPL2 Programmer's Manual: N, q, Q, GW, P), printed once. It begins with a line feed, so that
 * what another program left half-sent is ended first.
 */
export function toEpl(bitmap: Bitmap, settings: PrintSettings): Uint8Array {
  const { media, gapMm, darkness, speed } = settings
  const gap = Math.round(gapMm * dotsPerMm(settings.dpi))
  const length =
    media === null
      ? []
      : [`Q${bitmap.heightDots},${media === 'continuous' ? '0' : media === 'mark' ? `B${gap}` : String(gap)}`]
  const lines = [
    '',
    'N',
    `q${Math.ceil(bitmap.widthDots / 8) * 8}`,
    ...length,
    ...(darkness === null ? [] : [`D${darkness}`]),
    ...(speed === null ? [] : [`S${speed}`]),
    `GW0,0,${rowBytes(bitmap)},${bitmap.heightDots},`,
  ]
  return joinBytes(lines.join('\n'), invertedRows(bitmap), '\nP1\n')
}
