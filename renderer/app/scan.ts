import { createContext, useContext, useEffect, useRef } from 'react'
import { scannedBefore, type TypedKey } from './burst.ts'
import { type FieldState, focusedField, restoreField } from './fieldState.ts'

/**
 * Takes a scanned text, or says false to leave it to whoever comes next.
 * @param stay a form on the screen is being filled in, and must not be left for what was scanned
 */
type ScanClaim = (text: string, stay: boolean) => boolean

/** Who takes scans: the screens, the one on top first, then who is at the laptop, and last the finder. */
export interface ScanClaims {
  /** Cards of commands and labels of things, which mean the same on every screen. */
  readonly everywhere: Set<ScanClaim>
  readonly screens: Set<ScanClaim>
  /** Who is at the laptop, by their card. */
  readonly desk: Set<ScanClaim>
  /** Cards of people and equipment, where the screen has no use for them. */
  readonly crew: Set<ScanClaim>
  readonly finder: Set<ScanClaim>
}

/** Nobody takes anything yet. */
export function noClaims(): ScanClaims {
  return { everywhere: new Set(), screens: new Set(), desk: new Set(), crew: new Set(), finder: new Set() }
}

export const ScanContext = createContext<ScanClaims>(noClaims())

/**
 * Takes what is scanned while this screen is shown. What no screen takes, the finder opens; while the finder has the
 * focus, it comes first.
 */
export function useScan(claim: ScanClaim, as: keyof ScanClaims = 'screens'): void {
  const claims = useContext(ScanContext)[as]
  const latest = useRef(claim)
  useEffect(() => {
    latest.current = claim
  })
  useEffect(() => {
    const taken: ScanClaim = (text, stay) => latest.current(text, stay)
    claims.add(taken)
    return () => void claims.delete(taken)
  }, [claims])
}

interface WatchedKey extends TypedKey {
  /** The field it went into, as it was before. */
  readonly before: FieldState | null
}

/** Tells, on the window, that the keys just typed were a scan. */
export const SCANNED = 'traceberry-scanned'

/** Longer than any code on a bag or a jar: a GS1 link of 150 characters. */
const KEPT_KEYS = 300

/**
 * A wedge scanner is a keyboard: a burst of keys that ends in Enter is a scan, on every screen, also while a field has
 * the focus. What the burst wrote is taken out of the field again and goes to whom it belongs.
 */
export function useScanRouting(claims: ScanClaims): void {
  useEffect(() => {
    const keys: WatchedKey[] = []

    function onKeyDown(event: KeyboardEvent): void {
      const { key } = event
      if (key === 'Shift' || key === 'CapsLock' || key === 'AltGraph') return
      const character = characterOf(event)
      if (character !== undefined) {
        keys.push({ key: character, at: event.timeStamp, before: focusedField() })
        if (keys.length > KEPT_KEYS) keys.shift()
        return
      }
      const count = key === 'Enter' && !withControl(event) ? scannedBefore(keys, event.timeStamp) : 0
      const burst = count === 0 ? [] : keys.slice(-count)
      // A scanner’s own Ctrl key of a separator comes before the key itself.
      if (key !== 'Control') keys.length = 0
      if (burst.length === 0) return
      event.preventDefault()
      event.stopImmediatePropagation()
      // The keys of a scan mean nothing by themselves, whoever waits for one (useSingleKeys.ts).
      window.dispatchEvent(new Event(SCANNED))
      takeOut(burst)
      deliver(claims, burst.map((each) => each.key).join(''))
    }

    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [claims])
}

function deliver({ everywhere, screens, desk, crew, finder }: ScanClaims, text: string): void {
  const inFinder = document.activeElement?.id === 'finder'
  const stay = !inFinder && document.querySelector('main form[data-changed]') !== null
  const ordered = inFinder ? [] : [...[...screens].toReversed(), ...desk]
  ;[...everywhere, ...ordered, ...crew, ...finder].some((claim) => claim(text, stay))
}

/** Every field that the burst wrote into is again as it was before, and the focus where it was. */
function takeOut(burst: readonly WatchedKey[]): void {
  const restored = new Set<Element>()
  for (const { before } of burst)
    if (before && !restored.has(before.field)) {
      restored.add(before.field)
      restoreField(before)
    }
  burst[0]?.before?.field.focus({ preventScroll: true })
}

/** GS1’s separator of variable fields, which keyboards have no key for: scanners send Ctrl and ]. */
const SEPARATOR = '\u001D'

function characterOf(event: KeyboardEvent): string | undefined {
  if (event.isComposing || event.repeat) return undefined
  if (event.ctrlKey && event.key === ']') return SEPARATOR
  return /^.$/u.test(event.key) && !withControl(event) ? event.key : undefined
}

function withControl(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph')
}
