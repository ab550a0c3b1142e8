import { Worker } from 'node:worker_threads'
import { AppError, type ErrorBody } from '../../shared/api/errors.ts'
import { type Language, spoken } from '../../shared/words/say.ts'
import type { JobInput, JobResult, Jobs } from '../backup/jobs.ts'

export interface JobOrder {
  readonly job: keyof Jobs
  readonly input: unknown
  /** In which its refusals are said. */
  readonly language: Language
}

export type JobAnswer = { readonly value: unknown } | { readonly refused: ErrorBody } | { readonly failed: Error }

/** Runs one job of main/backup/jobs.ts in a thread of its own. @throws what the job throws */
export async function runInThread<J extends keyof Jobs>(job: J, input: JobInput<J>): Promise<JobResult<J>> {
  // The sources are run as they are; built, all entries lie beside each other.
  const file = import.meta.url.endsWith('.ts') ? './backupWorker.ts' : './backupWorker.js'
  const order: JobOrder = { job, input, language: spoken() }
  const thread = new Worker(new URL(file, import.meta.url), { workerData: order })
  const answer = await new Promise<JobAnswer>((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`the backup thread ended with ${code}`)))
  })
  if ('refused' in answer) throw new AppError(answer.refused)
  if ('failed' in answer) throw answer.failed
  return answer.value as JobResult<J>
}
