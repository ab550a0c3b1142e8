import { stringify } from 'csv-stringify/sync'
import type { Cell, ColumnKind, Sheet } from './sheet.ts'

/**
 * A table as CSV: UTF-8 with a byte order mark, so that Excel reads accents; days as `2026-03-04`; money with two
 * decimals. Text that a spreadsheet would run as a formula is disarmed with an apostrophe (OWASP, CSV injection);
 * numbers, negative ones too, stay numbers.
 */
export function sheetCsv({ columns, rows }: Sheet): string {
  const lines = [
    columns.map((column) => column.key),
    ...rows.map((row) => columns.map((column, at) => cellText(row[at] ?? null, column.kind))),
  ]
  return stringify(lines, { bom: true, record_delimiter: '\r\n' })
}

function cellText(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return kind === 'money' ? (cell / 100).toFixed(2) : String(cell)
  return disarmed(cell)
}

/** Signs that begin a formula in some spreadsheet, their full-width forms, and what may stand hidden before them. */
const formula = /^[\s\p{Cf}]*[=+\-@|\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u

/** Text that no spreadsheet runs: an apostrophe goes before what could begin a formula. */
function disarmed(text: string): string {
  return formula.test(text) ? `'${text}` : text
}
