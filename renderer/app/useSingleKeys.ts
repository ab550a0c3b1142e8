import { type RefObject, useEffect, useRef } from 'react'
import { SCANNED } from './scan.ts'

/** Long enough to see that a scanner goes on, too short for a person to notice. */
const QUIET_MS = 60

/**
 * Single keys that act while no field has the focus. They wait until it is certain that they are not the beginning of
 * a scanner’s burst.
 * @param act does what the key stands for, and says whether it stands for anything
 * @param within a part of the screen, marked with `data-own-keys`, in which keys mean what they mean nowhere else
 */
export function useSingleKeys(
  act: (key: string) => (() => void) | undefined,
  within?: RefObject<HTMLElement | null>,
): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    function onKeyDown(event: KeyboardEvent): void {
      clearTimeout(waiting)
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isField(event.target)) return
      if (belongsElsewhere(event.target, within?.current)) return
      const action = latest.current(event.key)
      // What the thing with the focus has made of the key by then was meant.
      if (action) waiting = setTimeout(() => (event.defaultPrevented ? undefined : action()), QUIET_MS)
    }
    // The routing of scans keeps their Enter to itself, and says so.
    const forget = () => clearTimeout(waiting)
    window.addEventListener('keydown', onKeyDown, { capture: true })
    window.addEventListener(SCANNED, forget)
    return () => {
      forget()
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      window.removeEventListener(SCANNED, forget)
    }
  }, [within])
}

function belongsElsewhere(target: EventTarget | null, own: HTMLElement | null | undefined): boolean {
  const part = target instanceof Element ? target.closest('[data-own-keys]') : null
  return part !== (own ?? null)
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
