import type { RefObject } from 'react'
import { type KeySection, type KeySections, keySections } from './keySections.ts'
import { useSingleKeys } from './useSingleKeys.ts'

/** What each key of a section does now; undefined where it does nothing at the moment. */
type Actions<S extends keyof KeySections> = {
  readonly [K in keyof KeySections[S]['keys']]: ((key: string) => void) | undefined
}

/**
 * The single keys of a part of a screen, each under its name in keySections.ts. They act while no field has the focus.
 * @param within see useSingleKeys
 */
export function useSectionKeys<S extends keyof KeySections>(
  section: S,
  actions: Actions<S>,
  within?: RefObject<HTMLElement | null>,
): void {
  const { keys }: KeySection = keySections[section]
  const acts: Readonly<Record<string, ((key: string) => void) | undefined>> = actions
  useSingleKeys((pressed) => {
    const name = Object.keys(keys).find((each) => keys[each]?.key.split(' ').includes(pressed.toUpperCase()))
    const act = name === undefined ? undefined : acts[name]
    return act && (() => act(pressed))
  }, within)
}
