import { type RefObject, useEffect, useState } from 'react'

/**
 * Whether a box needs a stop of the Tab key to be scrolled by keyboard (WCAG 2.1.1): there is more in it than it shows,
 * and nothing that takes the focus.
 */
export function useScrollStop(box: RefObject<HTMLElement | null>): boolean {
  const [needed, setNeeded] = useState(false)
  useEffect(() => {
    const { current } = box
    if (!current) return undefined
    const watch = new ResizeObserver(() => {
      const stops = current.querySelector('a[href], button, input, select, textarea, [tabindex]')
      setNeeded(!stops && current.scrollWidth > current.clientWidth)
    })
    watch.observe(current)
    for (const child of current.children) watch.observe(child)
    return () => watch.disconnect()
  }, [box])
  return needed
}
