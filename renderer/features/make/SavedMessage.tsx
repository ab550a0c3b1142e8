import { api } from '../../api/door.ts'
import { newRequestId } from '../../api/useCommand.ts'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { say } from '../../../shared/words/say.ts'

interface SavedMessageProps {
  readonly batchId: number
  readonly lotNumber: string
  /** The draft that was saved; undoing brings it back. */
  readonly draftId: string | null
  readonly text: string
}

/** What was saved, with the button that takes it back. */
export function SavedMessage({ batchId, lotNumber, draftId, text }: SavedMessageProps) {
  return (
    <UndoButton
      domain="batches"
      operation="void"
      input={{ batchId, reason: 'undone' }}
      done={say('{lotNumber} was taken back. Its number stays used.', { lotNumber })}
      also={async () => {
        if (draftId !== null) await api.drafts.restore({ requestId: newRequestId(), draftId })
      }}
    >
      {text}
    </UndoButton>
  )
}
