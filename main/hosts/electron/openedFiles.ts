import path from 'node:path'
import { app } from 'electron'
import { BACKUP_FILE, LABEL_FILE } from '../../../shared/api/fileEndings.ts'

/** A record packed for another computer, and a label's design. */
const endings = [BACKUP_FILE, LABEL_FILE]

/**
 * Passes on every file that is opened with the app: at the start, while it runs, and macOS's own way. Call before `ready`:
 * macOS tells of the first file earlier than that.
 */
export function passOpenedFiles(open: (file: string) => void): void {
  app.on('open-file', (event, file) => {
    event.preventDefault()
    open(file)
  })
  app.on('second-instance', (_event, argv, cwd) => passFrom(argv.slice(1), cwd, open))
  passFrom(process.argv.slice(1), process.cwd(), open)
}

function passFrom(argv: readonly string[], cwd: string, open: (file: string) => void): void {
  const file = argv.findLast((word) => !word.startsWith('-') && endings.some((ending) => word.endsWith(ending)))
  if (file !== undefined) open(path.resolve(cwd, file))
}
