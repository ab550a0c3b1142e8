import { askIpp, type IppAnswer, IppError } from './ipp.ts'
import { runProgram } from './programs.ts'
import type { ListedQueue, PrintQueue } from './printQueue.ts'
import { say } from '../../../shared/words/say.ts'

/** Every queue that CUPS knows; none where there is no CUPS. */
export async function listCupsQueues(): Promise<ListedQueue[]> {
  const { code, output } = await runProgram({ command: 'lpstat', args: ['-p'], ms: 5000 })
  if (code !== 0) return []
  return output.split('\n').flatMap((line) => {
    const found = /^printer (\S+) (.*)$/.exec(line)
    return found?.[1] ? [{ name: found[1], about: found[2] ?? '' }] : []
  })
}

/** A queue of CUPS. Bytes go in with `lp`; how its job fares is asked with IPP, which alone tells an error from an end. */
export function cupsQueue(queue: string): PrintQueue {
  const begun = new Set<string>()
  const uri = `ipp://localhost/printers/${encodeURIComponent(queue)}`
  let where: Promise<string | undefined> | undefined

  async function ask(operation: 'Get-Job-Attributes' | 'Get-Printer-Attributes', job?: number): Promise<IppAnswer> {
    where ??= serverSocket()
    const socket = await where
    return await askIpp(operation, { uri, ...(job === undefined ? {} : { job }), ...(socket ? { socket } : {}) })
  }

  return {
    async refusal() {
      const printer = await ask('Get-Printer-Attributes').catch(orNothing)
      if (printer?.numbers.get('printer-state') === STOPPED_PRINTER)
        return say(
          'The queue {queue} stands still. Look at the printer, start the queue again in the system’s settings, then try again.',
          { queue },
        )
      if (printer?.words.get('printer-error-policy') === 'retry-current-job')
        return say(
          'After an error the queue {queue} prints the same labels again and again. Set its error policy to abort-job: {command}. Then try again.',
          { queue, command: `lpadmin -p ${queue} -o printer-error-policy=abort-job` },
        )
      return null
    },

    async hand(bytes, { title, pages }) {
      const args = ['-d', queue, '-t', title, ...optionsFor(pages)]
      const { code, started, output, error } = await runProgram({ command: 'lp', args, input: bytes, ms: 15_000 })
      const job = /request id is (\S+)/.exec(output)?.[1]
      if (code === 0 && job !== undefined) return { job }
      if (!started)
        return {
          problem: say('This computer has no print system (CUPS). Install it, or add the printer by its address.'),
          begun: false,
        }
      if (code === null)
        return { problem: say('The queue {queue} did not say that it has the labels.', { queue }), begun: true }
      const why = error.trim().split('\n')[0] ?? ''
      return {
        problem: say('The queue {queue} took nothing: {why}. Check it in the system’s settings.', { queue, why }),
        begun: false,
      }
    },

    async where(job) {
      const answer = await ask('Get-Job-Attributes', Number(/-(\d+)$/.exec(job)?.[1])).catch(orNothing)
      if (answer?.status === NOT_FOUND) return 'gone'
      const state = answer?.numbers.get('job-state') ?? 0
      switch (state) {
        case 9:
          return 'gone'
        case 7:
        case 8:
          return 'ended'
        case 4:
        case 6:
          return 'held up'
        case 3: {
          if (begun.has(job)) return 'held up'
          const printer = await ask('Get-Printer-Attributes').catch(orNothing)
          return printer?.numbers.get('printer-state') === STOPPED_PRINTER ? 'held up' : 'there'
        }
        default:
          if (state > 0) begun.add(job)
          return 'there'
      }
    },

    async cancel(job) {
      await runProgram({ command: 'cancel', args: [job], ms: 5000 })
    },
  }
}

/** RFC 8011, 5.4.11: `stopped`. */
const STOPPED_PRINTER = 5
/** RFC 8011, B.1.4.7: `client-error-not-found`. CUPS forgets jobs that it no longer keeps. */
const NOT_FOUND = 0x04_06

/** Sheets are of the paper in the printer; labels of exactly their size, with a dot of the page to a dot of the head. */
function optionsFor(pages: Parameters<PrintQueue['hand']>[1]['pages']): string[] {
  if (pages === null) return ['-o', 'raw']
  if (pages === 'sheets') return ['-o', 'print-scaling=none']
  const { widthPt, heightPt, dpi } = pages
  // Old drivers know the one, new ones the other.
  const resolution = ['-o', `Resolution=${dpi}dpi`, '-o', `printer-resolution=${dpi}dpi`]
  return ['-o', 'print-scaling=none', '-o', `media=Custom.${widthPt}x${heightPt}`, ...resolution]
}

/** The socket file on which CUPS listens; undefined where it listens on port 631 of this computer. */
async function serverSocket(): Promise<string | undefined> {
  const { output } = await runProgram({ command: 'lpstat', args: ['-H'], ms: 5000 })
  const place = output.trim()
  return place.startsWith('/') ? place : undefined
}

/** What CUPS does not answer is asked again a moment later. */
function orNothing(error: unknown): undefined {
  if (!(error instanceof IppError)) throw error
}
