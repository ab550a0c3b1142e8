import { complaints } from '../../../shared/api/complaints.ts'
import { LongTextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'

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
      toastDone('The note is kept.')
      onClose()
    },
  })
  return (
    <InlineForm command={command} title="A note" action="Keep the note" onClose={onClose}>
      <LongTextField control={command.form.control} name="text" label="Note" autoFocus />
    </InlineForm>
  )
}
