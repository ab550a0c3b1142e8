/** What a column holds: `money` is whole cents, `day` a calendar day as `YYYY-MM-DD`. */
export type ColumnKind = 'text' | 'number' | 'money' | 'day'

/** Text, a number (cents where the column is money), or nothing. */
export type Cell = string | number | null

export interface Column<Row> {
  /** The name in CSV files, for programs: `lot_number`. */
  readonly key: string
  /** The name for people: `Lot number`. */
  readonly head: string
  readonly kind: ColumnKind
  readonly cell: (row: Row) => Cell
}

/** One plain table: one header row, no merged cells, a fact a column. Written as CSV, XLSX or markup. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly Omit<Column<never>, 'cell'>[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A table whose rows come part by part, so that ten years of them are never in the memory at once. */
export interface LongSheet extends Pick<Sheet, 'name' | 'columns'> {
  parts(): AsyncIterable<Sheet['rows']>
}

export function sheetOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet {
  return {
    name,
    columns: columns.map(({ key, head, kind }) => ({ key, head, kind })),
    rows: rows.map((row) => columns.map((column) => column.cell(row))),
  }
}
