import { complaints } from '../../../shared/api/complaints.ts'
import { LongTextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

const schema = complaints.note.input.pick({ text: true })

/** Adds what was heard or found since. */
export function NoteForm({ complaintId, onClose }: { readonly complaintId: number; readonly onClose: () => void }) {
  const command = useCommandForm({
    schema,
    defaults: { text: '' },
    domain: 'complaints',
    operation: 'note',
    complete: (values) => ({ ...values, complaintId }),
    onDone: () => {
      toastDone(say('The note is kept.'))
      onClose()
    },
  })
  return (
    <InlineForm command={command} title={say('A note')} action={say('Keep the note')} onClose={onClose}>
      <LongTextField control={command.form.control} name="text" label={say('Note')} autoFocus />
    </InlineForm>
  )
}
