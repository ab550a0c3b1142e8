import { Link } from 'wouter'
import { showDay } from '../../../shared/domain/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { Table } from '../../ui/Table.tsx'
import styles from './Recalls.module.css'

type Head = AnswerOf<'recalls', 'list'>[number]

/** Every recall that was opened, newest first. */
export function RecallsList() {
  const answer = useAnswer('recalls', 'list', {})
  return (
    <Page
      title="Recalls"
      under="What was opened, who was told, who answered."
      actions={<LinkButton to="/recall">New recall</LinkButton>}
    >
      <Answered answer={answer}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty
              title="No recall was ever opened here"
              action={<LinkButton to="/recall">Paste a supplier’s notice</LinkButton>}
            >
              A recall begins with its scope: paste the notice, look at the three columns, and press “Start the recall”.
            </Empty>
          ) : (
            <Card>
              <Table<Head>
                label="Recalls"
                rows={rows}
                keyOf={(row) => row.id}
                columns={[
                  {
                    head: 'What',
                    names: true,
                    sort: (row) => row.title,
                    cell: (row) => (
                      <Link href={`/recalls/${row.id}`} className={styles['row']}>
                        {row.title}
                      </Link>
                    ),
                  },
                  { head: 'Kind', sort: (row) => row.kind, cell: (row) => row.kind },
                  { head: 'Opened', sort: (row) => row.openedOn, cell: (row) => showDay(row.openedOn) },
                  { head: 'Units', number: true, sort: (row) => row.units, cell: (row) => row.units },
                  { head: 'Told', number: true, cell: (row) => `${row.told} of ${row.consignees}` },
                  { head: 'Answered', number: true, cell: (row) => `${row.responded} of ${row.consignees}` },
                  {
                    head: 'State',
                    sort: (row) => row.endedOn ?? '',
                    cell: (row) =>
                      row.endedOn === null ? (
                        <Mark tone="bad">going on</Mark>
                      ) : (
                        <Mark tone="good">ended {showDay(row.endedOn)}</Mark>
                      ),
                  },
                ]}
              />
            </Card>
          )
        }
      </Answered>
    </Page>
  )
}
