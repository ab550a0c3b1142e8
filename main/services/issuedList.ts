import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'

/**
 * The append-only list of lot numbers beside the database. A number is on it before its batch is committed, so that
 * restoring an older backup, which does not know the number, cannot issue it again.
 */
export interface IssuedList {
  /** Every number on the list. */
  read(): string[]
  /** Adds numbers and waits until they are on the disk. */
  append(numbers: readonly string[]): void
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
      if (numbers.length === 0) return
      const handle = openSync(file, 'a')
      try {
        writeSync(handle, numbers.map((number) => `${number}\n`).join(''))
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
    },
  }
}
