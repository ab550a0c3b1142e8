import type { labels } from '../../shared/api/labels.ts'
import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { containsRanges, readRanges, type SerialRange, showRanges } from '../../shared/domain/serialRange.ts'
import { bitmapsOfJob, jobById, newestJobs, setProblem, setUnits, unitsOfJobs } from '../db/repos/printing.ts'
import { PrinterProfile } from '../../shared/api/printers.ts'
import { labelsPdf } from '../print/delivery.ts'
import { unpackBitmap } from '../print/keptBitmap.ts'
import { JobContent } from '../print/labelJob.ts'
import type { Db } from '../db/schema.ts'
import type { PrintState } from '../db/schemaOfLabels.ts'
import { command, type Context, orNull } from './context.ts'
import { sayKept } from '../../shared/words/kept.ts'
import { say } from '../../shared/words/say.ts'

export async function jobs(_input: unknown, { store }: Context): Promise<Output<typeof labels.jobs>> {
  return await store.read(async (db) => {
    const rows = await newestJobs(db, 50)
    const units = Map.groupBy(
      await unitsOfJobs(
        db,
        rows.map((row) => row.id),
      ),
      (unit) => unit.job_id,
    )
    return rows.map((row) => {
      const all = units.get(row.id) ?? []
      const kept = all.filter((unit) => unit.state !== 'cancelled')
      const mine = kept.length > 0 ? kept : all
      return {
        id: row.id,
        at: row.at,
        lotNumber: row.lot_number ?? row.title,
        batchId: row.batch_id,
        product: row.product ?? '',
        serials: showRanges(mine.map(asRange)),
        labels: mine.length,
        printer: row.printer,
        state: stateOf(mine.map((unit) => unit.state)),
        doubtful: showRanges(mine.filter((unit) => unit.state === 'to check').map(asRange)),
        done: mine.filter(({ state }) => state === 'sent' || state === 'printed').length,
        reason: row.reason,
        isPdf: PrinterProfile.parse(JSON.parse(row.profile)).transport === 'file',
        problem: row.problem === null ? null : sayKept(row.problem),
      }
    })
  })
}

/** The person looked at the roll: ticked labels are done, the other doubtful ones wait to be sent again. */
export async function settle(
  input: Input<typeof labels.settle>,
  context: Context,
): Promise<Output<typeof labels.settle>> {
  await refuseWhileHeld(input.jobId, context)
  const settled = await command(context, input, async ({ db }) => {
    const doubtful = (await knownUnits(db, input.jobId)).filter((unit) => unit.state === 'to check')
    if (doubtful.length === 0) throw fieldError('jobId', say('No label of this job is in doubt.'))
    const typed = orNull(input.good)
    const good = typed === null ? [] : readRanges(typed)
    if (!good)
      throw fieldError(
        'good',
        say('“{typed}” is not a list of serials. Type for example 013-016.', { typed: typed ?? '' }),
      )
    if (!containsRanges(doubtful.map(asRange), good))
      throw fieldError(
        'good',
        say('Only {units} are in doubt. Choose from those.', { units: showRanges(doubtful.map(asRange)) }),
      )
    const isGood = (serial: number) => good.some((range) => range.first <= serial && serial <= range.last)
    const serials = doubtful.map((unit) => unit.serial)
    const again = serials.filter((serial) => !isGood(serial))
    await setUnits(db, input.jobId, serials.filter(isGood), 'printed')
    await setUnits(db, input.jobId, again, 'waiting')
    await setProblem(db, input.jobId, null)
    return { jobId: input.jobId, waiting: again.length }
  })
  context.printing.wake()
  return settled
}

export async function retry(input: Input<typeof labels.retry>, context: Context): Promise<Output<typeof labels.retry>> {
  const job = await command(context, input, async ({ db }) => {
    const units = await knownUnits(db, input.jobId)
    if (units.some((unit) => unit.state === 'to check'))
      throw fieldError(
        'jobId',
        say('Some labels of this job are in doubt. Look at the roll and tick the ones that came out first.'),
      )
    if (!units.some((unit) => unit.state === 'waiting'))
      throw fieldError('jobId', say('No label of this job is waiting.'))
    await setProblem(db, input.jobId, null)
    return { jobId: input.jobId }
  })
  context.printing.wake()
  return job
}

export async function cancel(
  input: Input<typeof labels.cancel>,
  context: Context,
): Promise<Output<typeof labels.cancel>> {
  const cancelled = await command(context, input, async ({ db }) => {
    const waiting = (await knownUnits(db, input.jobId)).filter((unit) => unit.state === 'waiting')
    await setUnits(
      db,
      input.jobId,
      waiting.map((unit) => unit.serial),
      'cancelled',
    )
    const open = (await unitsOfJobs(db, [input.jobId])).some(({ state }) => state === 'sending' || state === 'to check')
    if (waiting.length > 0 && !open) await setProblem(db, input.jobId, null)
    return { jobId: input.jobId, dropped: waiting.length }
  })
  context.printing.forget(input.jobId)
  return cancelled
}

/**
 * The labels of a job as a PDF, from the dots that were kept.
 * @throws AppError while a job that becomes a file is still being drawn: a page short of labels looks like all of them
 */
export async function jobPdf(
  { jobId }: Input<typeof labels.pdf>,
  { store }: Context,
): Promise<Output<typeof labels.pdf>> {
  return await store.read(async (db) => {
    const job = await jobById(db, jobId)
    if (!job) throw notFound(say('This print job'))
    const kept = await bitmapsOfJob(db, jobId)
    if (kept.length === 0) throw fieldError('jobId', say('These labels are not drawn yet. Try again in a moment.'))
    const { dpi, sheet = null, startAt } = JobContent.parse(JSON.parse(job.content))
    const units = await unitsOfJobs(db, [jobId])
    const left = units.filter(({ state }) => state === 'waiting' || state === 'sending').length
    if (left > 0 && PrinterProfile.parse(JSON.parse(job.profile)).transport === 'file')
      throw fieldError(
        'jobId',
        say('{left} of {n} labels are not drawn yet. Try again in a moment.', { left, n: units.length }),
      )
    const serials = units.map(({ serial }) => serial)
    const labels = kept.map((row) => ({
      bitmap: unpackBitmap(row),
      cell: startAt - 1 + serials.indexOf(row.serial),
    }))
    const pdf = labelsPdf(labels, dpi, { sheet, byDriver: false })
    return {
      name: `labels ${job.lot_number ?? job.title}.pdf`,
      mediaType: 'application/pdf',
      base64: Buffer.from(pdf).toString('base64'),
    }
  })
}

/** What a printer still holds may come out after the person has looked: then nothing can be said yet. */
async function refuseWhileHeld(jobId: number, { store, printing }: Context): Promise<void> {
  const job = await store.read(async (db) => await jobById(db, jobId))
  if (!job) return
  const printer = { id: job.printer_id, name: job.printer, ...PrinterProfile.parse(JSON.parse(job.profile)) }
  if (await printing.holds(printer))
    throw fieldError(
      'good',
      say('{printer} still has labels in it. Wait until it stops, look at the roll, then say which came out.', {
        printer: printer.name,
      }),
    )
}

async function knownUnits(db: Db, jobId: number) {
  if (!(await jobById(db, jobId))) throw notFound(say('This print job'))
  return await unitsOfJobs(db, [jobId])
}

/** What a person has to know of a job: doubt first, then what is still to come. */
function stateOf(states: readonly PrintState[]): PrintState {
  const order: readonly PrintState[] = ['to check', 'sending', 'waiting', 'sent', 'printed', 'cancelled']
  return order.find((state) => states.includes(state)) ?? 'cancelled'
}

function asRange({ serial }: { serial: number }): SerialRange {
  return { first: serial, last: serial }
}
