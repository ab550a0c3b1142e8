import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useFieldArray, useWatch } from 'react-hook-form'
import { nameKey } from '../../../shared/domain/names.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { SuggestField, TextField } from '../../forms/fields.tsx'
import { blankLine, isBlank, type ProductFormReturn } from './productValues.ts'
import styles from './RecipeRows.module.css'
import { say } from '../../../shared/words/say.ts'

interface RecipeRowsProps {
  readonly form: ProductFormReturn
  /** Products that can be an ingredient of this one. */
  readonly products: readonly string[]
}

/** What goes in; there is always an empty row for the next ingredient. */
export function RecipeRows({ form, products }: RecipeRowsProps) {
  const { control } = form
  const ingredients = useAnswer('pantry', 'ingredients', {})
  const lines = useFieldArray({ control, name: 'lines' })
  const rows = useWatch({ control, name: 'lines' })
  const lastRow = rows.at(-1)
  const isFull = lastRow === undefined || !isBlank(lastRow)
  const { append } = lines
  useEffect(() => {
    if (isFull) append(blankLine, { shouldFocus: false })
  }, [isFull, append])

  const units = new Map(ingredients.data?.map((ingredient) => [nameKey(ingredient.name), ingredient.unit]))
  const names = [...(ingredients.data?.map((ingredient) => ingredient.name) ?? []), ...products]

  return (
    <>
      <div className={styles['rows']}>
        <div className={`${styles['row']} ${styles['head']}`} aria-hidden>
          <span>{say('Ingredient')}</span>
          <span>{say('Quantity')}</span>
          <span />
        </div>
        {lines.fields.map((line, at) => (
          <div key={line.id} className={styles['row']}>
            <SuggestField
              control={control}
              name={`lines.${at}.ingredient`}
              aria-label={say('Ingredient, line {at}', { at: at + 1 })}
              data={names}
            />
            <TextField
              control={control}
              name={`lines.${at}.quantity`}
              aria-label={say('Quantity, line {at}', { at: at + 1 })}
              placeholder={`8 ${units.get(nameKey(rows[at]?.ingredient ?? '')) ?? 'lb'}`}
            />
            <ActionIcon aria-label={say('Remove line {at}', { at: at + 1 })} onClick={() => lines.remove(at)}>
              <IconTrash size={20} aria-hidden />
            </ActionIcon>
          </div>
        ))}
      </div>
      <Button
        mt="sm"
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => form.setFocus(`lines.${rows.findIndex(isBlank)}.ingredient`)}
      >
        {say('Add an ingredient')}
      </Button>
    </>
  )
}
