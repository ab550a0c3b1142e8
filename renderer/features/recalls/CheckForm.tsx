import { checkResults, recalls } from '../../../shared/api/recalls.ts'
import { ChoiceField, DayField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

interface CheckFormProps {
  readonly recallId: number
  readonly placeId: number
  readonly today: string
  readonly onClose: () => void
}

const schema = recalls.check.input.pick({ result: true, checkedOn: true, note: true })

/** An effectiveness check: did the place get the notice, and has it done what it asks? */
export function CheckForm({ recallId, placeId, today, onClose }: CheckFormProps) {
  const command = useCommandForm({
    schema,
    defaults: { result: 'effective', checkedOn: today, note: '' },
    domain: 'recalls',
    operation: 'check',
    complete: (values) => ({ ...values, recallId, placeId }),
    onDone: () => {
      toastDone(say('The check is noted.'))
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm command={command} title={say('Effectiveness check')} action={say('Note the check')} onClose={onClose}>
      <ChoiceField
        control={control}
        name="result"
        label={say('The notice was')}
        autoFocus
        choices={checkResults.map((value) => ({ value, label: sayWord(value) }))}
      />
      <DayField control={control} name="checkedOn" label={say('On')} />
      <TextField control={control} name="note" label={say('Note')} autoComplete="off" />
    </InlineForm>
  )
}
