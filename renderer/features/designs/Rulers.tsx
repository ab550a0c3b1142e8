import styles from './Canvas.module.css'

const THICK = 22

interface RulerProps {
  readonly lengthMm: number
  readonly pixelsPerMm: number
  readonly down?: boolean
}

/** A ruler along an edge of the label: a tick for every mm where there is room, a number for every tenth. */
export function Ruler({ lengthMm, pixelsPerMm, down = false }: RulerProps) {
  const length = lengthMm * pixelsPerMm
  const every = pixelsPerMm >= 4 ? 1 : 5
  const ticks = Array.from({ length: Math.floor(lengthMm / every) + 1 }, (_, at) => at * every)
  return (
    <svg
      className={styles[down ? 'rulerDown' : 'rulerAcross']}
      width={down ? THICK : length}
      height={down ? length : THICK}
      aria-hidden
    >
      {ticks.map((mm) => {
        const at = mm * pixelsPerMm
        const from = THICK - (mm % 10 === 0 ? 12 : mm % 5 === 0 ? 8 : 4)
        return (
          <g key={mm}>
            {down ? <line x1={from} x2={THICK} y1={at} y2={at} /> : <line x1={at} x2={at} y1={from} y2={THICK} />}
            {mm % 10 === 0 && mm > 0 ? (
              down ? (
                <text x={0} y={at - 3}>
                  {mm}
                </text>
              ) : (
                <text x={at - 3} y={10} textAnchor="end">
                  {mm}
                </text>
              )
            ) : null}
          </g>
        )
      })}
    </svg>
  )
}
