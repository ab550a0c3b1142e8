import type { Input, Output } from '../../shared/api/operation.ts'
import type { records } from '../../shared/api/records.ts'
import { showDay } from '../../shared/domain/day.ts'
import type { Period } from '../db/repos/records.ts'
import { logHtml } from '../reports/logHtml.ts'
import { sheetCsv } from '../reports/sheetCsv.ts'
import type { Context } from './context.ts'
import { pdfFile, textFile, xlsxFile } from './files.ts'
import { readKitchen } from './kitchen.ts'
import { logOf } from './logs.ts'

/** Rows that a screen gets: nobody reads more, and files hold all. */
const SHOWN = 500

export async function log(input: Input<typeof records.log>, { store }: Context): Promise<Output<typeof records.log>> {
  const sheet = await store.read(async (db) => await logOf(db, input))
  return {
    name: sheet.name,
    columns: [...sheet.columns],
    rows: sheet.rows.slice(0, SHOWN).map((row) => [...row]),
    total: sheet.rows.length,
  }
}

export async function saveLog(
  input: Input<typeof records.save>,
  context: Context,
): Promise<Output<typeof records.save>> {
  const { format, from, to } = input
  const { sheet, kitchen } = await context.store.read(async (db) => ({
    sheet: await logOf(db, input),
    kitchen: await readKitchen(db, context),
  }))
  const name = `${sheet.name.toLowerCase().replaceAll(' ', '-')}-${from}-to-${to}.${format}`
  if (format === 'csv') return textFile(name, 'text/csv', sheetCsv(sheet))
  if (format === 'xlsx') return await xlsxFile(name, [sheet])
  const page = logHtml({
    title: sheet.name,
    period: periodWords({ from, to }),
    kitchen,
    sheets: [sheet],
    notes: [`${sheet.rows.length} rows. Made by Traceberry ${context.version} from the kitchen’s own records.`],
  })
  return format === 'html' ? textFile(name, 'text/html', page) : await pdfFile(name, page, context)
}

export function periodWords({ from, to }: Period): string {
  return `${showDay(from)} to ${showDay(to)}`
}
