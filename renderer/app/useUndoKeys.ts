import { createElement, useEffect, useRef } from 'react'
import { api } from '../api/door.ts'
import { newRequestId } from '../api/useCommand.ts'
import { AskUndo } from '../ui/AskUndo.tsx'
import { toastDone, toastError } from '../ui/toast.ts'
import { isKey } from './keys.ts'
import { keySections } from './keySections.ts'
import { type Redo, runRedo, runUndo } from './undo.ts'
import { say } from '../../shared/words/say.ts'

/**
 * Ctrl+Z outside fields takes the last thing back, wherever the person is; Ctrl+Y or Ctrl+Shift+Z does it again where
 * that is the same thing again (a batch is not: its number stays used).
 */
export function useUndoKeys(): void {
  const redo = useRef<{ readonly what: string; readonly redo: Redo; readonly requestId: string }>(undefined)
  useEffect(() => {
    async function undoLast(): Promise<void> {
      const last = await api.history.last({})
      if (!last) {
        toastDone(say('There is nothing to undo.'))
        return
      }
      const { what, undo } = last
      if (!undo) {
        toastDone(
          say('The last thing was “{what}”. It cannot be undone with a key: change it where it was made.', { what }),
        )
        return
      }
      const act = async () => {
        await runUndo(undo, newRequestId())
        redo.current = last.redo ? { what, redo: last.redo, requestId: newRequestId() } : undefined
        toastDone(last.redo ? say('Undone: {what}. Ctrl+Y does it again.', { what }) : say('Undone: {what}.', { what }))
      }
      // A key pressed by accident takes nothing old back.
      if (last.fresh) await act()
      else toastDone(createElement(AskUndo, { what, onUndo: () => void act().catch(toastError) }))
    }

    async function redoLast(): Promise<void> {
      const again = redo.current
      if (!again) {
        toastDone(say('There is nothing to do again.'))
        return
      }
      // Where it fails the key does it again, under the same id: it may have been done.
      await runRedo(again.redo, again.requestId)
      if (redo.current === again) redo.current = undefined
      toastDone(say('Done again: {what}.', { what: again.what }))
    }

    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || isField(event.target)) return
      const again = isKey(event, keySections.work.keys.redo)
      if (!again && !isKey(event, keySections.work.keys.undo)) return
      event.preventDefault()
      ;(again ? redoLast() : undoLast()).catch(toastError)
    }

    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
