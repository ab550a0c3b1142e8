import { Button } from '@mantine/core'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import type { FieldValues } from 'react-hook-form'
import { keySections } from '../app/keySections.ts'
import { Caps } from '../ui/Caps.tsx'
import { FormProblem } from './FormFrame.tsx'
import styles from './SaveBar.module.css'
import type { CommandForm } from './useCommandForm.ts'

interface SaveBarProps<In extends FieldValues, Out extends FieldValues> {
  readonly command: CommandForm<In, Out>
  /** What the button does: `Save batch`. */
  readonly children: ReactNode
  readonly disabled?: boolean
  /** Of a form that is one card among others: it stays where the form ends. */
  readonly inPlace?: boolean
  /** Other ways out, beside it. */
  readonly aside?: ReactNode
}

/**
 * The large button that ends a form, with its key and with what stands in its way. Of a form that is longer than the
 * window it stays at the window's foot: a direct child of its form, so that it does so along the whole of it.
 */
export function SaveBar<In extends FieldValues, Out extends FieldValues>({
  command,
  children,
  disabled = false,
  inPlace = false,
  aside,
}: SaveBarProps<In, Out>) {
  const bar = useRef<HTMLDivElement>(null)
  useRoomForFocus(bar, inPlace)
  return (
    <div ref={bar} className={`${styles['bar']} ${inPlace ? styles['inPlace'] : ''}`}>
      <div className={styles['inside']}>
        <Button
          type="submit"
          size="lg"
          h="var(--save-height)"
          loading={command.busy}
          disabled={disabled}
          aria-keyshortcuts={keySections.form.keys.save.key}
        >
          {children}
        </Button>
        <span className={styles['key']}>
          <Caps of={keySections.form.keys.save.key} />
        </span>
        <FormProblem command={command} />
        {aside ? <span className={styles['aside']}>{aside}</span> : null}
      </div>
    </div>
  )
}

/** Keeps a field that gets the focus out from under the bar (WCAG 2.4.11), however high its words make it. */
function useRoomForFocus(bar: RefObject<HTMLDivElement | null>, inPlace: boolean): void {
  useEffect(() => {
    const { current } = bar
    if (!current || inPlace) return undefined
    const { style } = document.documentElement
    const watch = new ResizeObserver(() => {
      style.scrollPaddingBottom = `${current.offsetHeight}px`
    })
    watch.observe(current)
    return () => {
      watch.disconnect()
      style.scrollPaddingBottom = ''
    }
  }, [bar, inPlace])
}
