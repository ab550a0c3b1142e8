import type { labels } from '../../shared/api/labels.ts'
import { AppError, fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { Printer } from '../../shared/api/printers.ts'
import { nameKey } from '../../shared/domain/names.ts'
import { listPrinters, printerById, takeOffPrinter, writePrinter } from '../db/repos/printers.ts'
import type { Db } from '../db/schema.ts'
import { calibrationLabel } from '../print/calibrationLabel.ts'
import { drawing } from '../print/drawing.ts'
import { bareJob } from '../print/labelJob.ts'
import { discoverPrinters } from '../print/transports/mdns.ts'
import { listQueues } from '../print/transports/queue.ts'
import { alreadyDone, command, type Context } from './context.ts'
import { say } from '../../shared/words/say.ts'

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
    if (printerId && !known.some(({ id }) => id === printerId)) throw notFound(say('This printer'))
    if (known.some(({ id, name }) => id !== printerId && nameKey(name) === nameKey(printer.name)))
      throw fieldError(
        'name',
        say('There is a printer called “{printer}” already. Choose another name.', { printer: printer.name }),
      )
    return await writePrinter(db, printerId ?? undefined, printer)
  })
}

export async function removePrinter(
  input: Input<typeof labels.removePrinter>,
  context: Context,
): Promise<Output<typeof labels.removePrinter>> {
  return await command(context, input, async ({ db }) => {
    await knownPrinter(db, input.printerId)
    await takeOffPrinter(db, input.printerId)
    return { printerId: input.printerId }
  })
}

/** A printer. @throws AppError `not_found` */
export async function knownPrinter(db: Db, printerId: number): Promise<Printer> {
  const printer = await printerById(db, printerId)
  if (!printer) throw notFound(say('This printer'))
  return printer
}

/** Prints one label past the queue, to prove address, language, size and darkness. */
export async function testPrinter(
  input: Input<typeof labels.testPrinter>,
  context: Context,
): Promise<Output<typeof labels.testPrinter>> {
  const done = await alreadyDone<Output<typeof labels.testPrinter>>(context, input)
  if (done) return done
  const printer = await context.store.read(async (db) => await knownPrinter(db, input.printerId))
  const bitmap = input.kind === 'calibration' ? calibrationLabel(printer) : await testLabel(printer)
  const problem = await context.printing.sendNow(printer, bitmap)
  if (problem !== null) throw new AppError({ code: 'printer', message: problem })
  return await command(context, input, async () => ({ sent: true }))
}

async function testLabel(printer: Printer) {
  const job = {
    ...bareJob,
    product: 'Test label',
    lotNumber: 'TEST',
    kitchen: printer.name,
    widthMm: printer.labelWidthMm,
    heightMm: printer.labelHeightMm,
    marginMm: printer.marginMm,
    dpi: printer.dpi,
  }
  const { drawLabel } = await drawing()
  return drawLabel(job, null).bitmap
}

export async function printerStatus(
  { printerId }: Input<typeof labels.printerStatus>,
  { store, printing }: Context,
): Promise<Output<typeof labels.printerStatus>> {
  const printer = await store.read(async (db) => await knownPrinter(db, printerId))
  if (printer.transport === 'file') return { ready: true, sentence: say('Makes PDF files.') }
  const status = await printing.status(printer)
  if (!status) return { ready: null, sentence: say('{printer} does not say how it is.', { printer: printer.name }) }
  if (status.trouble !== null) return { ready: false, sentence: `${printer.name} ${status.trouble}.` }
  return { ready: true, sentence: say('{printer} is ready.', { printer: printer.name }) }
}

export async function queues(): Promise<Output<typeof labels.queues>> {
  const { queues: found, note } = await listQueues()
  return { queues: [...found], note }
}

export async function discover(): Promise<Output<typeof labels.discover>> {
  return await discoverPrinters()
}
