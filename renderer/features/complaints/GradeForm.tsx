import { complaints } from '../../../shared/api/complaints.ts'
import { ChoiceField, SuggestField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import type { Complaint } from './complaint.ts'
import { severities, symptoms } from './symptoms.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

const schema = complaints.grade.input.pick({ symptom: true, severity: true })

/** Says what kind of complaint it is and how bad. */
export function GradeForm({ complaint, onClose }: { readonly complaint: Complaint; readonly onClose: () => void }) {
  const command = useCommandForm({
    schema,
    defaults: { symptom: complaint.symptom, severity: complaint.severity ?? 'minor' },
    domain: 'complaints',
    operation: 'grade',
    complete: (values) => ({ ...values, complaintId: complaint.id }),
    onDone: (_answer, { severity }) => {
      toastDone(
        severity === 'ill'
          ? say('Kept. Hold what is left of the batch, and think of a recall: both are on its trace.')
          : say('Kept.'),
      )
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm command={command} title={say('How bad is it?')} action={say('Keep')} onClose={onClose}>
      <SuggestField control={control} name="symptom" label={say('Symptom')} data={symptoms.map(sayWord)} />
      <ChoiceField
        control={control}
        name="severity"
        label={say('How bad')}
        choices={severities.slice(1).map(({ value, label }) => ({ value, label: sayWord(label) }))}
        autoFocus
      />
    </InlineForm>
  )
}
