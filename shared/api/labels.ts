import { command, query } from './operation.ts'
import { Id, named, nothing, optionalText, RequestId } from './fields.ts'
import { z } from './zod.ts'

export const PrinterInput = z.strictObject({
  printerId: Id.nullish(),
  name: named('The printer’s name', 60),
  /** IPv4 address or host name. */
  host: named('The address', 120).regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/,
    'Type the printer’s address, for example 192.168.1.50.',
  ),
  port: z.int('Type a whole number.').min(1, 'Type 1 or more.').max(65_535, 'Type 65535 at most.').default(9100),
  dpi: z.union([z.literal(203), z.literal(300)]).default(203),
  labelWidthMm: z.number().min(20, 'Type 20 mm or more.').max(110, 'Type 110 mm at most.').default(57),
  labelHeightMm: z.number().min(10, 'Type 10 mm or more.').max(160, 'Type 160 mm at most.').default(32),
})

export const Printer = z.strictObject({
  id: Id,
  name: z.string(),
  host: z.string(),
  port: z.int(),
  dpi: z.union([z.literal(203), z.literal(300)]),
  labelWidthMm: z.number(),
  labelHeightMm: z.number(),
})
export type Printer = z.infer<typeof Printer>

/** `sent` says that the printer took the bytes; whether paper came out, only the roll shows. */
const JobState = z.enum(['waiting', 'sending', 'sent', 'to check', 'cancelled'])

const Job = z.strictObject({
  id: Id,
  at: z.string(),
  lotNumber: z.string(),
  product: z.string(),
  /** Of the labels that were not cancelled, or of all where all were. */
  serials: z.string(),
  labels: z.int(),
  printer: z.string(),
  state: JobState,
  /** Serials of the units that are in doubt, for `to check`. */
  doubtful: z.string(),
  /** What went wrong and what to do, or null. */
  problem: z.string().nullable(),
})

export const labels = {
  preview: query(
    'A label exactly as it will print, one bit a dot.',
    z.strictObject({ lotId: Id, serial: z.int().min(1).max(1_000_000).nullish(), printerId: Id.nullish() }),
    z.strictObject({
      widthDots: z.int(),
      heightDots: z.int(),
      dpi: z.int(),
      /** Rows from the top, each padded to whole bytes, most significant bit leftmost, 1 = black. */
      bitsBase64: z.string(),
      /** Why it may not be printed; empty when it may. */
      problems: z.array(z.strictObject({ field: z.string(), message: z.string() })),
    }),
  ),
  print: command(
    'Queues labels for units of a lot. Nothing is queued when a label cannot be printed right.',
    z.strictObject({
      requestId: RequestId,
      lotId: Id,
      printerId: Id,
      /** `001-036`; left out for every unit made less those discarded. */
      serials: optionalText('The serials', 200),
      /** False for one label a unit that carries the lot number only, as short labels must. */
      withUnit: z.boolean().default(true),
    }),
    z.strictObject({ jobId: Id, labels: z.int(), serials: z.string() }),
  ),
  jobs: query('Print jobs, newest first, at most 50.', nothing, z.array(Job)),
  settle: command(
    'Says what became of labels in doubt: the good ones are done, the others wait to be printed again.',
    z.strictObject({ requestId: RequestId, jobId: Id, good: optionalText('The good serials', 500) }),
    z.strictObject({ jobId: Id, waiting: z.int() }),
  ),
  retry: command(
    'Sends the waiting labels of a job again.',
    z.strictObject({ requestId: RequestId, jobId: Id }),
    z.strictObject({ jobId: Id }),
  ),
  cancel: command(
    'Drops the labels of a job that have not been sent.',
    z.strictObject({ requestId: RequestId, jobId: Id }),
    z.strictObject({ jobId: Id, dropped: z.int() }),
  ),
  printers: query('The label printers, by name.', nothing, z.array(Printer)),
  savePrinter: command(
    'Adds a printer, or changes the one of that id.',
    PrinterInput.extend({ requestId: RequestId }),
    Printer,
  ),
  testPrinter: command(
    'Sends one test label at once and says whether the printer took it.',
    z.strictObject({ requestId: RequestId, printerId: Id }),
    z.strictObject({ sent: z.boolean() }),
  ),
}
