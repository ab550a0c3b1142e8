import { useEffect } from 'react'
import { useLocation } from 'wouter'
import type { Place } from './places.ts'

/**
 * The keys that work everywhere: F1 and on, Ctrl+1 and on for the places, Ctrl+K or / for the finder, Ctrl+P to
 * print. The browser's own meanings (help, reload, find) are taken over, so that no key throws a form away.
 */
export function useAppKeys(places: readonly Place[]): void {
  const [, go] = useLocation()
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const withControl = event.ctrlKey || event.metaKey
      const at =
        withControl && !event.altKey ? places[Number(event.key) - 1] : places.find((place) => place.key === event.key)
      if (at) go(at.path)
      else if (withControl && event.key.toLowerCase() === 'k') focusFinder()
      else if (event.key === '/' && !isTyping(event.target)) focusFinder()
      else if (withControl && event.key.toLowerCase() === 'p' && !event.defaultPrevented) window.print()
      else if (!(withControl && event.key.toLowerCase() === 'r')) return undefined
      event.preventDefault()
      return undefined
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [go, places])
}

function focusFinder(): void {
  const finder = document.querySelector<HTMLInputElement>('#finder')
  finder?.focus()
  finder?.select()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
