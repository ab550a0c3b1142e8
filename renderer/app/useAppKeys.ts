import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { mapPath } from './keyMapPath.ts'
import { isKey } from './keys.ts'
import { keySections } from './keySections.ts'
import type { Place } from './places.ts'
import { useSingleKeys } from './useSingleKeys.ts'

const { keys } = keySections.everywhere

/**
 * The keys that work everywhere: F1 and on, Ctrl+1 and on for the places, Ctrl+K or / for the finder, Ctrl+P to
 * print, ? for the map of all keys. The browser's own meanings (help, reload, find) are taken over, so that no key throws a form away.
 */
export function useAppKeys(places: readonly Place[]): void {
  const [path, go] = useLocation()
  useSingleKeys((key) => (key === keys.keys.key ? () => go(mapPath(path)) : undefined))
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const withControl = event.ctrlKey || event.metaKey
      const at =
        withControl && !event.altKey ? places[Number(event.key) - 1] : places.find((place) => place.key === event.key)
      if (at) go(at.path)
      else if (isKey(event, keys.finder) && (withControl || !isTyping(event.target))) focusFinder()
      else if (isKey(event, keys.print) && !event.defaultPrevented) window.print()
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
