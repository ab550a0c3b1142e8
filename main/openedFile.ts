import path from 'node:path'
import { readHeader } from './backup/seal.ts'

interface Opened {
  readonly kind: 'backup' | 'unreadable'
  /** The file's own name; its folder is nobody's business but the core's. */
  readonly name: string
}

/** The file that a person opened with the app from their file manager, until a window has shown it. */
export interface OpenedFile {
  read(): Opened | null
  seen(): void
}

/** @param lookIn makes the backups of a folder known */
export function openedFile(lookIn: (folder: string) => void): OpenedFile & { open(file: string): void } {
  let opened: Opened | null = null
  return {
    open(file) {
      const isBackup = file.endsWith('.traceberry') && readHeader(file) !== undefined
      if (isBackup) lookIn(path.dirname(file))
      opened = { kind: isBackup ? 'backup' : 'unreadable', name: path.basename(file) }
    },
    read: () => opened,
    seen() {
      opened = null
    },
  }
}
