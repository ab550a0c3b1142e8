import { type Printer, PrinterProfile } from '../../shared/api/printers.ts'
import { onSheet } from '../../shared/api/sheets.ts'
import type { Bitmap } from '../../shared/labels/bitmap.ts'
import { showRanges } from '../../shared/domain/serialRange.ts'
import { kept } from '../../shared/words/kept.ts'
import { exhaustive } from '../../shared/domain/exhaustive.ts'
import {
  doubtUnfinished,
  jobById,
  keepBitmap,
  nextJobs,
  setProblem,
  setUnits,
  unitsOfJobs,
} from '../db/repos/printing.ts'
import type { Db } from '../db/schema.ts'
import type { PrintState } from '../db/schemaOfLabels.ts'
import type { Store } from '../db/store.ts'
import { type Delivery, type LabelToSend, type Outcome, type PrintLimits, sleep, usualLimits } from './delivery.ts'
import { deliverToDevice, deliverToFile, deliverToQueue } from './deliverElsewhere.ts'
import { deliverIpp } from './deliverIpp.ts'
import { deliverTcp, printerStatus } from './deliverTcp.ts'
import type { PrinterStatus } from './printerStatus.ts'
import { packBitmap } from './keptBitmap.ts'
import { say } from '../../shared/words/say.ts'
import { drawing } from './drawing.ts'
import { JobContent } from './labelJob.ts'

/** Sends the queued labels. Its queue is in the record, so that nothing is forgotten and nothing comes out twice. */
export interface PrintService {
  /** Settles what an interrupted run left, then sends what waits. */
  start(): Promise<void>
  /** Says that there may be labels to send. */
  wake(): void
  /** Sends one label at once, past the queue. @returns why it could not, or null */
  sendNow(printer: Printer, bitmap: Bitmap): Promise<string | null>
  /** Asks a printer how it is; undefined where it does not answer or cannot be asked. */
  status(printer: Printer): Promise<PrinterStatus | undefined>
  /** Whether a printer says that it holds labels it has not printed. */
  holds(printer: Printer): Promise<boolean>
  /** Tells a job's printer to forget what it still holds. */
  forget(jobId: number): void
  /** Finishes the labels on their way, then sends no more. */
  stop(): Promise<void>
}

/** Labels on their way at one time: as many as a person may have to look at after a cable is pulled. */
const WINDOW = 5

interface PrintOptions {
  readonly store: Store
  /** Tells the windows that jobs moved on. */
  readonly changed: () => void
  /** Logs what should not happen; the labels in question are in doubt at the next start. */
  readonly report: (error: unknown) => void
  /** Why labels of a lot that were queued may not be printed any more, as a sentence; null where they may. */
  readonly outdated: (db: Db, lotId: number, content: JobContent) => Promise<string | null>
  /** Has what is said while labels are delivered kept (shared/words/kept.ts): it stays with the job for all who look. */
  readonly keeping?: <T>(work: () => Promise<T>) => Promise<T>
  readonly limits?: PrintLimits
}

/** Each printer has its own line of jobs: one that stands still holds up no other. */
export function createPrintService({
  store,
  changed,
  report,
  outdated,
  keeping = async (work) => await work(),
  limits = usualLimits,
}: PrintOptions): PrintService {
  const lines = new Map<number, Promise<void>>()
  const forgetting = new Set<number>()
  let stopped = false
  let looking: Promise<void> = Promise.resolve()

  function wake(): void {
    looking = looking.then(startLines).catch(report)
  }

  async function startLines(): Promise<void> {
    if (stopped || store.problem !== null) return
    for (const { printerId } of await store.read(nextJobs)) {
      if (lines.has(printerId)) continue
      const line = sendFor(printerId)
        .catch(report)
        .finally(() => lines.delete(printerId))
      lines.set(printerId, line)
    }
  }

  async function sendFor(printerId: number): Promise<void> {
    const silence = { known: false }
    while (!stopped && store.problem === null) {
      const next = (await store.read(nextJobs)).find((each) => each.printerId === printerId)
      if (!next) return
      await sendWindow(next.jobId, silence)
      changed()
    }
  }

  /** Sends the next labels of a job and journals what became of them. */
  async function sendWindow(jobId: number, silence: Delivery['silence']): Promise<void> {
    const job = await store.read(async (db) => await jobById(db, jobId))
    if (!job) throw new Error(`print job ${jobId} is not there`)
    const content = JobContent.parse(JSON.parse(job.content))
    let serials: readonly number[] = []
    let outOfDate: string | null = null
    const delivery: Delivery = {
      printer: {
        id: job.printer_id,
        name: job.printer,
        ...PrinterProfile.parse(JSON.parse(job.profile)),
        sheet: content.sheet ?? null,
      },
      title: job.lot_number === null ? job.title : `${job.lot_number} ${job.product ?? ''}`,
      limits,
      silence,
      async begin() {
        outOfDate = await stopOutdated(job, content)
        const units = await store.read(async (db) => await unitsOfJobs(db, [jobId]))
        const { drawUnit } = await drawing()
        const drawn: (LabelToSend & { readonly serial: number })[] = []
        for (const { serial, cell } of nextWindow(units, content)) {
          drawn.push({
            serial,
            cell,
            bitmap: drawUnit(content, serial).bitmap,
          })
          // A label takes some milliseconds: what else the core is asked comes between two of them.
          await new Promise((resolve) => setImmediate(resolve))
        }
        serials = await journalSending(jobId, drawn)
        changed()
        return drawn.filter(({ serial }) => serials.includes(serial))
      },
      async trouble(sentence) {
        await store.write(async (db) => await setProblem(db, jobId, sentence))
        changed()
      },
      cancelled: () => forgetting.has(jobId),
      stopping: () => stopped,
    }
    const outcome = await keeping(async () => await deliver(delivery))
    forgetting.delete(jobId)
    await store.write(async (db) => {
      if (serials.length > 0) await setUnits(db, jobId, serials, outcome.state)
      await setProblem(db, jobId, outOfDate ?? outcome.problem)
    })
  }

  /** Takes what waits off a job whose words are no longer right: a printer may have been off for days. */
  async function stopOutdated(
    { id, lot_id }: { readonly id: number; readonly lot_id: number | null },
    content: JobContent,
  ): Promise<string | null> {
    if (lot_id === null) return null
    return await store.write(async (db) => {
      const why = await outdated(db, lot_id, content)
      if (why === null) return null
      const waiting = (await unitsOfJobs(db, [id])).flatMap(({ serial, state }) =>
        state === 'waiting' ? [serial] : [],
      )
      await setUnits(db, id, waiting, 'cancelled')
      const units = showRanges(waiting.map((serial) => ({ first: serial, last: serial })))
      const problem = kept(() => say('Not printed: {units}. {why}', { units, why }))
      await setProblem(db, id, problem)
      return problem
    })
  }

  /** Marks labels as on their way and keeps their dots, before a byte leaves; those cancelled meanwhile stay. */
  async function journalSending(
    jobId: number,
    drawn: readonly { serial: number; bitmap: Bitmap }[],
  ): Promise<readonly number[]> {
    const packed = drawn.map(({ serial, bitmap }) => ({ serial, ...packBitmap(bitmap) }))
    return await store.write(async (db) => {
      const units = await unitsOfJobs(db, [jobId])
      const still = packed.filter(({ serial }) =>
        units.some((unit) => unit.serial === serial && unit.state === 'waiting'),
      )
      const serials = still.map(({ serial }) => serial)
      if (serials.length > 0) await setUnits(db, jobId, serials, 'sending')
      for (const { serial, ...bitmap } of still) await keepBitmap(db, { jobId, serial }, bitmap)
      return serials
    })
  }

  return {
    async start() {
      if (store.problem !== null) return
      await store.write(async (db) => await doubtUnfinished(db, ['sending'], kept(interrupted)))
      wake()
    },
    wake,
    async sendNow(printer, bitmap) {
      const outcome = await deliver({
        printer: { ...printer, confirmation: 'none' },
        title: 'Test label',
        limits,
        silence: { known: true },
        begin: async () => await Promise.resolve([{ bitmap, cell: 0 }]),
        trouble: async () => await Promise.resolve(),
        cancelled: () => false,
        stopping: () => stopped,
      })
      return outcome.problem
    },
    status: async (printer) => await printerStatus(printer, limits),
    async holds(printer) {
      if (printer.confirmation === 'none') return false
      return ((await printerStatus(printer, limits))?.queued ?? 0) > 0
    },
    forget(jobId) {
      if (lines.size > 0) forgetting.add(jobId)
    },
    async stop() {
      stopped = true
      await looking
      await Promise.race([Promise.all(lines.values()), sleep(20_000)])
    },
  }
}

/** The labels that go next: a few, or on sheets all of one sheet, since it passes through the printer once. */
function nextWindow(
  units: readonly { readonly serial: number; readonly state: PrintState }[],
  { sheet, startAt }: JobContent,
): { readonly serial: number; readonly cell: number }[] {
  const waiting = units
    .map(({ serial, state }, at) => ({ serial, state, cell: startAt - 1 + at }))
    .filter(({ state }) => state === 'waiting')
  const [first] = waiting
  if (!sheet || !first) return waiting.slice(0, WINDOW)
  const pageOf = (cell: number) => Math.floor(cell / onSheet(sheet))
  return waiting.filter(({ cell }) => pageOf(cell) === pageOf(first.cell))
}

async function deliver(delivery: Delivery): Promise<Outcome> {
  switch (delivery.printer.transport) {
    case 'tcp':
      return await deliverTcp(delivery)
    case 'queue':
      return await deliverToQueue(delivery)
    case 'device':
      return await deliverToDevice(delivery)
    case 'ipp':
      return await deliverIpp(delivery)
    case 'file':
      return await deliverToFile(delivery)
    default:
      return exhaustive(delivery.printer.transport)
  }
}

function interrupted(): string {
  return say(
    'Traceberry stopped while labels were on their way. Wait until the printer stops, look at the roll and tick the ones that came out.',
  )
}
