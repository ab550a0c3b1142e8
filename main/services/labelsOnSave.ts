import type { batches } from '../../shared/api/batches.ts'
import { notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { printerById } from '../db/repos/printers.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import { command, type Context } from './context.ts'
import { say } from '../../shared/words/say.ts'

const SETTING = 'labelsOnSave'

export async function labelsOnSave(_input: unknown, { store }: Context): Promise<Output<typeof batches.labelsOnSave>> {
  return await store.read(async (db) => {
    const printerId = Number((await readSetting(db, SETTING)) ?? 0)
    return { printerId: printerId > 0 && (await printerById(db, printerId)) ? printerId : null }
  })
}

export async function rememberLabels(
  input: Input<typeof batches.rememberLabels>,
  context: Context,
): Promise<Output<typeof batches.rememberLabels>> {
  return await command(context, input, async ({ db }) => {
    const { printerId } = input
    if (printerId !== null && !(await printerById(db, printerId))) throw notFound(say('This printer'))
    await writeSetting(db, SETTING, printerId === null ? '' : String(printerId))
    return { printerId }
  })
}
