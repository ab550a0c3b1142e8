import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { BACKUP_FILE, LABEL_FILE } from '../shared/api/fileEndings.ts'
import { LONGEST_LABEL_FILE, readLabelFile } from '../shared/api/labelFile.ts'
import type { Output } from '../shared/api/operation.ts'
import type { system } from '../shared/api/system.ts'
import { kept, sayKept } from '../shared/words/kept.ts'
import { readHeader } from './backup/seal.ts'
import { say } from '../shared/words/say.ts'

type Opened = NonNullable<Output<typeof system.opened>['file']>

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
      opened = kept(() => (file.endsWith(LABEL_FILE) ? openedLabel(file) : openedBackup(file)))
      if (opened.kind === 'backup') lookIn(path.dirname(file))
    },
    read: () => (opened?.kind === 'unreadable' ? { ...opened, message: sayKept(opened.message) } : opened),
    seen() {
      opened = null
    },
  }
}

/** The file's own name is told; its folder is nobody's business but the core's. */
function openedBackup(file: string): Opened {
  const name = path.basename(file)
  if (file.endsWith(BACKUP_FILE) && readHeader(file) !== undefined) return { kind: 'backup', name }
  return {
    kind: 'unreadable',
    name,
    message: say('{name} is no backup of Traceberry, or it is damaged. Try another copy.', { name }),
  }
}

function openedLabel(file: string): Opened {
  const name = path.basename(file)
  const unreadable = (message: string): Opened => ({ kind: 'unreadable', name, message })
  try {
    if (statSync(file).size > 4 * LONGEST_LABEL_FILE)
      return unreadable(say('{name} is too large to be a label.', { name }))
    const text = readFileSync(file, 'utf8')
    const label = readLabelFile(text)
    return label.ok ? { kind: 'label', name, text } : unreadable(label.message)
  } catch {
    return unreadable(say('{name} could not be read. Try another copy of it.', { name }))
  }
}
