import { Id, named } from './fields.ts'
import { LabelChoice } from './labelChoice.ts'
import { Sheet, sheetProblem } from './sheets.ts'
import { z } from './zod.ts'
import { say } from '../words/say.ts'

/** How labels reach a printer. `file` makes a PDF to print with any program. */
const transports = ['tcp', 'queue', 'device', 'ipp', 'file'] as const
const languages = ['zpl', 'tspl', 'epl', 'escpos', 'brother', 'pdf'] as const

const PrinterFacts = z.strictObject({
  transport: z.enum(transports).default('tcp'),
  /** A host name or IPv4 address, the name of a queue, a device file, or an ipp:// address; empty for `file`. */
  address: z.string().trim().max(200, 'An address can have 200 characters at most.').default(''),
  port: z.int('Type a whole number.').min(1, 'Type 1 or more.').max(65_535, 'Type 65535 at most.').default(9100),
  language: z.enum(languages).default('zpl'),
  dpi: z.union([z.literal(203), z.literal(300)]).default(203),
  labelWidthMm: z.number().min(20, 'Type 20 mm or more.').max(110, 'Type 110 mm at most.').default(57),
  labelHeightMm: z.number().min(10, 'Type 10 mm or more.').max(160, 'Type 160 mm at most.').default(32),
  /** What the head does not reach at the left and right edge. */
  marginMm: z.number('Type a number of mm.').min(0, 'Type 0 or more.').max(10, 'Type 10 mm at most.').default(0),
  /** How it tells one label from the next; `printer` leaves that as the printer has it. */
  media: z.enum(['printer', 'gap', 'mark', 'continuous']).default('printer'),
  gapMm: z.number('Type a number of mm.').min(0, 'Type 0 or more.').max(20, 'Type 20 mm at most.').default(3),
  darkness: z.int('Type a whole number.').min(0, 'Type 0 or more.').max(30, 'Type 30 at most.').nullish(),
  speed: z.int('Type a whole number.').min(1, 'Type 1 or more.').max(14, 'Type 14 at most.').nullish(),
  cutter: z.boolean().default(false),
  /** Which label it prints unless another is chosen. */
  label: LabelChoice.default('jar'),
  /** For office printers: how labels lie on a sheet. Null for a roll. */
  sheet: Sheet.nullish(),
  /** What proves that a label came out: nothing, the printer’s status, or its counter of labels as well. */
  confirmation: z.enum(['none', 'status', 'counter']).default('none'),
})

type Facts = z.output<typeof PrinterFacts>

const addresses: Readonly<Record<Facts['transport'], readonly [pattern: RegExp, sentence: string]>> = {
  tcp: [/^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/, 'Type the printer’s address, for example 192.168.1.50.'],
  // CUPS allows no space, Windows nearly everything; a dash in front would be read as an option.
  queue: [/^[^\p{C}\s-][^\p{C}]*$/u, 'Choose the printer from the list of this computer’s printers.'],
  device: [
    /^\/dev\/(?:usb\/lp\d{1,2}|lp\d{1,2}|tty(?:USB|ACM)\d{1,2})$/,
    'Type the printer’s device file, for example /dev/usb/lp0.',
  ],
  ipp: [
    /^ipps?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?(?:\/[A-Za-z0-9._/-]*)?$/,
    'Type the printer’s address, for example ipp://192.168.1.50/ipp/print.',
  ],
  file: [/^$/, 'A PDF has no address: leave it empty.'],
}

export const PrinterInput = PrinterFacts.extend({
  printerId: Id.nullish(),
  name: named('The printer’s name', 60),
}).superRefine((printer, context) => {
  const [pattern, sentence] = addresses[printer.transport]
  if (!pattern.test(printer.address)) context.addIssue({ code: 'custom', path: ['address'], message: sentence })
  const pdf = printer.language === 'pdf'
  if (printer.sheet && !pdf)
    context.addIssue({
      code: 'custom',
      path: ['language'],
      message: 'Sheets of labels go to office printers as PDF. Choose PDF here, or a roll instead of a sheet.',
    })
  const crowded = printer.sheet && sheetProblem(printer.sheet, printer.labelWidthMm, printer.labelHeightMm)
  if (crowded)
    context.addIssue({
      code: 'custom',
      path: ['labelWidthMm'],
      message: say('{problem} Correct the measures of the sheet.', { problem: crowded }),
    })
  if (pdf && (printer.transport === 'tcp' || printer.transport === 'device'))
    context.addIssue({
      code: 'custom',
      path: ['language'],
      message: 'A PDF goes through this computer’s printers or IPP. Choose the printer’s own language here.',
    })
  if (printer.confirmation !== 'none' && (printer.transport === 'device' || printer.transport === 'file'))
    context.addIssue({
      code: 'custom',
      path: ['confirmation'],
      message: 'Nothing comes back this way, so that nothing can be proved. Choose “none”.',
    })
})

export const Printer = PrinterFacts.extend({ id: Id, name: z.string() })
export type Printer = z.infer<typeof Printer>

/** What is kept of a printer beside its name. */
export const PrinterProfile = PrinterFacts
export type PrinterProfile = Facts
