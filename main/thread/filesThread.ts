import { Worker } from 'node:worker_threads'
import { AppError, type ErrorBody } from '../../shared/api/errors.ts'
import type { FileOrder, OpenPieces, WrittenPiece } from '../services/largeFiles.ts'

export interface FilesThreadData {
  readonly copy: string
  readonly order: FileOrder
}

export type ToFilesThread = 'next' | 'end'
export type FromFilesThread =
  { readonly piece: WrittenPiece } | { readonly refused: ErrorBody } | { readonly failed: Error }

/** What a file takes for a moment is looked through early: it is read in small parts (startInThread.ts). */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 }

/** Writes a large file in a thread of its own, piece by piece, as far as it is asked for. */
export const openInThread: OpenPieces = (copy, order) => {
  // The sources are run as they are; built, all entries lie beside each other.
  const file = import.meta.url.endsWith('.ts') ? './filesWorker.ts' : './filesWorker.js'
  const workerData: FilesThreadData = { copy, order }
  const thread = new Worker(new URL(file, import.meta.url), { workerData, resourceLimits })
  let failure: unknown
  thread.on('error', (error) => (failure = error))
  const gone = new Promise<number>((resolve) => {
    thread.once('exit', resolve)
  })

  function post(message: ToFilesThread): void {
    thread.postMessage(message)
  }

  async function answered(): Promise<FromFilesThread> {
    return await new Promise((resolve) => {
      thread.once('message', resolve)
    })
  }

  return {
    async next() {
      post('next')
      const answer = await Promise.race([answered(), gone])
      if (typeof answer === 'number') throw failure ?? new Error(`the thread of a file ended with ${answer}`)
      if ('refused' in answer) throw new AppError(answer.refused)
      if ('failed' in answer) throw answer.failed
      return answer.piece
    },
    async end() {
      post('end')
      await gone
    },
  }
}
