import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useFieldArray, useWatch } from 'react-hook-form'
import { nameKey } from '../../../shared/domain/names.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { SuggestField, TextField } from '../../forms/fields.tsx'
import { blankLine, isBlank, type ProductFormReturn } from './productValues.ts'
import styles from './RecipeRows.module.css'

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
          <span>Ingredient</span>
          <span>Quantity</span>
          <span />
        </div>
        {lines.fields.map((line, at) => (
          <div key={line.id} className={styles['row']}>
            <SuggestField
              control={control}
              name={`lines.${at}.ingredient`}
              aria-label={`Ingredient, line ${at + 1}`}
              data={names}
            />
            <TextField
              control={control}
              name={`lines.${at}.quantity`}
              aria-label={`Quantity, line ${at + 1}`}
              placeholder={`8 ${units.get(nameKey(rows[at]?.ingredient ?? '')) ?? 'lb'}`}
            />
            <ActionIcon aria-label={`Remove line ${at + 1}`} onClick={() => lines.remove(at)}>
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
        Add an ingredient
      </Button>
    </>
  )
}
