import { stringify } from 'csv-stringify/sync'
import type { Cell, ColumnKind, LongSheet, Sheet } from './sheet.ts'

/**
 * A table as CSV: UTF-8 with a byte order mark, so that Excel reads accents; days as `2026-03-04`; money with two
 * decimals. Text that a spreadsheet would run as a formula is disarmed with an apostrophe (OWASP, CSV injection);
 * numbers, negative ones too, stay numbers.
 */
export function sheetCsv(sheet: Sheet): string {
  return headLine(sheet) + lines(sheet, sheet.rows)
}

/** The same, part by part. */
export async function* csvPieces(sheet: Sheet | LongSheet): AsyncGenerator<string> {
  yield headLine(sheet)
  if ('rows' in sheet) yield lines(sheet, sheet.rows)
  else for await (const rows of sheet.parts()) yield lines(sheet, rows)
}

function headLine({ columns }: Pick<Sheet, 'columns'>): string {
  return stringify([columns.map((column) => column.key)], { bom: true, record_delimiter: END })
}

function lines({ columns }: Pick<Sheet, 'columns'>, rows: Sheet['rows']): string {
  const cells = rows.map((row) => columns.map((column, at) => cellText(row[at] ?? null, column.kind)))
  return stringify(cells, { record_delimiter: END })
}

const END = '\r\n'

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
