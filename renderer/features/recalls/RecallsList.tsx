import { Link } from 'wouter'
import { sayDay } from '../../../shared/words/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { Table } from '../../ui/Table.tsx'
import styles from './Recalls.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

type Head = AnswerOf<'recalls', 'list'>[number]

/** Every recall that was opened, newest first. */
export function RecallsList() {
  const answer = useAnswer('recalls', 'list', {})
  return (
    <Page
      title={say('Recalls')}
      under={say('What was opened, who was told, who answered.')}
      actions={<LinkButton to="/recall">{say('New recall')}</LinkButton>}
    >
      <Answered answer={answer}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty
              title={say('No recall was ever opened here')}
              action={<LinkButton to="/recall">{say('Paste a supplier’s notice')}</LinkButton>}
            >
              {say(
                'A recall begins with its scope: paste the notice, look at the three columns, and press “Start the recall”.',
              )}
            </Empty>
          ) : (
            <Card>
              <Table<Head>
                label={say('Recalls')}
                rows={rows}
                keyOf={(row) => row.id}
                columns={[
                  {
                    head: say('What'),
                    names: true,
                    sort: (row) => row.title,
                    cell: (row) => (
                      <Link href={`/recalls/${row.id}`} className={styles['row']}>
                        {row.title}
                      </Link>
                    ),
                  },
                  { head: say('Kind'), sort: (row) => row.kind, cell: (row) => sayWord(row.kind) },
                  { head: say('Opened'), sort: (row) => row.openedOn, cell: (row) => sayDay(row.openedOn) },
                  { head: say('Units'), number: true, sort: (row) => row.units, cell: (row) => row.units },
                  {
                    head: say('Told'),
                    number: true,
                    cell: (row) => say('{count} of {all}', { count: row.told, all: row.consignees }),
                  },
                  {
                    head: say('Answered'),
                    number: true,
                    cell: (row) => say('{count} of {all}', { count: row.responded, all: row.consignees }),
                  },
                  {
                    head: say('State'),
                    sort: (row) => row.endedOn ?? '',
                    cell: (row) =>
                      row.endedOn === null ? (
                        <Mark tone="bad">{say('going on')}</Mark>
                      ) : (
                        <Mark tone="good">{say('ended {day}', { day: sayDay(row.endedOn) })}</Mark>
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
