import { noticeMeans, recalls } from '../../../shared/api/recalls.ts'
import { ChoiceField, DayField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'

interface TellFormProps {
  readonly recallId: number
  /** Empty for the public. */
  readonly placeIds: readonly number[]
  readonly today: string
  readonly onClose: () => void
}

const schema = recalls.tell.input.pick({ means: true, toldOn: true })

/** Notes that places, or the public, were told; Traceberry itself tells nobody. */
export function TellForm({ recallId, placeIds, today, onClose }: TellFormProps) {
  const isPublic = placeIds.length === 0
  const command = useCommandForm({
    schema,
    defaults: { means: isPublic ? 'poster' : 'telephone', toldOn: today },
    domain: 'recalls',
    operation: 'tell',
    complete: (values) => ({ ...values, recallId, placeIds: [...placeIds] }),
    onDone: () => {
      toastDone('Noted.')
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={isPublic ? 'A public notice' : placeIds.length > 1 ? `${placeIds.length} places were told` : 'Told'}
      action="Note it"
      onClose={onClose}
    >
      <ChoiceField
        control={control}
        name="means"
        label="By"
        autoFocus
        choices={noticeMeans.map((value) => ({ value, label: value }))}
      />
      <DayField control={control} name="toldOn" label="On" />
    </InlineForm>
  )
}
