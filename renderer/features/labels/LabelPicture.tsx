import { useEffect, useRef } from 'react'
import { type Bitmap, isBlack } from '../../../shared/labels/bitmap.ts'
import { unitNumber } from '../../../shared/domain/lotNumber.ts'
import type { AnswerOf } from '../../api/door.ts'
import type { LabelledLot } from './labelledLot.ts'
import styles from './LabelPicture.module.css'

interface LabelPictureProps {
  readonly label: AnswerOf<'labels', 'preview'>
  readonly of: LabelledLot
  /** Null for the lot as a whole. */
  readonly serial: number | null
}

/** A label dot for dot: every dot of the print head is the same whole number of pixels. */
export function LabelPicture({ label, of, serial }: LabelPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { widthDots, heightDots, dpi, bitsBase64 } = label
  useEffect(() => {
    draw(canvas.current, { widthDots, heightDots, bytes: bytesOf(bitsBase64) })
  }, [widthDots, heightDots, bitsBase64])

  const scale = pixelsPerDot(widthDots)
  const size = `${millimetres(widthDots, dpi)} × ${millimetres(heightDots, dpi)} mm at ${dpi} dpi`
  const number = serial === null ? of.lotNumber : unitNumber(of.lotNumber, serial)
  return (
    <figure className={styles['figure']}>
      {/* A label larger than its place is scrolled, by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles['table']} tabIndex={0} aria-label="Picture of the label">
        <canvas
          ref={canvas}
          className={styles['label']}
          width={widthDots}
          height={heightDots}
          style={{ width: widthDots * scale, height: heightDots * scale }}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <img> is not drawn dot for dot
          role="img"
          aria-label={`Label of ${of.product}, ${number}, ${size}`}
        />
      </section>
      <figcaption className={styles['size']}>
        {size}. Every dot the printer burns is {scale === 1 ? 'one pixel' : `${scale} × ${scale} pixels`} here.
      </figcaption>
    </figure>
  )
}

/** Small labels are shown larger; a whole number, so that no bar grows fatter than its neighbour. */
function pixelsPerDot(widthDots: number): number {
  return Math.max(1, Math.floor(680 / widthDots))
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

function millimetres(dots: number, dpi: number): number {
  return Math.round((dots / dpi) * 25.4)
}
