import { Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { useOnPaper } from './useOnPaper.ts'
import { useScrollStop } from './useScrollStop.ts'
import styles from './table.module.css'
import { locale, say, sayNumber } from '../../shared/words/say.ts'

export interface Column<Row> {
  readonly head: string
  /** A number is written as sentences write it. */
  readonly cell: (row: Row) => ReactNode
  /** What to sort by; a column without it is not sortable. */
  readonly sort?: (row: Row) => string | number
  /** Figures stand to the right. */
  readonly number?: boolean
  /** Names its row for screen readers. */
  readonly names?: boolean
}

interface TableProps<Row> {
  /** Says what the table holds, to screen readers. */
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string | number
  /** The rows come in pages, with a button of their own for more: all that are here are drawn. */
  readonly paged?: boolean
  /** For many columns: heads break over lines, and less room between. */
  readonly dense?: boolean
  /** Rows drawn before somebody asks for more: fewer where there are many columns, or other tables beside it. */
  readonly first?: number
}

/** Rows drawn at once: a laptop draws them in a blink, and nobody looks through more by eye. */
const MANY = 200

/**
 * A plain table that sorts by a click or Enter on a head, and scrolls sideways when the window is narrow. Of very many
 * rows it draws the first and, when asked, more; on paper all.
 */
export function Table<Row>({
  label,
  rows,
  columns,
  keyOf,
  paged = false,
  dense = false,
  first = MANY,
}: TableProps<Row>) {
  const [order, setOrder] = useState<{ at: number; down: boolean }>()
  const by = order && columns[order.at]?.sort
  const sorted = by && order ? rows.toSorted((a, b) => compare(by(a), by(b)) * (order.down ? -1 : 1)) : rows
  const [drawn, setDrawn] = useState(first)
  const onPaper = useOnPaper()
  const shown = paged || onPaper ? sorted : sorted.slice(0, drawn)
  const left = rows.length - shown.length
  const box = useRef<HTMLDivElement>(null)
  const stop = useScrollStop(box) ? { tabIndex: 0, role: 'group', 'aria-label': label } : {}
  return (
    <div ref={box} className={styles['wrap']} {...stop}>
      <table className={`${styles['table']} ${dense ? styles['dense'] : ''}`} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th
                key={column.head}
                scope="col"
                className={column.number ? styles['number'] : undefined}
                aria-sort={order?.at === at ? (order.down ? 'descending' : 'ascending') : undefined}
              >
                {column.sort ? (
                  <button
                    type="button"
                    className={styles['sort']}
                    onClick={() => setOrder({ at, down: order?.at === at ? !order.down : false })}
                  >
                    {column.head}{' '}
                    {order?.at === at ? (
                      order.down ? (
                        <IconArrowDown size={14} aria-hidden />
                      ) : (
                        <IconArrowUp size={14} aria-hidden />
                      )
                    ) : null}
                  </button>
                ) : (
                  column.head
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) =>
                column.names ? (
                  <th key={column.head} scope="row">
                    {written(column.cell(row))}
                  </th>
                ) : (
                  <td key={column.head} className={column.number ? styles['number'] : undefined}>
                    {written(column.cell(row))}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 ? (
        <p className={styles['more']}>
          <Dim>
            {say('{shown} of {all} are shown.', { shown: sayNumber(shown.length), all: sayNumber(rows.length) })}
          </Dim>
          <Button variant="default" onClick={() => setDrawn(drawn + MANY)}>
            {say('Show {count} more', { count: Math.min(MANY, left) })}
          </Button>
        </p>
      ) : null}
    </div>
  )
}

/** Dim text inside a table or a line. */
export function Dim({ children }: { readonly children: ReactNode }) {
  return <span className={styles['dim']}>{children}</span>
}

function written(cell: ReactNode): ReactNode {
  return typeof cell === 'number' ? sayNumber(cell) : cell
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), locale(), { numeric: true })
}
