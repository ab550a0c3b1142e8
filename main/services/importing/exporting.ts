import type { imports } from '../../../shared/api/imports.ts'
import type { Input, Output } from '../../../shared/api/operation.ts'
import { type ImportField, importFields, importKindNames } from '../../../shared/domain/importFields.ts'
import { type Cell, sheetOf } from '../../reports/sheet.ts'
import { type Context, kitchenToday } from '../context.ts'
import { textFile, XLSX, xlsxFile } from '../files.ts'
import { columnsOf, csvHeads } from './everyTable.ts'
import { sheetCsv } from '../../reports/sheetCsv.ts'

/** An empty table of one kind with an example. */
export async function template({
  kind,
  format,
}: Input<typeof imports.template>): Promise<Output<typeof imports.template>> {
  const example = Object.fromEntries(importFields[kind].map((field) => [field.key, exampleOf(field)]))
  const name = `${importKindNames[kind].toLowerCase().replaceAll(' ', '-')}.${format}`
  const sheet = sheetOf(importKindNames[kind], columnsOf(kind, false), [example])
  return format === 'csv' ? textFile(name, 'text/csv', sheetCsv(csvHeads(sheet))) : await xlsxFile(name, [sheet])
}

function exampleOf(field: ImportField): Cell {
  if (field.example === '') return null
  if (field.reads === 'money') return Math.round(Number(field.example) * 100)
  return field.reads === 'number' ? Number(field.example) : field.example
}

/** Begins to write the record as tables that can be imported again. */
export async function exportAll(
  { format }: Input<typeof imports.exportAll>,
  context: Context,
): Promise<Output<typeof imports.exportAll>> {
  const today = await context.store.read(async (db) => await kitchenToday(db, context))
  const mediaType = format === 'xlsx' ? XLSX : 'application/zip'
  return await context.largeFiles.begin(
    { what: 'everything', format },
    { name: `traceberry-record-${today}.${format}`, mediaType },
  )
}
