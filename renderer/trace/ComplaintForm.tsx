import { complaints } from '../../shared/api/complaints.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { ChoiceField, DayField, NumberField, SuggestField, TextField } from '../forms/fields.tsx'
import { InlineForm } from '../forms/InlineForm.tsx'
import { useCommandForm } from '../forms/useCommandForm.ts'
import { severities, symptoms } from '../features/complaints/symptoms.ts'
import { toastDone } from '../ui/toast.ts'
import { say, sayWord } from '../../shared/words/say.ts'

interface ComplaintFormProps {
  /** Null for a jar of which nobody knows the batch yet. */
  readonly batchId: number | null
  readonly lotNumber: string
  readonly serial: number | null
  readonly onClose: () => void
  readonly onLogged?: (complaintId: number) => void
}

/** Writes down a complaint while the customer is still on the telephone: what, who, when. */
export function ComplaintForm(props: ComplaintFormProps) {
  const state = useAnswer('system', 'state', {})
  return state.data ? <Fields {...props} today={state.data.today} /> : null
}

const schema = complaints.log.input.omit({ requestId: true, batchId: true })

function Fields({
  batchId,
  lotNumber,
  serial,
  today,
  onClose,
  onLogged,
}: ComplaintFormProps & { readonly today: string }) {
  const command = useCommandForm({
    schema,
    defaults: { what: '', who: '', heardOn: today, serial, symptom: '', severity: '' },
    domain: 'complaints',
    operation: 'log',
    complete: (values) => ({ ...values, batchId }),
    onDone: ({ complaintId }) => {
      toastDone(say('The complaint is logged.'))
      onClose()
      onLogged?.(complaintId)
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={say('A complaint about {lotNumber}', { lotNumber })}
      action={say('Log the complaint')}
      onClose={onClose}
    >
      <TextField control={control} name="what" label={say('What is wrong')} autoFocus autoComplete="off" />
      <TextField control={control} name="who" label={say('Who said it')} autoComplete="off" />
      {batchId === null ? null : (
        <NumberField control={control} name="serial" label={say('Unit, where known')} autoComplete="off" />
      )}
      <SuggestField control={control} name="symptom" label={say('Symptom')} data={symptoms.map(sayWord)} />
      <ChoiceField
        control={control}
        name="severity"
        label={say('How bad')}
        choices={severities.map(({ value, label }) => ({ value, label: sayWord(label) }))}
      />
      <DayField control={control} name="heardOn" label={say('On')} />
    </InlineForm>
  )
}
