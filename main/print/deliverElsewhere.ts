import { type Delivery, encodeLabels, type Outcome, sleep } from './delivery.ts'
import { cancelInQueue, handToQueue, jobInQueue } from './transports/cups.ts'
import { writeDevice } from './transports/device.ts'

const LOOK = 'Look at the roll and say which labels came out.'

/** How long a device may take for a window. */
const DEVICE_MS = 15_000

/**
 * Hands a window to a queue of this computer as one job, and waits until the job has left it: so few labels are in the
 * queue that cancelling stops the rest. That it has left proves nothing (CUPS calls jobs completed that were cut off).
 */
export async function deliverToQueue(delivery: Delivery): Promise<Outcome> {
  const { printer, title, limits } = delivery
  const formats = encodeLabels(printer, await delivery.begin())
  if (formats.length === 0) return { state: 'waiting', problem: null }
  const handed = await handToQueue(printer.address, joined(formats), { title, raw: printer.language !== 'pdf' })
  if ('problem' in handed) return { state: 'waiting', problem: handed.problem }
  let told = false
  for (;;) {
    const where = await jobInQueue(printer.address, handed.job)
    if (where === 'gone') return { state: 'sent', problem: null }
    if (where === 'stopped' && !told) {
      told = true
      await delivery.trouble(
        `The queue ${printer.address} stands still. Look at the printer, then start the queue again in the system’s settings.`,
      )
    }
    if (delivery.cancelled() || delivery.stopping()) {
      await cancelInQueue(handed.job)
      return { state: 'to check', problem: `The labels were taken out of the queue ${printer.address}. ${LOOK}` }
    }
    await sleep(limits.pollMs)
  }
}

/** Writes a window to a device file. Nothing comes back from there. */
export async function deliverToDevice(delivery: Delivery): Promise<Outcome> {
  const formats = encodeLabels(delivery.printer, await delivery.begin())
  if (formats.length === 0) return { state: 'waiting', problem: null }
  const written = await writeDevice(delivery.printer.address, joined(formats), DEVICE_MS)
  if (written.taken) return { state: 'sent', problem: null }
  return written.begun
    ? { state: 'to check', problem: `${written.problem} ${LOOK}` }
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
