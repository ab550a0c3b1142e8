import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Log, logs } from '../../../shared/api/records.ts'
import { showDay } from '../../../shared/domain/day.ts'
import { type AnswerOf, api } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { type Column, Dim, Table } from '../../ui/Table.tsx'
import { money } from '../../ui/words.ts'
import type { Period } from './periods.ts'
import styles from './Records.module.css'
import { SaveButtons } from './SaveButtons.tsx'

const names: Readonly<Record<Log, string>> = {
  production: 'Production',
  received: 'Ingredients received',
  used: 'Ingredients used',
  sales: 'Sales',
  days: 'Sales by day',
  cleaning: 'Cleaning and calibration',
  readings: 'Readings',
}

/** One log of the period, sorted by a click on a head, and its files. */
export function LogCard({ period }: { readonly period: Period }) {
  const [log, setLog] = useState<Log>('production')
  const answer = useAnswer('records', 'log', { log, ...period }, { keepLast: true })
  return (
    <Card>
      <div className={styles['tabs']}>
        {logs.map((each) => (
          <Button
            key={each}
            variant={each === log ? 'filled' : 'default'}
            aria-pressed={each === log}
            onClick={() => setLog(each)}
          >
            {names[each]}
          </Button>
        ))}
      </div>
      <Answered answer={answer}>{(table) => <LogTable table={table} />}</Answered>
      <div className={styles['foot']}>
        <SaveButtons
          what={names[log]}
          formats={['xlsx', 'csv', 'pdf']}
          make={async (format) => await api.records.save({ log, format, ...period })}
        />
        <Dim>For Excel take XLSX: lot numbers and codes stay exactly as they were typed.</Dim>
      </div>
    </Card>
  )
}

type LogAnswer = AnswerOf<'records', 'log'>

interface Row {
  readonly at: number
  readonly cells: LogAnswer['rows'][number]
}

function LogTable({ table }: { readonly table: LogAnswer }) {
  if (table.total === 0) return <p className={styles['none']}>Nothing was recorded in this period.</p>
  const rows = table.rows.map((cells, at): Row => ({ at, cells }))
  // What nobody wrote down in the whole period takes no room on the screen.
  const filled = table.columns.map((column, at) => ({ ...column, at })).filter(({ at }) => rows.some(({ cells }) => (cells[at] ?? '') !== '')) // prettier-ignore
  return (
    <div className={styles['log']}>
      <Table
        // A sorted column of one log is another column of the next.
        key={table.name}
        label={table.name}
        rows={rows}
        keyOf={({ at }) => at}
        dense
        first={40}
        columns={filled.map(({ head, kind, at }): Column<Row> => ({
          head,
          number: kind === 'number' || kind === 'money',
          sort: ({ cells }) => cells[at] ?? '',
          // Thousands of cells: only those that wrap have an element of their own.
          cell: ({ cells }) => {
            const text = shown(cells[at] ?? null, kind)
            return isLong(kind, cells[at] ?? null) ? <span className={styles['text']}>{text}</span> : text
          },
        }))}
      />
      {filled.length < table.columns.length ? (
        <Dim>Columns with nothing in them are left out here; the files have all of them. </Dim>
      ) : null}
      {table.total > table.rows.length ? (
        <Dim>
          The first {table.rows.length} of {table.total} rows; the files hold every one.
        </Dim>
      ) : null}
    </div>
  )
}

/** Long texts wrap; numbers, days and codes stay on their line. */
function isLong(kind: LogAnswer['columns'][number]['kind'], cell: string | number | null): boolean {
  return kind === 'text' && String(cell ?? '').length > 16
}

function shown(cell: string | number | null, kind: LogAnswer['columns'][number]['kind']): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return kind === 'money' ? money(cell) : cell.toLocaleString('en-US')
  return kind === 'day' ? showDay(cell) : cell
}
