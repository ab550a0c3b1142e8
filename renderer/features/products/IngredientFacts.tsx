import { MultiSelect } from '@mantine/core'
import { type Control, useController, useWatch } from 'react-hook-form'
import { FactsInput } from '../../../shared/api/facts.ts'
import type { z } from '../../../shared/api/zod.ts'
import { allergenFamilies, sayAllergen, species } from '../../../shared/domain/allergens.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import styles from './OnTheLabel.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

type FactsIn = z.input<typeof FactsInput>

interface IngredientFactsProps {
  readonly ingredient: AnswerOf<'facts', 'product'>['ingredients'][number]
  readonly onClose: () => void
}

/** What is in a bought ingredient, as its bag says. */
export function IngredientFacts({ ingredient, onClose }: IngredientFactsProps) {
  const suppliers = useAnswer('directory', 'suppliers', {})
  const { facts, likely } = ingredient
  const command = useCommandForm({
    schema: FactsInput,
    defaults: {
      itemId: ingredient.itemId,
      supplierId: null,
      labelName: facts?.labelName ?? '',
      madeOf: facts?.madeOf ?? '',
      contains: facts?.contains ?? likely,
      mayContain: facts?.mayContain ?? [],
    },
    domain: 'facts',
    operation: 'save',
    onDone({ stopped }) {
      toastDone(savedWords(ingredient.ingredient, stopped))
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={say('What is in {ingredient}', { ingredient: ingredient.ingredient })}
      action={say('Save')}
      onClose={onClose}
    >
      <TextField
        control={control}
        name="labelName"
        label={say('Called on the label')}
        placeholder={ingredient.ingredient}
        autoFocus
      />
      <TextField
        control={control}
        name="madeOf"
        label={say('Made of')}
        description={say('Its own list of ingredients, if it has one')}
        placeholder={say('cream, salt')}
      />
      <ChoiceField
        control={control}
        name="supplierId"
        label={say('As bought from')}
        ids
        choices={[
          { value: '', label: say('anyone') },
          ...(suppliers.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <div className={styles['allergens']}>
        <AllergenField control={control} name="contains" label={say('Contains')} />
        <AllergenField control={control} name="mayContain" label={say('May contain, as the bag says')} />
      </div>
    </InlineForm>
  )
}

/** Says which batches on the shelf carry the old text: it is why their labels do not print any more. */
function savedWords(ingredient: string, stopped: readonly string[]): string {
  const saved = say('Saved what is in {ingredient}. Batches already made keep their words.', { ingredient })
  if (stopped.length === 0) return saved
  const warning = say(
    'On the shelf with the old words: {batches}. Their labels do not print until that is looked at; Today lists them.',
    { batches: stopped.join(', ') },
  )
  return `${saved} ${warning}`
}

interface AllergenFieldProps {
  readonly control: Control<FactsIn, unknown, z.output<typeof FactsInput>>
  readonly name: 'contains' | 'mayContain'
  readonly label: string
}

/** Some of the nine; type a letter or two and choose. Fish and shellfish by their kind. */
function AllergenField({ control, name, label }: AllergenFieldProps) {
  const { field, fieldState } = useController({ control, name })
  const chosen = useWatch({ control, name }) ?? []
  const choices = allergenChoices()
  const listed = new Set(choices.flatMap((group) => group.items.map((item) => item.value)))
  const others = chosen.filter((allergen) => !listed.has(allergen))
  return (
    <MultiSelect
      label={label}
      searchable
      placeholder={chosen.length === 0 ? say('None of the nine') : ''}
      nothingFoundMessage={say('Not one of the nine major allergens of the United States')}
      ref={field.ref}
      name={field.name}
      onBlur={field.onBlur}
      value={chosen}
      onChange={field.onChange}
      error={fieldState.error?.message}
      data={[
        ...choices,
        ...(others.length > 0
          ? [{ group: say('Others'), items: others.map((value) => ({ value, label: sayAllergen(value) })) }]
          : []),
      ]}
    />
  )
}

const groups = { nut: 'Tree nuts', fish: 'Fish', crustacean: 'Shellfish' } as const

function allergenChoices() {
  return [
    {
      group: say('The nine'),
      items: allergenFamilies
        .filter((family) => !(family in groups))
        .map((family) => ({ value: family as string, label: sayAllergen(family) })),
    },
    ...(['nut', 'fish', 'crustacean'] as const).map((family) => ({
      group: sayWord(groups[family]),
      items: kinds(family),
    })),
    { group: say('Of other animals'), items: [...kinds('milk'), ...kinds('egg')] },
  ]
}

function kinds(family: 'nut' | 'fish' | 'crustacean' | 'milk' | 'egg') {
  return (species[family] ?? []).map((kind) => {
    const value = `${family}:${kind}`
    return { value, label: sayAllergen(value) }
  })
}
