import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { showDay } from '../../../shared/domain/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Card } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { money } from '../../ui/words.ts'
import { LineChart } from './LineChart.tsx'
import styles from './Quality.module.css'

/** What an ingredient cost each time it was bought. */
export function Prices() {
  const ingredients = useAnswer('pantry', 'ingredients', {}).data ?? []
  const [chosen, setChosen] = useState<number>()
  const itemId = chosen ?? ingredients[0]?.id ?? 0
  const found = useAnswer('quality', 'prices', { itemId }, { enabled: itemId > 0, keepLast: true }).data
  if (ingredients.length === 0) return null
  return (
    <Card title="Price of an ingredient">
      <div className={styles['choices']}>
        <NativeSelect
          label="Ingredient"
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
        <Dim>No price of it was written down yet. Type it when you receive the next one.</Dim>
      </p>
    )
  return (
    <div className={styles['two']}>
      <LineChart
        label={`Price of ${ingredient} for one ${unit} over time`}
        points={rows.map(({ day, supplier, hundredths }) => ({
          name: supplier ?? 'supplier not recorded',
          day,
          value: hundredths / 100,
        }))}
        show={money}
      />
      <Table
        label={`What ${ingredient} cost`}
        rows={rows.map((row, at) => ({ ...row, at })).toReversed()}
        keyOf={(row) => row.at}
        first={20}
        columns={[
          { head: 'Bought', names: true, cell: (row) => showDay(row.day) },
          { head: 'From', cell: (row) => row.supplier ?? <Dim>not recorded</Dim> },
          { head: 'Quantity', number: true, cell: (row) => row.quantity },
          { head: 'Paid', number: true, cell: (row) => money(row.costCents) },
          { head: `For one ${unit}`, number: true, cell: (row) => money(row.hundredths / 100) },
        ]}
      />
    </div>
  )
}
