import { Button, Loader } from '@mantine/core'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { countOf } from '../../shared/words/counted.ts'
import type { Direction, Period, TraceNode } from '../../shared/api/trace.ts'
import { Answered } from '../ui/Answered.tsx'
import { Card } from '../ui/Page.tsx'
import { FilterFields } from './FilterFields.tsx'
import { nothingThere, titleOf } from './sentences.ts'
import styles from './Trace.module.css'
import { Tree } from './Tree.tsx'
import { distinct, filterLines, isFiltering, noFilter } from './treeFilter.ts'
import { useGrowth } from './useGrowth.ts'
import { say, sayNumber } from '../../shared/words/say.ts'

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
  const title = titleOf(direction)
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
          {busy ? <Loader size={16} aria-label={say('Opening')} /> : null}
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
                    {say('Expand all')}
                  </Button>
                  <Button variant="default" disabled={!lines.some((line) => line.open)} onClick={collapse}>
                    {say('Collapse')}
                  </Button>
                </FilterFields>
              ) : null}
              {cutFrom === null ? null : (
                <output className={styles['cut']}>
                  {say(
                    'There are {lines} below, more than can be open at once. Open what you need line by line, or print the list to have every one.',
                    { lines: countOf(cutFrom, 'line') },
                  )}
                </output>
              )}
              {shown.length === 0 ? (
                <p className={styles['nothing']}>
                  {filters
                    ? say('No line fits these filters. Change them, or press “Show all”.')
                    : say('No open line holds “{words}”. Expand all to look further down.', { words: filter.words })}
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
  const whole = countOf(all, 'line')
  const lines = shown.length < all ? say('{count} of {lines}', { count: sayNumber(shown.length), lines: whole }) : whole
  return [lines, batches > 0 ? countOf(batches, 'batch') : '', lots > 0 ? countOf(lots, 'lot') : '']
    .filter(Boolean)
    .join(', ')
}
