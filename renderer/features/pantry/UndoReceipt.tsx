import type { ReactNode } from 'react'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { say } from '../../../shared/words/say.ts'

/** Says that a trip was saved, with the way back. */
export function UndoReceipt({ receiptId, children }: { readonly receiptId: number; readonly children: ReactNode }) {
  return (
    <UndoButton
      domain="pantry"
      operation="voidReceipt"
      input={{ receiptId, reason: 'undone' }}
      done={say('The trip was taken back.')}
    >
      {children}
    </UndoButton>
  )
}
