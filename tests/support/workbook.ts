import { strToU8, type Zippable, zipSync } from 'fflate'

/** What a workbook made by hand holds, as far as it is not the plainest there is. */
export interface WorkbookParts {
  /** The rows and what follows them: the inside of `<worksheet>`. */
  readonly sheet: string
  readonly shared?: readonly string[]
  readonly formats?: readonly number[]
  readonly workbookPr?: string
  readonly macros?: boolean
  readonly more?: Zippable
}

const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

/** An Excel workbook of one sheet, part by part, also as no program would write it. */
export function workbook({ sheet, shared = [], formats = [0], workbookPr = '', macros = false, more }: WorkbookParts) {
  const parts: Zippable = {
    '[Content_Types].xml': strToU8(`<Types><Override PartName="/xl/workbook.xml" ContentType="${macros ? types.replace('openxmlformats-officedocument.spreadsheetml.sheet', 'ms-excel.sheet.macroEnabled') : types}"/></Types>`), // prettier-ignore
    'xl/workbook.xml': strToU8(`<workbook>${workbookPr}<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`), // prettier-ignore
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'), // prettier-ignore
    'xl/sharedStrings.xml': strToU8(`<sst>${shared.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`),
    'xl/styles.xml': strToU8(`<styleSheet><cellXfs>${formats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`), // prettier-ignore
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet>${sheet}</worksheet>`),
    ...more,
  }
  return zipSync(parts)
}

/** Rows of inline texts and of numbers, which may carry a style: `[42, 1]`. */
export function sheetData(rows: readonly (readonly (string | readonly [number, number])[])[]): string {
  const cell = (value: string | readonly [number, number], row: number, column: number) => {
    const at = `r="${String.fromCharCode(65 + column)}${row + 1}"`
    return typeof value === 'string' ? `<c ${at} t="inlineStr"><is><t>${value}</t></is></c>` : `<c ${at} s="${value[1]}"><v>${value[0]}</v></c>` // prettier-ignore
  }
  return `<sheetData>${rows.map((cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cell(value, row, column)).join('')}</row>`).join('')}</sheetData>` // prettier-ignore
}
