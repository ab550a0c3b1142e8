import { useEffect, useRef } from 'react'

/** Long enough to see that a scanner goes on, too short for a person to notice. */
const QUIET_MS = 60

/**
 * Single keys that act while no field has the focus. They wait until it is certain that they are not the beginning of
 * a scanner’s burst.
 * @param act does what the key stands for, and says whether it stands for anything
 */
export function useSingleKeys(act: (key: string) => (() => void) | undefined): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    function onKeyDown(event: KeyboardEvent): void {
      clearTimeout(waiting)
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isField(event.target)) return
      const action = latest.current(event.key)
      if (action) waiting = setTimeout(action, QUIET_MS)
    }
    // Before the routing of scans, which keeps their Enter to itself.
    document.defaultView?.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      clearTimeout(waiting)
      document.defaultView?.removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [])
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
