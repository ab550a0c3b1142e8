import type { backups } from '../../shared/api/backups.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { FoundBackup } from '../backup/backupFolder.ts'
import { countBatches } from '../db/repos/batches.ts'
import { markIssued } from '../db/repos/numbers.ts'
import { doubtUnfinished } from '../db/repos/printing.ts'
import { alreadyDone, command, type Context } from './context.ts'

export async function list(_input: unknown, { backups: kept }: Context): Promise<Output<typeof backups.list>> {
  return { folder: kept.folder(), backups: kept.list().map(backupRow) }
}

export async function make(input: Input<typeof backups.make>, context: Context): Promise<Output<typeof backups.make>> {
  const done = await alreadyDone<Output<typeof backups.make>>(context, input)
  if (done) return done
  const row = backupRow(await context.backups.make(context.store, context.now()))
  return await command(context, input, async () => row)
}

export async function restore(
  input: Input<typeof backups.restore>,
  context: Context,
): Promise<Output<typeof backups.restore>> {
  const done = await alreadyDone<Output<typeof backups.restore>>(context, input)
  if (done) return done
  const keptAside = await context.backups.restore(context.store, input.name, context.now())
  const restored = await command(context, input, async ({ db }) => {
    // What waited then may have been printed since.
    await doubtUnfinished(db, ['waiting', 'sending'], RESTORED)
    // The list beside the record knows the numbers issued since the backup was made.
    await markIssued(db, context.issued.read())
    return { keptAside, batches: await countBatches(db) }
  })
  await context.recordOpened()
  return restored
}

const RESTORED =
  'A backup from before these labels were printed was restored. Look at the jars and tick the labels that are there.'

export async function chooseFolder(
  input: Input<typeof backups.chooseFolder>,
  context: Context,
): Promise<Output<typeof backups.chooseFolder>> {
  const chosen = context.host.capabilities.pickFolder ? await context.host.pickFolder('Where backups go') : null
  if (chosen === null) return { folder: context.backups.folder(), changed: false }
  return await command(context, input, async () => {
    context.backups.chooseFolder(chosen)
    return { folder: chosen, changed: true }
  })
}

function backupRow({ name, manifest }: FoundBackup) {
  const { at, bytes, batches, lastLotNumber } = manifest
  return { name, at, bytes, batches, lastLotNumber }
}
