import { complaints } from '../../../shared/api/complaints.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, DayField, NumberField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import type { Complaint } from './complaint.ts'
import { say } from '../../../shared/words/say.ts'

interface ReplaceProps {
  readonly complaint: Complaint
  readonly onClose: () => void
}

/** Sends another jar in place of the one complained about, from another batch. */
export function Replace(props: ReplaceProps) {
  const state = useAnswer('system', 'state', {})
  return state.data ? <Fields {...props} today={state.data.today} /> : null
}

const schema = complaints.replace.input.omit({ requestId: true, complaintId: true })

function Fields({ complaint, today, onClose }: ReplaceProps & { readonly today: string }) {
  const command = useCommandForm({
    schema,
    defaults: { lotId: complaint.replacements[0]?.lotId ?? 0, units: 1, place: complaint.who, sentOn: today },
    domain: 'complaints',
    operation: 'replace',
    complete: (values) => ({ ...values, complaintId: complaint.id }),
    onDone: () => {
      toastDone(say('The replacement has left the shelf, as a shipment for exchange.'))
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm command={command} title={say('Send a replacement')} action={say('Send it')} onClose={onClose}>
      <ChoiceField
        control={control}
        name="lotId"
        label={say('{as, select, day {From} other {From}}', { as: 'source' })}
        ids
        choices={complaint.replacements.map(({ lotId, lotNumber, onHand }) => ({
          value: String(lotId),
          label: say('{lot}, {count} on hand', { lot: lotNumber, count: onHand }),
        }))}
      />
      <NumberField control={control} name="units" label={say('Units')} autoComplete="off" />
      <TextField control={control} name="place" label={say('Who gets it')} autoFocus autoComplete="off" />
      <DayField control={control} name="sentOn" label={say('On')} />
    </InlineForm>
  )
}
