import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { countOf } from '../../../shared/words/counted.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Fold } from '../../ui/Fold.tsx'
import { toastError } from '../../ui/toast.ts'
import styles from './Imports.module.css'
import type { DeskRow, ImportAnswer } from './rowWords.ts'
import { say } from '../../../shared/words/say.ts'

export type Columns = ImportAnswer['sheets'][number]['columns']

interface MendRowProps {
  readonly row: DeskRow
  /** `Row 8 of bought.csv`. */
  readonly name: string
  readonly columns: Columns
  readonly onDone: () => void
}

/** The cells of one row, to be changed here; the file stays as it is. Those of columns that nobody reads are folded away. */
export function MendRow({ row, name, columns, onDone }: MendRowProps) {
  const { run, busy } = useCommand('imports', 'editRow')
  const [cells, setCells] = useState<readonly string[]>(() => columns.map((_, at) => row.cells[at] ?? ''))
  // What another window writes meanwhile is not written over.
  const [was] = useState(row.cells)
  const form = useRef<HTMLFormElement>(null)
  // Where the focus was, it is again once the form is gone.
  useEffect(() => {
    const before = document.activeElement
    form.current?.querySelector('input')?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  async function save(change: { cells?: string[]; decision?: '' | 'add' | 'leave out' }): Promise<void> {
    try {
      await run({ sheetId: row.sheetId, line: row.line, was, ...change })
      onDone()
    } catch (error) {
      toastError(error)
    }
  }

  const fieldFor = (at: number) => (
    <TextInput
      key={at}
      label={columns[at]?.head || say('Column {at}', { at: at + 1 })}
      value={cells[at] ?? ''}
      onChange={(event) => setCells(cells.with(at, event.currentTarget.value))}
    />
  )
  const read = columns.flatMap(({ use }, at) => (use.kind === 'none' ? [] : at))
  const others = columns.flatMap(({ use }, at) => (use.kind === 'none' ? at : []))
  return (
    <form
      ref={form}
      className={styles['mend']}
      aria-label={name}
      data-changed={cells.some((cell, at) => cell !== (row.cells[at] ?? '')) || undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void save({ cells: [...cells], decision: '' })
      }}
    >
      <h3>{name}</h3>
      <p>{row.why}</p>
      <div className={styles['editor']}>{read.map(fieldFor)}</div>
      {others.length === 0 ? null : (
        <Fold title={say('Cells that are left out')} summary={countOf(others.length, 'column')}>
          <div className={styles['editor']}>{others.map(fieldFor)}</div>
        </Fold>
      )}
      <div className={styles['bar']}>
        <Button type="submit" loading={busy}>
          {say('Save row')}
        </Button>
        {row.verdict === 'left out' || row.verdict === 'there already' ? (
          <Button variant="default" loading={busy} onClick={() => void save({ decision: 'add' })}>
            {say('Import it all the same')}
          </Button>
        ) : (
          <Button variant="default" loading={busy} onClick={() => void save({ decision: 'leave out' })}>
            {say('Leave it out')}
          </Button>
        )}
        <Button variant="subtle" onClick={onDone}>
          {say('Close')}
        </Button>
      </div>
    </form>
  )
}
