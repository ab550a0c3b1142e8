import { MultiSelect } from '@mantine/core'
import { type Control, useController, useWatch } from 'react-hook-form'
import { FactsInput } from '../../../shared/api/facts.ts'
import type { z } from '../../../shared/api/zod.ts'
import { allergenFamilies, allergenName, species } from '../../../shared/domain/allergens.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { ChoiceField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import styles from './OnTheLabel.module.css'

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
    <InlineForm command={command} title={`What is in ${ingredient.ingredient}`} action="Save" onClose={onClose}>
      <TextField
        control={control}
        name="labelName"
        label="Called on the label"
        placeholder={ingredient.ingredient}
        autoFocus
      />
      <TextField
        control={control}
        name="madeOf"
        label="Made of"
        description="Its own list of ingredients, if it has one"
        placeholder="cream, salt"
      />
      <ChoiceField
        control={control}
        name="supplierId"
        label="As bought from"
        ids
        choices={[
          { value: '', label: 'anyone' },
          ...(suppliers.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <div className={styles['allergens']}>
        <AllergenField control={control} name="contains" label="Contains" />
        <AllergenField control={control} name="mayContain" label="May contain, as the bag says" />
      </div>
    </InlineForm>
  )
}

/** Says which batches on the shelf carry the old text: it is why their labels do not print any more. */
function savedWords(ingredient: string, stopped: readonly string[]): string {
  const saved = `Saved what is in ${ingredient}. Batches already made keep their words.`
  return stopped.length === 0
    ? saved
    : `${saved} On the shelf with the old words: ${stopped.join(', ')}. Their labels do not print until that is looked at; Today lists them.`
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
  const listed = new Set(choices.flatMap((group) => group.items.map((item) => item.value)))
  const others = chosen.filter((allergen) => !listed.has(allergen))
  return (
    <MultiSelect
      label={label}
      searchable
      placeholder={chosen.length === 0 ? 'None of the nine' : ''}
      nothingFoundMessage="Not one of the nine major allergens of the United States"
      ref={field.ref}
      name={field.name}
      onBlur={field.onBlur}
      value={chosen}
      onChange={field.onChange}
      error={fieldState.error?.message}
      data={[
        ...choices,
        ...(others.length > 0
          ? [{ group: 'Others', items: others.map((value) => ({ value, label: allergenName(value) })) }]
          : []),
      ]}
    />
  )
}

const groups = { nut: 'Tree nuts', fish: 'Fish', crustacean: 'Shellfish' } as const

const choices = [
  {
    group: 'The nine',
    items: allergenFamilies
      .filter((family) => !(family in groups))
      .map((family) => ({ value: family as string, label: allergenName(family) })),
  },
  ...(['nut', 'fish', 'crustacean'] as const).map((family) => ({ group: groups[family], items: kinds(family) })),
  { group: 'Of other animals', items: [...kinds('milk'), ...kinds('egg')] },
]

function kinds(family: 'nut' | 'fish' | 'crustacean' | 'milk' | 'egg') {
  return (species[family] ?? []).map((kind) => {
    const value = `${family}:${kind}`
    return { value, label: allergenName(value) }
  })
}
