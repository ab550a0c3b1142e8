import { complaints } from '../../../shared/api/complaints.ts'
import { ChoiceField, SuggestField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import type { Complaint } from './complaint.ts'
import { severities, symptoms } from './symptoms.ts'

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
          ? 'Kept. Hold what is left of the batch, and think of a recall: both are on its trace.'
          : 'Kept.',
      )
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm command={command} title="How bad is it?" action="Keep" onClose={onClose}>
      <SuggestField control={control} name="symptom" label="Symptom" data={[...symptoms]} />
      <ChoiceField control={control} name="severity" label="How bad" choices={severities.slice(1)} autoFocus />
    </InlineForm>
  )
}
