import { type Bitmap, rowBytes } from '../bitmap.ts'
import { dotsPerMm } from '../template.ts'
import { invertedRows, joinBytes } from './bytes.ts'
import type { PrintSettings } from './settings.ts'

/**
 * A label as one self-contained TSPL/TSPL2 job (TSC Programming Manual: SIZE, GAP, BLINE, BITMAP mode 0, PRINT), printed
 * once. Lengths have decimals, since whole millimetres would shift every label a little further.
 */
export function toTspl(bitmap: Bitmap, settings: PrintSettings): Uint8Array {
  const pitch = dotsPerMm(settings.dpi)
  const mm = (dots: number) => `${(dots / pitch).toFixed(2)} mm`
  const { media, gapMm, darkness, speed } = settings
  const lines = [
    '',
    `SIZE ${mm(bitmap.widthDots)},${mm(bitmap.heightDots)}`,
    ...(media === null ? [] : [mediaLine(media, gapMm)]),
    ...(darkness === null ? [] : [`DENSITY ${darkness}`]),
    ...(speed === null ? [] : [`SPEED ${speed}`]),
    `SET CUTTER ${settings.cutter ? '1' : 'OFF'}`,
    'DIRECTION 0,0',
    'REFERENCE 0,0',
    'CLS',
    `BITMAP 0,0,${rowBytes(bitmap)},${bitmap.heightDots},0,`,
  ]
  return joinBytes(lines.join('\r\n'), invertedRows(bitmap), '\r\nPRINT 1,1\r\n')
}

function mediaLine(media: 'gap' | 'mark' | 'continuous', gapMm: number): string {
  const gap = media === 'continuous' ? '0 mm' : `${gapMm.toFixed(2)} mm`
  return `${media === 'mark' ? 'BLINE' : 'GAP'} ${gap},0 mm`
}
