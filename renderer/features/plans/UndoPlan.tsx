import type { ReactNode } from 'react'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { say } from '../../../shared/words/say.ts'

/** What was planned, with the button that takes it off the list again. */
export function UndoPlan({ planId, children }: { readonly planId: number; readonly children: ReactNode }) {
  return (
    <UndoButton
      domain="plans"
      operation="cancel"
      input={{ planId, reason: 'undone' }}
      done={say('It is not planned any more.')}
    >
      {children}
    </UndoButton>
  )
}
