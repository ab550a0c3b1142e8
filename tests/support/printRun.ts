import { vi } from 'vitest'
import { toZpl } from '../../shared/labels/languages/zpl.ts'
import type { Api } from '../../shared/api/contract.ts'
import { showRanges } from '../../shared/domain/serialRange.ts'
import { newId } from './kitchen.ts'
import type { LabelPrinter } from './labelPrinter.ts'

/** What one run of a fault showed; every number must be 0 but `doubtful`, which may be 5. */
export interface RunResult {
  /** Serials that came out whole more than once and that the person did not ask for again. */
  readonly duplicates: number
  readonly missing: number
  /** Called printed, and not whole on the roll. */
  readonly falselyPrinted: number
  readonly doubtful: number
}

/** Which serial each format is: the formats are the same every time. */
export async function formatsOf(
  api: Api,
  lotId: number,
  printerId: number,
  units: number,
): Promise<Map<string, number>> {
  const formats = new Map<string, number>()
  for (let serial = 1; serial <= units; serial += 1) {
    const { widthDots, heightDots, bitsBase64 } = await api.labels.preview({ lotId, serial, printerId })
    const bytes = new Uint8Array(Buffer.from(bitsBase64, 'base64'))
    formats.set(toZpl({ widthDots, heightDots, bytes }), serial)
  }
  return formats
}

/** How long a person takes to put a printer right. */
const REACTION_MS = 120

/**
 * Prints a lot on a printer with a fault, as a careful person: who puts the printer right, waits until it stops, looks at
 * the roll, says which labels are there, and tries again what was not sent.
 */
export async function printThrough(
  api: Api,
  printer: LabelPrinter,
  order: {
    readonly lotId: number
    readonly printerId: number
    readonly units: number
    readonly formats: Map<string, number>
  },
): Promise<RunResult> {
  const begin = printer.ledger.length
  const wholeOnes = (): number[] =>
    printer.ledger
      .slice(begin)
      .filter(({ whole }) => whole)
      .map(({ format }) => order.formats.get(format) ?? -1)
  const { jobId } = await api.labels.print({ requestId: newId(), lotId: order.lotId, printerId: order.printerId })
  const doubtful: number[] = []
  let troubledAt: number | undefined
  let falselyPrinted = 0
  await vi.waitFor(
    async () => {
      const job = (await api.labels.jobs({})).find(({ id }) => id === jobId)
      if (!job) throw new Error('the job is gone')
      if (job.state === 'printed') falselyPrinted = order.units - new Set(wholeOnes()).size
      if (job.state === 'sent' || job.state === 'printed') return
      // Nobody changes a roll within one question to the printer.
      if (!printer.inTrouble) troubledAt = undefined
      else if (performance.now() - (troubledAt ??= performance.now()) > REACTION_MS) printer.putRight()
      if (job.state === 'to check') {
        await vi.waitFor(() => (printer.idle ? undefined : fail('still printing')), { timeout: 5000, interval: 5 })
        const seen = new Set(wholeOnes())
        const asked = serialsIn(job.doubtful)
        const good = asked.filter((serial) => seen.has(serial))
        await api.labels.settle({
          requestId: newId(),
          jobId,
          good: showRanges(good.map((serial) => ({ first: serial, last: serial }))),
        })
        doubtful.push(...asked)
      } else if (job.state === 'waiting' && job.problem !== null && !/go on by themselves/.test(job.problem))
        await api.labels.retry({ requestId: newId(), jobId }).catch(() => undefined)
      throw new Error(`still ${job.state}`)
    },
    { timeout: 15_000, interval: 5 },
  )
  await vi.waitFor(() => (printer.idle ? undefined : fail('still printing')), { timeout: 5000, interval: 5 })
  const came = wholeOnes()
  const distinct = new Set(came)
  return {
    duplicates: came.length - distinct.size,
    missing: order.units - [...distinct].filter((serial) => serial > 0).length,
    falselyPrinted,
    doubtful: doubtful.length,
  }
}

export function serialsIn(ranges: string): number[] {
  return ranges.split(', ').flatMap((range) => {
    const [first = 0, last = first] = range.split('–').map(Number)
    return Array.from({ length: last - first + 1 }, (_, at) => first + at)
  })
}

function fail(message: string): never {
  throw new Error(message)
}
