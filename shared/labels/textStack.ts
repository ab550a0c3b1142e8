import { fieldText, type LabelContent, type TextField } from './content.ts'
import { clamp, placeRows, type Row } from './rows.ts'
import type { LabelElement, LabelSize, Place, SymbolElement, Symbology } from './template.ts'

/** A line of a column of text; lengths in mm. */
export interface Line extends Row {
  readonly field: Exclude<TextField, 'text'>
  readonly caption?: string
  readonly weight: 'regular' | 'bold'
  readonly lines: number
  /** The largest em of a text of many lines. */
  readonly em?: number
}

/** The smallest em that still reads when printed with 8 dots to the mm: 4 pt, in mm. */
export const SMALLEST = 1.4

/** A line of a field that wants so much height. */
export const line = (field: Line['field'], want: number, change: Partial<Line> = {}): Line => ({
  field,
  gap: 0.5,
  least: 1.8,
  want,
  weight: 'regular',
  lines: 1,
  ...change,
})

/** The area inside the margins that a label of this size has. */
export function frameOf(label: LabelSize): { readonly sideMm: number; readonly area: Place } {
  const sideMm = Math.max(clamp(label.widthMm / 19, 1.2, 4), (label.marginMm ?? 0) + 0.3)
  const topMm = clamp(label.heightMm / 17, 0.8, 4)
  return {
    sideMm,
    area: { xMm: sideMm, yMm: topMm, widthMm: label.widthMm - 2 * sideMm, heightMm: label.heightMm - 2 * topMm },
  }
}

/** Lines that have something to say, one under the other. */
export function stack(lines: readonly Line[], area: Place, content: LabelContent): LabelElement[] {
  const said = lines.filter(({ field }) => fieldText(content, field).trim() !== '')
  return placeRows(said, area, clamp(area.widthMm / 30, 0.7, 1.6)).map(([row, place]) => ({
    kind: 'text',
    field: row.field,
    ...(row.caption === undefined ? {} : { caption: row.caption }),
    place,
    sizeMm: row.lines > 3 ? (row.em ?? 2.6) : place.heightMm / (row.lines === 1 ? 1.06 : 1.2),
    minSizeMm: SMALLEST,
    weight: row.weight,
    align: 'left',
    maxLines: row.lines,
  }))
}

/** A code in its place. */
export function symbol(symbology: Symbology, place: Place): SymbolElement {
  return { kind: 'symbol', symbology, field: 'code', place, indentMm: 0, maxModuleMm: 0.5 }
}
