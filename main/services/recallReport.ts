import type { Input, Output } from '../../shared/api/operation.ts'
import type { recall } from '../../shared/api/recall.ts'
import { recallCsv } from '../reports/recallCsv.ts'
import { recallHtml } from '../reports/recallHtml.ts'
import { type Context, kitchenToday } from './context.ts'
import { pdfFile, textFile } from './files.ts'
import { readKitchen } from './kitchen.ts'
import { scopeIn } from './recallScope.ts'

/** One scope, three forms: PDF and HTML are the same page, the CSV is the same figures. */
export async function report(
  input: Input<typeof recall.report>,
  context: Context,
): Promise<Output<typeof recall.report>> {
  const { format, reason, ...criteria } = input
  const { page, csv, day } = await context.store.read(async (db) => {
    const scope = await scopeIn(db, criteria, context)
    const kitchen = await readKitchen(db, context)
    return {
      page: recallHtml({ scope, kitchen, reason: reason ?? '', version: context.version }),
      csv: recallCsv(scope),
      day: await kitchenToday(db, context),
    }
  })
  const name = `recall-report-${day}.${format}`
  switch (format) {
    case 'html':
      return textFile(name, 'text/html', page)
    case 'csv':
      return textFile(name, 'text/csv', csv)
    case 'pdf':
      return await pdfFile(name, page, context)
  }
}
