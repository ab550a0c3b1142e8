import { useEffect, useRef } from 'react'
import { isKey } from '../../app/keys.ts'
import { keySections } from '../../app/keySections.ts'
import type { EditedDesign } from './useDesign.ts'

/**
 * Ctrl+Z and Ctrl+Y take back and do again what was done to the design: here they never reach the kitchen’s record
 * (app/useUndoKeys.ts). In a field of text they are the field’s own.
 */
export function useEditorKeys(edited: EditedDesign): void {
  const latest = useRef(edited)
  useEffect(() => {
    latest.current = edited
  })
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (takesText(event.target)) return
      const again = isKey(event, keySections.design.keys.redo)
      if (!again && !isKey(event, keySections.design.keys.undo)) return
      event.preventDefault()
      if (again) latest.current.redo?.()
      else latest.current.undo?.()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}

function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !/^(?:checkbox|radio|file|button)$/.test(target.type)
  return target instanceof HTMLTextAreaElement
}
