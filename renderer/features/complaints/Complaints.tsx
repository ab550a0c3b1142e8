import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import { sayDay } from '../../../shared/words/day.ts'
import { writeSerial } from '../../../shared/domain/lotNumber.ts'
import type { AnswerOf } from '../../api/door.ts'
import { ComplaintForm } from '../../trace/ComplaintForm.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { useReadOnly } from '../../ui/readOnly.ts'
import { Dim, Table } from '../../ui/Table.tsx'
import { usePages } from '../../ui/usePages.ts'
import styles from './Complaints.module.css'
import { SeverityMark } from './SeverityMark.tsx'
import { say } from '../../../shared/words/say.ts'

type Row = AnswerOf<'complaints', 'list'>['rows'][number]

/** Every complaint: open ones first, the oldest first. */
export function Complaints() {
  const pages = usePages('complaints', 'list', { limit: 200 })
  const [isLogging, setLogging] = useState(false)
  const [, go] = useLocation()
  const readOnly = useReadOnly()
  return (
    <Page
      title={say('Complaints')}
      under={say('The oldest open one first. What was said and done stays in the history.')}
      actions={readOnly ? null : <Button onClick={() => setLogging(true)}>{say('Log a complaint')}</Button>}
    >
      {isLogging ? (
        <Card>
          <ComplaintForm
            batchId={null}
            lotNumber={say('a jar without a code')}
            serial={null}
            onClose={() => setLogging(false)}
            onLogged={(id) => go(`/complaints/${id}`)}
          />
        </Card>
      ) : null}
      <div className={styles['stack']}>
        <Answered answer={pages}>
          {({ rows, more }) =>
            rows.length === 0 ? (
              <Empty title={say('Nobody has complained')}>
                {say(
                  'When somebody does and has the code, type it into Ask (Ctrl+K) and press L. Without a code, log it here: the batch can be found later.',
                )}
              </Empty>
            ) : (
              <Card>
                <ComplaintTable rows={rows} />
                <LoadMore more={more} />
              </Card>
            )
          }
        </Answered>
      </div>
    </Page>
  )
}

function ComplaintTable({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <Table<Row>
      label={say('Complaints')}
      rows={rows}
      keyOf={(row) => row.id}
      first={50}
      columns={[
        {
          head: say('What is wrong'),
          names: true,
          cell: (row) => (
            <Link href={`/complaints/${row.id}`} className={styles['row']}>
              {row.what}
            </Link>
          ),
        },
        { head: say('About'), sort: (row) => row.lotNumber ?? '', cell: (row) => <About row={row} /> },
        { head: say('Who'), sort: (row) => row.who, cell: (row) => row.who },
        {
          head: say('Heard'),
          sort: (row) => row.heardOn,
          cell: (row) => <span className={styles['day']}>{sayDay(row.heardOn)}</span>,
        },
        {
          head: say('How bad'),
          sort: (row) => ['ill', 'serious', 'minor', null].indexOf(row.severity),
          cell: (row) => <SeverityMark complaint={row} />,
        },
        {
          head: say('State'),
          sort: (row) => (row.outcome === null ? -row.age : 1),
          cell: (row) =>
            row.outcome === null ? (
              <Mark tone="warn">
                {row.age === 0 ? say('open since today') : say('open for {days}', { days: countOf(row.age, 'day') })}
              </Mark>
            ) : (
              <span className={styles['outcome']}>
                <IconCircleCheck size={18} aria-hidden />
                {row.outcome}
              </span>
            ),
        },
      ]}
    />
  )
}

function About({ row }: { readonly row: Row }) {
  if (row.batchId === null) return <Mark tone="plain">{say('unknown jar')}</Mark>
  return (
    <>
      <Link
        className={styles['number'] ?? ''}
        href={`/trace/batch/${row.batchId}${row.serial === null ? '' : `/${row.serial}`}`}
      >
        {row.lotNumber}
        {row.serial === null ? '' : `-${writeSerial(row.serial)}`}
      </Link>
      <br />
      <Dim>{row.product}</Dim>
    </>
  )
}
