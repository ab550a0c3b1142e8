import { AppError } from '../../shared/api/errors.ts'
import { hasWorkAfter } from '../db/repos/audit.ts'
import type { Core } from './context.ts'
import { say } from '../../shared/words/say.ts'

/**
 * A proven backup of everything recorded so far, before something that changes a great deal at once: an import, a
 * restore. Nothing is made where the newest backup holds everything already.
 * @returns null, or the sentence to show where no backup could be made
 */
export async function backUpBefore(
  { store, backups: kept, now }: Core,
  why: 'before an import' | 'before a restore',
): Promise<string | null> {
  if (store.problem !== null) return null
  const { entriesSaved } = kept.settings.read()
  if (!(await store.read(async (db) => await hasWorkAfter(db, entriesSaved)))) return null
  try {
    await kept.make(store, now(), why)
    return null
  } catch (error) {
    return error instanceof AppError ? error.message : say(NO_BACKUP)
  }
}

const NO_BACKUP = 'No backup could be made before it. Look at Data and backup, then try again.'
