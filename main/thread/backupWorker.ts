import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../shared/api/errors.ts'
import { speakAs } from '../../shared/words/say.ts'
import { voiceIn } from '../../shared/words/voiceIn.ts'
import { jobs } from '../backup/jobs.ts'
import type { JobAnswer, JobOrder } from './backupThread.ts'

/* One job on whole files in a thread of its own, so that copying and checking never hold the core up. */
const { job, input, language } = workerData as JobOrder
const voice = await voiceIn(language)
speakAs(() => voice)
parentPort?.postMessage(answer())

function answer(): JobAnswer {
  try {
    const work = jobs[job] as (given: unknown) => unknown
    return { value: work(input) }
  } catch (error) {
    if (error instanceof AppError) return { refused: error.body }
    return { failed: error instanceof Error ? error : new Error(String(error)) }
  }
}
