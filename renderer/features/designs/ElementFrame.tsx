import type { PointerEvent } from 'react'
import styles from './Canvas.module.css'
import type { Element } from './design.ts'
import { type Handle, turnOf } from './editing.ts'
import { say } from '../../../shared/words/say.ts'

interface ElementFrameProps {
  readonly at: number
  readonly element: Element
  readonly name: string
  readonly pixelsPerMm: number
  readonly selected: boolean
  /** Nothing else is selected: it has handles. */
  readonly alone: boolean
  /** Something of it stops the label from being printed. */
  readonly fault: boolean
  readonly onFocus: () => void
  readonly onPress: (event: PointerEvent, at: number, handle: Handle | null) => void
  readonly onOpen: () => void
}

const handles: readonly (Handle & { readonly name: string })[] = [-1, 0, 1].flatMap((y) =>
  [-1, 0, 1].flatMap((x) => (x === 0 && y === 0 ? [] : [{ x: x as -1, y: y as -1, name: `${x} ${y}` }])),
)

/** The frame about an element: Tab reaches it, arrows move it, Shift and arrows size it, Enter leads to its fields. */
export function ElementFrame(props: ElementFrameProps) {
  const { at, element, name, pixelsPerMm, selected, alone, fault, onFocus, onPress, onOpen } = props
  const { xMm, yMm, widthMm, heightMm } = element.place
  const turn = turnOf(element)
  const values = { width: widthMm, height: heightMm, x: xMm, y: yMm, turn }
  const where =
    turn === 0
      ? say('{width} × {height} mm at {x}, {y}', values)
      : say('{width} × {height} mm at {x}, {y}, turned by {turn}°', values)
  return (
    <button
      type="button"
      className={`${styles['frame']} ${selected ? styles['selected'] : ''} ${fault ? styles['fault'] : ''}`}
      style={{
        left: xMm * pixelsPerMm,
        top: yMm * pixelsPerMm,
        width: widthMm * pixelsPerMm,
        height: heightMm * pixelsPerMm,
      }}
      data-element={at}
      aria-label={fault ? say('{name}, {where}, cannot be printed so', { name, where }) : `${name}, ${where}`}
      aria-pressed={selected}
      aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown Shift+ArrowRight Shift+ArrowDown Delete"
      onFocus={onFocus}
      onPointerDown={(event) => onPress(event, at, null)}
      // A click by keyboard has no detail.
      onClick={(event) => (event.detail === 0 ? onOpen() : undefined)}
      onDoubleClick={onOpen}
    >
      {selected && alone
        ? handles.map(({ x, y, name: corner }) => (
            <span
              key={corner}
              className={styles['handle']}
              data-handle={corner}
              style={{
                left: `${(x + 1) * 50}%`,
                top: `${(y + 1) * 50}%`,
                cursor: x === 0 ? 'ns-resize' : y === 0 ? 'ew-resize' : x === y ? 'nwse-resize' : 'nesw-resize',
              }}
              onPointerDown={(event) => onPress(event, at, { x, y })}
            />
          ))
        : null}
    </button>
  )
}
