import { type PointerEvent, useRef } from 'react'
import type { Design } from './design.ts'
import { type Handle, moved, resized, type Selection, snapped } from './editing.ts'
import type { EditedDesign } from './useDesign.ts'

interface DragOptions {
  readonly edited: EditedDesign
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly pixelsPerMm: number
}

interface Dragging {
  readonly x: number
  readonly y: number
  readonly design: Design
  readonly selection: Selection
  readonly at: number
  readonly handle: Handle | null
  readonly name: string
}

/** Moves and sizes elements with the mouse, a pen or a finger, snapping to half a mm; with Alt to a tenth. */
export function useDrag({ edited, selection, onSelect, pixelsPerMm }: DragOptions) {
  const dragging = useRef<Dragging>(undefined)

  function press(event: PointerEvent, at: number, handle: Handle | null): void {
    if (event.button !== 0) return
    event.stopPropagation()
    event.preventDefault()
    const next = handle ? selection : pressed(selection, at, event.shiftKey || event.ctrlKey || event.metaKey)
    dragging.current = {
      x: event.clientX,
      y: event.clientY,
      design: edited.design,
      selection: next,
      at,
      handle,
      name: `drag ${event.timeStamp}`,
    }
    onSelect(next)
    const frame = event.currentTarget.closest<HTMLElement>('[data-element]')
    frame?.focus({ preventScroll: true })
    event.currentTarget.closest('[data-canvas]')?.setPointerCapture(event.pointerId)
  }

  function onPointerMove(event: PointerEvent): void {
    const drag = dragging.current
    const place = drag?.design.elements[drag.at]?.place
    if (!drag || !place) return
    const [x, y] = [(event.clientX - drag.x) / pixelsPerMm, (event.clientY - drag.y) / pixelsPerMm]
    if (Math.max(Math.abs(event.clientX - drag.x), Math.abs(event.clientY - drag.y)) < 3 && !drag.handle) return
    const toGrid = (start: number, by: number) =>
      event.altKey ? Math.round(by * 10) / 10 : snapped(start + by) - start
    const { handle } = drag
    const next = handle
      ? resized(
          drag.design,
          drag.selection,
          handle,
          toGrid(handle.x === -1 ? place.xMm : place.xMm + place.widthMm, x),
          toGrid(handle.y === -1 ? place.yMm : place.yMm + place.heightMm, y),
        )
      : moved(drag.design, drag.selection, toGrid(place.xMm, x), toGrid(place.yMm, y))
    edited.change(next, drag.name)
  }

  const end = () => {
    dragging.current = undefined
  }
  return {
    press,
    isPressed: () => dragging.current !== undefined,
    canvas: { onPointerMove, onPointerUp: end, onPointerCancel: end, onLostPointerCapture: end },
  }
}

/** With Shift or Ctrl an element joins or leaves those that are selected. */
function pressed(selection: Selection, at: number, adds: boolean): Selection {
  if (!adds) return selection.has(at) ? selection : new Set([at])
  const next = new Set(selection)
  if (!next.delete(at)) next.add(at)
  return next
}
