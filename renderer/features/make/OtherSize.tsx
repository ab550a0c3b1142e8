import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { parseQuantity } from '../../../shared/domain/quantity.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import styles from './BatchHead.module.css'
import { countOf, nounFor } from '../../../shared/words/counted.ts'
import { say } from '../../../shared/words/say.ts'

/** How large a cook is: by what it makes, or by the one ingredient there is only so much of. */
export interface BatchSize {
  readonly planned?: number
  readonly have?: { readonly itemId: number; readonly quantity: string }
}

interface OtherSizeProps {
  readonly product: AnswerOf<'products', 'get'>
  /** What the cook makes by what was typed last. */
  readonly planned: number | undefined
  readonly onSize: (size: BatchSize) => void
}

const YIELD = 'yield'

/** Scales the recipe to a typed yield, or to what there is of one ingredient: “I have 6 lb 3 oz of berries”. */
export function OtherSize({ product, planned, onSize }: OtherSizeProps) {
  const [by, setBy] = useState(YIELD)
  const [typed, setTyped] = useState('')
  const ingredients = useAnswer('pantry', 'ingredients', {})
  const itemId = Number(by)
  const unit = ingredients.data?.find((each) => each.id === itemId)?.unit
  const problem = typed.trim() === '' ? undefined : problemOf(by, typed, unit)

  function change(nextBy: string, text: string): void {
    setBy(nextBy)
    setTyped(text)
    const nextUnit = ingredients.data?.find((each) => each.id === Number(nextBy))?.unit
    if (text.trim() === '' || problemOf(nextBy, text, nextUnit) !== undefined) return
    onSize(nextBy === YIELD ? { planned: Number(text) } : { have: { itemId: Number(nextBy), quantity: text.trim() } })
  }

  const scaled = by !== YIELD && problem === undefined && typed.trim() !== '' && planned !== undefined
  return (
    <div className={styles['other']}>
      <NativeSelect
        label={say('Scale it to')}
        value={by}
        onChange={(event) => change(event.currentTarget.value, '')}
        data={[
          { value: YIELD, label: say('make so many {units}', { units: nounFor(product.unit, 2) }) },
          ...[...new Map(product.lines.map((line) => [line.itemId, line.ingredient]))].map(([id, name]) => ({
            value: String(id),
            label: say('what I have of {ingredient}', { ingredient: name }),
          })),
        ]}
      />
      <TextInput
        label={by === YIELD ? say('How many') : say('I have')}
        w="9rem"
        inputMode={by === YIELD ? 'numeric' : 'text'}
        placeholder={by === YIELD ? String(product.expectedYield) : `6 ${unit ?? 'lb'}`}
        value={typed}
        error={problem}
        description={scaled ? say('makes {units}', { units: countOf(planned, product.unit) }) : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => change(by, event.currentTarget.value)}
      />
    </div>
  )
}

/** What is wrong with what was typed; undefined where the cook can be scaled to it. */
function problemOf(by: string, typed: string, unit: string | undefined): string | undefined {
  if (by === YIELD) {
    const units = Number(typed)
    return Number.isInteger(units) && units >= 1 && units <= 100_000
      ? undefined
      : say('Type a whole number, 1 or more.')
  }
  const parsed = parseQuantity(typed, unit)
  return parsed.ok ? undefined : parsed.message
}
