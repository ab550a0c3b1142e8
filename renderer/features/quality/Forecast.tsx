import { Link } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { say } from '../../../shared/words/say.ts'

/** What will be used in two weeks if the kitchen goes on as in the last eight. */
export function Forecast() {
  const answer = useAnswer('quality', 'forecast', {})
  return (
    <Card title={say('If you go on as in the last 8 weeks')}>
      <Answered answer={answer}>
        {(rows) =>
          rows.length === 0 ? (
            <Dim>{say('Nothing was used in the last 8 weeks.')}</Dim>
          ) : (
            <Table
              label={say('What will be used')}
              rows={rows}
              keyOf={(row) => row.itemId}
              first={20}
              columns={[
                {
                  head: say('Ingredient'),
                  names: true,
                  sort: (row) => row.ingredient,
                  cell: (row) => <Link href={`/ingredient/${row.itemId}`}>{row.ingredient}</Link>,
                },
                { head: say('Used in 8 weeks'), number: true, cell: (row) => row.used },
                { head: say('In the next 2 weeks'), number: true, cell: (row) => row.ahead },
                { head: say('On hand'), number: true, cell: (row) => row.onHand },
                {
                  head: say('Lasts'),
                  number: true,
                  sort: (row) => row.lastsDays ?? Infinity,
                  cell: (row) => (row.lastsDays === null ? '' : say('{days} days', { days: row.lastsDays })),
                },
                {
                  head: say('To buy'),
                  cell: (row) =>
                    row.short === null ? (
                      <Mark tone="good">{say('enough')}</Mark>
                    ) : (
                      <Mark tone="warn">{row.short}</Mark>
                    ),
                },
              ]}
            />
          )
        }
      </Answered>
    </Card>
  )
}
