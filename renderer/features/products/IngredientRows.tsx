import { Button } from '@mantine/core'
import { useState } from 'react'
import { countOf } from '../../../shared/words/counted.ts'
import { sayAllergen } from '../../../shared/domain/allergens.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { IngredientFacts } from './IngredientFacts.tsx'
import styles from './OnTheLabel.module.css'
import { say } from '../../../shared/words/say.ts'

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
      toastDone(
        say('{ingredients} without any of the nine major allergens.', {
          ingredients: countOf(which.length, 'ingredient'),
        }),
      )
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
        label={say('What is in each ingredient')}
        rows={ingredients}
        keyOf={(ingredient) => ingredient.itemId}
        columns={[
          {
            head: say('Ingredient'),
            names: true,
            cell: ({ ingredient, through }) => (
              <>
                {ingredient}{' '}
                {through.length > 0 ? (
                  <Dim>{through.map((product) => say('in {product}', { product })).join(', ')}</Dim>
                ) : null}
              </>
            ),
          },
          {
            head: say('On the label'),
            cell: ({ facts }) =>
              facts && (facts.labelName || facts.madeOf) ? (
                <>
                  {facts.labelName} {facts.madeOf ? `(${facts.madeOf})` : ''}
                </>
              ) : (
                <Dim>{say('as it is called')}</Dim>
              ),
          },
          { head: say('Allergens'), cell: (ingredient) => <AllergensOf ingredient={ingredient} /> },
          {
            head: say('What is in it'),
            cell: (ingredient) => (
              <div className={styles['actions']}>
                <Button
                  variant="default"
                  aria-label={
                    ingredient.facts
                      ? say('Change what is in {ingredient}', { ingredient: ingredient.ingredient })
                      : say('Say what is in {ingredient}', { ingredient: ingredient.ingredient })
                  }
                  onClick={() => setOpen(ingredient.itemId)}
                >
                  {ingredient.facts ? say('Change') : say('Say')}
                </Button>
                {ingredient.facts ? null : (
                  <Button
                    variant="default"
                    disabled={busy}
                    aria-label={say('None of the nine in {ingredient}', { ingredient: ingredient.ingredient })}
                    onClick={() => void free([ingredient])}
                  >
                    {say('None')}
                  </Button>
                )}
              </div>
            ),
          },
        ]}
      />
      {plain.length > 1 ? (
        <Button className={styles['all'] ?? ''} variant="default" loading={busy} onClick={() => void free(plain)}>
          {say('None of the nine in {ingredient}', { ingredient: plain.map((each) => each.ingredient).join(', ') })}
        </Button>
      ) : null}
    </>
  )
}

function AllergensOf({ ingredient: { facts, bySupplier, likely } }: { readonly ingredient: Ingredient }) {
  if (facts === null && bySupplier.length === 0)
    return (
      <>
        <Mark tone="warn">{say('not looked at')}</Mark>{' '}
        {likely.length > 0 ? (
          <Dim>{say('likely {allergens}', { allergens: likely.map(sayAllergen).join(', ') })}</Dim>
        ) : null}
      </>
    )
  const sentences = [...(facts ? [facts] : []), ...bySupplier].map(({ supplier, contains, mayContain }) => {
    const sure = contains.length === 0 ? say('none') : contains.map(sayAllergen).join(', ')
    const what =
      mayContain.length === 0
        ? sure
        : say('{sure}; may contain {may}', { sure, may: mayContain.map(sayAllergen).join(', ') })
    return supplier === null ? what : `${supplier}: ${what}`
  })
  return sentences.join(' · ')
}
