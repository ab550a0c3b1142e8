import { contract } from '../../../shared/api/contract.ts'
import { unitsOf } from '../../../shared/domain/units.ts'
import type { AnswerOf } from '../../api/door.ts'
import { SuggestField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

const schema = contract.ingredients.save.input.omit({ requestId: true })

interface ChangeIngredientProps {
  readonly ingredient: AnswerOf<'ingredients', 'get'>
  readonly onClose: () => void
}

/** Name, unit and level of an ingredient; nothing recorded changes. */
export function ChangeIngredient({ ingredient, onClose }: ChangeIngredientProps) {
  const { id, name, unit, low, dimension } = ingredient
  const command = useCommandForm({
    schema,
    defaults: { itemId: id, name, unit, low: low?.set ? low.text : '' },
    domain: 'ingredients',
    operation: 'save',
    onDone(_answer, saved) {
      toastDone(say('Saved {name}.', { name: saved.name }))
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={say('Change {name}', { name })}
      action={say('Save the ingredient')}
      onClose={onClose}
    >
      <TextField control={control} name="name" label={say('Name')} autoFocus />
      <SuggestField
        control={control}
        name="unit"
        label={say('Shown in')}
        description={say('Amounts are kept exactly, whatever the unit')}
        data={[...unitsOf(dimension)]}
      />
      <TextField
        control={control}
        name="low"
        label={say('Runs low below')}
        description={say('Leave empty for what one batch takes')}
        placeholder={low && !low.set ? low.text : `5 ${unit}`}
      />
    </InlineForm>
  )
}
