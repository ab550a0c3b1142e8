import { Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '../../api/door.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { usePages } from '../../ui/usePages.ts'
import { LotsTable } from './LotsTable.tsx'
import styles from './Pantry.module.css'
import { say } from '../../../shared/words/say.ts'

/** Every lot that came in, newest first, of one ingredient where chosen. */
export function AllLots({ ingredients }: { readonly ingredients: AnswerOf<'pantry', 'ingredients'> }) {
  const [itemId, setItemId] = useState<number | null>(null)
  const [includeEmpty, setIncludeEmpty] = useState(false)
  const pages = usePages('pantry', 'lots', { itemId, includeEmpty, limit: 100 })
  const chosen = ingredients.find((ingredient) => ingredient.id === itemId)
  return (
    <Card
      title={
        chosen
          ? say('{ingredient}: {amount} on hand', { ingredient: chosen.name, amount: chosen.onHand.text })
          : say('Lots')
      }
    >
      <div className={styles['filters']}>
        <NativeSelect
          label={say('Ingredient')}
          value={itemId ?? ''}
          onChange={(event) => setItemId(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
          data={[
            { value: '', label: say('All {ingredients}', { ingredients: ingredients.length }) },
            ...ingredients.map(({ id, name, onHand }) => ({ value: String(id), label: `${name}: ${onHand.text}` })),
          ]}
        />
        <Checkbox
          size="md"
          label={say('Show used-up lots')}
          checked={includeEmpty}
          onChange={(event) => setIncludeEmpty(event.currentTarget.checked)}
        />
      </div>
      <Answered answer={pages}>
        {({ rows, more }) =>
          rows.length === 0 ? (
            <Dim>{say('No lot has anything left. Tick “Show used-up lots” to see the old ones.')}</Dim>
          ) : (
            <>
              <LotsTable label={say('Lots')} rows={rows} paged />
              <LoadMore more={more} />
            </>
          )
        }
      </Answered>
    </Card>
  )
}
