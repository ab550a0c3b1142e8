import type { ImportKind } from '../../../shared/domain/importFields.ts'
import { importKinds } from '../../../shared/domain/importFields.ts'
import { isEmptyRow, isTotals, saidText } from '../../../shared/import/blank.ts'
import type { ColumnUse } from '../../../shared/import/guessTable.ts'
import { nameInHead, unitInHead } from '../../../shared/import/headKey.ts'
import { type ImportSheet, rowsOfSheet } from '../../db/repos/imports.ts'
import type { Store } from '../../db/store.ts'
import type { Pace } from './pace.ts'
import { plainSettings, type RowIn, type SheetSettings } from './plan.ts'
import { type Signs, signsOf } from './signs.ts'
import { say } from '../../../shared/words/say.ts'
import { kept } from '../../../shared/words/kept.ts'

/** Columns and settings of a sheet as they are kept. */
export function readingOf(sheet: ImportSheet): { columns: ColumnUse[]; settings: SheetSettings } {
  return {
    columns: JSON.parse(sheet.columns) as ColumnUse[],
    settings: { ...plainSettings, ...(JSON.parse(sheet.settings) as Partial<SheetSettings>) },
  }
}

const ROWS_AT_ONCE = 1000

/** The rows of a sheet that are not imported, each with why it is none of the table where it is not. */
export async function readRows(
  store: Store,
  sheet: ImportSheet,
  pace: Pace,
): Promise<{ rows: { row: RowIn; noRow: string }[]; signs: Signs } | undefined> {
  const kind = importKinds.find((each) => each === sheet.kind)
  if (!kind) return undefined
  const { columns, settings } = readingOf(sheet)
  const { heads, below } = await storedRows(store, sheet, pace)
  const signs = await signsOf(
    kind,
    columns,
    settings,
    below.map((row) => row.cells),
    pace,
  )
  const headOf: Record<string, string> = {}
  for (const [at, use] of columns.entries()) if (use.kind === 'field') headOf[use.field] = heads[at] ?? ''
  const wide = columns.flatMap((use, at) => (use.kind === 'ingredient' ? [{ at, name: nameInHead(use.name), unit: unitInHead(heads[at] ?? '') }] : [])) // prettier-ignore
  const read = { ...settings, ...signs }
  const rows: { row: RowIn; noRow: string }[] = []
  for (const { line, cells, original, decision } of below) {
    const row: RowIn = {
      sheetId: sheet.id,
      line,
      kind,
      values: fieldsOf(columns, cells),
      identity: identityOf(columns, original === null ? cells : (JSON.parse(original) as string[])),
      heads: headOf,
      wide: wide.map(({ at, name, unit }) => ({ name, unit, text: saidText(cells[at]) })),
      decision,
      settings: read,
    }
    const noRow =
      decision === 'add' ? '' : kept(() => (decision === 'leave out' ? say('You left it out.') : whyNoRow(kind, cells, heads))) // prettier-ignore
    rows.push({ row, noRow })
    await pace()
  }
  return { rows, signs }
}

interface StoredRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly original: string | null
  readonly decision: RowIn['decision']
}

/** The heads of a sheet, and the rows below them that are neither empty nor imported; read a part at a time. */
async function storedRows(store: Store, sheet: ImportSheet, pace: Pace) {
  const below: StoredRow[] = []
  let heads: readonly string[] = []
  for (let from = 0; ; from += ROWS_AT_ONCE) {
    const part = await store.read(async (db) => await rowsOfSheet(db, sheet.id, from, from + ROWS_AT_ONCE))
    for (const { line, cells: json, original, decision, verdict } of part) {
      const cells = JSON.parse(json) as string[]
      if (line === sheet.header_row) heads = cells
      else if (line > sheet.header_row && !isEmptyRow(cells) && verdict !== 'imported')
        below.push({ line, cells, original, decision })
    }
    if (part.length < ROWS_AT_ONCE) return { heads, below }
    await pace()
  }
}

function fieldsOf(columns: readonly ColumnUse[], cells: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [at, use] of columns.entries()) {
    if (use.kind !== 'field') continue
    // Of how sure a lot is “unknown” is said, and not left open.
    const text = use.field === 'basis' ? (cells[at] ?? '') : saidText(cells[at])
    if (text !== '') values[use.field] = text
  }
  return values
}

/** What a row says as one text, whatever the order of its columns. */
function identityOf(columns: readonly ColumnUse[], cells: readonly string[]): string {
  const parts: string[] = []
  for (const [at, use] of columns.entries()) {
    const cell = cells[at] ?? ''
    if (use.kind !== 'none' && cell !== '') parts.push(`${use.kind === 'field' ? use.field : use.name}=${cell}`)
  }
  return parts.toSorted().join('\u001f')
}

/** Why a row is none of the table: a total, the heads once more, a heading between. */
function whyNoRow(kind: ImportKind, cells: readonly string[], heads: readonly string[]): string {
  const filled = cells.filter((cell) => cell !== '')
  if (isTotals(filled)) return say('It is a row of totals.')
  if (filled.length > 1 && filled.every((cell) => heads.includes(cell))) return say('It is the row of heads once more.')
  const isList = kind === 'suppliers' || kind === 'places'
  return filled.length === 1 && !isList ? say('Only one cell is filled: it is taken for a heading.') : ''
}
