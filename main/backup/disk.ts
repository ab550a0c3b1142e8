import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/** Bytes read at a time: a file of any size passes through a laptop of 4 GB. */
const CHUNK = 1024 * 1024

export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes renames in a folder last. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes a small file so that after a power cut it holds the old text or the new one. */
export function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.part`, text)
  syncFile(`${file}.part`)
  renameSync(`${file}.part`, file)
  syncFolder(path.dirname(file))
}

export function copyDurably(from: string, to: string): void {
  copyFileSync(from, to)
  syncFile(to)
}

/** A file's bytes, a piece at a time. A link, a folder or a device is no file to read. @throws an Error that says so */
export function* piecesOf(file: string, from = 0, to = Number.POSITIVE_INFINITY): Generator<Buffer> {
  const handle = openFile(file)
  try {
    const buffer = Buffer.alloc(CHUNK)
    for (let at = from; at < to;) {
      const read = readSync(handle, buffer, 0, Math.min(CHUNK, to - at), at)
      if (read === 0) return
      yield buffer.subarray(0, read)
      at += read
    }
  } finally {
    closeSync(handle)
  }
}

/** SHA-256 of a file: sees every changed bit, where SQLite's own check sees a third of them. */
export function fileHash(file: string): string {
  const hash = createHash('sha256')
  for (const piece of piecesOf(file)) hash.update(piece)
  return hash.digest('hex')
}

/** Bytes in the files of a folder. */
export function folderBytes(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + lstatSync(path.join(folder, name)).size, 0)
}

/** Bytes that can still be written where a folder is. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Whether the name is a plain file: what a link points at, a pipe or a device must never be opened as a backup. */
export function isPlainFile(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() === true
}

// A pipe or device in place of a file would hold the reader up for ever; O_NOFOLLOW and the second look close the gap
// between looking and opening. Windows has neither flag.
function openFile(file: string): number {
  if (!isPlainFile(file)) throw new Error('it is not a plain file')
  // Undefined counts as 0 in `|`.
  const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  if (fstatSync(handle).isFile()) return handle
  closeSync(handle)
  throw new Error('it is not a plain file')
}
