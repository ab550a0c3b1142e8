import { complaints } from '../../shared/api/complaints.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { DayField, NumberField, TextField } from '../forms/fields.tsx'
import { InlineForm } from '../forms/InlineForm.tsx'
import { useCommandForm } from '../forms/useCommandForm.ts'
import { toastDone } from '../ui/toast.ts'

interface ComplaintFormProps {
  readonly batchId: number
  readonly lotNumber: string
  readonly serial: number | null
  readonly onClose: () => void
}

/** Writes down a complaint while the customer is still on the telephone: what, who, when. */
export function ComplaintForm(props: ComplaintFormProps) {
  const state = useAnswer('system', 'state', {})
  return state.data ? <Fields {...props} today={state.data.today} /> : null
}

const schema = complaints.log.input.omit({ requestId: true, batchId: true })

function Fields({ batchId, lotNumber, serial, today, onClose }: ComplaintFormProps & { readonly today: string }) {
  const command = useCommandForm({
    schema,
    defaults: { what: '', who: '', heardOn: today, serial },
    domain: 'complaints',
    operation: 'log',
    complete: (values) => ({ ...values, batchId }),
    onDone: () => {
      toastDone('The complaint is logged.')
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm command={command} title={`A complaint about ${lotNumber}`} action="Log the complaint" onClose={onClose}>
      <TextField control={control} name="what" label="What is wrong" autoFocus autoComplete="off" />
      <TextField control={control} name="who" label="Who said it" autoComplete="off" />
      <NumberField control={control} name="serial" label="Unit, where known" autoComplete="off" />
      <DayField control={control} name="heardOn" label="On" />
    </InlineForm>
  )
}
