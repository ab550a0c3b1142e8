import type { labels } from '../../shared/api/labels.ts'
import { AppError, fieldError, notFound } from '../../shared/api/errors.ts'
import { type LabelChoice, LabelLayout } from '../../shared/api/labelChoice.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { Printer } from '../../shared/api/printers.ts'
import {
  countUnits,
  mergeRanges,
  readRanges,
  type SerialRange,
  showRanges,
  subtractRanges,
} from '../../shared/domain/serialRange.ts'
import type { LabelProblem } from '../../shared/labels/problems.ts'
import { designVersion } from '../db/repos/labelDesigns.ts'
import { lotById, type LotView } from '../db/repos/lots.ts'
import { unitRanges } from '../db/repos/movements.ts'
import { insertJob, labelledUnits, lastPrinted } from '../db/repos/printing.ts'
import type { Db } from '../db/schema.ts'
import { unpackBitmap } from '../print/keptBitmap.ts'
import { drawing } from '../print/drawing.ts'
import { JobContent } from '../print/labelJob.ts'
import { command, type Context, orNull } from './context.ts'
import { allergenProblems, askedOf, labelFacts } from './labelContent.ts'
import { designOf } from './labelDesigns.ts'
import { oldLabels } from './oldLabels.ts'
import { knownPrinter } from './printers.ts'
import { say } from '../../shared/words/say.ts'

/** The size of the commonest jar label, 2.25 × 1.25 in, until there is a printer. */
export const USUAL_LABEL: LabelsIn = { labelWidthMm: 57, labelHeightMm: 32, marginMm: 0, dpi: 203 }

export async function preview(
  { lotId, serial, printerId, layout }: Input<typeof labels.preview>,
  context: Context,
): Promise<Output<typeof labels.preview>> {
  return await context.store.read(async (db) => {
    const lot = await finishedLot(db, lotId)
    const printer = printerId ? await knownPrinter(db, printerId) : USUAL_LABEL
    const longest = serial ? Math.max(serial, await lastSerial(db, lot)) : null
    const { content } = await contentFor(db, context, lot, { printer, longest, layout })
    const { drawLabel } = await drawing()
    const { bitmap, problems: drawn, warnings } = drawLabel(content, serial ?? null)
    const problems = [...drawn, ...(await allergenProblems(db, lot.id, content))]
    const { here = [], out = [] } = (await oldLabels(db, [lot])).get(lot.id) ?? {}
    return {
      widthDots: bitmap.widthDots,
      heightDots: bitmap.heightDots,
      dpi: content.dpi,
      bitsBase64: Buffer.from(bitmap.bytes).toString('base64'),
      problems: problems.map(({ field, message }) => ({ field, message })),
      warnings: warnings.map(({ message }) => message),
      asked: await askedOf(db, content),
      old: { here: showRanges(here), out: showRanges(out) },
    }
  })
}

/** Queues labels. Every label of the job is as its longest one: where that cannot be printed right, none is queued. */
export async function print(input: Input<typeof labels.print>, context: Context): Promise<Output<typeof labels.print>> {
  const queued = await command(context, input, async ({ db, seq }) => {
    const lot = await finishedLot(db, input.lotId)
    const printer = await knownPrinter(db, input.printerId)
    const reason = orNull(input.reason)
    const ranges = await rangesToPrint(db, lot, orNull(input.serials), reason !== null)
    const longest = input.withUnit ? (ranges.at(-1)?.last ?? 1) : null
    const { content, designVersionId } = await contentFor(db, context, lot, {
      printer,
      longest,
      layout: input.layout,
      startAt: input.startAt,
    })
    const { drawLabel } = await drawing()
    const drawn = drawLabel(content, longest).problems
    const problems = [...drawn, ...(await allergenProblems(db, lot.id, content))]
    refuseProblems(problems)
    const serials = ranges.flatMap(({ first: from, last }) =>
      Array.from({ length: last - from + 1 }, (_, at) => from + at),
    )
    const jobId = await insertJob(db, {
      lotId: lot.id,
      printerId: printer.id,
      content: JSON.stringify(content),
      designVersionId,
      reason: reason ?? '',
      seq,
      serials,
      state: 'waiting',
    })
    return { jobId, labels: serials.length, serials: showRanges(ranges) }
  })
  context.printing.wake()
  return queued
}

/** @throws AppError naming every field for which labels may not be printed; no byte has left */
export function refuseProblems(problems: readonly LabelProblem[]): void {
  const [first] = problems
  if (!first) return
  throw new AppError({
    code: 'rule_violation',
    message: `${say('Nothing was printed.')} ${first.message}`,
    fields: Object.fromEntries(problems.map(({ field, message }) => [field, message])),
    blockers: problems.map(({ message }) => message),
  })
}

/** A unit's label is printed twice only with a reason: two jars with one number are what labels must never do. */
function printedBefore(ranges: readonly SerialRange[]): AppError {
  const message = say(
    'Labels of {units} were printed before, or are on their way. Say why you print them again, and destroy the old ones.',
    { units: showRanges(ranges) },
  )
  return new AppError({ code: 'rule_violation', message, fields: { reason: message }, blockers: [message] })
}

async function labelledRanges(db: Db, lot: LotView): Promise<SerialRange[]> {
  return mergeRanges((await labelledUnits(db, lot.id)).map(({ serial }) => ({ first: serial, last: serial })))
}

/** The label of a unit as it was last sent: also years later, whatever the template has become. */
export async function asPrinted(
  { lotId, serial }: Input<typeof labels.asPrinted>,
  { store }: Context,
): Promise<Output<typeof labels.asPrinted>> {
  const found = await store.read(async (db) => {
    const row = await lastPrinted(db, lotId, serial)
    const version = row?.design_version_id ? await designVersion(db, row.design_version_id) : undefined
    return {
      row,
      label: version
        ? say('{design}, version {version}', { design: version.design.name, version: version.version })
        : '',
    }
  })
  const { row, label } = found
  if (!row) return null
  const bitmap = unpackBitmap(row)
  return {
    label,
    widthDots: bitmap.widthDots,
    heightDots: bitmap.heightDots,
    dpi: JobContent.parse(JSON.parse(row.content)).dpi,
    bitsBase64: Buffer.from(bitmap.bytes).toString('base64'),
    at: row.at,
    printer: row.printer,
    state: row.state,
    reason: row.reason,
  }
}

/** The units typed, or all that have no label yet; with a reason also those that have. */
async function rangesToPrint(db: Db, lot: LotView, typed: string | null, again: boolean): Promise<SerialRange[]> {
  const units = await unitRanges(db, lot.id)
  const gone = units.filter((unit) => unit.state === 'discarded' || unit.state === 'missing')
  const printable = mergeRanges(subtractRanges(units, gone))
  if (countUnits(printable) === 0)
    throw fieldError(
      'lotId',
      say('{lotNumber} has no units to label: all were discarded, or the batch is void.', {
        lotNumber: lot.lot_number ?? '',
      }),
    )
  if (typed === null) {
    const bare = again ? printable : subtractRanges(printable, await labelledRanges(db, lot))
    if (countUnits(bare) === 0) throw printedBefore(printable)
    return bare
  }
  const ranges = readRanges(typed)
  if (!ranges)
    throw fieldError('serials', say('“{typed}” is not a list of serials. Type for example 001-024 or 7, 9.', { typed }))
  const wrong = subtractRanges(ranges, printable)
  if (wrong.length > 0)
    throw fieldError(
      'serials',
      say('{lotNumber} has no units {units} to label. Choose from {printable}.', {
        lotNumber: lot.lot_number ?? '',
        units: showRanges(wrong),
        printable: showRanges(printable),
      }),
    )
  const before = again ? [] : subtractRanges(ranges, subtractRanges(ranges, await labelledRanges(db, lot)))
  if (before.length > 0) throw printedBefore(before)
  return ranges
}

async function contentFor(
  db: Db,
  context: Context,
  lot: LotView,
  on: {
    readonly printer: LabelsIn
    readonly longest: number | null
    readonly layout: LabelChoice
    readonly startAt?: number
  },
): Promise<{ content: JobContent; designVersionId: number | null }> {
  const { labelWidthMm: widthMm, labelHeightMm: heightMm, marginMm, dpi, sheet } = on.printer
  const facts = await labelFacts(db, context, lot)
  const kept = await designOf(db, on.layout, 'unit', 'layout')
  const layout = LabelLayout.safeParse(on.layout).data ?? 'jar'
  const content: JobContent = {
    ...facts,
    layout,
    purpose: 'unit',
    design: kept?.design,
    longestSerial: on.longest,
    widthMm,
    heightMm,
    marginMm,
    dpi,
    sheet,
    startAt: on.startAt ?? 1,
  }
  return { content, designVersionId: kept?.id ?? null }
}

/** What of a printer decides how its labels look. */
export type LabelsIn = Pick<Printer, 'labelWidthMm' | 'labelHeightMm' | 'marginMm' | 'sheet'> & { readonly dpi: number }

async function lastSerial(db: Db, lot: LotView): Promise<number> {
  return (await unitRanges(db, lot.id)).at(-1)?.last ?? 1
}

async function finishedLot(db: Db, lotId: number): Promise<LotView> {
  const lot = await lotById(db, lotId)
  if (!lot) throw notFound(say('This lot'))
  if (lot.batch_id === null) throw fieldError('lotId', say('This lot was bought: labels are for batches made here.'))
  return lot
}
