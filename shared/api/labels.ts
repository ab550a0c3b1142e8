import { command, query } from './operation.ts'
import { Id, nothing, optionalText, RequestId } from './fields.ts'
import { Raster } from './designs.ts'
import { FileOut } from './files.ts'
import { LabelChoice } from './labelChoice.ts'
import { Printer, PrinterInput } from './printers.ts'
import { z } from './zod.ts'

/** Scheme, host and an optional path, without a slash at the end (GS1 Digital Link URI syntax, 5). */
const LinkBase = z
  .string()
  .trim()
  .max(80, 'The address can have 80 characters at most: a longer one makes the code too large.')
  .transform((typed) => (typed === '' ? '' : typed.replace(/\/+$/, '')))
  .refine(
    (base) =>
      base === '' || /^https?:\/\/[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)+(?:\/[A-Za-z0-9._-]+)*$/.test(base),
    'Type an address such as https://example.com or https://example.com/jars, in small letters, without ? and #.',
  )
  .refine(
    (base) => !/\/(?:00|01)(?:\/|$)/.test(base),
    'The path cannot hold 00 or 01: readers would take it for the code.',
  )

/** `sent` says that the printer took the bytes; `printed` that it said itself that the labels came out. */
const JobState = z.enum(['waiting', 'sending', 'sent', 'printed', 'to check', 'cancelled'])

const Job = z.strictObject({
  id: Id,
  at: z.string(),
  /** What they are of: a lot’s number, or “Cards of people”. */
  lotNumber: z.string(),
  /** Null for labels that are not of a lot. */
  batchId: Id.nullable(),
  /** Empty for labels that are not of a lot. */
  product: z.string(),
  /** Of the labels that were not cancelled, or of all where all were. */
  serials: z.string(),
  labels: z.int(),
  printer: z.string(),
  state: JobState,
  /** Serials of the units that are in doubt, for `to check`. */
  doubtful: z.string(),
  /** How many of the labels are sent or printed. */
  done: z.int(),
  /** Why they are printed again; empty for the first time. */
  reason: z.string(),
  /** Whether the labels are a PDF to be saved (labels.pdf). */
  isPdf: z.boolean(),
  /** What went wrong and what to do, or null. */
  problem: z.string().nullable(),
})

export const labels = {
  preview: query(
    'A label exactly as it will print, one bit a dot.',
    z.strictObject({
      lotId: Id,
      serial: z.int().min(1).max(1_000_000).nullish(),
      printerId: Id.nullish(),
      layout: LabelChoice.default('jar'),
    }),
    Raster.extend({
      /** Why it may not be printed; empty when it may. */
      problems: z.array(z.strictObject({ field: z.string(), message: z.string() })),
      /** What prints, but should be looked at first. */
      warnings: z.array(z.string()),
      /** What the kitchen's state asks of labels, and what of it this label has not; null until a state is chosen. */
      asked: z
        .strictObject({
          state: z.string(),
          /** Where and when that was read, and how sure it is. */
          source: z.string(),
          elements: z.array(z.string()),
          missing: z.array(z.string()),
        })
        .nullable(),
      /** Units whose labels were printed with another Contains line than this: on the shelf, and sent out. */
      old: z.strictObject({ here: z.string(), out: z.string() }),
    }),
  ),
  print: command(
    'Queues labels for units of a lot. Nothing is queued when a label cannot be printed right.',
    z.strictObject({
      requestId: RequestId,
      lotId: Id,
      printerId: Id,
      /** `001-036`; left out for every unit that has no label yet, less those discarded. */
      serials: optionalText('The serials', 200),
      /** False for one label a unit that carries the lot number only, as short labels must. */
      withUnit: z.boolean().default(true),
      layout: LabelChoice.default('jar'),
      /** On a sheet that was begun, the first label that is still there, counted along the rows. */
      startAt: z.int('Type a whole number.').min(1, 'Type 1 or more.').max(900).default(1),
      /** Needed for units whose labels were sent before: “smudged”, “label lost”. */
      reason: optionalText('The reason', 100),
    }),
    z.strictObject({ jobId: Id, labels: z.int(), serials: z.string() }),
  ),
  usual: query(
    'The usual label of a product or pack, and the printer that it is usually printed on; null where none was chosen.',
    z.strictObject({ lotId: Id.nullish(), itemId: Id.nullish() }),
    z.strictObject({ itemId: Id, layout: LabelChoice.nullable(), printerId: Id.nullable() }),
  ),
  saveUsual: command(
    'Makes a label the usual one of a product or pack; null for none.',
    z.strictObject({ requestId: RequestId, itemId: Id, layout: LabelChoice.nullable() }),
    z.strictObject({ itemId: Id, product: z.string() }),
  ),
  usualPrinters: query(
    'The printers that labels are usually printed on.',
    nothing,
    z.array(z.strictObject({ layout: LabelChoice, printerId: Id })),
  ),
  saveUsualPrinter: command(
    'Makes a printer the usual one of a label; null for none.',
    z.strictObject({ requestId: RequestId, layout: LabelChoice, printerId: Id.nullable() }),
    z.strictObject({ printer: z.string().nullable() }),
  ),
  links: query(
    'Where GS1 Digital Links on labels lead.',
    nothing,
    z.strictObject({ base: z.string(), isOwn: z.boolean() }),
  ),
  saveLinks: command(
    'Chooses a domain of one’s own for GS1 Digital Links; empty for id.gs1.org.',
    z.strictObject({ requestId: RequestId, base: LinkBase }),
    z.strictObject({ base: z.string(), isOwn: z.boolean() }),
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
    'Drops the labels of a job that have not been sent, and tells the printer to forget those it still holds.',
    z.strictObject({ requestId: RequestId, jobId: Id }),
    z.strictObject({ jobId: Id, dropped: z.int() }),
  ),
  printers: query('The label printers, by name.', nothing, z.array(Printer)),
  savePrinter: command(
    'Adds a printer, or changes the one of that id.',
    PrinterInput.safeExtend({ requestId: RequestId }),
    Printer,
  ),
  testPrinter: command(
    'Sends one test label at once and says whether the printer took it.',
    z.strictObject({ requestId: RequestId, printerId: Id, kind: z.enum(['test', 'calibration']).default('test') }),
    z.strictObject({ sent: z.boolean() }),
  ),
  removePrinter: command(
    'Takes a printer off the list. Labels it printed keep their history.',
    z.strictObject({ requestId: RequestId, printerId: Id }),
    z.strictObject({ printerId: Id }),
  ),
  printerStatus: query(
    'Asks a printer how it is: ready, out of paper, open, paused; null where it does not answer or cannot be asked.',
    z.strictObject({ printerId: Id }),
    z.strictObject({ ready: z.boolean().nullable(), sentence: z.string() }),
  ),
  queues: query(
    'The printers that this computer’s own print system knows.',
    nothing,
    z.strictObject({
      queues: z.array(z.strictObject({ name: z.string(), about: z.string() })),
      /** What has to be known of this way of printing on this system; empty where nothing has. */
      note: z.string(),
    }),
  ),
  discover: query(
    'Printers that answer on the local network; takes two seconds.',
    nothing,
    z.array(
      z.strictObject({
        name: z.string(),
        transport: z.enum(['tcp', 'ipp']),
        address: z.string(),
        port: z.int(),
      }),
    ),
  ),
  pdf: query('The labels of a job as a PDF, a page each at exact size.', z.strictObject({ jobId: Id }), FileOut),
  asPrinted: query(
    'The label of a unit as it was last printed, dot for dot.',
    z.strictObject({ lotId: Id, serial: z.int().min(1) }),
    Raster.extend({
      at: z.string(),
      printer: z.string(),
      state: JobState,
      reason: z.string(),
      /** Which label it was, with its version where it was designed here. */
      label: z.string(),
    }).nullable(),
  ),
}
