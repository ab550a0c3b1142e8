import type { labels } from '../../shared/api/labels.ts'
import { fieldError, notFound } from '../../shared/api/errors.ts'
import { chosenDesign, LabelChoice } from '../../shared/api/labelChoice.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { itemById } from '../db/repos/items.ts'
import { lotById } from '../db/repos/lots.ts'
import { listPrinters } from '../db/repos/printers.ts'
import { readSetting, settingsNamed, writeSetting } from '../db/repos/settings.ts'
import type { Db } from '../db/schema.ts'
import { command, type Context } from './context.ts'
import { designOf } from './labelDesigns.ts'
import { knownPrinter } from './printers.ts'
import { say } from '../../shared/words/say.ts'

/** The settings that hold them: the label of an item, and the printer of a label. */
const LABEL_OF = 'usualLabel.'
const PRINTER_OF = 'usualPrinter.'

/** What is chosen beforehand when labels of a lot, or of a product, are printed. */
export async function usualLabel(
  { lotId, itemId }: Input<typeof labels.usual>,
  { store }: Context,
): Promise<Output<typeof labels.usual>> {
  return await store.read(async (db) => {
    const item = await itemById(db, lotId ? ((await lotById(db, lotId))?.item_id ?? 0) : (itemId ?? 0))
    if (item?.kind !== 'product') throw notFound(say('This product'))
    const layout = (await labelOf(db, item.id)) ?? (item.pack_of === null ? null : await labelOf(db, item.pack_of))
    const printers = layout === null ? [] : await usualPrinters(db)
    return { itemId: item.id, layout, printerId: printers.find((each) => each.layout === layout)?.printerId ?? null }
  })
}

/** Makes a label the usual one of a product, or of one of its packs; none takes the printer's. */
export async function saveUsualLabel(
  input: Input<typeof labels.saveUsual>,
  context: Context,
): Promise<Output<typeof labels.saveUsual>> {
  return await command(context, input, async ({ db }) => {
    const { itemId, layout } = input
    const item = await itemById(db, itemId)
    if (item?.kind !== 'product') throw fieldError('itemId', say('Labels of units are for products made here.'))
    await designOf(db, layout, 'unit', 'layout')
    await writeSetting(db, `${LABEL_OF}${itemId}`, layout ?? '')
    return { itemId, product: item.name }
  })
}

export async function listUsualPrinters(
  _input: unknown,
  { store }: Context,
): Promise<Output<typeof labels.usualPrinters>> {
  return await store.read(usualPrinters)
}

/** Makes a printer the usual one of a label; none leaves it to the printer that was used last. */
export async function saveUsualPrinter(
  input: Input<typeof labels.saveUsualPrinter>,
  context: Context,
): Promise<Output<typeof labels.saveUsualPrinter>> {
  return await command(context, input, async ({ db }) => {
    const { layout, printerId } = input
    await designOf(db, layout, 'unit', 'layout')
    const printer = printerId === null ? null : await knownPrinter(db, printerId)
    await writeSetting(db, `${PRINTER_OF}${layout}`, printer === null ? '' : String(printer.id))
    return { printer: printer?.name ?? null }
  })
}

/** The usual label of an item; null while there is none, or where its design was taken off the list. */
async function labelOf(db: Db, itemId: number): Promise<LabelChoice | null> {
  const layout = LabelChoice.safeParse(await readSetting(db, `${LABEL_OF}${itemId}`)).data
  return layout !== undefined && (await isThere(db, layout)) ? layout : null
}

async function usualPrinters(db: Db): Promise<Output<typeof labels.usualPrinters>> {
  const known = new Set((await listPrinters(db)).map(({ id }) => id))
  const found: Output<typeof labels.usualPrinters> = []
  for (const { name, value } of await settingsNamed(db, PRINTER_OF)) {
    const layout = LabelChoice.safeParse(name.slice(PRINTER_OF.length)).data
    const printerId = Number(value)
    if (layout !== undefined && known.has(printerId) && (await isThere(db, layout))) found.push({ layout, printerId })
  }
  return found
}

async function isThere(db: Db, layout: LabelChoice): Promise<boolean> {
  if (chosenDesign(layout) === undefined) return true
  return await designOf(db, layout, 'unit', 'layout').then(
    () => true,
    () => false,
  )
}
