import { createRequire } from 'node:module'
import type * as ZplRenderer from 'zpl-renderer-js'
import type { Bitmap } from '../../shared/labels/bitmap.ts'
import { bitmapOfPng } from './png.ts'

/**
 * Renders every format of a ZPL stream with zpl-renderer-js (Zebrash), an interpreter that is not ours, offline.
 * @param size of the labels in dots
 */
export async function renderZpl(
  zpl: string,
  size: { readonly widthDots: number; readonly heightDots: number },
): Promise<Bitmap[]> {
  // Required, not imported: Vite would work through its 9 MB first.
  const { ready }: typeof ZplRenderer = createRequire(import.meta.url)('zpl-renderer-js')
  const { api } = await ready
  // Its size is in mm times dots a mm, so that at one dot a mm it is in dots.
  const pngs = await api.zplToBase64MultipleAsync(zpl, size.widthDots, size.heightDots, 1)
  return pngs.map((png) => bitmapOfPng(Buffer.from(png, 'base64')))
}
