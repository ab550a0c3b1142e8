import type { labels } from '../../shared/api/labels.ts'
import { AppError, fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { nameKey } from '../../shared/domain/names.ts'
import { toZpl } from '../../shared/labels/languages/zpl.ts'
import { listPrinters, printerById, writePrinter } from '../db/repos/printing.ts'
import { drawLabel } from '../print/labelJob.ts'
import { TransportError } from '../print/transports/tcp9100.ts'
import { alreadyDone, command, type Context } from './context.ts'

export async function printers(_input: unknown, { store }: Context): Promise<Output<typeof labels.printers>> {
  return await store.read(listPrinters)
}

export async function savePrinter(
  input: Input<typeof labels.savePrinter>,
  context: Context,
): Promise<Output<typeof labels.savePrinter>> {
  return await command(context, input, async ({ db }) => {
    const { requestId: _, printerId, ...printer } = input
    const known = await listPrinters(db)
    if (printerId && !known.some(({ id }) => id === printerId)) throw notFound('This printer')
    if (known.some(({ id, name }) => id !== printerId && nameKey(name) === nameKey(printer.name)))
      throw fieldError('name', `There is a printer called “${printer.name}” already. Choose another name.`)
    return await writePrinter(db, printerId ?? undefined, printer)
  })
}

/** Prints one label past the queue, to prove address, language and size. */
export async function testPrinter(
  input: Input<typeof labels.testPrinter>,
  context: Context,
): Promise<Output<typeof labels.testPrinter>> {
  const done = await alreadyDone<Output<typeof labels.testPrinter>>(context, input)
  if (done) return done
  const printer = await context.store.read(async (db) => await printerById(db, input.printerId))
  if (!printer) throw notFound('This printer')
  const { bitmap } = drawLabel(
    {
      product: 'Test label',
      lotNumber: 'TEST',
      madeOn: null,
      bestBy: null,
      kitchen: printer.name,
      longestSerial: null,
      widthMm: printer.labelWidthMm,
      heightMm: printer.labelHeightMm,
      dpi: printer.dpi,
    },
    null,
    context.labelFonts(),
  )
  try {
    await context.printing.sendNow(printer, toZpl(bitmap))
  } catch (error) {
    if (error instanceof TransportError)
      throw new AppError({ code: 'printer', message: error.message }, { cause: error })
    throw error
  }
  return await command(context, input, async () => ({ sent: true }))
}
