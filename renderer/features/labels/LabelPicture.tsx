import { Dots, type Raster } from './Dots.tsx'
import styles from './LabelPicture.module.css'
import { say } from '../../../shared/words/say.ts'

interface LabelPictureProps {
  readonly label: Raster
  /** What it is the label of, to screen readers. */
  readonly of: string
}

/** A label dot for dot: every dot of the print head has the same size. */
export function LabelPicture({ label, of }: LabelPictureProps) {
  const { widthDots, heightDots, dpi } = label
  const scale = pixelsPerDot(widthDots)
  const size = say('{width} × {height} mm at {dpi} dpi', {
    width: millimetres(widthDots, dpi),
    height: millimetres(heightDots, dpi),
    dpi,
  })
  return (
    <figure className={styles['figure']}>
      {/* A label larger than its place is scrolled, by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles['table']} tabIndex={0} aria-label={say('Picture of the label of {of}', { of })}>
        <Dots raster={label} scale={scale} name={say('Label of {of}, {size}', { of, size })} />
      </section>
      <figcaption className={styles['size']}>
        {size}. {sizeOfDot(scale)}
      </figcaption>
    </figure>
  )
}

/** Small labels are shown larger, by a whole number, so that no bar grows fatter than its neighbour; wide ones at half. */
function pixelsPerDot(widthDots: number): number {
  return Math.floor(680 / widthDots) || 0.5
}

function sizeOfDot(scale: number): string {
  if (scale < 1) return say('Two by two dots of the printer are one pixel here.')
  return scale === 1
    ? say('Every dot the printer burns is one pixel here.')
    : say('Every dot the printer burns is {scale} × {scale} pixels here.', { scale })
}

function millimetres(dots: number, dpi: number): number {
  return Math.round((dots / dpi) * 25.4)
}
