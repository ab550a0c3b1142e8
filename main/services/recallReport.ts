import type { Input, Output } from '../../shared/api/operation.ts'
import type { recall } from '../../shared/api/recall.ts'
import type { recalls } from '../../shared/api/recalls.ts'
import { drillHtml } from '../reports/drillHtml.ts'
import { drillSheets } from '../reports/drillSheets.ts'
import { recallCsv } from '../reports/recallCsv.ts'
import { recallHtml } from '../reports/recallHtml.ts'
import { recallSheets } from '../reports/recallSheets.ts'
import { recallStatusHtml } from '../reports/recallStatusHtml.ts'
import { recallStatusSheets } from '../reports/recallStatusSheets.ts'
import { sheetCsv } from '../reports/sheetCsv.ts'
import { type Context, kitchenToday } from './context.ts'
import { readTolerances } from './drillTolerances.ts'
import { pdfFile, textFile, xlsxFile } from './files.ts'
import { readKitchen } from './kitchen.ts'
import { scopeIn } from './recallScope.ts'
import { recallIn } from './recallViews.ts'

/** One scope, four forms: PDF and HTML are the same page, CSV and XLSX the same figures. */
export async function report(
  input: Input<typeof recall.report>,
  context: Context,
): Promise<Output<typeof recall.report>> {
  const { format, reason, ...criteria } = input
  const { scope, kitchen, tolerances, day } = await context.store.read(async (db) => ({
    scope: await scopeIn(db, criteria, context),
    kitchen: await readKitchen(db, context),
    tolerances: await readTolerances(db),
    day: await kitchenToday(db, context),
  }))
  const name = `recall-report-${day}.${format}`
  const page = () => recallHtml({ scope, kitchen, tolerances, reason: reason ?? '', version: context.version })
  switch (format) {
    case 'html':
      return textFile(name, 'text/html', page())
    case 'csv':
      return textFile(name, 'text/csv', recallCsv(scope))
    case 'xlsx':
      return await xlsxFile(name, recallSheets(scope))
    case 'pdf':
      return await pdfFile(name, page(), context)
  }
}

/** The status report of a recall in the same four forms. */
export async function statusReport(
  { recallId, format }: Input<typeof recalls.report>,
  context: Context,
): Promise<Output<typeof recalls.report>> {
  const { recall, kitchen, tolerances, day } = await context.store.read(async (db) => ({
    recall: await recallIn(db, recallId, context),
    kitchen: await readKitchen(db, context),
    tolerances: await readTolerances(db),
    day: await kitchenToday(db, context),
  }))
  const name = `${recall.kind.replaceAll(' ', '-')}-${recall.id}-status-${day}.${format}`
  const { drill } = recall
  const page = () =>
    drill
      ? drillHtml({ recall, drill, kitchen, version: context.version })
      : recallStatusHtml({ recall, kitchen, tolerances, version: context.version })
  const sheets = () => (drill ? drillSheets(recall, drill) : recallStatusSheets(recall))
  switch (format) {
    case 'html':
      return textFile(name, 'text/html', page())
    case 'csv': {
      const [first] = sheets()
      return textFile(name, 'text/csv', first ? sheetCsv(first) : '')
    }
    case 'xlsx':
      return await xlsxFile(name, sheets())
    case 'pdf':
      return await pdfFile(name, page(), context)
  }
}
