import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../shared/api/errors.ts'
import { openPieces } from '../services/filePieces.ts'
import type { FilesThreadData, FromFilesThread, ToFilesThread } from './filesThread.ts'

/* Writes one large file of a copy of the record, so that neither reading nor packing it holds the core up. */
if (!parentPort) throw new Error('this file is the thread of a large file')
writeIn(parentPort, workerData as FilesThreadData)

function writeIn(port: MessagePort, { copy, order }: FilesThreadData): void {
  const pieces = openPieces(copy, order)

  async function next(): Promise<void> {
    try {
      const { bytes, done, left } = await pieces.next()
      // Bytes of their own, which go over without being copied again.
      const own = new Uint8Array(bytes)
      tell({ piece: { bytes: own, done, left } }, [own.buffer])
    } catch (error) {
      if (error instanceof AppError) tell({ refused: error.body })
      else tell({ failed: error instanceof Error ? error : new Error(String(error)) })
    }
  }

  async function end(): Promise<void> {
    try {
      await pieces.end()
    } finally {
      port.close()
    }
  }

  function tell(answer: FromFilesThread, given: readonly ArrayBuffer[] = []): void {
    port.postMessage(answer, given)
  }

  port.on('message', (message: ToFilesThread) => void (message === 'next' ? next() : end()))
}
