import { Link } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'

/** What to buy: ingredients below their level. */
export function LowTable() {
  const low = useAnswer('ingredients', 'low', {})
  return (
    <Card title="Running low">
      <Answered answer={low}>
        {(rows) =>
          rows.length === 0 ? (
            <Dim>There is enough of everything for a batch of each product.</Dim>
          ) : (
            <Table
              label="Ingredients that run low"
              rows={rows}
              keyOf={(row) => row.id}
              columns={[
                {
                  head: 'Ingredient',
                  names: true,
                  sort: (row) => row.name,
                  cell: (row) => <Link href={`/ingredient/${row.id}`}>{row.name}</Link>,
                },
                { head: 'Can be used', number: true, cell: (row) => row.usable.text },
                { head: 'Low below', number: true, cell: (row) => row.level.text },
                {
                  head: 'Because',
                  cell: (row) =>
                    row.product === null ? 'the level you set' : `a batch of ${row.product} takes so much`,
                },
              ]}
            />
          )
        }
      </Answered>
    </Card>
  )
}
