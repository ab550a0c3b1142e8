import { cupsQueue, listCupsQueues } from './cups.ts'
import type { ListedQueue, PrintQueue } from './printQueue.ts'
import { listWindowsQueues, windowsQueue } from './spooler.ts'
import { say } from '../../../shared/words/say.ts'

export function openQueue(name: string, system: NodeJS.Platform = process.platform): PrintQueue {
  return system === 'win32' ? windowsQueue(name) : cupsQueue(name)
}

/** The queues there are, and what has to be known of them; empty where nothing has. */
export async function listQueues(
  system: NodeJS.Platform = process.platform,
): Promise<{ readonly queues: readonly ListedQueue[]; readonly note: string }> {
  if (system === 'win32') return { queues: await listWindowsQueues(), note: unproven() }
  return { queues: await listCupsQueues(), note: '' }
}

function unproven(): string {
  return say(
    'Printing through Windows was never tried with a real printer. Print a test label and the ruler first, or use the printer’s network address.',
  )
}
