import type { cards, LabelledThing } from '../../shared/api/cards.ts'
import { fieldError } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { codeField } from '../../shared/labels/content.ts'
import { insertJob } from '../db/repos/printing.ts'
import type { Db } from '../db/schema.ts'
import { drawing } from '../print/drawing.ts'
import { bareJob, type JobContent } from '../print/labelJob.ts'
import { command, type Context } from './context.ts'
import { linkBase } from './labelContent.ts'
import { designOf } from './labelDesigns.ts'
import { type LabelsIn, refuseProblems, USUAL_LABEL } from './labels.ts'
import { knownPrinter } from './printers.ts'
import { inEnglish } from './speech.ts'
import type { ThingLabels } from './labelsTogether.ts'
import { thingLabels } from './thingLabels.ts'
import { say } from '../../shared/words/say.ts'

/** No printer is asked to draw more previews at once. */
const MOST_SHOWN = 40

export async function previewCards(
  { thing, printerId, designId }: Input<typeof cards.preview>,
  context: Context,
): Promise<Output<typeof cards.preview>> {
  return await context.store.read(async (db) => {
    const printer = printerId ? await knownPrinter(db, printerId) : USUAL_LABEL
    const { job, made } = await cardJob(db, context, { thing, designId, printer })
    const { drawLabel } = await drawing()
    const drawn = made.labels.slice(0, MOST_SHOWN).map((says, at) => ({
      says,
      ...drawLabel(job, at + 1),
    }))
    // What is wrong with all of them alike is said once.
    const problems = new Map(
      drawn.flatMap((each) => each.problems.map((problem) => [`${problem.field} ${problem.message}`, problem])),
    )
    return {
      title: made.title(),
      labels: drawn.map(({ says, bitmap }) => ({
        name: says.product,
        code: says[codeField(says)] ?? '',
        widthDots: bitmap.widthDots,
        heightDots: bitmap.heightDots,
        dpi: job.dpi,
        bitsBase64: Buffer.from(bitmap.bytes).toString('base64'),
      })),
      problems: [...problems.values()].map(({ field, message }) => ({ field, message })),
      warnings: [...new Set(drawn.flatMap((each) => each.warnings.map(({ message }) => message)))],
    }
  })
}

/** Queues the labels of a thing, each as often as asked, all copies of one beside each other. */
export async function printCards(
  input: Input<typeof cards.print>,
  context: Context,
): Promise<Output<typeof cards.print>> {
  const queued = await command(context, input, async ({ db, seq }) => {
    const printer = await knownPrinter(db, input.printerId)
    const { thing, designId, copies, startAt } = input
    const { job, made, designVersionId } = await cardJob(db, context, { thing, designId, printer, startAt })
    const { drawLabel } = await drawing()
    refuseProblems(made.labels.flatMap((_, at) => drawLabel(job, at + 1).problems))
    const labels = made.labels.flatMap((says) => Array.from({ length: copies }, () => says))
    const jobId = await insertJob(db, {
      lotId: null,
      title: inEnglish(made.title),
      printerId: printer.id,
      content: JSON.stringify({ ...job, cards: labels }),
      designVersionId,
      reason: '',
      seq,
      serials: labels.map((_, at) => at + 1),
      state: 'waiting',
    })
    return { jobId, labels: labels.length, title: made.title() }
  })
  context.printing.wake()
  return queued
}

async function cardJob(
  db: Db,
  context: Context,
  on: {
    readonly thing: LabelledThing
    readonly designId?: number | null | undefined
    readonly printer: LabelsIn
    readonly startAt?: number
  },
): Promise<{ job: JobContent; made: ThingLabels; designVersionId: number | null }> {
  const made = await thingLabels(db, context, on.thing)
  if (made.labels.length === 0) throw fieldError('thing', say('There is nothing in it to label.'))
  const kept = await designOf(db, on.designId, made.purpose, 'designId')
  const { labelWidthMm: widthMm, labelHeightMm: heightMm, marginMm, dpi, sheet } = on.printer
  const base = await linkBase(db)
  const job: JobContent = {
    ...bareJob,
    product: inEnglish(made.title),
    lotNumber: '',
    linkBase: base,
    purpose: made.purpose,
    design: kept?.design,
    cards: made.labels.map((says) => ({ ...says, linkBase: base })),
    widthMm,
    heightMm,
    marginMm,
    dpi,
    sheet,
    startAt: on.startAt ?? 1,
  }
  return { job, made, designVersionId: kept?.id ?? null }
}
