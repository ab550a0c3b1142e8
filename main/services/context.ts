import type { OpenedFile } from '../openedFile.ts'
import type { HostServices } from '../hostServices.ts'
import type { Backups } from '../backup/backups.ts'
import type { RunJob } from '../backup/jobs.ts'
import { auditByRequest } from '../db/repos/audit.ts'
import { readSetting } from '../db/repos/settings.ts'
import type { Db } from '../db/schema.ts'
import type { Store } from '../db/store.ts'
import { unitOfWork, type Work } from '../db/unitOfWork.ts'
import type { PrintService } from '../print/printService.ts'
import type { DeskNow } from './deskNow.ts'
import type { IssuedList } from './issuedList.ts'
import type { LargeFiles } from './largeFiles.ts'
import type { Speech } from './speech.ts'
import type { InTurn } from './turns.ts'

/** Everything a service may use; made once by core.ts; each call adds its operation and who made it. */
export interface Core {
  readonly version: string
  readonly dataDir: string
  /** The operating system, which decides what an update is. */
  readonly platform: NodeJS.Platform
  readonly store: Store
  readonly host: HostServices
  readonly issued: IssuedList
  readonly desk: DeskNow
  readonly speech: Speech
  readonly backups: Backups
  /** What is too large to be answered at once. */
  readonly largeFiles: LargeFiles
  /** What was opened with the app from outside. */
  readonly opened: OpenedFile
  readonly printing: PrintService
  /** UTC instant, ISO text. */
  readonly now: () => string
  /** The system's time zone, until the kitchen chooses one. */
  readonly systemZone: string
  /** The day of an instant in a zone. */
  readonly dayAt: (instant: string, zone: string) => string
  /** Runs works of one name one after the other. */
  readonly inTurn: InTurn
  /** Where work on whole files is done. */
  readonly runJob: RunJob
  /** What follows the opening of the record: at the start, after a retry, after a restore. */
  readonly recordOpened: () => Promise<void>
  /** Tells every window what changed. */
  readonly notify: (op: string) => void
}

export interface Context extends Core {
  readonly op: string
  /** Whom the history names for it. */
  readonly actor: string
}

/** Runs a command's work in one transaction, once per request id, and tells the windows afterwards. */
export async function command<T>(
  context: Context,
  input: { readonly requestId: string },
  work: (work: Work) => Promise<T>,
): Promise<T> {
  const { op, actor, store, now } = context
  const value = await unitOfWork(store, { op, requestId: input.requestId, actor, at: now(), input }, work)
  context.notify(op)
  return value
}

/** What a command with this request id answered before, for work that goes on outside its transaction. */
export async function alreadyDone<T>(
  { op, store }: Context,
  { requestId }: { readonly requestId: string },
): Promise<T | undefined> {
  if (store.problem !== null) return undefined
  const row = await store.read(async (db) => await auditByRequest(db, requestId))
  return row?.op === op ? (JSON.parse(row.output) as T) : undefined
}

/** The kitchen's time zone. */
export async function kitchenZone(db: Db, { systemZone }: Core): Promise<string> {
  return (await readSetting(db, 'zone')) ?? systemZone
}

/** The kitchen's day now. */
export async function kitchenToday(db: Db, core: Core): Promise<string> {
  return core.dayAt(core.now(), await kitchenZone(db, core))
}

/** Text that may be left out, as null where it was. */
export function orNull(text: string | null | undefined): string | null {
  return text === '' ? null : (text ?? null)
}
