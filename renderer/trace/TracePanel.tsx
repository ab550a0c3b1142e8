import { Button, Loader } from '@mantine/core'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { Direction, Period, TraceNode } from '../../shared/api/trace.ts'
import { Answered } from '../ui/Answered.tsx'
import { Card } from '../ui/Page.tsx'
import { countOf } from '../ui/words.ts'
import { FilterFields } from './FilterFields.tsx'
import { directionTitles, nothingThere } from './sentences.ts'
import styles from './Trace.module.css'
import { Tree } from './Tree.tsx'
import { distinct, filterLines, isFiltering, noFilter } from './treeFilter.ts'
import { useGrowth } from './useGrowth.ts'

/** A tree this short is seen at a glance. */
const GLANCE = 8

interface TracePanelProps {
  readonly node: TraceNode
  readonly direction: Direction
  readonly serial: number | null
  /** Days of what is listed first, where the start stands for many. */
  readonly period: Period
}

/** One direction of a trace: its tree, and what helps to read a long one. */
export function TracePanel({ node, direction, serial, period }: TracePanelProps) {
  const growth = useGrowth(node, direction, period)
  const { first, lines, waiting, busy, cutFrom, toggle, expandAll, expandBeside, collapse } = growth
  const [filter, setFilter] = useState(noFilter)
  const shown = useMemo(() => filterLines(lines, filter), [lines, filter])
  const title = directionTitles[direction]
  const grows = lines.some((line) => line.row.opens)

  // What is asked for may be further down than anybody has looked.
  const filters = isFiltering(filter)
  const openForFilter = useEffectEvent(() => void expandAll())
  useEffect(() => {
    if (filters) openForFilter()
  }, [filters])

  return (
    <Card
      title={title}
      aside={
        <output className={styles['count']}>
          {busy ? <Loader size={16} aria-label="Opening" /> : null}
          {countsOf(
            shown.filter(({ isWay }) => !isWay),
            lines.length,
          )}
        </output>
      }
    >
      <Answered answer={first}>
        {(top) =>
          top.length === 0 ? (
            <p className={styles['nothing']}>{nothingThere(node.kind, direction)}</p>
          ) : (
            <>
              {grows || lines.length > GLANCE ? (
                <FilterFields of={title} filter={filter} onChange={setFilter}>
                  <Button variant="default" disabled={busy || !grows} onClick={() => void expandAll()}>
                    Expand all
                  </Button>
                  <Button variant="default" disabled={!lines.some((line) => line.open)} onClick={collapse}>
                    Collapse
                  </Button>
                </FilterFields>
              ) : null}
              {cutFrom === null ? null : (
                <output className={styles['cut']}>
                  There are {countOf(cutFrom, 'line')} below, more than can be open at once. Open what you need line by
                  line, or print the list to have every one.
                </output>
              )}
              {shown.length === 0 ? (
                <p className={styles['nothing']}>
                  {filters
                    ? 'No line fits these filters. Change them, or press “Show all”.'
                    : `No open line holds “${filter.words}”. Expand all to look further down.`}
                </p>
              ) : (
                <Tree
                  label={title}
                  lines={shown}
                  waiting={waiting}
                  serial={serial}
                  onToggle={(line) => void toggle(line)}
                  onExpandBeside={(line) => void expandBeside(line)}
                />
              )}
            </>
          )
        }
      </Answered>
    </Card>
  )
}

/** How many lines are shown, and how many batches and lots they are, each counted once. */
function countsOf(shown: Parameters<typeof distinct>[0], all: number): string {
  if (all === 0) return ''
  const { batches, lots } = distinct(shown)
  const lines =
    shown.length < all ? `${shown.length.toLocaleString('en-US')} of ${countOf(all, 'line')}` : countOf(all, 'line')
  return [lines, batches > 0 ? countOf(batches, 'batch') : '', lots > 0 ? countOf(lots, 'lot') : '']
    .filter(Boolean)
    .join(', ')
}
