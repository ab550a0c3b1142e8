import { useAnswer } from '../../api/useAnswer.ts'
import { Dots } from '../labels/Dots.tsx'
import type { Design } from './design.ts'
import styles from './Designs.module.css'
import { useDrawn } from './useDrawn.ts'

interface ThumbnailProps {
  readonly design: Design | undefined
  /** How much room there is, in pixels. */
  readonly room: readonly [width: number, height: number]
}

/** A label with the newest real values, small. */
export function Thumbnail({ design, room: [width, height] }: ThumbnailProps) {
  const purpose = design?.purpose ?? 'unit'
  const samples = useAnswer('designs', 'samples', { purpose }, { enabled: design !== undefined })
  const says = samples.data?.[0]?.says
  const { label } = useDrawn(design && says ? { design, says, dpi: 203 } : undefined)
  return (
    <div className={styles['thumbnail']} aria-hidden>
      {label ? <Dots raster={label} scale={Math.min(1, width / label.widthDots, height / label.heightDots)} /> : null}
    </div>
  )
}
