import { close, closeSync, existsSync, fsync, openSync, readFileSync, writeSync } from 'node:fs'
import { promisify } from 'node:util'

/**
 * The append-only list of lot numbers beside the database. A number is on it before anybody is told of it, so that
 * restoring an older backup, which does not know the number, cannot issue it again. What a power cut leaves in the record
 * alone is put on the list when the record is opened again.
 */
export interface IssuedList {
  /** Every number on the list. */
  read(): string[]
  /** Writes numbers at once. @returns once they are on the disk, for which the commit need not wait */
  append(numbers: readonly string[]): Promise<void>
}

/** @param file path of the list; made when the first number is issued */
export function issuedList(file: string): IssuedList {
  return {
    read() {
      if (!existsSync(file)) return []
      return readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    },
    append(numbers) {
      if (numbers.length === 0) return Promise.resolve()
      const handle = openSync(file, 'a')
      try {
        writeSync(handle, numbers.map((number) => `${number}\n`).join(''))
      } catch (error) {
        closeSync(handle)
        throw error
      }
      return syncAndClose(handle)
    },
  }
}

async function syncAndClose(handle: number): Promise<void> {
  try {
    await promisify(fsync)(handle)
  } finally {
    await promisify(close)(handle)
  }
}
