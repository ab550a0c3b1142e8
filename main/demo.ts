import { createClient } from '../shared/api/client.ts'
import { AppError } from '../shared/api/errors.ts'
import { recordGoldenStory } from '../shared/testing/goldenStory.ts'
import type { Dispatch } from './api/dispatcher.ts'
import { lastAuditHash } from './db/repos/audit.ts'
import { readSetting, writeSetting } from './db/repos/settings.ts'
import type { Db } from './db/schema.ts'
import type { Store } from './db/store.ts'

/** Whether this record is the demo kitchen. */
export async function isDemo(db: Db): Promise<boolean> {
  return (await readSetting(db, 'demo')) === 'yes'
}

/**
 * Fills an empty record with the demo kitchen; one that is the demo kitchen already stays as it is.
 * @throws AppError `conflict` for a kitchen of one's own, which is never mixed with the demo
 */
export async function fillDemo(store: Store, dispatch: Dispatch, newId: () => string): Promise<void> {
  const { demo, empty } = await store.read(async (db) => ({
    demo: await isDemo(db),
    empty: (await lastAuditHash(db)) === '',
  }))
  if (!demo && !empty)
    throw new AppError({
      code: 'conflict',
      message:
        'This folder holds a kitchen of your own, which the demo must not touch. Start the demo with another folder.',
    })
  await store.write(async (db) => await writeSetting(db, 'demo', 'yes'))
  if (empty) await recordGoldenStory(createClient(dispatch), newId)
}
