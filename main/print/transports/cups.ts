import { runProgram } from './programs.ts'

/** A queue of this computer's own print system. */
interface Queue {
  readonly name: string
  /** Its state, as the system says it. */
  readonly about: string
}

/** Every queue that CUPS knows; none where there is no CUPS. */
export async function listQueues(): Promise<Queue[]> {
  const { code, output } = await runProgram({ command: 'lpstat', args: ['-p'], ms: 5000 })
  if (code !== 0) return []
  return output.split('\n').flatMap((line) => {
    const found = /^printer (\S+) (.*)$/.exec(line)
    return found?.[1] ? [{ name: found[1], about: found[2] ?? '' }] : []
  })
}

/**
 * Hands bytes to a queue as one job.
 * @param raw sends them as they are, past every filter; otherwise the queue's driver prints the PDF at its own size
 * @returns the job's name, or why there is none
 */
export async function handToQueue(
  queue: string,
  bytes: Uint8Array,
  { title, raw }: { readonly title: string; readonly raw: boolean },
): Promise<{ readonly job: string } | { readonly problem: string }> {
  const options = raw ? ['-o', 'raw'] : ['-o', 'print-scaling=none']
  const args = ['-d', queue, '-t', title, ...options]
  const { code, output, error } = await runProgram({ command: 'lp', args, input: bytes, ms: 15_000 })
  const job = /request id is (\S+)/.exec(output)?.[1]
  if (code === 0 && job !== undefined) return { job }
  if (code === null)
    return { problem: 'This computer has no print system (CUPS). Install it, or add the printer by its address.' }
  return {
    problem: `The queue ${queue} took nothing: ${error.trim().split('\n')[0] ?? ''}. Check it in the system’s settings.`,
  }
}

/** Where a job is: still in the queue, gone from it, or stuck because the queue stands still. */
export async function jobInQueue(queue: string, job: string): Promise<'there' | 'gone' | 'stopped'> {
  const jobs = await runProgram({ command: 'lpstat', args: ['-o', queue], ms: 5000 })
  if (jobs.code === 0 && !jobs.output.split('\n').some((line) => line.startsWith(`${job} `))) return 'gone'
  const { output } = await runProgram({ command: 'lpstat', args: ['-p', queue], ms: 5000 })
  return / disabled since /.test(output) ? 'stopped' : 'there'
}

/** Takes a job out of its queue. */
export async function cancelInQueue(job: string): Promise<void> {
  await runProgram({ command: 'cancel', args: [job], ms: 5000 })
}
