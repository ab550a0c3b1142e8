import { AppError, notFound } from '../../../shared/api/errors.ts'
import { importById } from '../../db/repos/imports.ts'
import type { Db } from '../../db/schema.ts'
import { say } from '../../../shared/words/say.ts'

/** @throws AppError where the import is not there, or is over */
export async function openImport(db: Db, importId: number) {
  const row = await importById(db, importId)
  if (!row) throw notFound(say('This import'))
  if (row.state !== 'open')
    throw new AppError({
      code: 'conflict',
      message: say(
        'This import is over. Choose the file again to begin anew; rows that are there already add nothing.',
      ),
    })
  return row
}
