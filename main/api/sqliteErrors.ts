import type { ErrorBody } from '../../shared/api/errors.ts'
import { say } from '../../shared/words/say.ts'

/** Turns an error of SQLite into one that may cross the door; undefined for a mistake of ours. */
export function classifySqliteError(error: unknown): ErrorBody | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return {
      code: 'db_busy',
      message: say('Another program is using the record. Nothing was saved. Close the other program and save again.'),
    }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return {
      code: 'db_full',
      message: say(
        'The disk is full, so nothing was saved. What you typed is still here: free some space and save again.',
      ),
    }
  if (code === 'EIO' || code === 'ENXIO' || code === 'ENODEV')
    return {
      code: 'db_corrupt',
      message: say(
        'The disk did not answer, so nothing was saved. What you typed is still here: check the disk or its cable and save again.',
      ),
    }
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS')
    return {
      code: 'db_busy',
      message: say('The data folder cannot be written to, so nothing was saved. Allow writing to it and save again.'),
    }
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR|CANTOPEN)/.test(code))
    return {
      code: 'db_corrupt',
      message: say(
        'The record could not be read or written reliably. Nothing more is saved to it. Start Traceberry again; if this comes back, restore the last backup under Data and backup.',
      ),
    }
  return undefined
}
