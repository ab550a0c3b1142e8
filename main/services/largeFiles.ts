import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../../shared/api/errors.ts'
import type { Begun, Piece } from '../../shared/api/files.ts'
import { say } from '../../shared/words/say.ts'
import type { Period } from '../db/repos/records.ts'
import type { Store } from '../db/store.ts'
import type { Location } from '../reports/fsmaSheets.ts'
import type { Far } from './longSheets.ts'

/*
 * Files of the whole record, which take ten years of it many seconds. Each is written from a copy of its own, in a thread,
 * and fetched piece by piece, so that it shows one state, nobody waits for it, and it is never whole in the memory. A
 * piece is made when it is asked for: whoever stops asking stops the work.
 */

/** What is written, as plain data for the thread. */
export type FileOrder =
  | { readonly what: 'everything'; readonly format: 'xlsx' | 'zip' }
  | { readonly what: 'epcis'; readonly period: Period; readonly zone: string; readonly now: string }
  | { readonly what: 'fsma'; readonly period: Period; readonly kitchen: Location }

/** Some bytes of a file, and how far it is: nothing is left once it is whole. */
export interface WrittenPiece extends Far {
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface Pieces {
  next(): Promise<WrittenPiece>
  end(): Promise<void>
}

/** Begins to write a file from a copy of the record. */
export type OpenPieces = (copy: string, order: FileOrder) => Pieces

export interface LargeFiles {
  /** Takes the copy and begins, without waiting for either. */
  begin(order: FileOrder, file: Pick<Begun, 'name' | 'mediaType'>): Promise<Begun>
  /** @throws AppError `not_found` once it was stopped, `conflict` where it is another piece's turn */
  next(fileId: string, piece: number): Promise<Piece>
  /** Leaves nothing of it. */
  stop(fileId: string): Promise<void>
  close(): Promise<void>
}

interface Options {
  readonly store: Store
  readonly dataDir: string
  readonly newId: () => string
  readonly openPieces: OpenPieces
  /** Milliseconds after which nobody is asking any more. */
  readonly forgottenMs?: number
}

interface Writing {
  readonly order: FileOrder
  readonly folder: string
  readonly copied: Promise<void>
  copying: Far | undefined
  stopped: boolean
  pieces: Pieces | undefined
  /** The piece whose turn it is. */
  turn: number
  forgotten: NodeJS.Timeout | undefined
}

/** Milliseconds after which a question about a copy is answered, ready or not. */
const NEWS_MS = 200

export function createLargeFiles({ store, dataDir, newId, openPieces, forgottenMs = 60_000 }: Options): LargeFiles {
  const root = path.join(dataDir, 'files.part')
  const all = new Map<string, Writing>()
  // What a core that was killed left.
  rmSync(root, { recursive: true, force: true })

  function copyOf({ folder }: Pick<Writing, 'folder'>): string {
    return path.join(folder, 'record.db')
  }

  async function begin(order: FileOrder, file: Pick<Begun, 'name' | 'mediaType'>): Promise<Begun> {
    const fileId = newId()
    const folder = path.join(root, fileId)
    mkdirSync(folder, { recursive: true })
    const far = { done: 0, left: 1 }
    const writing: Writing = {
      order,
      folder,
      copying: far,
      stopped: false,
      pieces: undefined,
      turn: 0,
      forgotten: undefined,
      copied: store
        .copyTo(copyOf({ folder }), (done, left) => {
          if (writing.stopped) throw new Error('the copy is not wanted any more')
          Object.assign(far, { done, left })
        })
        .then(() => void (writing.copying = undefined)),
    }
    // It is told to whoever asks for the next piece.
    writing.copied.catch(() => undefined)
    all.set(fileId, writing)
    remember(fileId, writing)
    return { fileId, ...file }
  }

  /** Nobody tells the core that a window was closed. */
  function remember(fileId: string, writing: Writing): void {
    clearTimeout(writing.forgotten)
    writing.forgotten = setTimeout(() => void stop(fileId), forgottenMs).unref()
  }

  async function next(fileId: string, piece: number): Promise<Piece> {
    const writing = all.get(fileId)
    if (!writing) throw notWritten()
    clearTimeout(writing.forgotten)
    try {
      const answer = await pieceOf(writing, piece)
      if (answer.step === 'writing' && answer.left === 0) await stop(fileId)
      else if (!writing.stopped) remember(fileId, writing)
      return answer
    } catch (error) {
      const isStopped = writing.stopped
      await stop(fileId)
      throw isStopped ? notWritten() : error
    }
  }

  async function pieceOf(writing: Writing, piece: number): Promise<Piece> {
    if (piece !== writing.turn)
      throw new AppError({
        code: 'conflict',
        message: say('A piece of this file was lost on its way, so none of it was saved. Save it again.'),
      })
    if (writing.copying) await Promise.race([writing.copied, news()])
    if (writing.copying) return { step: 'copying', ...writing.copying, content: '' }
    writing.pieces ??= openPieces(copyOf(writing), writing.order)
    writing.turn += 1
    const { bytes, done, left } = await writing.pieces.next()
    return { step: 'writing', done, left, content: Buffer.from(bytes).toString('base64') }
  }

  async function stop(fileId: string): Promise<void> {
    const writing = all.get(fileId)
    if (!writing) return
    all.delete(fileId)
    clearTimeout(writing.forgotten)
    writing.stopped = true
    await writing.copied.catch(() => undefined)
    await writing.pieces?.end()
    rmSync(all.size === 0 ? root : writing.folder, { recursive: true, force: true })
  }

  return {
    begin,
    next,
    stop,
    async close() {
      for (const fileId of all.keys()) await stop(fileId)
      rmSync(root, { recursive: true, force: true })
    },
  }
}

async function news(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, NEWS_MS)
  })
}

function notWritten(): AppError {
  return new AppError({
    code: 'not_found',
    message: say('This file is not being written any more, and nothing of it was saved. Save it again.'),
  })
}
