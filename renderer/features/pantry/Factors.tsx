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
import { say } from '../../../shared/words/say.ts'

type Ingredient = AnswerOf<'ingredients', 'get'>

/** The kitchen's own conversions of an ingredient: 1 cup = 120 g. */
export function Factors({ ingredient }: { readonly ingredient: Ingredient }) {
  const [adding, setAdding] = useState(false)
  const { id, factors } = ingredient
  return (
    <Card
      title={say('Conversions')}
      aside={
        <Button variant="default" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {say('Enter a conversion')}
        </Button>
      }
    >
      {adding ? <FactorForm ingredient={ingredient} onClose={() => setAdding(false)} /> : null}
      {factors.length === 0 ? (
        <Dim>
          {say('None yet. Weigh one cup, egg or scoop of {name} once, and it can be typed so everywhere.', {
            name: ingredient.name,
          })}
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
      toastDone(say('{one} has no conversion any more. What is recorded stays as it is.', { one }))
    } catch (error) {
      toastError(error)
    }
  }
  return (
    <li className={styles['factor']}>
      <span>
        <strong>{one}</strong> = <strong>{equals}</strong>
      </span>
      <ActionIcon
        aria-label={say('Take away {one} = {equals}', { one, equals })}
        loading={busy}
        onClick={() => void end()}
      >
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
      toastDone(
        say('From now on {one} of {ingredient} is {equals}. What is recorded stays as it is.', {
          one,
          ingredient: ingredient.name,
          equals,
        }),
      )
      onClose()
    },
  })
  const { control } = command.form
  const weighed = ingredient.dimension === 'mass'
  return (
    <InlineForm
      command={command}
      title={say('Enter a conversion')}
      action={say('Save the conversion')}
      onClose={onClose}
    >
      <TextField
        control={control}
        name="one"
        label={say('This much')}
        placeholder={weighed ? say('1 cup') : '100 g'}
        autoFocus
      />
      <TextField
        control={control}
        name="equals"
        label={say('is')}
        placeholder={weighed ? '120 g' : `2 ${ingredient.unit}`}
      />
    </InlineForm>
  )
}
