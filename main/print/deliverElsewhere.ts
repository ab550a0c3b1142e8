import type { Printer } from '../../shared/api/printers.ts'
import { type Delivery, encodeLabels, type LabelToSend, type Outcome, sleep, wholePoints } from './delivery.ts'
import { writeDevice } from './transports/device.ts'
import type { HandedAs, PrintQueue } from './transports/printQueue.ts'
import { openQueue } from './transports/queue.ts'
import { say } from '../../shared/words/say.ts'

function look(): string {
  return say('Look at the roll and say which labels came out.')
}

/** How long a device may take for a window. */
const DEVICE_MS = 15_000

/**
 * Hands a window to a queue of this computer as one job, and waits until the job has left it: so few labels are in the
 * queue that cancelling stops the rest. That it has left proves nothing (CUPS calls jobs completed that were cut off).
 * A job that an error holds up is taken out at once: a queue would print it again from its first label.
 */
export async function deliverToQueue(
  delivery: Delivery,
  queue: PrintQueue = openQueue(delivery.printer.address),
): Promise<Outcome> {
  const { printer, title, limits } = delivery
  const name = printer.address
  const refusal = await queue.refusal()
  if (refusal !== null) return { state: 'waiting', problem: refusal }
  const labels = await delivery.begin()
  const [first] = labels
  if (!first) return { state: 'waiting', problem: null }
  const handed = await queue.hand(joined(encodeLabels(printer, labels)), { title, pages: pagesOf(printer, first) })
  if ('problem' in handed)
    return handed.begun
      ? { state: 'to check', problem: `${handed.problem} ${look()}` }
      : { state: 'waiting', problem: handed.problem }
  for (;;) {
    const where = await queue.where(handed.job)
    if (where === 'gone') return { state: 'sent', problem: null }
    if (where === 'ended')
      return {
        state: 'to check',
        problem: `${say('The queue {queue} ended the job before it was whole.', { queue: name })} ${look()}`,
      }
    if (where === 'held up') {
      await queue.cancel(handed.job)
      return {
        state: 'to check',
        problem: `${say(
          'The queue {queue} came to a stop with labels in it. They were taken out, so that none comes twice. Look at the printer, and start the queue again in the system’s settings.',
          { queue: name },
        )} ${look()}`,
      }
    }
    if (delivery.cancelled() || delivery.stopping()) {
      await queue.cancel(handed.job)
      return {
        state: 'to check',
        problem: `${say('The labels were taken out of the queue {queue}.', { queue: name })} ${look()}`,
      }
    }
    await sleep(limits.pollMs)
  }
}

function pagesOf({ language, dpi, sheet }: Printer, { bitmap }: LabelToSend): HandedAs['pages'] {
  if (language !== 'pdf') return null
  if (sheet) return 'sheets'
  return { widthPt: wholePoints(bitmap.widthDots, dpi), heightPt: wholePoints(bitmap.heightDots, dpi), dpi }
}

/** Writes a window to a device file. Nothing comes back from there. */
export async function deliverToDevice(delivery: Delivery): Promise<Outcome> {
  const formats = encodeLabels(delivery.printer, await delivery.begin())
  if (formats.length === 0) return { state: 'waiting', problem: null }
  const written = await writeDevice(delivery.printer.address, joined(formats), DEVICE_MS)
  if (written.taken) return { state: 'sent', problem: null }
  return written.begun
    ? { state: 'to check', problem: `${written.problem} ${look()}` }
    : { state: 'waiting', problem: written.problem }
}

/** A PDF waits to be saved: the dots are kept, and nothing leaves. */
export async function deliverToFile(delivery: Delivery): Promise<Outcome> {
  await delivery.begin()
  return { state: 'sent', problem: null }
}

function joined(formats: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(formats))
}
