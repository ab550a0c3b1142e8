import { importFields, type ImportKind } from '../../../shared/domain/importFields.ts'
import { dateEvidence } from '../../../shared/import/dates.ts'
import type { ColumnUse } from '../../../shared/import/guessTable.ts'
import { guessDecimal } from '../../../shared/import/numbers.ts'
import type { SheetSettings } from './plan.ts'

export type Signs = ReturnType<typeof signsOf>

/** How a sheet’s dates and numbers are read, and why. */
export function signsOf(
  kind: ImportKind,
  columns: readonly ColumnUse[],
  settings: SheetSettings,
  cells: readonly (readonly string[])[],
) {
  const of = (reads: readonly string[]) => {
    const keys = new Set(importFields[kind].filter((field) => reads.includes(field.reads)).map((field) => field.key))
    const places = columns.flatMap((use, at) => (use.kind === 'ingredient' ? (reads.includes('quantity') ? [at] : []) : use.kind === 'field' && keys.has(use.field) ? [at] : [])) // prettier-ignore
    return cells.flatMap((row) => places.flatMap((at) => row[at] ?? []))
  }
  const dates = dateEvidence(of(['day']))
  const decimal = settings.decimal ?? guessDecimal(of(['quantity', 'number', 'money']))
  return { dates, dateOrder: settings.dateOrder ?? dates.order, isSure: settings.dateOrder !== null || dates.certain, decimal } // prettier-ignore
}
