import { noticeMeans, recalls } from '../../../shared/api/recalls.ts'
import { ChoiceField, DayField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

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
      toastDone(say('Noted.'))
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={
        isPublic
          ? say('A public notice')
          : placeIds.length > 1
            ? say('{count} places were told', { count: placeIds.length })
            : say('Told')
      }
      action={say('Note it')}
      onClose={onClose}
    >
      <ChoiceField
        control={control}
        name="means"
        label={say('By')}
        autoFocus
        choices={noticeMeans.map((value) => ({ value, label: sayWord(value) }))}
      />
      <DayField control={control} name="toldOn" label={say('On')} />
    </InlineForm>
  )
}
