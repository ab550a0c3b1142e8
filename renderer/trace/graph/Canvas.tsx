import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react'
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Layout, Point } from '../../../shared/domain/graphLayout.ts'
import { type Shown, type ShownEdge, type ShownGraph, wayTo } from '../../../shared/domain/traceGraph.ts'
import { Box } from './Box.tsx'
import styles from './Graph.module.css'
import { labelIndex, labelOf } from './labels.ts'
import { Lines } from './Lines.tsx'
import { stepTo } from './steps.ts'
import { brought, fitted, isNear, panned, type View, whole, zoomed } from './view.ts'
import { say } from '../../../shared/words/say.ts'

/** With more boxes than these only those near the part that is seen are in the page. */
const ALL_IN_PAGE = 150
const PAN_PX = 90
const ZOOM = 1.25

interface CanvasProps {
  readonly label: string
  readonly hints: string
  readonly shown: ShownGraph
  readonly layout: Layout<ShownEdge>
  readonly asked: string
  readonly sought: string | null
  /** The box that has, or would get, the focus. */
  readonly reached: string
  readonly onReach: (key: string) => void
  readonly canOpen: (shown: Shown) => boolean
  readonly onOpen: (shown: Shown) => void
  readonly onFold: (shown: Shown) => void
}

/** The drawing: seen in part, moved and zoomed by keys, wheel and pointer; arrows go from box to box. */
export function Canvas(props: CanvasProps) {
  const { label, hints, shown, layout, asked, sought, reached, onReach, canOpen, onOpen, onFold } = props
  const { ref: frame, width, height } = useElementSize()
  const svg = useRef<SVGSVGElement>(null)
  const [moved, setMoved] = useState<View>()
  /** Goes up when something is to be brought into view, also where it is the same as before. */
  const [calls, setCalls] = useState(0)
  // The drawing opens with the focus on what was asked, unless somebody is typing.
  const takesFocus = useRef(!/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? ''))
  const drag = useRef<{ readonly from: Point; readonly view: View; moved: boolean } | null>(null)
  const seen = useMemo(() => ({ width, height }), [width, height])
  const around = layout.at.get(asked) ?? { x: 0, y: 0 }
  const view = moved ?? fitted(layout, seen, around)
  const middle = { x: width / 2, y: height / 2 }
  const byKey = useMemo(() => new Map(shown.nodes.map((node) => [node.key, node])), [shown])
  const words = useMemo(() => labelIndex(shown), [shown])
  const way = useMemo(
    () => wayTo(reached === asked ? (sought ?? asked) : reached, shown),
    [reached, asked, sought, shown],
  )
  const boxes =
    shown.nodes.length <= ALL_IN_PAGE
      ? shown.nodes
      : shown.nodes.filter(({ key }) => key === reached || isNear(view, layout.at.get(key) ?? around, seen))

  // A wheel that is listened to by React cannot keep the page where it is.
  useEffect(() => {
    const element = svg.current
    function onWheel(event: WheelEvent): void {
      event.preventDefault()
      const box = element?.getBoundingClientRect()
      const at = { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) }
      setMoved((now) => {
        const from = now ?? view
        if (event.ctrlKey || event.metaKey) return zoomed(from, Math.exp(-event.deltaY / 300), at)
        const by = event.shiftKey ? { x: event.deltaY, y: 0 } : { x: event.deltaX, y: event.deltaY }
        return panned(from, by)
      })
    }
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  })

  // The drawing or the box that was reached has changed: it is brought into view, and gets the focus where it had it.
  const follow = useEffectEvent(() => {
    const box = layout.at.get(reached)
    if (!takesFocus.current || !box || width === 0) return
    takesFocus.current = false
    setMoved((now) => brought(now ?? fitted(layout, seen, around), box, seen))
    svg.current?.querySelector<SVGGElement>(`[data-key="${CSS.escape(reached)}"]`)?.focus({ preventScroll: true })
    svg.current?.parentElement?.scrollIntoView({ block: 'nearest' })
  })
  useLayoutEffect(() => follow(), [reached, layout, calls, width])

  function reach(key: string): void {
    takesFocus.current = true
    setCalls((now) => now + 1)
    onReach(key)
  }

  function open(node: Shown): void {
    if (!canOpen(node)) return
    takesFocus.current = true
    onOpen(node)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = actionOf(event.key, event.shiftKey)
    if (!act) return
    event.preventDefault()
    act()
  }

  function actionOf(key: string, isShifted: boolean): (() => void) | undefined {
    const node = byKey.get(reached)
    const pan = isShifted ? pans[key] : undefined
    if (pan) return () => setMoved(panned(view, pan))
    if (key === '+' || key === '=') return () => setMoved(zoomed(view, ZOOM, middle))
    if (key === '-') return () => setMoved(zoomed(view, 1 / ZOOM, middle))
    if (key === '0') return () => setMoved(whole(layout, seen))
    if (key === 'Home') return () => reach(asked)
    if ((key === 'Enter' || key === ' ') && node) return () => open(node)
    if (key === 'Backspace' && node && node.within.length > 0)
      return () => {
        takesFocus.current = true
        onFold(node)
      }
    const next = stepTo(key, reached, layout)
    if (next !== undefined) return () => reach(next)
    return key.startsWith('Arrow') ? () => undefined : undefined
  }

  function onPointerDown(event: PointerEvent<SVGSVGElement>): void {
    if (event.button !== 0) return
    drag.current = { from: { x: event.clientX, y: event.clientY }, view, moved: false }
  }

  function onPointerMove(event: PointerEvent<SVGSVGElement>): void {
    const from = drag.current
    if (!from) return
    const by = { x: from.from.x - event.clientX, y: from.from.y - event.clientY }
    if (!from.moved && Math.hypot(by.x, by.y) < 5) return
    if (!from.moved) event.currentTarget.setPointerCapture(event.pointerId)
    from.moved = true
    setMoved(panned(from.view, by))
  }

  function onPointerUp(event: PointerEvent<SVGSVGElement>): void {
    const wasDrag = drag.current?.moved === true
    drag.current = null
    const node = byKey.get(keyAt(event.target))
    if (wasDrag || !node) return
    if (node.isGroup || node.key === reached) return open(node)
    reach(node.key)
  }

  return (
    <fieldset ref={frame} aria-label={label} aria-describedby={hints} className={styles['canvas']}>
      <div className={styles['zoom']}>
        {zoom(say('Zoom in'), <IconPlus size={20} aria-hidden />, () => setMoved(zoomed(view, ZOOM, middle)))}
        {zoom(say('Zoom out'), <IconMinus size={20} aria-hidden />, () => setMoved(zoomed(view, 1 / ZOOM, middle)))}
        {zoom(say('See the whole graph'), <IconArrowsMaximize size={20} aria-hidden />, () =>
          setMoved(whole(layout, seen)),
        )}
      </div>
      <svg
        ref={svg}
        role="presentation"
        className={styles['svg']}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => onReach(keyAt(target) || reached)}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          drag.current = null
        }}
      >
        {width === 0 ? null : (
          <g transform={`scale(${view.scale}) translate(${-view.x} ${-view.y})`}>
            <Lines lines={layout.lines} way={way} isNear={(point) => isNear(view, point, seen)} />
            {boxes.map((node) => {
              const at = layout.at.get(node.key)
              return at ? (
                <Box
                  key={node.key}
                  shown={node}
                  at={at}
                  label={labelOf(node, words, node.key === asked)}
                  opens={canOpen(node)}
                  asked={node.key === asked}
                  way={way.size > 1 && way.has(node.key)}
                  reached={node.key === reached}
                />
              ) : null
            })}
          </g>
        )}
      </svg>
    </fieldset>
  )
}

function zoom(label: string, icon: ReactNode, act: () => void) {
  return (
    <Button variant="default" w="var(--tb-target)" p={0} aria-label={label} title={label} onClick={act}>
      {icon}
    </Button>
  )
}

const pans: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -PAN_PX, y: 0 },
  ArrowRight: { x: PAN_PX, y: 0 },
  ArrowUp: { x: 0, y: -PAN_PX },
  ArrowDown: { x: 0, y: PAN_PX },
}

function keyAt(target: EventTarget): string {
  return target instanceof Element ? (target.closest('[data-key]')?.getAttribute('data-key') ?? '') : ''
}
