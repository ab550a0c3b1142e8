import { Button } from '@mantine/core'
import { useState } from 'react'
import { countOf } from '../../../shared/words/counted.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card } from '../../ui/Page.tsx'
import { type Column, Dim, Table } from '../../ui/Table.tsx'
import styles from './Imports.module.css'
import { type Columns, MendRow } from './MendRow.tsx'
import { countOfGroup, type DeskRow, type ImportAnswer, type RowGroup, rowGroups } from './rowWords.ts'
import { say, sayNumber, sayWord } from '../../../shared/words/say.ts'

/** Every row with its colour and its word, of one kind where asked; those that wait can be mended in place. */
export function RowList({ desk, canMend }: { readonly desk: ImportAnswer; readonly canMend: boolean }) {
  const groups = rowGroups(desk.state)
  const [chosen, setShown] = useState<RowGroup | null>(null)
  // An import that is over says less of its rows.
  const shown = chosen && groups.some(({ word }) => word === chosen.word) ? chosen : null
  const [trail, setTrail] = useState<readonly (string | null)[]>([null])
  const [open, setOpen] = useState<string>()
  const after = trail.at(-1) ?? null
  const input = { importId: desk.id, verdicts: [...(shown?.verdicts ?? [])], after, limit: 50 }
  const answer = useAnswer('imports', 'rows', input, { keepLast: true })

  const allColumns: readonly Column<DeskRow>[] = [
    {
      head: say('Row'),
      cell: (row) => {
        const { line, sheet } = placeOf(desk, row)
        return sheet === null ? line : say('{line} of {sheet}', { line, sheet })
      },
    },
    {
      head: say('State'),
      cell: (row) => <VerdictOf row={row} state={desk.state} />,
    },
    {
      head: say('What it says'),
      cell: (row) => <Said row={row} uses={sheetOf(desk, row)?.columns ?? []} />,
    },
    { head: say('Why'), cell: (row) => <span className={styles['why']}>{row.why}</span> },
    {
      head: say('Mend'),
      cell: (row) =>
        row.verdict !== 'imported' ? (
          <Button
            variant="default"
            size="compact-md"
            aria-label={mendRow(placeOf(desk, row))}
            aria-expanded={open === keyOf(row)}
            disabled={!canMend}
            onClick={() => setOpen(open === keyOf(row) ? undefined : keyOf(row))}
          >
            {say('Mend')}
          </Button>
        ) : null,
    },
  ]
  const columns = desk.state === 'open' ? allColumns : allColumns.slice(0, -1)
  return (
    <Card title={say('Rows')}>
      <div className={styles['filters']}>
        <Button
          variant={shown === null ? 'filled' : 'default'}
          aria-pressed={shown === null}
          onClick={() => filter(null)}
        >
          {say('All {count}', { count: sayNumber(desk.counts.total) })}
        </Button>
        {groups.map((group) => (
          <Button
            key={group.word}
            variant={shown?.word === group.word ? 'filled' : 'default'}
            aria-pressed={shown?.word === group.word}
            onClick={() => filter(group)}
          >
            {sayWord(group.word)} {sayNumber(countOfGroup(desk.counts, group))}
          </Button>
        ))}
      </div>
      <Answered answer={answer}>
        {({ rows, next }) => {
          const mended = rows.find((row) => keyOf(row) === open)
          return (
            <>
              {mended ? (
                <MendRow
                  key={keyOf(mended)}
                  row={mended}
                  name={rowNamed(placeOf(desk, mended))}
                  columns={sheetOf(desk, mended)?.columns ?? []}
                  onDone={() => setOpen(undefined)}
                />
              ) : null}
              {rows.length === 0 ? (
                <p>{say('No such rows.')}</p>
              ) : (
                <Table label={say('Rows')} rows={rows} columns={columns} keyOf={keyOf} />
              )}
              <div className={styles['pages']}>
                {trail.length > 1 ? (
                  <Button variant="default" onClick={() => setTrail(trail.slice(0, -1))}>
                    {say('Rows before')}
                  </Button>
                ) : null}
                {next === null ? null : (
                  <Button variant="default" onClick={() => setTrail([...trail, next])}>
                    {say('More rows')}
                  </Button>
                )}
              </div>
            </>
          )
        }}
      </Answered>
    </Card>
  )

  function filter(group: RowGroup | null): void {
    setShown(group)
    setTrail([null])
    setOpen(undefined)
  }
}

function VerdictOf({ row, state }: { readonly row: DeskRow; readonly state: ImportAnswer['state'] }) {
  const group = rowGroups(state).find(({ verdicts }) => verdicts.includes(row.verdict))
  return group ? <Mark tone={group.tone}>{sayWord(group.word)}</Mark> : null
}

function keyOf(row: DeskRow): string {
  return `${row.sheetId}_${row.line}`
}

/** The number of a row in its file, and which of several tables it is of; null where there is one. */
interface Place {
  readonly line: number
  readonly sheet: string | null
}

function placeOf(desk: ImportAnswer, row: DeskRow): Place {
  return { line: row.line + 1, sheet: desk.sheets.length < 2 ? null : (sheetOf(desk, row)?.name ?? '') }
}

function rowNamed({ line, sheet }: Place): string {
  return sheet === null ? say('Row {line}', { line }) : say('Row {line} of {sheet}', { line, sheet })
}

function mendRow({ line, sheet }: Place): string {
  return sheet === null ? say('Mend row {line}', { line }) : say('Mend row {line} of {sheet}', { line, sheet })
}

function sheetOf(desk: ImportAnswer, row: DeskRow) {
  return desk.sheets.find((sheet) => sheet.id === row.sheetId)
}

/** The cells that are read, and how many others there are. */
function Said({ row, uses }: { readonly row: DeskRow; readonly uses: Columns }) {
  const filled = row.cells.flatMap((cell, at) => (cell === '' ? [] : [{ cell, isRead: uses[at]?.use.kind !== 'none' }]))
  const read = filled.filter(({ isRead }) => isRead)
  const others = filled.length - read.length
  return (
    <span className={styles['cells']}>
      {read.map(({ cell }) => cell).join(' · ')}
      {others === 0 ? null : (
        <Dim>
          {' '}
          {say('(and {cells} that {count, plural, one {is} other {are}} left out)', {
            cells: countOf(others, 'cell'),
            count: others,
          })}
        </Dim>
      )}
    </span>
  )
}
