import { Button } from '@mantine/core'
import { useState } from 'react'
import { allergenName } from '../../../shared/domain/allergens.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { countOf } from '../../ui/words.ts'
import { IngredientFacts } from './IngredientFacts.tsx'
import styles from './OnTheLabel.module.css'

type Ingredient = AnswerOf<'facts', 'product'>['ingredients'][number]

/** Every bought ingredient in a product, with what is known to be in it. */
export function IngredientRows({ ingredients }: { readonly ingredients: readonly Ingredient[] }) {
  const [open, setOpen] = useState<number>()
  const { run, busy } = useCommand('facts', 'save')
  const chosen = ingredients.find((each) => each.itemId === open)
  const plain = ingredients.filter((each) => each.facts === null && each.likely.length === 0)

  async function free(which: readonly Ingredient[]): Promise<void> {
    try {
      for (const { itemId } of which) await run({ itemId, contains: [], mayContain: [] })
      toastDone(`${countOf(which.length, 'ingredient')} without any of the nine major allergens.`)
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <>
      {chosen ? (
        <div className={styles['form']}>
          <IngredientFacts key={chosen.itemId} ingredient={chosen} onClose={() => setOpen(undefined)} />
        </div>
      ) : null}
      <Table
        label="What is in each ingredient"
        rows={ingredients}
        keyOf={(ingredient) => ingredient.itemId}
        columns={[
          {
            head: 'Ingredient',
            names: true,
            cell: ({ ingredient, through }) => (
              <>
                {ingredient} {through.length > 0 ? <Dim>in {through.join(', in ')}</Dim> : null}
              </>
            ),
          },
          {
            head: 'On the label',
            cell: ({ facts }) =>
              facts && (facts.labelName || facts.madeOf) ? (
                <>
                  {facts.labelName} {facts.madeOf ? `(${facts.madeOf})` : ''}
                </>
              ) : (
                <Dim>as it is called</Dim>
              ),
          },
          { head: 'Allergens', cell: (ingredient) => <AllergensOf ingredient={ingredient} /> },
          {
            head: 'What is in it',
            cell: (ingredient) => (
              <div className={styles['actions']}>
                <Button
                  variant="default"
                  aria-label={`${ingredient.facts ? 'Change' : 'Say'} what is in ${ingredient.ingredient}`}
                  onClick={() => setOpen(ingredient.itemId)}
                >
                  {ingredient.facts ? 'Change' : 'Say'}
                </Button>
                {ingredient.facts ? null : (
                  <Button
                    variant="default"
                    disabled={busy}
                    aria-label={`None of the nine in ${ingredient.ingredient}`}
                    onClick={() => void free([ingredient])}
                  >
                    None
                  </Button>
                )}
              </div>
            ),
          },
        ]}
      />
      {plain.length > 1 ? (
        <Button className={styles['all'] ?? ''} variant="default" loading={busy} onClick={() => void free(plain)}>
          {`None of the nine in ${plain.map((each) => each.ingredient).join(', ')}`}
        </Button>
      ) : null}
    </>
  )
}

function AllergensOf({ ingredient: { facts, bySupplier, likely } }: { readonly ingredient: Ingredient }) {
  if (facts === null && bySupplier.length === 0)
    return (
      <>
        <Mark tone="warn">not looked at</Mark>{' '}
        {likely.length > 0 ? <Dim>likely {likely.map(allergenName).join(', ')}</Dim> : null}
      </>
    )
  const said = [...(facts ? [facts] : []), ...bySupplier].map(({ supplier, contains, mayContain }) => {
    const what = contains.length === 0 ? 'none' : contains.map(allergenName).join(', ')
    const may = mayContain.length === 0 ? '' : `; may contain ${mayContain.map(allergenName).join(', ')}`
    return `${supplier === null ? '' : `${supplier}: `}${what}${may}`
  })
  return said.join(' · ')
}
