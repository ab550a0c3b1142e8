import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { openKitchen, type TestKitchen } from '../../support/kitchen.ts'
import { type Ran, replay, watchStatements } from '../statements.ts'

/** A core on a written record, and the same record open without one. */
export interface BenchKitchen<Marks> {
  readonly kitchen: TestKitchen
  /** A copy, with the core's cache size, for floors and for other ways to the same answer. */
  readonly raw: Database.Database
  readonly marks: Marks
  /** What an operation asks SQLite, as a function that asks the copy the same again. */
  floorOf(work: () => Promise<unknown>): Promise<() => void>
  close(): Promise<void>
}

/** @param write makes the record at a path (tenYears.ts, adversarial.ts) */
export async function kitchenOf<Marks>(write: (file: string) => Marks): Promise<BenchKitchen<Marks>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-bench-'))
  const file = path.join(folder, 'data/traceberry.db')
  const copy = path.join(folder, 'floor/traceberry.db')
  await mkdir(path.dirname(copy))
  const marks = write(file)
  await copyFile(file, copy)
  // What is measured is the work, not the backup after it.
  await writeFile(path.join(folder, 'data/backup-settings.json'), '{"afterWork":false,"onClosing":false}')
  const watched = watchStatements()
  const kitchen = await openKitchen({ folder })
  const raw = new Database(copy)
  raw.pragma('cache_size = -24000')
  return {
    kitchen,
    raw,
    marks,
    async floorOf(work) {
      const ran: Ran[] = await watched.during(work)
      return replay(raw, ran)
    },
    async close() {
      watched.end()
      raw.close()
      await kitchen.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
