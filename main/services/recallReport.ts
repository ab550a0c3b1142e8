import { AppError } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { recall } from '../../shared/api/recall.ts'
import { recallCsv } from '../reports/recallCsv.ts'
import { recallHtml } from '../reports/recallHtml.ts'
import { type Context, kitchenToday } from './context.ts'
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
      return { name, mediaType: 'text/html', base64: base64(page) }
    case 'csv':
      return { name, mediaType: 'text/csv', base64: base64(csv) }
    case 'pdf':
      return { name, mediaType: 'application/pdf', base64: Buffer.from(await toPdf(page, context)).toString('base64') }
  }
}

async function toPdf(page: string, { host }: Context): Promise<Uint8Array> {
  if (!host.capabilities.printToPdf)
    throw new AppError({
      code: 'conflict',
      message: 'No browser that can make a PDF was found. Save the report as HTML, open it, and print it from there.',
    })
  try {
    return await host.printToPdf(page)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new AppError(
      { code: 'conflict', message: `${message} The same report can be saved as HTML.` },
      { cause: error },
    )
  }
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64')
}
