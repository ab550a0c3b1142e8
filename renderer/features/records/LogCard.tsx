import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Log, logs } from '../../../shared/api/records.ts'
import { sayReading } from '../../../shared/domain/reading.ts'
import { sayDay } from '../../../shared/words/day.ts'
import { type AnswerOf, api } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { type Column, Dim, Table } from '../../ui/Table.tsx'
import { money } from '../../ui/words.ts'
import type { Period } from './periods.ts'
import styles from './Records.module.css'
import { SaveButtons } from './SaveButtons.tsx'
import { said } from '../../ui/said.ts'
import { nounOf, say, sayNumber, sayWord } from '../../../shared/words/say.ts'

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
            {sayWord(names[each])}
          </Button>
        ))}
      </div>
      <Answered answer={answer}>{(table) => <LogTable table={table} />}</Answered>
      <div className={styles['foot']}>
        <SaveButtons
          what={sayWord(names[log])}
          formats={['xlsx', 'csv', 'pdf']}
          make={async (format) => await api.records.save({ log, format, ...period })}
        />
        <Dim>{say('For Excel take XLSX: lot numbers and codes stay exactly as they were typed.')}</Dim>
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
  if (table.total === 0) return <p className={styles['none']}>{say('Nothing was recorded in this period.')}</p>
  const rows = table.rows.map((cells, at): Row => ({ at, cells }))
  // What nobody wrote down in the whole period takes no room on the screen.
  const filled = table.columns.map((column, at) => ({ ...column, at })).filter(({ at }) => rows.some(({ cells }) => (cells[at] ?? '') !== '')) // prettier-ignore
  return (
    <div className={styles['log']}>
      <Table
        // A sorted column of one log is another column of the next.
        key={table.name}
        label={sayWord(table.name)}
        rows={rows}
        keyOf={({ at }) => at}
        dense
        first={40}
        columns={filled.map(({ key, head, kind, at }): Column<Row> => ({
          head: headWords(key, head),
          number: kind === 'number' || kind === 'money',
          sort: ({ cells }) => cells[at] ?? '',
          // Thousands of cells: only those that wrap have an element of their own.
          cell: ({ cells }) => {
            const saidAs = sayers[key]
            const text = saidAs ? saidAs(String(cells[at] ?? '')) : shown(cells[at] ?? null, kind)
            return isLong(kind, cells[at] ?? null) ? <span className={styles['text']}>{text}</span> : text
          },
        }))}
      />
      {filled.length < table.columns.length ? (
        <Dim>{say('Columns with nothing in them are left out here; the files have all of them.')} </Dim>
      ) : null}
      {table.total > table.rows.length ? (
        <Dim>
          {said('The first {count} of {total} rows; the files hold every one.', {
            count: table.rows.length,
            total: table.total,
          })}
        </Dim>
      ) : null}
    </div>
  )
}

/** Columns whose cells are words of the app: every other text was typed by a person. */
const sayers: Readonly<Record<string, (cell: string) => string>> = {
  basis: sayWord,
  hold: sayWord,
  kind: sayWord,
  purpose: sayWord,
  state: sayWord,
  reading: sayReading,
  unit: (word) => nounOf(word)?.[0] ?? word,
}

/** The head of a column as the screen shows it; files have it in English. */
function headWords(key: string, head: string): string {
  if (key === 'back') return say('{as, select, head {Back} other {Back}}', { as: 'head' })
  if (key === 'from_lot') return say('{as, select, day {From} other {From}}', { as: 'source' })
  if (key === 'done') return say('{as, select, head {Done} other {Done}}', { as: 'head' })
  return sayWord(head)
}

/** Long texts wrap; numbers, days and codes stay on their line. */
function isLong(kind: LogAnswer['columns'][number]['kind'], cell: string | number | null): boolean {
  return kind === 'text' && String(cell ?? '').length > 16
}

function shown(cell: string | number | null, kind: LogAnswer['columns'][number]['kind']): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return kind === 'money' ? money(cell) : sayNumber(cell)
  return kind === 'day' ? sayDay(cell) : cell
}
