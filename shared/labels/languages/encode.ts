import type { Bitmap } from '../bitmap.ts'
import { exhaustive } from '../../domain/exhaustive.ts'
import { toBrother } from './brother.ts'
import { joinBytes } from './bytes.ts'
import { toEpl } from './epl.ts'
import { toEscPos } from './escpos.ts'
import type { PrintSettings, RasterLanguage } from './settings.ts'
import { toTspl } from './tspl.ts'
import { toZpl } from './zpl.ts'

/** One label as one self-contained format in the printer's language. */
export function encodeLabel(language: RasterLanguage, bitmap: Bitmap, settings: PrintSettings): Uint8Array {
  switch (language) {
    case 'zpl':
      return joinBytes(toZpl(bitmap, settings))
    case 'tspl':
      return toTspl(bitmap, settings)
    case 'epl':
      return toEpl(bitmap, settings)
    case 'escpos':
      return toEscPos(bitmap, settings)
    case 'brother':
      return toBrother(bitmap, settings)
    default:
      return exhaustive(language)
  }
}
