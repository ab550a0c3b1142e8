import { importFields, type ImportKind } from '../../../shared/domain/importFields.ts'
import { dateEvidence } from '../../../shared/import/dates.ts'
import type { ColumnUse } from '../../../shared/import/guessTable.ts'
import { guessDecimal } from '../../../shared/import/numbers.ts'
import type { Pace } from './pace.ts'
import type { SheetSettings } from './plan.ts'
import { kept } from '../../../shared/words/kept.ts'

export type Signs = Awaited<ReturnType<typeof signsOf>>

/** How a sheet’s dates and numbers are read, and why. */
export async function signsOf(
  kind: ImportKind,
  columns: readonly ColumnUse[],
  settings: SheetSettings,
  cells: readonly (readonly string[])[],
  pace: Pace,
) {
  const of = async (reads: readonly string[]) => {
    const keys = new Set(importFields[kind].filter((field) => reads.includes(field.reads)).map((field) => field.key))
    const places = columns.flatMap((use, at) => (use.kind === 'ingredient' ? (reads.includes('quantity') ? [at] : []) : use.kind === 'field' && keys.has(use.field) ? [at] : [])) // prettier-ignore
    // Each text once: a table of years holds few days and amounts that are not there many times.
    const texts = new Set<string>()
    for (const row of cells) {
      for (const at of places) texts.add(row[at] ?? '')
      await pace()
    }
    texts.delete('')
    return [...texts]
  }
  const days = await of(['day'])
  const dates = kept(() => dateEvidence(days))
  const decimal = settings.decimal ?? guessDecimal(await of(['quantity', 'number', 'money']))
  return { dates, dateOrder: settings.dateOrder ?? dates.order, isSure: settings.dateOrder !== null || dates.certain, decimal } // prettier-ignore
}
