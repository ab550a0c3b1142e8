import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

const schema = contract.bins.save.input.omit({ requestId: true })

interface BinFormProps {
  /** The one that is changed; null for a new one. */
  readonly bin: Pick<AnswerOf<'bins', 'get'>, 'id' | 'name' | 'itemId'> | null
  readonly onClose: () => void
}

export function BinForm({ bin, onClose }: BinFormProps) {
  const ingredients = useAnswer('pantry', 'ingredients', {})
  const command = useCommandForm({
    schema,
    defaults: { binId: bin?.id ?? null, name: bin?.name ?? '', ...(bin ? { itemId: bin.itemId } : {}) },
    domain: 'bins',
    operation: 'save',
    onDone(_answer, { name }) {
      toastDone(say('Saved {name}.', { name }))
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={bin ? say('Change {name}', { name: bin.name }) : say('Add a bin')}
      action={say('Save the bin')}
      onClose={onClose}
    >
      <TextField control={control} name="name" label={say('Name')} placeholder={say('White flour bin')} autoFocus />
      <ChoiceField
        control={control}
        name="itemId"
        label={say('Holds {ingredient}', { ingredient: '' }).trim()}
        ids
        choices={[
          { value: '', label: say('Choose an ingredient…') },
          ...(ingredients.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
    </InlineForm>
  )
}
