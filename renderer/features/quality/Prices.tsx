import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { sayDay } from '../../../shared/words/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Card } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { money } from '../../ui/words.ts'
import { LineChart } from './LineChart.tsx'
import styles from './Quality.module.css'
import { say } from '../../../shared/words/say.ts'

/** What an ingredient cost each time it was bought. */
export function Prices() {
  const ingredients = useAnswer('pantry', 'ingredients', {}).data ?? []
  const [chosen, setChosen] = useState<number>()
  const itemId = chosen ?? ingredients[0]?.id ?? 0
  const found = useAnswer('quality', 'prices', { itemId }, { enabled: itemId > 0, keepLast: true }).data
  if (ingredients.length === 0) return null
  return (
    <Card title={say('Price of an ingredient')}>
      <div className={styles['choices']}>
        <NativeSelect
          label={say('Ingredient')}
          value={String(itemId)}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
          data={ingredients.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      </div>
      {found ? <Bought found={found} /> : null}
    </Card>
  )
}

function Bought({ found: { ingredient, unit, rows } }: { readonly found: AnswerOf<'quality', 'prices'> }) {
  if (rows.length === 0)
    return (
      <p>
        <Dim>{say('No price of it was written down yet. Type it when you receive the next one.')}</Dim>
      </p>
    )
  return (
    <div className={styles['two']}>
      <LineChart
        label={say('Price of {ingredient} for one {unit} over time', { ingredient, unit })}
        points={rows.map(({ day, supplier, hundredths }) => ({
          name: supplier ?? say('supplier not recorded'),
          day,
          value: hundredths / 100,
        }))}
        show={money}
      />
      <Table
        label={say('What {ingredient} cost', { ingredient })}
        rows={rows.map((row, at) => ({ ...row, at })).toReversed()}
        keyOf={(row) => row.at}
        first={20}
        columns={[
          { head: say('Bought'), names: true, cell: (row) => sayDay(row.day) },
          {
            head: say('{as, select, day {From} other {From}}', { as: 'source' }),
            cell: (row) => row.supplier ?? <Dim>{say('not recorded')}</Dim>,
          },
          { head: say('Quantity'), number: true, cell: (row) => row.quantity },
          { head: say('Paid'), number: true, cell: (row) => money(row.costCents) },
          { head: say('For one {unit}', { unit }), number: true, cell: (row) => money(row.hundredths / 100) },
        ]}
      />
    </div>
  )
}
