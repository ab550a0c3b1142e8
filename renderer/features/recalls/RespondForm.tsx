import { recalls } from '../../../shared/api/recalls.ts'
import { DayField, NumberField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import type { ConsigneeLot } from './recall.ts'
import { say } from '../../../shared/words/say.ts'

interface RespondFormProps {
  readonly recallId: number
  readonly placeId: number
  readonly lot: ConsigneeLot
  readonly today: string
  readonly onClose: () => void
}

const schema = recalls.respond.input.pick({
  onHand: true,
  returned: true,
  destroyed: true,
  answeredOn: true,
  note: true,
})

/** What a place said of one lot: the totals so far, which replace what it said before. */
export function RespondForm({ recallId, placeId, lot, today, onClose }: RespondFormProps) {
  const { response } = lot
  const command = useCommandForm({
    schema,
    defaults: {
      onHand: response?.onHand ?? 0,
      returned: response?.returned ?? 0,
      destroyed: response?.destroyed ?? 0,
      answeredOn: today,
      note: response?.note ?? '',
    },
    domain: 'recalls',
    operation: 'respond',
    complete: (values) => ({ ...values, recallId, placeId, lotId: lot.lotId }),
    onDone: () => {
      toastDone(say('The answer about {lotNumber} is noted.', { lotNumber: lot.lotNumber }))
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={say('What they said about {lotNumber}: {count} sent', { lotNumber: lot.lotNumber, count: lot.units })}
      action={say('Note the answer')}
      onClose={onClose}
    >
      <NumberField control={control} name="onHand" label={say('On hand there')} autoFocus autoComplete="off" />
      <NumberField control={control} name="returned" label={say('Returned so far')} autoComplete="off" />
      <NumberField control={control} name="destroyed" label={say('Destroyed there')} autoComplete="off" />
      <DayField control={control} name="answeredOn" label={say('On')} />
      <TextField control={control} name="note" label={say('Note')} autoComplete="off" />
    </InlineForm>
  )
}
