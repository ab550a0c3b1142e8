import { useEffect, useRef } from 'react'
import { type Bitmap, isBlack } from '../../../shared/labels/bitmap.ts'
import type { AnswerOf } from '../../api/door.ts'
import styles from './Dots.module.css'

/** A label as the core draws it, one bit a dot. */
export type Raster = Pick<AnswerOf<'labels', 'preview'>, 'widthDots' | 'heightDots' | 'dpi' | 'bitsBase64'>

interface DotsProps {
  readonly raster: Raster
  /** Pixels of the screen for a dot of the print head; a whole number, so that no bar grows fatter than its neighbour. */
  readonly scale: number
  /** What the picture shows, to screen readers; left out where the words beside it say so. */
  readonly name?: string
}

/** A label dot for dot. */
export function Dots({ raster, scale, name }: DotsProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { widthDots, heightDots, bitsBase64 } = raster
  useEffect(() => {
    draw(canvas.current, { widthDots, heightDots, bytes: bytesOf(bitsBase64) })
  }, [widthDots, heightDots, bitsBase64])
  return (
    <canvas
      ref={canvas}
      className={`${styles['dots']} ${scale < 1 ? styles['small'] : ''}`}
      width={widthDots}
      height={heightDots}
      style={{ width: widthDots * scale, height: heightDots * scale }}
      {...(name === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    />
  )
}

function draw(canvas: HTMLCanvasElement | null, bitmap: Bitmap): void {
  const context = canvas?.getContext('2d')
  if (!context) return
  const image = context.createImageData(bitmap.widthDots, bitmap.heightDots)
  const dots = new Uint32Array(image.data.buffer)
  for (let y = 0; y < bitmap.heightDots; y += 1)
    for (let x = 0; x < bitmap.widthDots; x += 1) dots[y * bitmap.widthDots + x] = isBlack(bitmap, x, y) ? BLACK : WHITE
  context.putImageData(image, 0, 0)
}

/** Opaque black and white as little-endian RGBA. */
const BLACK = 0xff_00_00_00
const WHITE = 0xff_ff_ff_ff

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
