import type { CellObject, Sheet as XlsxSheet } from 'write-excel-file/node'
import type { Cell, ColumnKind, Sheet } from './sheet.ts'

/**
 * Tables as one Excel workbook, a sheet each: text is text whatever it looks like (`00392/174`, `=1+1`), numbers are
 * numbers, days are real dates; the header row stays in sight.
 */
export async function sheetsXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map((sheet) => sheet.name))
  const workbook = sheets.map(({ columns, rows }, at): XlsxSheet<never> => ({
    sheet: names[at] ?? '',
    columns: columns.map((column, place) => ({ width: widthOf(column.head, rows, place) })),
    stickyRowsCount: 1,
    data: [
      columns.map(({ head, kind }) => ({
        value: head,
        type: String,
        fontWeight: 'bold' as const,
        align: kind === 'number' || kind === 'money' ? ('right' as const) : ('left' as const),
      })),
      ...rows.map((row) => columns.map(({ kind }, place) => cellOf(row[place] ?? null, kind))),
    ],
  }))
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return await writeExcelFile(workbook).toBuffer()
}

/** The longest text that a cell of Excel holds. */
const LONGEST = 32_767

function cellOf(cell: Cell, kind: ColumnKind): CellObject | null {
  if (cell === null || cell === '') return null
  if (kind === 'day' && typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell))
    return { value: new Date(`${cell}T00:00:00.000Z`), type: Date, format: 'yyyy-mm-dd' }
  if (typeof cell === 'string') return { value: cell.slice(0, LONGEST), type: String }
  return kind === 'money' ? { value: cell / 100, type: Number, format: '#,##0.00' } : { value: cell, type: Number }
}

/** Names that Excel takes: 31 characters, none of `[]:*?/\`, no two alike. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name, at) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'|'$/g, '')
        .trim()
        .slice(0, 31) || `Sheet ${at + 1}`
    const free = taken.has(plain.toLowerCase()) ? `${plain.slice(0, 27)} ${at + 1}` : plain
    taken.add(free.toLowerCase())
    return free
  })
}

/** Wide enough for what is in it, within reason; in characters. */
function widthOf(head: string, rows: Sheet['rows'], at: number): number {
  const longest = rows.slice(0, 200).reduce((width, row) => Math.max(width, String(row[at] ?? '').length), head.length)
  return Math.min(48, Math.max(8, longest + 2))
}
