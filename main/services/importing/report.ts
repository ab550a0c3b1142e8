import { notFound } from '../../../shared/api/errors.ts'
import type { imports } from '../../../shared/api/imports.ts'
import type { Input, Output } from '../../../shared/api/operation.ts'
import { dayAt, showDay } from '../../../shared/domain/day.ts'
import { countRows, filesOfImports, importById, rowPage, sheetsOfImport } from '../../db/repos/imports.ts'
import { countUnread } from '../../db/repos/importRevisions.ts'
import { logHtml } from '../../reports/logHtml.ts'
import { type Column, type Sheet, sheetOf } from '../../reports/sheet.ts'
import { sheetCsv } from '../../reports/sheetCsv.ts'
import { type Context, kitchenZone } from '../context.ts'
import { pdfFile, textFile, xlsxFile } from '../files.ts'
import { readKitchen } from '../kitchen.ts'
import { say } from '../../../shared/words/say.ts'
import { countsOf, rowOut } from './deskViews.ts'

interface ReportRow extends ReturnType<typeof rowOut> {
  readonly sheet: string
}

const columns: readonly Column<ReportRow>[] = [
  { key: 'sheet', head: 'Sheet', kind: 'text', cell: (row) => row.sheet },
  { key: 'row', head: 'Row', kind: 'number', cell: (row) => row.line + 1 },
  { key: 'state', head: 'State', kind: 'text', cell: (row) => row.verdict },
  { key: 'why', head: 'Why', kind: 'text', cell: (row) => row.why },
  { key: 'cells', head: 'What it says', kind: 'text', cell: (row) => row.cells.filter((cell) => cell !== '').join(' | ') }, // prettier-ignore
]

/** Rows that a printed report lists; the tables list every one. */
const PRINTED = 2000

/** What became of every row: a printed report lists those that were not imported, a table lists all. */
export async function report(
  { importId, format }: Input<typeof imports.report>,
  context: Context,
): Promise<Output<typeof imports.report>> {
  const isTable = format === 'csv' || format === 'xlsx'
  const read = await context.store.read(async (db) => {
    const row = await importById(db, importId)
    if (!row) throw notFound(say('This import'))
    const sheets = await sheetsOfImport(db, importId)
    const names = new Map(sheets.map((sheet) => [sheet.id, sheet.name === sheet.file ? sheet.file : `${sheet.file}, ${sheet.name}`])) // prettier-ignore
    const found = await rowPage(db, {
      sheetIds: sheets.map((sheet) => sheet.id),
      verdicts: isTable ? [] : ['ready', 'check', 'stopped', 'left out', 'there already'],
      after: null,
      limit: isTable ? Number.MAX_SAFE_INTEGER : PRINTED,
    })
    return {
      row,
      files: (await filesOfImports(db)).filter((each) => each.import_id === importId),
      counts: countsOf(await countRows(db, importId)),
      unread: await countUnread(db, importId),
      names,
      rows: found.map((each): ReportRow => ({ ...rowOut(each), sheet: names.get(each.sheet_id) ?? '' })),
      kitchen: await readKitchen(db, context),
      zone: await kitchenZone(db, context),
    }
  })
  const table: Sheet = sheetOf('Rows', columns, read.rows)
  const name = `import-${importId}.${format}`
  if (format === 'csv') return textFile(name, 'text/csv', sheetCsv(table))
  if (format === 'xlsx') return await xlsxFile(name, [table])
  const { counts } = read
  const waiting = counts.ready + counts.check + counts.stopped
  const refused = counts.leftOut + counts.thereAlready
  const page = logHtml({
    title: `Import of ${read.row.name}`,
    period: showDay(dayAt(read.row.started_at, read.zone)),
    kitchen: read.kitchen,
    sheets: [{ ...table, name: 'Rows that were not imported' }],
    notes: [
      `${counts.total} rows in: ${counts.imported} imported, ${waiting} ${read.row.state === 'open' ? 'waiting' : 'given up'}, ${refused} refused (${counts.thereAlready} of them there already).`,
      ...[...read.unread].map(
        ([id, rows]) =>
          `Left out as a whole, with ${rows} ${rows === 1 ? 'row' : 'rows'}: ${read.names.get(id) ?? ''}.`,
      ),
      ...read.files.map(({ file, sha256 }) => `${file}, SHA-256 ${sha256}.`),
    ],
  })
  return format === 'html' ? textFile(name, 'text/html', page) : await pdfFile(name, page, context)
}
