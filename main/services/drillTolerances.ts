import { type drills, Tolerances } from '../../shared/api/drills.ts'
import { fieldError } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { type Tolerances as Asked, usualTolerances } from '../../shared/domain/drillScore.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import type { Db } from '../db/schema.ts'
import { command, type Context } from './context.ts'
import { say } from '../../shared/words/say.ts'

const SETTING = 'drillTolerances'

export async function drillTolerances(_input: unknown, { store }: Context): Promise<Output<typeof drills.tolerances>> {
  return await store.read(readTolerances)
}

export async function saveDrillTolerances(
  input: Input<typeof drills.saveTolerances>,
  context: Context,
): Promise<Output<typeof drills.saveTolerances>> {
  return await command(context, input, async ({ db }) => {
    const { requestId: _, ...tolerances } = input
    if (tolerances.ingredientTo < tolerances.ingredientFrom)
      throw fieldError('ingredientTo', say('This is less than where the range begins. Type the same or more.'))
    await writeSetting(db, SETTING, JSON.stringify(tolerances))
    return tolerances
  })
}

/** What the kitchen asks today. */
export async function readTolerances(db: Db): Promise<Asked> {
  const kept = await readSetting(db, SETTING)
  return kept === undefined ? usualTolerances : Tolerances.parse(JSON.parse(kept))
}
