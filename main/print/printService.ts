import { toZpl } from '../../shared/labels/languages/zpl.ts'
import type { LabelFonts } from '../../shared/labels/font.ts'
import { doubtUnfinished, jobById, nextJob, setProblem, setUnits, unitsOfJobs } from '../db/repos/printing.ts'
import type { Store } from '../db/store.ts'
import { drawLabel, JobContent } from './labelJob.ts'
import { openTcp, type TcpAddress, TransportError } from './transports/tcp9100.ts'

/** Sends the queued labels. Its queue is in the record, so that nothing is forgotten and nothing comes out twice. */
export interface PrintService {
  /** Settles what an interrupted run left, then sends what waits. */
  start(): Promise<void>
  /** Says that there may be labels to send. */
  wake(): void
  /** Sends bytes at once, past the queue. @throws TransportError */
  sendNow(address: TcpAddress, zpl: string): Promise<void>
  /** Finishes the labels on their way, then sends no more. */
  stop(): Promise<void>
}

/** Labels on their way at one time: as many as a person may have to look at after a cable is pulled. */
const WINDOW = 5

interface PrintOptions {
  readonly store: Store
  readonly fonts: () => LabelFonts
  /** Tells the windows that jobs moved on. */
  readonly changed: () => void
  /** Logs what should not happen; the labels in question are in doubt at the next start. */
  readonly report: (error: unknown) => void
}

export function createPrintService({ store, fonts, changed, report }: PrintOptions): PrintService {
  let stopped = false
  let awake = false
  let running: Promise<void> = Promise.resolve()

  function wake(): void {
    if (awake || stopped) return
    awake = true
    running = running
      .then(sendWaiting)
      .catch(report)
      .finally(() => {
        awake = false
      })
  }

  async function sendWaiting(): Promise<void> {
    while (!stopped && store.problem === null) {
      const jobId = await store.read(nextJob)
      if (jobId === undefined) return
      await sendWindow(jobId)
      changed()
    }
  }

  /** Journals the next labels of a job as on their way, sends them, and journals what became of them. */
  async function sendWindow(jobId: number): Promise<void> {
    const { job, serials } = await store.write(async (db) => {
      const waiting = (await unitsOfJobs(db, [jobId])).filter((unit) => unit.state === 'waiting').slice(0, WINDOW)
      const next = waiting.map((unit) => unit.serial)
      await setUnits(db, jobId, next, 'sending')
      return { job: await jobById(db, jobId), serials: next }
    })
    if (!job) throw new Error(`print job ${jobId} is not there`)
    const { state, problem } = await deliver(job, serials)
    await store.write(async (db) => {
      await setUnits(db, jobId, serials, state)
      if (problem !== null) await setProblem(db, jobId, problem)
    })
  }

  async function deliver(job: { content: string; host: string; port: number }, serials: readonly number[]) {
    const content = JobContent.parse(JSON.parse(job.content))
    const formats = serials.map((serial) =>
      toZpl(drawLabel(content, content.longestSerial === null ? null : serial, fonts()).bitmap),
    )
    try {
      await send({ host: job.host, port: job.port }, formats)
      return { state: 'sent', problem: null } as const
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      const state = error.stage === 'before any byte' ? 'waiting' : 'to check'
      return { state, problem: error.message } as const
    }
  }

  return {
    async start() {
      if (store.problem !== null) return
      await store.write(async (db) => await doubtUnfinished(db, ['sending'], INTERRUPTED))
      wake()
    },
    wake,
    sendNow: async (address, zpl) => await send(address, [zpl]),
    async stop() {
      stopped = true
      await running
    },
  }
}

const INTERRUPTED =
  'Traceberry stopped while labels were on their way. Look at the roll and tick the ones that came out.'

/** One connection for a window; that the printer closes it in its turn says that it has read everything. */
async function send(address: TcpAddress, formats: readonly string[]): Promise<void> {
  const session = await openTcp(address)
  for (const format of formats) await session.write(Buffer.from(format, 'ascii'))
  await session.end()
}
