import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import packageJson from '../package.json' with { type: 'json' }
import { contract } from '../shared/api/contract.ts'
import { AppError } from '../shared/api/errors.ts'
import type { Notice } from '../shared/api/notices.ts'
import { rememberingDayAt } from '../shared/domain/day.ts'
import { createDispatcher } from './api/dispatcher.ts'
import { handlers } from './api/handlers.ts'
import { tellingSlow } from './api/slow.ts'
import { classifySqliteError } from './api/sqliteErrors.ts'
import { createAutomaticBackups } from './backup/automatic.ts'
import { createBackups } from './backup/backups.ts'
import type { RunJob } from './backup/jobs.ts'
import { finishSwap } from './backup/swap.ts'
import { describeFailure, markInUse, unmarkInUse } from './db/inUse.ts'
import { openDatabase } from './db/open.ts'
import { hasWorkAfter } from './db/repos/audit.ts'
import { bringIssued } from './db/repos/numbers.ts'
import { mendSearch } from './db/repos/search.ts'
import { createStore } from './db/store.ts'
import { fillDemo, isDemo } from './demo/demo.ts'
import type { App, AppFolders, HostServices } from './hostServices.ts'
import { createLog } from './log.ts'
import type { PrintLimits } from './print/delivery.ts'
import { openedFile } from './openedFile.ts'
import { outdatedWords } from './services/outdatedWords.ts'
import { createPrintService } from './print/printService.ts'
import type { Core } from './services/context.ts'
import { refusedWhileInspecting } from './services/desk.ts'
import { actorOf, createDeskNow } from './services/deskNow.ts'
import { issuedList } from './services/issuedList.ts'
import { createLargeFiles, type OpenPieces } from './services/largeFiles.ts'
import { createSpeech, inKept } from './services/speech.ts'
import { takingTurns } from './services/turns.ts'
import { runInThread } from './thread/backupThread.ts'
import { openInThread } from './thread/filesThread.ts'
import { say } from '../shared/words/say.ts'

/** Milliseconds from the opening of the record to what can wait until the first screen is there. */
const SETTLED_MS = 3000

interface CoreOptions extends AppFolders {
  readonly host: HostServices
  /** The clock; the only one. */
  readonly now?: () => Date
  /** Makes request ids for what the app does by itself. */
  readonly newId?: () => string
  /** Where work on whole files is done; a thread of its own. */
  readonly runJob?: RunJob
  /** Where large files are written; a thread for each. */
  readonly openPieces?: OpenPieces
  /** How patient printing is; tests are less. */
  readonly printLimits?: PrintLimits
}

/**
 * Puts the core together and opens the record. A record that will not open does not end the start: `system.state`
 * says what is wrong, and backups can be restored.
 * @throws AppError `db_busy`, saying who has the record, when another process does; `conflict` for a folder that cannot be
 * made, and for a demo in a kitchen of one's own
 */
export async function startCore(options: CoreOptions): Promise<App> {
  const { dataDir, backupDir, demo, host, now = () => new Date(), newId = randomUUID } = options
  const { runJob = runInThread, openPieces = openInThread } = options
  const { timeZone: systemZone, locale: systemLocale } = Intl.DateTimeFormat().resolvedOptions()
  const speech = createSpeech(systemLocale)
  await speech.read()
  speech.saying(() => makeFolder(dataDir))
  const recordFile = path.join(dataDir, 'traceberry.db')
  const listeners = new Set<(notice: Notice) => void>()
  const notify = (op: string) => {
    listeners.forEach((listener) => listener({ changed: [op] }))
    if (!/^(?:backups|system)\./.test(op)) automatic.recorded()
  }
  /** Set while a year is told that is over. */
  let told: string | undefined
  const at = () => told ?? now().toISOString()
  const log = createLog(dataDir)

  finishSwap(recordFile)
  const backups = createBackups({ recordFile, defaultFolder: backupDir, zone: systemZone, runJob })
  const beforeUpgrade = (copyTo: (file: string) => void) => backups.makeAtOnce(copyTo, at(), 'before an upgrade')
  const issuedFile = path.join(dataDir, 'issued-lot-numbers.txt')
  const issued = issuedList(issuedFile)
  const store = speech.saying(() =>
    createStore({
      file: recordFile,
      open() {
        assertNotLost(recordFile, issued.read().length > 0)
        return openDatabase({ file: recordFile, beforeUpgrade })
      },
      describe: (error) => describeFailure(error, dataDir),
      rescue: (copyTo) => backups.makeAtOnce(copyTo, at(), 'rescued'),
      closed: () => notify('system.state'),
    }),
  )
  const printing = createPrintService({
    store,
    changed: () => notify('labels.jobs'),
    report: (error) => log.internalError('print service', error),
    outdated: outdatedWords,
    keeping: inKept,
    ...(options.printLimits ? { limits: options.printLimits } : {}),
  })
  const largeFiles = createLargeFiles({ store, dataDir, newId, openPieces })
  const opened = openedFile(backups.lookIn)
  const automatic = createAutomaticBackups({
    settings: backups.settings,
    hasNewWork,
    async make(why) {
      await backups.make(store, at(), why)
      notify('backups.make')
    },
    async test() {
      await backups.test(at())
      notify('backups.test')
    },
    now: at,
    missing: () => backups.settings.read().folders.filter((folder) => !existsSync(folder)),
    failed(error) {
      log.internalError('automatic backup', error)
      notify('backups.make')
    },
  })
  const desk = createDeskNow()
  const core: Core = {
    version: packageJson.version,
    dataDir,
    platform: process.platform,
    store,
    host,
    issued,
    desk,
    speech,
    backups,
    largeFiles,
    opened,
    printing,
    now: at,
    systemZone,
    dayAt: rememberingDayAt(),
    inTurn: takingTurns(),
    runJob,
    notify,
    recordOpened,
  }
  let mending: NodeJS.Timeout | undefined
  const dispatch = tellingSlow(
    speech.speaking(
      createDispatcher(contract, handlers, {
        context: (op) => ({ ...core, op, actor: actorOf(desk.person) }),
        refuse: (op, operation) => refusedWhileInspecting(op, operation, core),
        classify: classifySqliteError,
        onInternalError: log.internalError,
      }),
    ),
    log.slow,
  )
  async function recordOpened(): Promise<void> {
    if (store.problem !== null) return await speech.read()
    markInUse(dataDir, at())
    // A restore that was cut off after it took place has not done this yet.
    const unlisted = await store.write(async (db) => await bringIssued(db, issued.read()))
    await listIssued(unlisted)
    clearTimeout(mending)
    mending = setTimeout(() => void mend(), SETTLED_MS)
    await store.read(desk.read)
    await store.read(async (db) => await speech.read(db))
    await printing.start()
    if (await hasNewWork()) automatic.recorded()
  }

  /** Puts on the list what a power cut, or whoever threw the list away, left in the record alone. */
  async function listIssued(numbers: readonly string[]): Promise<void> {
    try {
      await issued.append(numbers)
    } catch (error) {
      log.internalError('list of lot numbers', error)
    }
  }

  /** Compares the whole search with the record, which only a change from outside can have made differ. */
  async function mend(): Promise<void> {
    try {
      if (await store.write(mendSearch))
        log.internalError('search', new Error('It differed from the record and was rebuilt.'))
    } catch (error) {
      log.internalError('search', error)
    }
  }

  /** The demo kitchen is made anew at any time: it needs no backups. */
  async function hasNewWork(): Promise<boolean> {
    if (store.problem !== null) return false
    const { entriesSaved } = backups.settings.read()
    return await store.read(async (db) => !(await isDemo(db)) && (await hasWorkAfter(db, entriesSaved)))
  }

  function setNow(instant: string | undefined): void {
    told = instant
  }

  async function close(): Promise<void> {
    clearTimeout(mending)
    await printing.stop()
    await largeFiles.close()
    await automatic.beforeClosing()
    await backups.idle()
    await store.close()
    unmarkInUse(dataDir)
  }

  const files = [recordFile, `${recordFile}-wal`, `${recordFile}-shm`, issuedFile]
  try {
    if (demo && store.problem === null) await fillDemo(demo, { store, dispatch, newId, now: at, setNow, files })
  } catch (error) {
    await close()
    throw error
  }
  try {
    await recordOpened()
  } catch (error) {
    // Damage that the first look into the record finds is said by the store, and the window offers what can be done.
    if (store.problem === null) throw error
    log.internalError('opening the record', error)
  }
  return {
    dispatch,
    onNotice(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open(file) {
      opened.open(file)
      notify('system.opened')
    },
    close,
  }
}

/** A record that was there and is gone is never answered with a new, empty one. */
function assertNotLost(recordFile: string, usedBefore: boolean): void {
  if (existsSync(recordFile) || !usedBefore) return
  throw new AppError({
    code: 'conflict',
    message: say(
      'The record, {recordFile}, is missing from the data folder, though lot numbers were issued here. Put it back, or restore the newest backup below. To begin anew, move the whole data folder away first.',
      { recordFile: path.basename(recordFile) },
    ),
  })
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const message = say(
      'The data folder {folder} cannot be made here. Check the disk and the name, or start with another folder (--data FOLDER).',
      { folder },
    )
    throw new AppError({ code: 'conflict', message }, { cause: error })
  }
}
