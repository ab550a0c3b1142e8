import type { KeyboardEvent } from 'react'
import { dotsPerMm } from '../../../shared/labels/template.ts'
import type { AnswerOf } from '../../api/door.ts'
import { Dots } from '../labels/Dots.tsx'
import styles from './Canvas.module.css'
import { elementName } from './design.ts'
import { moved, removed, resized, type Selection, STEP_MM } from './editing.ts'
import { focusFrame } from './frames.ts'
import { ElementFrame } from './ElementFrame.tsx'
import { Ruler } from './Rulers.tsx'
import { useDrag } from './useDrag.ts'
import type { EditedDesign } from './useDesign.ts'
import { say } from '../../../shared/words/say.ts'

export interface CanvasProps {
  readonly edited: EditedDesign
  /** As it prints, once it was drawn. */
  readonly drawn: AnswerOf<'designs', 'draw'> | undefined
  readonly dpi: 203 | 300
  /** Pixels of the screen for a dot of the print head. */
  readonly scale: number
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  /** Leads from a frame to the fields of its element. */
  readonly onOpen: () => void
}

/** The label as it prints, with a frame about each element that is moved and sized by mouse and by keys. */
export function Canvas({ edited, drawn, dpi, scale, selection, onSelect, onOpen }: CanvasProps) {
  const { design, change } = edited
  const pixelsPerMm = dotsPerMm(dpi) * scale
  const drag = useDrag({ edited, selection, onSelect, pixelsPerMm })
  const faults = drawn?.faults ?? []

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey) return
    const withControl = event.ctrlKey || event.metaKey
    if (withControl && event.key.toLowerCase() === 'a') onSelect(new Set(design.elements.keys()))
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (selection.size === 0) return
      const [first = 0] = [...selection].toSorted((a, b) => a - b)
      change(removed(design, selection))
      onSelect(new Set())
      focusFrame(Math.min(first, design.elements.length - selection.size - 1))
    } else if (event.key === 'Escape') onSelect(new Set())
    else {
      const arrow = arrows[event.key]
      if (!arrow) return
      const step = withControl ? STEP_MM / 5 : STEP_MM
      const by = [arrow[0] * step, arrow[1] * step] as const
      const doing = event.repeat ? 'arrows held' : undefined
      const [x, y] = [arrow[0] === 0 ? 0 : 1, arrow[1] === 0 ? 0 : 1] as const
      change(event.shiftKey ? resized(design, selection, { x, y }, ...by) : moved(design, selection, ...by), doing)
    }
    event.preventDefault()
  }

  return (
    <div className={styles['table']}>
      <div className={styles['grid']}>
        <span />
        <Ruler lengthMm={design.widthMm} pixelsPerMm={pixelsPerMm} />
        <Ruler lengthMm={design.heightMm} pixelsPerMm={pixelsPerMm} down />
        {/* Pressing beside the frames lets go of them; by keyboard Escape does. */}
        <fieldset
          className={styles['label']}
          aria-label={say('The label, {width} × {height} mm', {
            width: design.widthMm,
            height: design.heightMm,
          })}
          data-own-keys=""
          data-canvas=""
          style={{ width: design.widthMm * pixelsPerMm, height: design.heightMm * pixelsPerMm }}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => (event.target === event.currentTarget ? onSelect(new Set()) : undefined)}
          {...drag.canvas}
        >
          <div className={styles['ink']}>{drawn ? <Dots raster={drawn} scale={scale} /> : null}</div>
          {design.shape === 'round' ? <div className={styles['round']} /> : null}
          {design.elements.map((element, at) => (
            <ElementFrame
              key={at}
              at={at}
              element={element}
              name={elementName(element)}
              pixelsPerMm={pixelsPerMm}
              selected={selection.has(at)}
              alone={selection.size === 1}
              fault={faults.some((fault) => fault.element === at && fault.stops)}
              onFocus={() => (selection.has(at) || drag.isPressed() ? undefined : onSelect(new Set([at])))}
              onPress={drag.press}
              onOpen={onOpen}
            />
          ))}
        </fieldset>
      </div>
    </div>
  )
}

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
