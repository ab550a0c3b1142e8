import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Bitmap } from '../../shared/labels/bitmap.ts'

/** A label's dots as they are kept: deflated, and named by what is in them. */
export function packBitmap({ widthDots, heightDots, bytes }: Bitmap) {
  const hash = createHash('sha256').update(`${widthDots}x${heightDots} `).update(bytes).digest('hex')
  return { hash, widthDots, heightDots, dots: new Uint8Array(deflateRawSync(bytes)) }
}

/** The dots again. */
export function unpackBitmap(kept: { width_dots: number; height_dots: number; dots: Uint8Array }): Bitmap {
  return {
    widthDots: kept.width_dots,
    heightDots: kept.height_dots,
    bytes: new Uint8Array(inflateRawSync(kept.dots)),
  }
}
