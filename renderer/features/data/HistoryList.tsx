import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { usePages } from '../../ui/usePages.ts'
import { moment } from '../../ui/words.ts'
import styles from './HistoryList.module.css'
import { say } from '../../../shared/words/say.ts'

/** Everything that was ever recorded. Nothing in it can be changed without its hash, and all after it, changing. */
export function HistoryList() {
  const pages = usePages('history', 'list', { limit: 100 })
  return (
    <Page
      title={say('History')}
      under={say('Nothing is ever rewritten. Each entry carries a hash over itself and the one before it.')}
      actions={
        <LinkButton to="/data" variant="default">
          {say('Check the record')}
        </LinkButton>
      }
    >
      <Answered answer={pages} lines={10}>
        {({ rows, more }) =>
          rows.length === 0 ? (
            <Empty
              title={say('Nothing has been recorded yet')}
              action={<LinkButton to="/">{say('Go to Today')}</LinkButton>}
            >
              {say('As soon as you save something, it is here with its time, for good.')}
            </Empty>
          ) : (
            <Card>
              <Table
                label={say('History, newest first')}
                rows={rows}
                keyOf={(entry) => entry.seq}
                columns={[
                  { head: say('No.'), number: true, cell: (entry) => <Dim>{entry.seq}</Dim> },
                  { head: say('When'), cell: (entry) => <span className={styles['when']}>{moment(entry.at)}</span> },
                  ...(rows.some(({ who }) => who !== null)
                    ? [
                        {
                          head: say('Who'),
                          cell: (entry: (typeof rows)[number]) => entry.who ?? <Dim>{say('not named')}</Dim>,
                        },
                      ]
                    : []),
                  {
                    head: say('What'),
                    names: true,
                    cell: (entry) => <span className={styles['what']}>{entry.what}</span>,
                  },
                  {
                    head: say('Hash'),
                    cell: (entry) => <code className={styles['hash']}>{entry.hash.slice(0, 12)}</code>,
                  },
                ]}
              />
              <LoadMore more={more} />
            </Card>
          )
        }
      </Answered>
    </Page>
  )
}
