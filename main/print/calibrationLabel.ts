import type { Printer } from '../../shared/api/printers.ts'
import { type Bitmap, blackenBox, blankBitmap } from '../../shared/labels/bitmap.ts'
import { dotsPerMm, wholeDots } from '../../shared/labels/template.ts'

/**
 * A label to set a printer by: a frame on its very edge, which is whole when width, height and position are right; a
 * scale with a tick each millimetre, longer every fifth and tenth; lines of 1 to 6 dots, which run together when it
 * prints too dark.
 */
export function calibrationLabel({ labelWidthMm, labelHeightMm, dpi }: Printer): Bitmap {
  const bitmap = blankBitmap(wholeDots(labelWidthMm, dpi), wholeDots(labelHeightMm, dpi))
  const { widthDots: right, heightDots: bottom } = bitmap
  const pitch = dotsPerMm(dpi)
  for (const side of [
    { left: 0, top: 0, right, bottom: 2 },
    { left: 0, top: bottom - 2, right, bottom },
    { left: 0, top: 0, right: 2, bottom },
    { left: right - 2, top: 0, right, bottom },
  ])
    blackenBox(bitmap, side)
  const ticks = (lengthMm: number, place: (at: number, long: number) => Parameters<typeof blackenBox>[1]) => {
    for (let mm = 1; mm < lengthMm; mm += 1) {
      const long = Math.round(pitch * (mm % 10 === 0 ? 4 : mm % 5 === 0 ? 3 : 1.5))
      blackenBox(bitmap, place(Math.round(mm * pitch), long))
    }
  }
  ticks(labelWidthMm, (at, long) => ({ left: at, top: 0, right: at + 1, bottom: long }))
  ticks(labelHeightMm, (at, long) => ({ left: 0, top: at, right: long, bottom: at + 1 }))
  let left = Math.round(6 * pitch)
  for (let dots = 1; dots <= 6; dots += 1)
    for (let line = 0; line < 5; line += 1) {
      blackenBox(bitmap, {
        left,
        top: Math.round(6 * pitch),
        right: left + dots,
        bottom: bottom - Math.round(2 * pitch),
      })
      left += 2 * dots
      if (line === 4) left += Math.round(pitch)
    }
  return bitmap
}
