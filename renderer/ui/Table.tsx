import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import styles from './table.module.css'

export interface Column<Row> {
  readonly head: string
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
}

/** A plain table that sorts by a click or Enter on a head, and scrolls sideways when the window is narrow. */
export function Table<Row>({ label, rows, columns, keyOf }: TableProps<Row>) {
  const [order, setOrder] = useState<{ at: number; down: boolean }>()
  const by = order && columns[order.at]?.sort
  const shown = by && order ? rows.toSorted((a, b) => compare(by(a), by(b)) * (order.down ? -1 : 1)) : rows
  return (
    <div className={styles['wrap']}>
      <table className={styles['table']} aria-label={label}>
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
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.head} className={column.number ? styles['number'] : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Dim text inside a table or a line. */
export function Dim({ children }: { readonly children: ReactNode }) {
  return <span className={styles['dim']}>{children}</span>
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), 'en', { numeric: true })
}
