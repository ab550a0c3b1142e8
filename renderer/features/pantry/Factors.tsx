import { ActionIcon, Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import styles from './Factors.module.css'

type Ingredient = AnswerOf<'ingredients', 'get'>

/** The kitchen's own conversions of an ingredient: 1 cup = 120 g. */
export function Factors({ ingredient }: { readonly ingredient: Ingredient }) {
  const [adding, setAdding] = useState(false)
  const { id, factors } = ingredient
  return (
    <Card
      title="Conversions"
      aside={
        <Button variant="default" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          Enter a conversion
        </Button>
      }
    >
      {adding ? <FactorForm ingredient={ingredient} onClose={() => setAdding(false)} /> : null}
      {factors.length === 0 ? (
        <Dim>
          {`None yet. Weigh one cup, egg or scoop of ${ingredient.name} once, and it can be typed so everywhere.`}
        </Dim>
      ) : (
        <ul className={styles['factors']}>
          {factors.map((factor) => (
            <FactorRow key={factor.measure} itemId={id} {...factor} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function FactorRow({ itemId, measure, one, equals }: Ingredient['factors'][number] & { readonly itemId: number }) {
  const { run, busy } = useCommand('ingredients', 'endFactor')
  async function end(): Promise<void> {
    try {
      await run({ itemId, measure })
      toastDone(`${one} has no conversion any more. What is recorded stays as it is.`)
    } catch (error) {
      toastError(error)
    }
  }
  return (
    <li className={styles['factor']}>
      <span>
        <strong>{one}</strong> = <strong>{equals}</strong>
      </span>
      <ActionIcon aria-label={`Take away ${one} = ${equals}`} loading={busy} onClick={() => void end()}>
        <IconTrash size={20} aria-hidden />
      </ActionIcon>
    </li>
  )
}

const schema = contract.ingredients.saveFactor.input.omit({ requestId: true })

function FactorForm({ ingredient, onClose }: { readonly ingredient: Ingredient; readonly onClose: () => void }) {
  const command = useCommandForm({
    schema,
    defaults: { itemId: ingredient.id, one: '', equals: '' },
    domain: 'ingredients',
    operation: 'saveFactor',
    onDone({ one, equals }) {
      toastDone(`From now on ${one} of ${ingredient.name} is ${equals}. What is recorded stays as it is.`)
      onClose()
    },
  })
  const { control } = command.form
  const weighed = ingredient.dimension === 'mass'
  return (
    <InlineForm command={command} title="Enter a conversion" action="Save the conversion" onClose={onClose}>
      <TextField control={control} name="one" label="This much" placeholder={weighed ? '1 cup' : '100 g'} autoFocus />
      <TextField control={control} name="equals" label="is" placeholder={weighed ? '120 g' : `2 ${ingredient.unit}`} />
    </InlineForm>
  )
}
