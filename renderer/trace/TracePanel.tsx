import { Button, Loader, TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Direction, Period, TraceNode } from '../../shared/api/trace.ts'
import { Answered } from '../ui/Answered.tsx'
import { Card } from '../ui/Page.tsx'
import { countOf } from '../ui/words.ts'
import { filterLines } from './growth.ts'
import { directionTitles, nothingThere } from './sentences.ts'
import styles from './Trace.module.css'
import { Tree } from './Tree.tsx'
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
  const { first, lines, waiting, busy, cutFrom, toggle, expandAll, expandBeside, collapse } = useGrowth(
    node,
    direction,
    period,
  )
  const [filter, setFilter] = useState('')
  const shown = useMemo(() => filterLines(lines, filter), [lines, filter])
  const title = directionTitles[direction]
  const grows = lines.some((line) => line.row.opens)

  return (
    <Card
      title={title}
      aside={
        <output className={styles['count']}>
          {busy ? <Loader size={16} aria-label="Opening" /> : null}
          {filter ? `${shown.length.toLocaleString('en-US')} of ` : ''}
          {lines.length > 0 ? countOf(lines.length, 'line') : ''}
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
                <div className={styles['tools']}>
                  <TextInput
                    aria-label={`Filter the open lines of ${title}`}
                    placeholder="Filter the open lines"
                    leftSection={<IconFilter size={18} aria-hidden />}
                    value={filter}
                    onChange={(event) => setFilter(event.currentTarget.value)}
                    onKeyDown={(event) => (event.key === 'Escape' ? setFilter('') : undefined)}
                  />
                  <Button variant="default" h={44} disabled={busy || !grows} onClick={() => void expandAll()}>
                    Expand all
                  </Button>
                  <Button variant="default" h={44} disabled={!lines.some((line) => line.open)} onClick={collapse}>
                    Collapse
                  </Button>
                </div>
              ) : null}
              {cutFrom === null ? null : (
                <output className={styles['cut']}>
                  There are {countOf(cutFrom, 'line')} below, more than can be open at once. Open what you need line by
                  line, or print the list to have every one.
                </output>
              )}
              {shown.length === 0 ? (
                <p className={styles['nothing']}>No open line holds “{filter}”. Expand all to look further down.</p>
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
