import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api/useCommand.ts'
import { useReadOnly } from '../../ui/readOnly.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import type { Complaint } from './complaint.ts'
import styles from './Complaints.module.css'
import { say } from '../../../shared/words/say.ts'

/** A reply to change and copy; what was sent is kept with the complaint. */
export function Reply({ complaint }: { readonly complaint: Complaint }) {
  const readOnly = useReadOnly()
  const [changed, setChanged] = useState<string>()
  const { run, busy } = useCommand('complaints', 'replied')
  const text = changed ?? complaint.reply

  async function copyAndKeep(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      await run({ complaintId: complaint.id, text })
      setChanged(undefined)
      toastDone(say('The reply is copied, and kept with the complaint. Paste it into your answer.'))
    } catch (error) {
      toastError(
        error instanceof DOMException
          ? new Error(say('It could not be copied here. Select it and press Ctrl+C.'))
          : error,
      )
    }
  }

  return (
    <form data-changed={changed !== undefined || undefined} onSubmit={(event) => event.preventDefault()}>
      <Textarea
        aria-label={say('The reply')}
        autosize
        minRows={8}
        maxRows={20}
        mb={12}
        readOnly={readOnly}
        value={text}
        onChange={(event) => setChanged(event.currentTarget.value)}
      />
      {readOnly ? null : (
        <div className={`${styles['buttons']} tb-screen-only`}>
          <Button loading={busy} disabled={text.trim() === ''} onClick={() => void copyAndKeep()}>
            {say('Copy, and keep as sent')}
          </Button>
        </div>
      )}
    </form>
  )
}
