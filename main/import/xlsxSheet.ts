import { limits } from './sheetGrid.ts'
import { tidyRows, tooWide } from './tidyRows.ts'
import { dayOfSerial } from './xlsxDates.ts'
import { attributeOf, plainText, tagsOf } from './xml.ts'
import { say } from '../../shared/words/say.ts'

interface Workbook {
  readonly shared: readonly string[]
  readonly dates: ReadonlySet<number>
  readonly isFrom1904: boolean
}

interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

interface OpenCell {
  readonly row: number
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  inline: string
  hasFormula: boolean
}

/** The rows of one sheet as texts; merged cells all hold what is written in their first. */
export function readSheetXml(xml: string, workbook: Workbook) {
  const rows: string[][] = []
  const merged: Area[] = []
  const figures = { emptyFormulas: 0, errors: 0, beyond: 0 }
  let cell: OpenCell | undefined
  let [row, column, tooMany] = [-1, -1, false]
  for (const tag of tagsOf(xml)) {
    switch (tag.name) {
      case 'row':
        if (tag.kind === 'close') break
        row = Number(attributeOf(tag, 'r') ?? row + 2) - 1
        column = -1
        break
      case 'c': {
        if (tag.kind === 'close') {
          if (cell) place(rows, cell, workbook, figures)
          cell = undefined
          break
        }
        const at = attributeOf(tag, 'r')
        column = at === undefined ? column + 1 : columnOf(at)
        if (tag.kind === 'open')
          cell = { row, column, type: attributeOf(tag, 't') ?? 'n', style: Number(attributeOf(tag, 's') ?? -1), value: '', inline: '', hasFormula: false } // prettier-ignore
        break
      }
      case 'v':
        if (cell && tag.kind === 'open') cell.value = plainText(tag.after)
        break
      case 'f':
        if (cell) cell.hasFormula = true
        break
      case 't':
        if (cell && tag.kind === 'open') cell.inline += plainText(tag.after)
        break
      case 'mergeCell':
        if (tag.kind !== 'close' && merged.length < 20_000) merged.push(areaOf(attributeOf(tag, 'ref') ?? ''))
        break
      default:
    }
    if (row > limits.rows + 100 && cell) {
      tooMany = true
      break
    }
  }
  fillMerged(rows, merged)
  const tidy = tidyRows(rows)
  return { rows: tidy.rows, notes: [...notesOf(figures, merged), ...tidy.notes], tooMany }
}

function place(
  rows: string[][],
  cell: OpenCell,
  workbook: Workbook,
  figures: { emptyFormulas: number; errors: number; beyond: number },
): void {
  if (cell.row < 0 || cell.column < 0) return
  const text = textOf(cell, workbook)
  if (cell.column >= limits.columns) {
    if (text !== '') figures.beyond += 1
    return
  }
  if (cell.hasFormula && text === '' && cell.type !== 'str') figures.emptyFormulas += 1
  if (cell.type === 'e') figures.errors += 1
  if (text === '') return
  const row = (rows[cell.row] ??= [])
  while (row.length < cell.column) row.push('')
  row[cell.column] = text
}

function textOf(cell: OpenCell, { shared, dates, isFrom1904 }: Workbook): string {
  switch (cell.type) {
    case 's':
      return shared[Number(cell.value)] ?? ''
    case 'inlineStr':
      return cell.inline
    case 'b':
      return cell.value === '1' ? 'yes' : 'no'
    case 'str':
    case 'e':
      return cell.value
    case 'd':
      return cell.value.slice(0, 10)
    default:
      return numberText(cell, dates, isFrom1904)
  }
}

/** A number as a person sees it: a day, or digits without what binary fractions leave behind (0.30000000000000004). */
function numberText({ value, style }: OpenCell, dates: ReadonlySet<number>, isFrom1904: boolean): string {
  if (value === '') return ''
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  if (dates.has(style)) return dayOfSerial(number, isFrom1904) ?? value
  const short = Number(number.toPrecision(15))
  return Math.abs(short) >= 1e15 || (short !== 0 && Math.abs(short) < 1e-6) ? value : String(short)
}

/** What is written in the first cell of a merged area counts for every cell of it. */
function fillMerged(rows: string[][], merged: readonly Area[]): void {
  for (const { top, left, bottom, right } of merged) {
    const text = rows[top]?.[left] ?? ''
    // A title that runs over the whole width belongs to its row only.
    if (text === '' || (bottom === top && right > left) || bottom - top > 2000) continue
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1)
      for (let column = left; column <= Math.min(right, limits.columns - 1); column += 1) {
        const cells = (rows[row] ??= [])
        while (cells.length < column) cells.push('')
        cells[column] = text
      }
  }
}

function notesOf(
  { emptyFormulas, errors, beyond }: { emptyFormulas: number; errors: number; beyond: number },
  merged: readonly Area[],
) {
  const tall = merged.filter((area) => area.bottom > area.top).length
  return [
    ...(tall > 0 ? [tall === 1 ? say('1 merged cell was filled down.') : say('{tall} merged cells were filled down.', { tall })] : []), // prettier-ignore
    ...(emptyFormulas > 0
      ? [
          emptyFormulas === 1
            ? say('1 formula has no stored value: open the file in your spreadsheet program and save it once.')
            : say(
                '{formulas} formulas have no stored value: open the file in your spreadsheet program and save it once.',
                { formulas: emptyFormulas },
              ),
        ]
      : []),
    ...(errors > 0 ? [errors === 1 ? say('1 cell holds an error such as #REF!.') : say('{errors} cells hold an error such as #REF!.', { errors })] : []), // prettier-ignore
    ...(beyond > 0 ? [tooWide()] : []),
  ]
}

function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference) {
    const code = letter.charCodeAt(0)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

function areaOf(reference: string): Area {
  const [from = 'A1', to = from] = reference.split(':')
  const rowOf = (cell: string) => Number(/\d+$/.exec(cell)?.[0] ?? 1) - 1
  return { top: rowOf(from), left: columnOf(from), bottom: rowOf(to), right: columnOf(to) }
}
