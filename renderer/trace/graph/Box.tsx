import { nodeSize, type Point } from '../../../shared/domain/graphLayout.ts'
import { boxText } from '../../../shared/domain/graphText.ts'
import type { Shown } from '../../../shared/domain/traceGraph.ts'
import styles from './Graph.module.css'

interface BoxProps {
  readonly shown: Shown
  readonly at: Point
  readonly label: string
  /** Whether Enter opens it: a group, or a thing with a trace of its own. */
  readonly opens: boolean
  readonly asked: boolean
  /** On the way that is marked. */
  readonly way: boolean
  /** The one box in the tab order. */
  readonly reached: boolean
}

/** One thing of the graph, or many alike folded into one. */
export function Box({ shown, at, label, opens, asked, way, reached }: BoxProps) {
  const { width, height } = nodeSize
  const { head, name, detail } = boxText(shown)
  const top = head ? 43 : 36
  const role = shown.isGroup ? 'button' : opens ? 'link' : 'img'
  const look = [styles['box'], asked ? styles['asked'] : '', way ? styles['way'] : '', opens ? styles['opens'] : '']
  // The spaces between the words of a box keep them apart for those who read what is seen, not drawn.
  return (
    <g
      role={role}
      aria-label={label}
      aria-expanded={shown.isGroup ? false : undefined}
      aria-current={asked || undefined}
      tabIndex={reached ? 0 : -1}
      data-key={shown.key}
      className={look.join(' ')}
      transform={`translate(${at.x} ${at.y})`}
    >
      {shown.isGroup ? <rect className={styles['behind']} x={5} y={5} width={width} height={height} rx={10} /> : null}
      <rect className={styles['front']} width={width} height={height} rx={10} />
      <text aria-hidden className={styles['head']} x={14} y={22}>
        {head}
      </text>{' '}
      {name.map((text, line) => (
        <text aria-hidden key={`${line} ${text}`} className={styles['name']} x={14} y={top + 19 * line}>
          {`${text} `}
        </text>
      ))}
      {detail.map((text, line) => (
        <text
          aria-hidden
          key={`${line} ${text}`}
          className={styles['detail']}
          x={14}
          y={top + 19 * name.length + 2 + 14 * line}
        >
          {`${text} `}
        </text>
      ))}
    </g>
  )
}
