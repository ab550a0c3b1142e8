import type { Input, Output } from '../../shared/api/operation.ts'
import type { kitchen } from '../../shared/api/kitchen.ts'
import { lotFormats } from '../../shared/domain/lotNumber.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import type { Db } from '../db/schema.ts'
import { checkFormat } from './lotNumbers.ts'
import { command, type Context, type Core, kitchenZone } from './context.ts'
import { LANGUAGE } from './speech.ts'

type KitchenOut = Output<typeof kitchen.get>

export async function getKitchen(_input: unknown, context: Context): Promise<KitchenOut> {
  return await context.store.read(async (db) => await readKitchen(db, context))
}

export async function saveKitchen(input: Input<typeof kitchen.save>, context: Context): Promise<KitchenOut> {
  return await command(context, input, async ({ db }) => {
    const { requestId: _, ...settings } = input
    await checkFormat(db, input)
    for (const [name, value] of Object.entries(settings)) await writeSetting(db, name, value ?? '')
    return await readKitchen(db, context)
  })
}

export async function speakLanguage(
  input: Input<typeof kitchen.speak>,
  context: Context,
): Promise<Output<typeof kitchen.speak>> {
  const { language } = input
  const chosen = await command(context, input, async ({ db }) => {
    await writeSetting(db, LANGUAGE, language)
    return { language }
  })
  // Told again: what windows asked for between the two was still in the language before.
  await context.speech.change(language)
  context.notify(context.op)
  return chosen
}

/** The kitchen's settings, with sensible ones until the person chooses. */
export async function readKitchen(db: Db, core: Core): Promise<KitchenOut> {
  const format = await readSetting(db, 'lotFormat')
  return {
    name: (await readSetting(db, 'name')) ?? '',
    address: (await readSetting(db, 'address')) ?? '',
    phone: (await readSetting(db, 'phone')) ?? '',
    email: (await readSetting(db, 'email')) ?? '',
    zone: await kitchenZone(db, core),
    lotFormat: lotFormats.find((known) => known === format) ?? 'date',
    lotPattern: (await readSetting(db, 'lotPattern')) ?? '',
  }
}
