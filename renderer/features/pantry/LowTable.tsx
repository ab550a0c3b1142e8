import { Link } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { say } from '../../../shared/words/say.ts'

/** What to buy: ingredients below their level. */
export function LowTable() {
  const low = useAnswer('ingredients', 'low', {})
  return (
    <Card title={say('Running low')}>
      <Answered answer={low}>
        {(rows) =>
          rows.length === 0 ? (
            <Dim>{say('There is enough of everything for a batch of each product.')}</Dim>
          ) : (
            <Table
              label={say('Ingredients that run low')}
              rows={rows}
              keyOf={(row) => row.id}
              columns={[
                {
                  head: say('Ingredient'),
                  names: true,
                  sort: (row) => row.name,
                  cell: (row) => <Link href={`/ingredient/${row.id}`}>{row.name}</Link>,
                },
                { head: say('Can be used'), number: true, cell: (row) => row.usable.text },
                { head: say('Low below'), number: true, cell: (row) => row.level.text },
                {
                  head: say('Because'),
                  cell: (row) =>
                    row.product === null
                      ? say('the level you set')
                      : say('a batch of {product} takes so much', { product: row.product }),
                },
              ]}
            />
          )
        }
      </Answered>
    </Card>
  )
}
