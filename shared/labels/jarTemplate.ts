import { code128Length, THINNEST_BAR_MM } from './code128.ts'
import { clamp, leastHeight, placeRows, type Row, wantedHeight } from './rows.ts'
import { fieldText, type LabelContent, type TextField } from './content.ts'
import { dotsPerMm, wholeDots } from './template.ts'
import type { LabelElement, LabelSize, LabelTemplate, Place, Turn } from './template.ts'

/**
 * The starter label of a jar: kitchen, product, lot, dates, the code and its number. Laid out for the label's own size
 * (20 to 110 × 10 to 160 mm) and for what there is to say. Take one for a whole job, from its longest unit number, so
 * that all its labels look the same. A code that fits upwards but not across stands at the right edge; one that fits in
 * no way is still placed, and `layoutLabel` says why it may not be printed.
 */
export function jarTemplate(label: LabelSize, content: LabelContent): LabelTemplate {
  const sideMm = clamp(label.widthMm / 19, 1.2, 5)
  const margins = { sideMm, topMm: clamp(label.heightMm / 17, 0.8, 1.3 * sideMm) }
  const lay = codeStandsUp(label, content) ? upright : stacked
  return { version: 1, name: 'jar', elements: lay(label, margins, content) }
}

interface Margins {
  readonly sideMm: number
  readonly topMm: number
}

interface LabelRow extends Row {
  readonly cells: readonly Cell[] | 'bars'
  readonly lines?: number
}

interface Cell {
  readonly field: Exclude<TextField, 'text'>
  readonly caption?: string
  readonly weight: 'regular' | 'bold'
  /** How wide beside the others in its row. */
  readonly share?: number
}

const kitchen: Cell = { field: 'kitchen', weight: 'regular' }
const product: Cell = { field: 'product', weight: 'bold' }
const lot: Cell = { field: 'lotNumber', caption: 'Lot ', weight: 'bold' }
const made: Cell = { field: 'madeOn', caption: 'Made ', weight: 'bold', share: 0.85 }
const bestBy: Cell = { field: 'bestBy', caption: 'Best by ', weight: 'bold' }
const number: Cell = { field: 'code', weight: 'regular' }
const numberAsLot: Cell = { field: 'code', caption: 'Lot ', weight: 'bold' }

// On a label of 57 × 32 mm, in mm.
const kitchenRow: LabelRow = { cells: [kitchen], gap: 0, least: 2.1, want: 2.4 }
const productRow: LabelRow = { cells: [product], gap: 0.5, least: 2.4, want: 6.2, lines: 4 }
const lotRow: LabelRow = { cells: [lot], gap: 1.1, least: 2.2, want: 4.2 }
const datesRow: LabelRow = { cells: [made, bestBy], gap: 0.6, least: 1.8, want: 2.7 }
const barsRow: LabelRow = { cells: 'bars', gap: 0.9, least: 3.4, want: 7.1, most: 25, low: true }
const numberRow: LabelRow = { cells: [number], gap: 0.5, least: 1.8, want: 2.4 }
const numberAsLotRow: LabelRow = { cells: [numberAsLot], gap: 0.5, least: 1.8, want: 2.8 }

/** The smallest em that still reads when printed with 8 dots to the mm: 4 pt, in mm. */
const SMALLEST = 1.4

/** Rows one under the other, the richest set that the height allows. */
function stacked(label: LabelSize, { sideMm, topMm }: Margins, content: LabelContent): LabelElement[] {
  const area = areaOf(label, { sideMm, topMm }, label.widthMm - sideMm)
  const name = kitchenRowFor(content, area)
  const dates = area.widthMm < 36 ? apart(datesRow) : [datesRow]
  const under = content.unitNumber === null ? [] : [numberRow]
  const sets: readonly (readonly LabelRow[])[] = [
    [name, productRow, lotRow, ...dates, barsRow, ...under],
    [productRow, lotRow, ...dates, barsRow, ...under],
    [productRow, ...dates, barsRow, numberAsLotRow],
    [{ ...productRow, cells: [product, made], lines: 1 }, barsRow, { ...numberAsLotRow, cells: [numberAsLot, bestBy] }],
  ]
  const said = sets.map((rows) => saidBy(rows, content))
  const rows = said.find((each) => leastHeight(each) <= area.heightMm) ?? said.at(-1) ?? []
  const scale = clamp(area.widthMm / 51, 0.5, 2)
  const taller = clamp(area.heightMm / (wantedHeight(rows) * scale), 1, 1.3)
  // Cells side by side have no width to grow into: they would end up in different sizes.
  const grown = rows.map((row) =>
    row.cells.length > 1 && row.cells !== 'bars' ? { ...row, most: Math.max(row.least, row.want * scale) } : row,
  )
  return placeRows(grown, area, scale * taller).flatMap(([row, place]) =>
    row.cells === 'bars'
      ? [code({ ...place, xMm: 0, widthMm: label.widthMm }, sideMm, 0)]
      : cellsIn(row, row.cells, place),
  )
}

/** The code upwards along the right edge, text in the column beside it with captions on their own lines. */
function upright(label: LabelSize, { sideMm, topMm }: Margins, content: LabelContent): LabelElement[] {
  const barMm = clamp(label.widthMm / 5, 5, 12)
  const codeX = label.widthMm - sideMm - barMm
  const area = areaOf(label, { sideMm, topMm }, codeX - 1.5)
  const rows: readonly LabelRow[] = [
    { ...kitchenRowFor(content, area), want: 4.2, lines: 3 },
    { ...productRow, gap: 1.4, least: 4, want: 12 },
    { ...lotRow, cells: [over(lot)], least: 3.6, want: 5.6, lines: 2, low: true },
    { ...datesRow, cells: [over(made)], least: 3.6, want: 5, lines: 2 },
    { ...datesRow, cells: [over(bestBy)], least: 3.6, want: 5, lines: 2 },
    { ...numberRow, gap: 0.9 },
  ]
  const scale = clamp(area.widthMm / 20, 0.8, 2)
  return [
    ...placeRows(saidBy(rows, content), area, scale).flatMap(([row, place]) =>
      row.cells === 'bars' ? [] : cellsIn(row, row.cells, place),
    ),
    code({ xMm: codeX, yMm: 0, widthMm: barMm, heightMm: label.heightMm }, topMm, 270),
  ]
}

/** Two lines for a name that one line could hold only in type too small to read. */
function kitchenRowFor({ kitchen: name }: LabelContent, area: Place): LabelRow {
  const widthMm = (name ?? '').length * 0.6 * SMALLEST
  return widthMm > area.widthMm ? { ...kitchenRow, least: 3.8, want: 4.2, lines: 2 } : kitchenRow
}

/** A row's cells one under the other. */
function apart(row: LabelRow): LabelRow[] {
  if (row.cells === 'bars') return [row]
  return row.cells.map((cell, at) => ({ ...row, cells: [cell], gap: at === 0 ? row.gap : 0.3 }))
}

function codeStandsUp(label: LabelSize, content: LabelContent): boolean {
  const modules = code128Length(fieldText(content, 'code')) ?? 0
  const dots = modules * Math.ceil(THINNEST_BAR_MM * dotsPerMm(label.dpi) - 1e-6)
  return dots > wholeDots(label.widthMm, label.dpi) && dots <= wholeDots(label.heightMm, label.dpi)
}

/** Rows with only the cells that have something to say. */
function saidBy(rows: readonly LabelRow[], content: LabelContent): LabelRow[] {
  return rows.flatMap((row) => {
    if (row.cells === 'bars') return [row]
    const cells = row.cells.filter(({ field }) => fieldText(content, field).trim() !== '')
    return cells.length > 0 ? [{ ...row, cells }] : []
  })
}

function areaOf(label: LabelSize, { sideMm, topMm }: Margins, rightMm: number): Place {
  return { xMm: sideMm, yMm: topMm, widthMm: rightMm - sideMm, heightMm: label.heightMm - 2 * topMm }
}

/** A cell with its caption on a line of its own. */
function over(cell: Cell): Cell {
  return { ...cell, caption: `${cell.caption?.trim() ?? ''}\n` }
}

/** Cells side by side, all but the first flush right. */
function cellsIn(row: LabelRow, cells: readonly Cell[], place: Place): LabelElement[] {
  const gapMm = 1.5
  const shares = cells.reduce((sum, { share = 1 }) => sum + share, 0)
  const shareMm = (place.widthMm - gapMm * (cells.length - 1)) / shares
  let xMm = place.xMm
  return cells.map(({ share = 1, ...cell }, at) => {
    const widthMm = share * shareMm
    const element: LabelElement = {
      kind: 'text',
      ...cell,
      place: { ...place, xMm, widthMm },
      sizeMm: place.heightMm / (row.lines === undefined ? 1.06 : 1.2),
      minSizeMm: SMALLEST,
      align: at > 0 ? 'right' : 'left',
      maxLines: row.lines ?? 1,
    }
    xMm += widthMm + gapMm
    return element
  })
}

function code(place: Place, indentMm: number, turn: Turn): LabelElement {
  return { kind: 'symbol', symbology: 'code128', field: 'code', place, turn, indentMm, maxModuleMm: 0.5 }
}
