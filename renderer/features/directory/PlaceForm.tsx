import { contract } from '../../../shared/api/contract.ts'
import { placeKinds } from '../../../shared/api/directory.ts'
import type { AnswerOf } from '../../api/door.ts'
import { ChoiceField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { kindWords } from './kindWords.ts'
import { reachDefaults, ReachFields } from './ReachFields.tsx'
import { say, sayWord } from '../../../shared/words/say.ts'

const schema = contract.directory.savePlace.input.omit({ requestId: true })

interface PlaceFormProps {
  /** The one that is changed; null for a new one. */
  readonly place: AnswerOf<'directory', 'places'>[number] | null
  readonly onClose: () => void
}

export function PlaceForm({ place, onClose }: PlaceFormProps) {
  const command = useCommandForm({
    schema,
    defaults: {
      placeId: place?.id ?? null,
      name: place?.name ?? '',
      kind: place?.kind ?? 'market',
      ...reachDefaults(place),
    },
    domain: 'directory',
    operation: 'savePlace',
    onDone({ name }) {
      toastDone(say('Saved {name}.', { name }))
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={place ? say('Change {name}', { name: place.name }) : say('Add a place')}
      action={say('Save place')}
      onClose={onClose}
    >
      <TextField control={control} name="name" label={say('Name')} placeholder={say('Good Earth Co-op')} autoFocus />
      <ChoiceField
        control={control}
        name="kind"
        label={say('What it is')}
        choices={placeKinds.map((kind) => ({ value: kind, label: sayWord(kindWords[kind]) }))}
      />
      <ReachFields control={control} />
    </InlineForm>
  )
}
