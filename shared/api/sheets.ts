import { z } from './zod.ts'
import { say } from '../words/say.ts'

const mm = (most: number) =>
  z
    .number('Type a number of mm.')
    .min(0, 'Type 0 or more.')
    .max(most, { error: () => say('Type {most} mm at most.', { most }) })
const count = z.int('Type a whole number.').min(1, 'Type 1 or more.').max(30, 'Type 30 at most.')

/** A sheet of labels for an office printer; a label's own size is the printer's. */
export const Sheet = z.strictObject({
  name: z.string().max(60),
  pageWidthMm: mm(450),
  pageHeightMm: mm(450),
  columns: count,
  rows: count,
  /** Where the first label begins, from the page's top left corner. */
  leftMm: mm(200),
  topMm: mm(200),
  /** From one label's edge to the same edge of the next. */
  stepXMm: mm(300),
  stepYMm: mm(300),
})
export type Sheet = z.infer<typeof Sheet>

interface KnownSheet extends Sheet {
  readonly labelWidthMm: number
  readonly labelHeightMm: number
  readonly round?: boolean
}

const letter = { pageWidthMm: 215.9, pageHeightMm: 279.4 }
const a4 = { pageWidthMm: 210, pageHeightMm: 297 }
const inch = (inches: number) => Math.round(inches * 25.4 * 1000) / 1000

/** Common sheets, by the measures that their makers publish for these numbers. */
export const knownSheets: readonly KnownSheet[] = [
  {
    name: 'Avery 5160, 30 on Letter (2 5/8 × 1 in)',
    ...letter,
    columns: 3,
    rows: 10,
    leftMm: inch(0.1875),
    topMm: inch(0.5),
    stepXMm: inch(2.75),
    stepYMm: inch(1),
    labelWidthMm: inch(2.625),
    labelHeightMm: inch(1),
  },
  {
    name: 'Avery 5163, 10 on Letter (4 × 2 in)',
    ...letter,
    columns: 2,
    rows: 5,
    leftMm: inch(0.15625),
    topMm: inch(0.5),
    stepXMm: inch(4.1875),
    stepYMm: inch(2),
    labelWidthMm: inch(4),
    labelHeightMm: inch(2),
  },
  {
    name: 'Avery 5164, 6 on Letter (4 × 3⅓ in)',
    ...letter,
    columns: 2,
    rows: 3,
    leftMm: inch(0.15625),
    topMm: inch(0.5),
    stepXMm: inch(4.1875),
    stepYMm: inch(10 / 3),
    labelWidthMm: inch(4),
    labelHeightMm: inch(10 / 3),
  },
  {
    name: 'Avery 22807, 12 round on Letter (2 in)',
    ...letter,
    columns: 3,
    rows: 4,
    leftMm: inch(0.625),
    topMm: inch(0.625),
    stepXMm: inch(2.625),
    stepYMm: inch(2.583),
    labelWidthMm: inch(2),
    labelHeightMm: inch(2),
    round: true,
  },
  {
    name: 'Avery L7160, 21 on A4 (63.5 × 38.1 mm)',
    ...a4,
    columns: 3,
    rows: 7,
    leftMm: 7.2,
    topMm: 15.1,
    stepXMm: 66,
    stepYMm: 38.1,
    labelWidthMm: 63.5,
    labelHeightMm: 38.1,
  },
  {
    name: 'Avery L7163, 14 on A4 (99.1 × 38.1 mm)',
    ...a4,
    columns: 2,
    rows: 7,
    leftMm: 4.7,
    topMm: 15.1,
    stepXMm: 101.6,
    stepYMm: 38.1,
    labelWidthMm: 99.1,
    labelHeightMm: 38.1,
  },
  {
    name: 'Avery L7651, 65 on A4 (38.1 × 21.2 mm)',
    ...a4,
    columns: 5,
    rows: 13,
    leftMm: 4.7,
    topMm: 10.7,
    stepXMm: 40.6,
    stepYMm: 21.2,
    labelWidthMm: 38.1,
    labelHeightMm: 21.2,
  },
]

/** Why labels of a size do not lie on a sheet beside each other; undefined where they do. */
export function sheetProblem(sheet: Sheet, widthMm: number, heightMm: number): string | undefined {
  const slack = 0.05
  if (sheet.columns > 1 && sheet.stepXMm < widthMm - slack)
    return say('Labels {width} mm wide lie over each other when the next begins after {step} mm.', {
      width: widthMm,
      step: sheet.stepXMm,
    })
  if (sheet.rows > 1 && sheet.stepYMm < heightMm - slack)
    return say('Labels {height} mm high lie over each other when the next begins after {step} mm.', {
      height: heightMm,
      step: sheet.stepYMm,
    })
  const right = sheet.leftMm + (sheet.columns - 1) * sheet.stepXMm + widthMm
  if (right > sheet.pageWidthMm + slack)
    return say('{columns} columns end at {end} mm; the sheet is {width} mm wide.', {
      columns: sheet.columns,
      end: Math.round(right * 10) / 10,
      width: sheet.pageWidthMm,
    })
  const bottom = sheet.topMm + (sheet.rows - 1) * sheet.stepYMm + heightMm
  if (bottom > sheet.pageHeightMm + slack)
    return say('{rows} rows end at {end} mm; the sheet is {height} mm high.', {
      rows: sheet.rows,
      end: Math.round(bottom * 10) / 10,
      height: sheet.pageHeightMm,
    })
  return undefined
}

/** Labels on one sheet. */
export function onSheet({ columns, rows }: Sheet): number {
  return columns * rows
}
