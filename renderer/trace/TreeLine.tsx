import { IconChevronRight } from '@tabler/icons-react'
import { memo } from 'react'
import { Link } from 'wouter'
import { sayDay } from '../../shared/words/day.ts'
import { whatLooks } from './icons.ts'
import { tracePath } from './nodes.ts'
import { RowMarks } from './RowMarks.tsx'
import type { FilteredLine } from './treeFilter.ts'
import styles from './Tree.module.css'
import { sayWord } from '../../shared/words/say.ts'

/** Deeper levels do not move further in, so that a long chain stays readable; their number is shown. */
const DEEPEST = 7

interface TreeLineProps {
  readonly measure: (element: HTMLElement | null) => void
  readonly index: number
  /** Pixels from the top of the tree. */
  readonly top: number
  readonly line: FilteredLine
  /** Whether it is the one line in the tab order. */
  readonly reached: boolean
  readonly last: boolean
  readonly waiting: boolean
  readonly serial: number | null
}

/**
 * One line: what it is, where it leads, how much passed, and how well that is known. Drawn again only where it changed:
 * a step to the next line changes two of all that are in view.
 */
export const TreeLine = memo(function TreeLine(props: TreeLineProps) {
  const { measure, index, top, line, reached, last, waiting, serial } = props
  const { row, level, open, bare } = line
  const { icon: Icon, word } = whatLooks[row.what]
  const opens = row.opens && !bare
  const text = (
    <>
      <span className={styles['label']}>{row.label}</span>
      <span className={styles['detail']}>{row.detail}</span>
    </>
  )
  return (
    <div
      ref={measure}
      data-index={index}
      data-last={last || undefined}
      role="treeitem"
      tabIndex={reached ? 0 : -1}
      aria-level={level}
      aria-posinset={line.at}
      aria-setsize={line.of}
      aria-expanded={opens ? open : undefined}
      aria-busy={waiting || undefined}
      className={[styles['line'], opens ? styles['opens'] : '', line.isWay ? styles['way'] : ''].join(' ')}
      style={{ transform: `translateY(${top}px)`, paddingLeft: Math.min(level - 1, DEEPEST) * 26 }}
    >
      <span className={styles['chevron']} aria-hidden>
        {opens ? <IconChevronRight size={22} stroke={2} className={open ? styles['turned'] : undefined} /> : null}
      </span>
      <span className={styles['icon']}>
        <Icon size={22} stroke={1.7} aria-hidden />
        <span className={styles['spoken']}>{sayWord(word)}: </span>
      </span>
      <span className={styles['middle']}>
        {row.node ? (
          <Link href={tracePath(row.node)} tabIndex={-1} className={styles['link']}>
            {text}
          </Link>
        ) : (
          <span className={styles['words']}>{text}</span>
        )}
        <RowMarks line={line} serial={serial} deep={level - 1 > DEEPEST} />
      </span>
      <span className={styles['figures']}>
        <span className={styles['quantity']}>{row.quantity}</span>
        {row.day !== null && !row.detail.includes(sayDay(row.day)) ? (
          <span className={styles['day']}>{sayDay(row.day)}</span>
        ) : null}
      </span>
    </div>
  )
})
