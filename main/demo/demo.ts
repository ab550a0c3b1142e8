import { rmSync } from 'node:fs'
import { createClient } from '../../shared/api/client.ts'
import { AppError } from '../../shared/api/errors.ts'
import { say } from '../../shared/words/say.ts'
import { dayAt } from '../../shared/domain/day.ts'
import { recordGoldenStory } from '../../shared/testing/goldenStory.ts'
import type { Dispatch } from '../api/dispatcher.ts'
import { lastAuditHash } from '../db/repos/audit.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import type { Db } from '../db/schema.ts'
import type { Store } from '../db/store.ts'
import type { DemoKitchen } from '../hostServices.ts'
import { ZONE } from './furnishKitchen.ts'
import { recordYear } from './recordYear.ts'

/** The setting that marks a demo: `yes` for the story, for a year the day until which it is told. */
const MARK = 'demo'
/** A year that was not told to its end, or that the person has looked at and left. */
const MAKING = 'making'
const LEFT = 'left'

/** Whether this record is a demo kitchen. */
export async function isDemo(db: Db): Promise<boolean> {
  return (await readSetting(db, MARK)) !== undefined
}

/** Has a demo that the person goes away from made anew the next time. */
export async function leaveDemo(store: Store): Promise<void> {
  await store.write(async (db) => {
    if (await isDemo(db)) await writeSetting(db, MARK, LEFT)
  })
}

interface Filling {
  readonly store: Store
  readonly dispatch: Dispatch
  readonly newId: () => string
  /** UTC instant, ISO text. */
  readonly now: () => string
  /** Puts the core’s clock to an instant; undefined lets it go again. */
  readonly setNow: (instant: string | undefined) => void
  /** What goes with a demo that is thrown away. */
  readonly files: readonly string[]
}

/**
 * Fills an empty record with a demo kitchen. The story stays as it is once it is there; a year is told anew on another
 * day, so that it always ends yesterday, and after the person has left it.
 * @throws AppError `conflict` for a kitchen of one's own, which is never mixed with the demo
 */
export async function fillDemo(kitchen: DemoKitchen, filling: Filling): Promise<void> {
  const { store, dispatch, newId, now, setNow, files } = filling
  const { mark, empty } = await store.read(async (db) => ({
    mark: await readSetting(db, MARK),
    empty: (await lastAuditHash(db)) === '',
  }))
  if (mark === undefined && !empty)
    throw new AppError({
      code: 'conflict',
      message: say(
        'This folder holds a kitchen of your own, which the demo must not touch. Start the demo with another folder.',
      ),
    })
  const setMark = async (value: string) => await store.write(async (db) => await writeSetting(db, MARK, value))
  const api = createClient(dispatch)
  if (kitchen === 'story') {
    await setMark('yes')
    if (empty) await recordGoldenStory(api, newId)
    return
  }
  const today = dayAt(now(), ZONE)
  if (mark === today) return
  if (!empty) await store.whileClosed(() => files.forEach((file) => rmSync(file, { force: true })))
  await setMark(MAKING)
  try {
    await recordYear(api, newId, today, setNow)
  } finally {
    setNow(undefined)
  }
  await setMark(today)
}
