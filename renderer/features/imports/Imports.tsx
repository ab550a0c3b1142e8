import { Link } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { type Column, Dim, Table } from '../../ui/Table.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { moment } from '../../ui/words.ts'
import type { AnswerOf } from '../../api/door.ts'
import { BringFile } from './BringFile.tsx'
import { Templates } from './Templates.tsx'
import styles from './Imports.module.css'
import { isOver, nameOf, waitingOf } from './rowWords.ts'
import { say, sayNumber } from '../../../shared/words/say.ts'

type Row = AnswerOf<'imports', 'list'>[number]

/** Bring in a spreadsheet, take the empty tables, and see what was imported before. */
export function Imports() {
  const list = useAnswer('imports', 'list', {})
  return (
    <Page
      title={say('Import')}
      under={say(
        'Years of rows from Excel, LibreOffice, Google Sheets or a shop. Nothing is recorded before you have seen every row.',
      )}
    >
      <Card title={say('Bring a spreadsheet')}>
        <BringFile importId={null} />
      </Card>
      <Card title={say('Imports')}>
        <Answered answer={list}>
          {(rows) =>
            rows.length === 0 ? (
              <p>
                {say('None yet. What you import is kept here, with its file’s name, and can be taken back as a whole.')}
              </p>
            ) : (
              <Table label={say('Imports')} rows={rows} columns={columns()} keyOf={(row) => row.id} />
            )
          }
        </Answered>
      </Card>
      <Templates />
    </Page>
  )
}

const columns = (): readonly Column<Row>[] => [
  {
    head: say('File'),
    names: true,
    cell: (row) => (
      <Link href={`/import/${row.id}`} className={styles['name']}>
        {nameOf(row)}
      </Link>
    ),
  },
  { head: say('Begun'), cell: (row) => moment(row.startedAt) },
  { head: say('Rows in'), number: true, cell: (row) => figure(row.counts.total) },
  { head: say('Imported'), number: true, cell: (row) => figure(row.counts.imported) },
  { head: say('Waiting'), number: true, cell: (row) => figure(isOver(row.state) ? 0 : waitingOf(row.counts)) },
  { head: say('Given up'), number: true, cell: (row) => figure(isOver(row.state) ? waitingOf(row.counts) : 0) },
  { head: say('Refused'), number: true, cell: (row) => figure(row.counts.leftOut + row.counts.thereAlready) },
  { head: say('State'), cell: (row) => <StateOf row={row} /> },
]

function figure(count: number): string {
  return sayNumber(count)
}

function StateOf({ row }: { readonly row: Row }) {
  if (row.state === 'undone') return <Mark tone="plain">{say('Taken back')}</Mark>
  if (row.state === 'undoing') return <Mark tone="warn">{say('Half taken back')}</Mark>
  if (row.state === 'closed') return <Dim>{say('Ended')}</Dim>
  return waitingOf(row.counts) > 0 ? (
    <Mark tone="warn">{say('Rows wait')}</Mark>
  ) : (
    <Mark tone="good">{say('Done')}</Mark>
  )
}
