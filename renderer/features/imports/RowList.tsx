import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card } from '../../ui/Page.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { toastError } from '../../ui/toast.ts'
import styles from './Imports.module.css'
import { countOfVerdict, type DeskRow, type ImportAnswer, type Verdict, verdictWords } from './rowWords.ts'

const verdicts: readonly Verdict[] = ['stopped', 'check', 'ready', 'there already', 'left out', 'imported']

/** Every row with its colour and its word, of one kind where asked; those that wait can be mended in place. */
export function RowList({ desk }: { readonly desk: ImportAnswer }) {
  const [shown, setShown] = useState<Verdict | null>(null)
  const [trail, setTrail] = useState<readonly (string | null)[]>([null])
  const [open, setOpen] = useState<string>()
  const after = trail.at(-1) ?? null
  const input = { importId: desk.id, verdicts: shown === null ? [] : [shown], after, limit: 50 }
  const answer = useAnswer('imports', 'rows', input, { keepLast: true })
  const canMend = desk.state === 'open'

  const columns: readonly Column<DeskRow>[] = [
    { head: 'Row', cell: (row) => `${row.line + 1}${sheetNamed(desk, row)}` },
    {
      head: 'State',
      cell: (row) => <Mark tone={verdictWords[row.verdict].tone}>{verdictWords[row.verdict].word}</Mark>,
    },
    {
      head: 'What it says',
      cell: (row) => <span className={styles['cells']}>{row.cells.filter((cell) => cell !== '').join(' · ')}</span>,
    },
    { head: 'Why', cell: (row) => <span className={styles['why']}>{row.why}</span> },
    {
      head: 'Mend',
      cell: (row) =>
        canMend && row.verdict !== 'imported' ? (
          <Button
            variant="default"
            size="compact-md"
            aria-label={`Mend row ${row.line + 1}${sheetNamed(desk, row)}`}
            aria-expanded={open === keyOf(row)}
            onClick={() => setOpen(open === keyOf(row) ? undefined : keyOf(row))}
          >
            Mend
          </Button>
        ) : null,
    },
  ]
  return (
    <Card title="Rows">
      <div className={styles['filters']}>
        <Button
          variant={shown === null ? 'filled' : 'default'}
          aria-pressed={shown === null}
          onClick={() => filter(null)}
        >
          All {desk.counts.total}
        </Button>
        {verdicts.map((verdict) => (
          <Button
            key={verdict}
            variant={shown === verdict ? 'filled' : 'default'}
            aria-pressed={shown === verdict}
            onClick={() => filter(verdict)}
          >
            {verdictWords[verdict].word} {countOfVerdict(desk.counts, verdict)}
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
                  heads={headsOf(desk, mended)}
                  onDone={() => setOpen(undefined)}
                />
              ) : null}
              {rows.length === 0 ? (
                <p>No such rows.</p>
              ) : (
                <Table label="Rows" rows={rows} columns={columns} keyOf={keyOf} />
              )}
              <div className={styles['bar']}>
                {trail.length > 1 ? (
                  <Button variant="default" onClick={() => setTrail(trail.slice(0, -1))}>
                    Rows before
                  </Button>
                ) : null}
                {next === null ? null : (
                  <Button variant="default" onClick={() => setTrail([...trail, next])}>
                    More rows
                  </Button>
                )}
              </div>
            </>
          )
        }}
      </Answered>
    </Card>
  )

  function filter(verdict: Verdict | null): void {
    setShown(verdict)
    setTrail([null])
    setOpen(undefined)
  }
}

function keyOf(row: DeskRow): string {
  return `${row.sheetId}_${row.line}`
}

/** Which of several tables a row is of; nothing where there is one. */
function sheetNamed(desk: ImportAnswer, row: DeskRow): string {
  if (desk.sheets.length < 2) return ''
  return ` of ${desk.sheets.find((sheet) => sheet.id === row.sheetId)?.name ?? ''}`
}

function headsOf(desk: ImportAnswer, row: DeskRow): readonly string[] {
  return desk.sheets.find((sheet) => sheet.id === row.sheetId)?.columns.map((column) => column.head) ?? []
}

interface MendRowProps {
  readonly row: DeskRow
  readonly heads: readonly string[]
  readonly onDone: () => void
}

/** The cells of one row, to be changed here; the file stays as it is. */
function MendRow({ row, heads, onDone }: MendRowProps) {
  const { run, busy } = useCommand('imports', 'editRow')
  const [cells, setCells] = useState<readonly string[]>(() => heads.map((_, at) => row.cells[at] ?? ''))
  // What another window writes meanwhile is not written over.
  const [was] = useState(row.cells)

  async function save(change: { cells?: string[]; decision?: '' | 'add' | 'leave out' }): Promise<void> {
    try {
      await run({ sheetId: row.sheetId, line: row.line, was, ...change })
      onDone()
    } catch (error) {
      toastError(error)
    }
  }
  return (
    <form
      aria-label={`Row ${row.line + 1}`}
      data-changed={cells.some((cell, at) => cell !== (row.cells[at] ?? '')) || undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void save({ cells: [...cells], decision: '' })
      }}
    >
      <p>{row.why}</p>
      <div className={styles['editor']}>
        {cells.map((cell, at) => (
          <TextInput
            key={at}
            label={heads[at] || `Column ${at + 1}`}
            autoFocus={at === 0}
            value={cell}
            onChange={(event) => setCells(cells.with(at, event.currentTarget.value))}
          />
        ))}
      </div>
      <div className={styles['bar']} style={{ marginBlock: 12 }}>
        <Button type="submit" loading={busy}>
          Save row
        </Button>
        {row.verdict === 'left out' || row.verdict === 'there already' ? (
          <Button variant="default" loading={busy} onClick={() => void save({ decision: 'add' })}>
            Import it all the same
          </Button>
        ) : (
          <Button variant="default" loading={busy} onClick={() => void save({ decision: 'leave out' })}>
            Leave it out
          </Button>
        )}
        <Button variant="subtle" onClick={onDone}>
          Close
        </Button>
      </div>
    </form>
  )
}
