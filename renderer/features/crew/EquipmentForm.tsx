import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { ChoiceField, NumberField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { ActiveField } from './ActiveField.tsx'

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
      toastDone(`Saved ${name}.`)
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={item ? `Change ${item.name}` : 'Add equipment'}
      action="Save equipment"
      onClose={onClose}
    >
      <TextField control={control} name="name" label="Name" placeholder="Copper kettle" autoFocus />
      <ChoiceField
        control={control}
        name="kind"
        label="What it is"
        choices={[
          { value: 'equipment', label: 'Kettle, oven, tool' },
          { value: 'instrument', label: 'Instrument that measures' },
        ]}
      />
      <NumberField control={control} name="cleanEveryDays" label="Clean every (days)" placeholder="no plan" />
      <NumberField control={control} name="calibrateEveryDays" label="Calibrate every (days)" placeholder="no plan" />
      <ActiveField control={control} name="active" label="In use" />
    </InlineForm>
  )
}
