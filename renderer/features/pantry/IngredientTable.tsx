import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { nameKey } from '../../../shared/domain/names.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Card } from '../../ui/Page.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { dayOr } from '../../ui/words.ts'
import styles from './Pantry.module.css'
import { say } from '../../../shared/words/say.ts'

/** Ingredients that one page shows without a search field. */
const FEW = 12

/** Every ingredient with what is on hand. */
export function IngredientTable({ ingredients }: { readonly ingredients: AnswerOf<'pantry', 'ingredients'> }) {
  const [search, setSearch] = useState('')
  const low = useAnswer('ingredients', 'low', {})
  const running = new Set(low.data?.map(({ id }) => id))
  const rows = ingredients.filter(({ name }) => nameKey(name).includes(nameKey(search)))
  return (
    <Card title={say('Ingredients')}>
      {ingredients.length > FEW ? (
        <div className={styles['filters']}>
          <TextInput label={say('Find')} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
        </div>
      ) : null}
      {rows.length === 0 ? (
        <Dim>{say('No ingredient is called so.')}</Dim>
      ) : (
        <Table
          label={say('Ingredients')}
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            {
              head: say('Ingredient'),
              names: true,
              sort: (row) => row.name,
              cell: (row) => <Link href={`/ingredient/${row.id}`}>{row.name}</Link>,
            },
            { head: say('On hand'), number: true, cell: (row) => row.onHand.text },
            { head: say('Lots'), number: true, sort: (row) => row.lots, cell: (row) => row.lots },
            {
              head: say('Next best by'),
              sort: (row) => row.nextBestBy ?? '9',
              cell: (row) => dayOr(row.nextBestBy, '—'),
            },
            {
              head: say('State'),
              sort: (row) => (row.onHand.base === 0 ? 0 : running.has(row.id) ? 1 : 2),
              cell: (row) =>
                row.onHand.base === 0 ? (
                  <Mark tone="plain">{say('none left')}</Mark>
                ) : running.has(row.id) ? (
                  <Mark tone="warn">{say('running low')}</Mark>
                ) : null,
            },
          ]}
        />
      )}
    </Card>
  )
}
