/** A key as pressed: what of a keyboard event says which. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Whether a key was pressed that is written so: `Control+K /` (keySections.ts). Cmd counts as Ctrl. */
export function isKey(event: PressedKey, { key: written }: { readonly key: string }): boolean {
  return chordsOf(written).some((chord) => {
    const key = chord.at(-1) ?? ''
    const has = (modifier: string) => chord.includes(modifier)
    return (
      isNamed(event, key) &&
      has('Control') === (event.ctrlKey || event.metaKey) &&
      has('Alt') === event.altKey &&
      // A sign such as ? or * is on another level of each keyboard; CapsLock writes letters large.
      (has('Shift') === event.shiftKey || (!has('Control') && /^.$/u.test(key)))
    )
  })
}

/** What is written on the caps of each way to press it: `[['Ctrl', 'K'], ['/']]`; digits in a row are one way. */
export function capsOf(written: string): readonly (readonly string[])[] {
  const ways = chordsOf(written).map((chord) => chord.map((part) => caps[part] ?? part))
  const [first] = ways
  const last = ways.at(-1)
  const digits = ways.length > 2 && ways.every((way) => /^\d$/.test(way.at(-1) ?? ''))
  return digits && first && last ? [[...first.slice(0, -1), `${first.at(-1)} … ${last.at(-1)}`]] : ways
}

const caps: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page ↑',
  PageDown: 'Page ↓',
  Escape: 'Esc',
  '-': '−',
}

function chordsOf(written: string): readonly (readonly string[])[] {
  return written.split(' ').map((chord) => (chord === '+' ? ['+'] : chord.split('+')))
}

/** Alt writes other signs on some keyboards: there the key itself counts. */
function isNamed({ key, code, altKey }: PressedKey, name: string): boolean {
  if (key.toUpperCase() === name.toUpperCase()) return true
  return altKey && (code === `Key${name}` || code === `Digit${name}` || code === `Numpad${name}`)
}
