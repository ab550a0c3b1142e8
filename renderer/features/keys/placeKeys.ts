import type { KeySection } from '../../app/keySections.ts'
import type { Place } from '../../app/places.ts'

/** The keys of the places on the rail, each with its second one: F1 and Ctrl+1 (useAppKeys.ts). */
export function placeKeys(places: readonly Place[]): KeySection['keys'] {
  return Object.fromEntries(
    places.map(({ name, key }, at) => [name, { key: `${key} Control+${at + 1}`, does: name }] as const),
  )
}
