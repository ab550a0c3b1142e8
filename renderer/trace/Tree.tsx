import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useLocation } from 'wouter'
import type { FilteredLine } from './treeFilter.ts'
import { tracePath } from './nodes.ts'
import styles from './Tree.module.css'
import { TreeLine } from './TreeLine.tsx'
import { treeMove } from './treeKeys.ts'

/** What most lines are high; the others are measured. */
const LINE_PX = 64

interface TreeProps {
  readonly label: string
  readonly lines: readonly FilteredLine[]
  /** Lines whose next level is on its way. */
  readonly waiting: ReadonlySet<number>
  /** The serial that was asked for: the line that holds it is marked. */
  readonly serial: number | null
  readonly onToggle: (line: FilteredLine) => void
  readonly onExpandBeside: (line: FilteredLine) => void
}

/** A tree of any size by keyboard, mouse and screen reader: only the lines in view are in the page. */
export function Tree({ label, lines, waiting, serial, onToggle, onExpandBeside }: TreeProps) {
  const [, go] = useLocation()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<number>()
  // One line is in the tab order; where it went away with a closed branch or the filter, the first one is.
  const activeAt = Math.max(
    0,
    lines.findIndex((line) => line.id === active),
  )
  const takesFocus = useRef(false)
  const rangeExtractor = useCallback(
    (range: Range) => [...new Set([...defaultRangeExtractor(range), activeAt])].toSorted((a, b) => a - b),
    [activeAt],
  )
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    getItemKey: (at) => lines[at]?.id ?? at,
    rangeExtractor,
    overscan: 6,
    useFlushSync: false,
  })

  useLayoutEffect(() => {
    if (!takesFocus.current) return
    takesFocus.current = false
    virtual.scrollToIndex(activeAt)
    scroller.current?.querySelector<HTMLElement>(`[data-index="${activeAt}"]`)?.focus({ preventScroll: true })
  })

  function moveTo(at: number): void {
    takesFocus.current = true
    setActive(lines[at]?.id)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const line = lines[activeAt]
    const move = treeMove(event.key, lines, activeAt)
    if (!move || !line) return
    event.preventDefault()
    if (move.do === 'go') moveTo(move.to)
    else if (move.do === 'toggle') onToggle(line)
    else if (move.do === 'beside') onExpandBeside(line)
    else if (line.row.node) go(tracePath(line.row.node))
  }

  /** A mouse or a screen reader may go to any line, not only to the one in the tab order. */
  function onFocus({ target }: FocusEvent): void {
    setActive(lines[indexAt(target)]?.id)
  }

  function onClick({ target }: MouseEvent): void {
    if (!(target instanceof Element) || target.closest('a')) return
    const at = indexAt(target)
    const line = lines[at]
    if (!line) return
    moveTo(at)
    if (line.row.opens && !line.bare) onToggle(line)
  }

  return (
    <div ref={scroller} className={styles['scroller']}>
      <div
        role="tree"
        tabIndex={-1}
        aria-label={label}
        className={styles['tree']}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={onFocus}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          return line ? (
            <TreeLine
              key={line.id}
              measure={virtual.measureElement}
              index={index}
              top={start}
              line={line}
              reached={index === activeAt}
              last={index === lines.length - 1}
              waiting={waiting.has(line.id)}
              serial={serial}
            />
          ) : null
        })}
      </div>
    </div>
  )
}

/** Which line an element of the page is in, −1 for none. */
function indexAt(element: Element): number {
  return Number(element.closest('[data-index]')?.getAttribute('data-index') ?? -1)
}
