import { useMemo } from 'react'
import { type Layout, pathOf, type Point } from '../../../shared/domain/graphLayout.ts'
import { quantitiesOf } from '../../../shared/domain/graphText.ts'
import type { ShownEdge } from '../../../shared/domain/traceGraph.ts'
import styles from './Graph.module.css'

interface LinesProps {
  readonly lines: Layout<ShownEdge>['lines']
  readonly way: ReadonlySet<string>
  readonly isNear: (point: Point) => boolean
}

/** What passes from box to box; the boxes say the same in words. */
export function Lines({ lines, way, isNear }: LinesProps) {
  const quantities = useMemo(() => quantitiesOf(lines), [lines])
  const near = lines.length <= MANY ? lines : lines.filter(({ points }) => points.some(isNear))
  return (
    <g aria-hidden>
      {near.map(({ edge, points }) => {
        const isWay = way.has(edge.from) && way.has(edge.to)
        return (
          <path
            key={`${edge.from} ${edge.to}`}
            className={`${styles['line']} ${isWay ? styles['onWay'] : ''}`}
            d={pathOf(points)}
          />
        )
      })}
      {/* After all lines: none crosses what is written. */}
      {(lines.length <= MANY ? quantities : quantities.filter(({ points }) => points.some(isNear))).map(
        ({ edge, text, x, y, anchor }) => (
          <text key={`${edge.from} ${edge.to}`} className={styles['quantity']} x={x} y={y} textAnchor={anchor}>
            {text}
          </text>
        ),
      )}
    </g>
  )
}

const MANY = 300
