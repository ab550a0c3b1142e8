import type { backups } from '../../shared/api/backups.ts'
import { AppError, fieldError } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { KnownBackup } from '../backup/backups.ts'
import { cloudServiceOf, isNetworkPath } from '../backup/cloudFolder.ts'
import { makeSealKey } from '../backup/seal.ts'
import { hasWorkAfter } from '../db/repos/audit.ts'
import { insertDesk, lastDesk } from '../db/repos/desk.ts'
import { countBatches } from '../db/repos/batches.ts'
import { markIssued } from '../db/repos/numbers.ts'
import { doubtUnfinished } from '../db/repos/printing.ts'
import { backUpBefore } from './backUpBefore.ts'
import { alreadyDone, command, type Context } from './context.ts'
import { say } from '../../shared/words/say.ts'

export async function list(_input: unknown, context: Context): Promise<Output<typeof backups.list>> {
  const { store, dataDir } = context
  const { settings } = context.backups
  const { folders, backups: found } = await context.backups.look()
  const chosen = settings.read()
  const unsaved =
    store.problem === null && (await store.read(async (db) => await hasWorkAfter(db, chosen.entriesSaved)))
  return {
    folders: [...folders],
    backups: found.map(backupRow),
    schedule: scheduleOf(chosen),
    sealed: chosen.seal !== null,
    lastTest: chosen.lastTest,
    unsaved,
    warnings: placeWarnings(dataDir),
  }
}

export async function make(input: Input<typeof backups.make>, context: Context): Promise<Output<typeof backups.make>> {
  const done = await alreadyDone<Output<typeof backups.make>>(context, input)
  if (done) return done
  const { name, manifest, problems } = await context.backups.make(context.store, context.now(), 'asked for')
  const sentences = problems.flatMap(([, problem]) => problem ?? [])
  return await command(context, input, async () => ({ name, batches: manifest.batches, problems: sentences }))
}

export async function restore(
  input: Input<typeof backups.restore>,
  context: Context,
): Promise<Output<typeof backups.restore>> {
  const done = await alreadyDone<Output<typeof backups.restore>>(context, input)
  if (done) return done
  const { name, passphrase, requestId } = input
  const { store, issued, now } = context
  // The present is kept aside whole in any case, so a missing stick stops nothing.
  await backUpBefore(context, 'before a restore')
  const keptAside = await context.backups.restore(store, name, passphrase || null, now())
  // The history tells which one was restored, never with which passphrase.
  const told = { requestId, name }
  const restored = await command(context, told, async ({ db, seq }) => {
    // What waited then may have been printed since.
    await doubtUnfinished(db, ['waiting', 'sending'], RESTORED)
    // The list beside the record knows the numbers issued since the backup was made.
    await markIssued(db, issued.read())
    // Who sat here then is not who sits here now.
    if (await lastDesk(db)) await insertDesk(db, { seq, personId: null, inspecting: false })
    return { keptAside, batches: await countBatches(db) }
  })
  await context.recordOpened()
  return restored
}

const RESTORED =
  'A backup from before these labels were printed was restored. Look at the jars and tick the labels that are there.'

export async function test(input: Input<typeof backups.test>, context: Context): Promise<Output<typeof backups.test>> {
  const done = await alreadyDone<Output<typeof backups.test>>(context, input)
  if (done) return done
  const { name, manifest } = await context.backups.test(context.now())
  return await command(context, input, async () => ({ name, batches: manifest.batches }))
}

export async function addFolder(
  input: Input<typeof backups.addFolder>,
  context: Context,
): Promise<Output<typeof backups.addFolder>> {
  const chosen = await pick(context, say('Where backups go as well'))
  if (chosen === null) return { folder: null }
  if (chosen === context.dataDir)
    throw fieldError(
      'folder',
      say('Backups beside the record would be lost with it. Choose another folder, best on a stick.'),
    )
  return await command(context, input, async () => {
    const folders = (await context.backups.look()).folders.map(({ folder }) => folder)
    context.backups.settings.change({ folders: [...new Set([...folders, chosen])] })
    return { folder: chosen }
  })
}

export async function removeFolder(
  input: Input<typeof backups.removeFolder>,
  context: Context,
): Promise<Output<typeof backups.removeFolder>> {
  return await command(context, input, async () => {
    const folders = (await context.backups.look()).folders.map(({ folder }) => folder)
    if (folders.length < 2)
      throw new AppError({ code: 'rule_violation', message: say('One folder must stay. Add another one first.') })
    if (!folders.includes(input.folder))
      throw new AppError({
        code: 'not_found',
        message: say('No backups are made in {folder}.', { folder: input.folder }),
      })
    context.backups.settings.change({ folders: folders.filter((folder) => folder !== input.folder) })
    return { folder: input.folder }
  })
}

export async function lookIn(
  _input: Input<typeof backups.lookIn>,
  context: Context,
): Promise<Output<typeof backups.lookIn>> {
  const folder = await pick(context, say('Where to look for backups'))
  if (folder === null) return { folder, found: 0 }
  context.backups.lookIn(folder)
  const { backups: found } = await context.backups.look()
  context.notify(context.op)
  return { folder, found: found.filter(({ folders }) => folders.includes(folder)).length }
}

export async function schedule(
  { requestId, ...chosen }: Input<typeof backups.schedule>,
  context: Context,
): Promise<Output<typeof backups.schedule>> {
  return await command(context, { requestId, ...chosen }, async () => {
    context.backups.settings.change(chosen)
    return chosen
  })
}

export async function seal(
  { requestId, passphrase }: Input<typeof backups.seal>,
  context: Context,
): Promise<Output<typeof backups.seal>> {
  const sealed = passphrase !== null
  return await command(context, { requestId }, async () => {
    context.backups.settings.change({ seal: passphrase === null ? null : makeSealKey(passphrase) })
    return { sealed }
  })
}

export async function pack(
  { requestId, passphrase }: Input<typeof backups.pack>,
  context: Context,
): Promise<Output<typeof backups.pack>> {
  const done = await alreadyDone<Output<typeof backups.pack>>(context, { requestId })
  if (done) return done
  const folder = context.host.capabilities.pickFolder
    ? await pick(context, say('Where to put the file for the other computer'))
    : ((await context.backups.look()).folders[0]?.folder ?? null)
  if (folder === null) return { file: null }
  const file = await context.backups.pack(context.store, folder, passphrase || null, context.now())
  return await command(context, { requestId }, async () => ({ file }))
}

/** Not in the history: it is for a record that cannot be written to. */
export async function salvage(
  _input: Input<typeof backups.salvage>,
  { store, backups: kept, now }: Context,
): Promise<Output<typeof backups.salvage>> {
  if (store.problem === null)
    throw new AppError({ code: 'conflict', message: say('The record is open and whole. Make a backup instead.') })
  const { folder, rows, lost } = await kept.salvage(now())
  return { folder, rows, lost: [...lost] }
}

export function backupRow({ name, manifest, folders }: KnownBackup) {
  const { at, bytes, batches, lastLotNumber, sealed, why } = manifest
  return { name, at, bytes, batches, lastLotNumber, sealed, why, folders: [...folders] }
}

function scheduleOf(settings: Output<typeof backups.schedule>): Output<typeof backups.schedule> {
  const { afterWork, quietMinutes, onClosing, hourly, daily, monthly } = settings
  return { afterWork, quietMinutes, onClosing, hourly, daily, monthly }
}

async function pick({ host }: Context, title: string): Promise<string | null> {
  return host.capabilities.pickFolder ? await host.pickFolder(title) : null
}

function placeWarnings(dataDir: string): string[] {
  const service = cloudServiceOf(dataDir)
  const warnings: string[] = []
  if (service !== null)
    warnings.push(
      say(
        'The record lies in a folder that {service} copies: its copies of an open record can be damaged, and two computers can overwrite each other. Keep the record on this computer and let {service} have the backup folder.',
        { service },
      ),
    )
  if (isNetworkPath(dataDir))
    warnings.push(
      say(
        'The record lies on a shared drive: when the network fails while you save, the record can be damaged. Keep it on this computer and put backups on the drive.',
      ),
    )
  return warnings
}
