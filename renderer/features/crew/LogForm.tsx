import { contract } from '../../../shared/api/contract.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, DayField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import type { EquipmentRow } from './EquipmentForm.tsx'
import { say } from '../../../shared/words/say.ts'

interface LogFormProps {
  readonly what: 'clean' | 'calibrate'
  readonly item: EquipmentRow
  readonly today: string
  readonly onClose: () => void
}

/** Writes down a cleaning or a calibration. */
export function LogForm({ what, ...rest }: LogFormProps) {
  return what === 'clean' ? <CleanForm {...rest} /> : <CalibrateForm {...rest} />
}

type FormProps = Omit<LogFormProps, 'what'>

const cleanSchema = contract.crew.clean.input.omit({ requestId: true })

function CleanForm({ item, today, onClose }: FormProps) {
  const people = usePeople()
  const command = useCommandForm({
    schema: cleanSchema,
    defaults: { equipmentId: item.id, personId: null, day: today, method: 'washed and sanitized' },
    domain: 'crew',
    operation: 'clean',
    onDone({ name }) {
      toastDone(say('{name} is cleaned.', { name }))
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={say('Cleaned: {name}', { name: item.name })}
      action={say('Save the cleaning')}
      onClose={onClose}
    >
      <TextField control={control} name="method" label={say('How')} autoFocus />
      <DayField control={control} name="day" label={say('Day')} max={today} />
      <ChoiceField control={control} name="personId" label={say('Who')} choices={people} ids />
    </InlineForm>
  )
}

const calibrateSchema = contract.crew.calibrate.input.omit({ requestId: true })

function CalibrateForm({ item, today, onClose }: FormProps) {
  const people = usePeople()
  const command = useCommandForm({
    schema: calibrateSchema,
    defaults: { equipmentId: item.id, personId: null, day: today, standard: '', reading: '' },
    domain: 'crew',
    operation: 'calibrate',
    onDone({ name }) {
      toastDone(say('{name} is calibrated.', { name }))
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={say('Calibrated: {name}', { name: item.name })}
      action={say('Save the calibration')}
      onClose={onClose}
    >
      <TextField
        control={control}
        name="standard"
        label={say('Held against')}
        placeholder={say('pH 4.01 buffer, ice water')}
        autoFocus
      />
      <TextField control={control} name="reading" label={say('It showed')} placeholder="4.03" />
      <DayField control={control} name="day" label={say('Day')} max={today} />
      <ChoiceField control={control} name="personId" label={say('Who')} choices={people} ids />
    </InlineForm>
  )
}

function usePeople() {
  const people = useAnswer('crew', 'people', {})
  return [
    { value: '', label: say('Not written down') },
    ...(people.data ?? []).filter(({ active }) => active).map(({ id, name }) => ({ value: String(id), label: name })),
  ]
}
