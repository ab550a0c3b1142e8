import path from 'node:path'
import { AppError } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { updates } from '../../shared/api/updates.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import { alreadyDone, command, type Context, orNull } from './context.ts'
import { say } from '../../shared/words/say.ts'

type Looked = Output<typeof updates.look>

export async function look(_input: unknown, context: Context): Promise<Looked> {
  return await lookInto(await chosenFolder(context), context)
}

export async function chooseFolder(
  input: Input<typeof updates.chooseFolder>,
  context: Context,
): Promise<Output<typeof updates.chooseFolder>> {
  const { host } = context
  const chosen = host.capabilities.install ? await host.pickFolder(say('Where updates come from')) : null
  return chosen === null ? await look({}, context) : await rememberFolder(input, context, chosen)
}

export async function turnOff(
  input: Input<typeof updates.turnOff>,
  context: Context,
): Promise<Output<typeof updates.turnOff>> {
  return await rememberFolder(input, context, '')
}

/** The backup comes first: whatever the new version does, there is a record to go back to. */
export async function install(
  input: Input<typeof updates.install>,
  context: Context,
): Promise<Output<typeof updates.install>> {
  const done = await alreadyDone<Output<typeof updates.install>>(context, input)
  if (done) return done
  const { host, dataDir, version, store } = context
  const { findUpdate, takeInstaller } = await reader()
  const folder = await chosenFolder(context)
  const update = folder === null ? undefined : findUpdate(folder, version, context.platform)
  if (folder === null || !host.capabilities.install || update?.version !== input.version)
    throw new AppError({
      code: 'conflict',
      message: say('Version {version} is no longer in the folder of updates. Look again, and install what is there.', {
        version: input.version,
      }),
    })
  const installer = takeInstaller(folder, update, path.join(dataDir, 'update'))
  const backup = await context.backups.make(store, context.now(), 'before an upgrade')
  const answer = await command(context, input, async () => ({ version: update.version, backup: backup.name }))
  await host.install(installer)
  return answer
}

async function chosenFolder({ store }: Context): Promise<string | null> {
  return orNull(await store.read(async (db) => await readSetting(db, 'updates')))
}

async function rememberFolder(input: { requestId: string }, context: Context, folder: string): Promise<Looked> {
  return await command(context, input, async ({ db }) => {
    await writeSetting(db, 'updates', folder)
    return await lookInto(orNull(folder), context)
  })
}

async function lookInto(folder: string | null, { platform, version }: Context): Promise<Looked> {
  if (folder === null) return { folder, found: null, problem: null }
  const { findUpdate } = await reader()
  try {
    const update = findUpdate(folder, version, platform)
    return { folder, found: update ? { version: update.version, file: update.file } : null, problem: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { folder, found: null, problem: error.message }
  }
}

/** Reads what a packager writes; loaded only where somebody has chosen a folder of updates. */
async function reader() {
  return await import('../update/updateFolder.ts')
}
