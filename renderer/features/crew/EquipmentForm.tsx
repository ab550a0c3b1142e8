import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { ChoiceField, NumberField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { ActiveField } from './ActiveField.tsx'
import { say } from '../../../shared/words/say.ts'

export type EquipmentRow = AnswerOf<'crew', 'equipment'>[number]

const schema = contract.crew.saveEquipment.input.omit({ requestId: true })

export function EquipmentForm({ item, onClose }: { readonly item: EquipmentRow | null; readonly onClose: () => void }) {
  const command = useCommandForm({
    schema,
    defaults: {
      equipmentId: item?.id ?? null,
      name: item?.name ?? '',
      kind: item?.kind ?? 'equipment',
      cleanEveryDays: item?.cleanEveryDays ?? null,
      calibrateEveryDays: item?.calibrateEveryDays ?? null,
      active: item?.active ?? true,
    },
    domain: 'crew',
    operation: 'saveEquipment',
    onDone({ name }) {
      toastDone(say('Saved {name}.', { name }))
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={item ? say('Change {name}', { name: item.name }) : say('Add equipment')}
      action={say('Save equipment')}
      onClose={onClose}
    >
      <TextField control={control} name="name" label={say('Name')} placeholder={say('Copper kettle')} autoFocus />
      <ChoiceField
        control={control}
        name="kind"
        label={say('What it is')}
        choices={[
          { value: 'equipment', label: say('Kettle, oven, tool') },
          { value: 'instrument', label: say('Instrument that measures') },
        ]}
      />
      <NumberField
        control={control}
        name="cleanEveryDays"
        label={say('Clean every (days)')}
        placeholder={say('no plan')}
      />
      <NumberField
        control={control}
        name="calibrateEveryDays"
        label={say('Calibrate every (days)')}
        placeholder={say('no plan')}
      />
      <ActiveField control={control} name="active" label={say('In use')} />
    </InlineForm>
  )
}
