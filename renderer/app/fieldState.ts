/** What a field held at one moment, so that a scan that went into it can be taken out again. */
export interface FieldState {
  readonly field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  readonly value: string
  readonly selection: readonly [start: number, end: number] | null
}

/** The state of the field that has the focus; null where none has, or it does not hold text. */
export function focusedField(): FieldState | null {
  const field = document.activeElement
  if (field instanceof HTMLSelectElement) return { field, value: field.value, selection: null }
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null
  if (field.type === 'checkbox' || field.type === 'radio' || field.type === 'file') return null
  const { value, selectionStart, selectionEnd } = field
  return { field, value, selection: selectionStart === null ? null : [selectionStart, selectionEnd ?? selectionStart] }
}

/** Puts a field back to what it held, for the page’s own code too: it hears of it as of any input. */
export function restoreField({ field, value, selection }: FieldState): void {
  if (field.value !== value) {
    // React hides the value property of each field behind its own; only the prototype’s sets what it then reads.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
  }
  if (selection && !(field instanceof HTMLSelectElement)) field.setSelectionRange(...selection)
}
