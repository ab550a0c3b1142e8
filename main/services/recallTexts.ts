import type { Input, Output } from '../../shared/api/operation.ts'
import { type RecallOut, type recalls, templateNames } from '../../shared/api/recalls.ts'
import { showDay } from '../../shared/domain/day.ts'
import { countWord } from '../../shared/domain/quantity.ts'
import {
  defaultTemplates,
  fillTemplate,
  type TemplateField,
  type TemplateName,
} from '../../shared/domain/recallTemplates.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import type { Db } from '../db/schema.ts'
import { jarCheckHtml } from '../reports/jarCheckHtml.ts'
import { command, type Context, kitchenToday } from './context.ts'
import { textFile } from './files.ts'
import { readKitchen } from './kitchen.ts'
import { recallIn } from './recallViews.ts'

type Operations = typeof recalls
type Kitchen = Awaited<ReturnType<typeof readKitchen>>

/** The notices of a recall, to be copied, printed or read out; the app sends none of them. */
export async function recallTexts(
  { recallId, placeId }: Input<Operations['texts']>,
  context: Context,
): Promise<Output<Operations['texts']>> {
  return await context.store.read(async (db) => {
    const recall = await recallIn(db, recallId, context)
    const values = valuesOf(recall, await readKitchen(db, context), placeId ?? null, await kitchenToday(db, context))
    const texts: Output<Operations['texts']> = []
    for (const name of templateNames)
      texts.push({ name, ...fillTemplate(name, (await ownTemplate(db, name)) ?? defaultTemplates[name], values) })
    return texts
  })
}

export async function recallTemplates(_input: unknown, { store }: Context): Promise<Output<Operations['templates']>> {
  return await store.read(async (db) => {
    const templates: Output<Operations['templates']> = []
    for (const name of templateNames) {
      const own = await ownTemplate(db, name)
      templates.push({ name, text: own ?? defaultTemplates[name], isOwn: own !== undefined })
    }
    return templates
  })
}

export async function saveTemplate(input: Input<Operations['saveTemplate']>, context: Context) {
  return await command(context, input, async ({ db }) => {
    await writeSetting(db, settingOf(input.name), input.text ?? '')
    return { name: input.name }
  })
}

/** A page for anyone: type the code on the jar. It holds the affected codes and nothing else of the record. */
export async function jarCheck({ recallId }: Input<Operations['jarCheck']>, context: Context) {
  return await context.store.read(async (db) => {
    const recall = await recallIn(db, recallId, context)
    const kitchen = await readKitchen(db, context)
    const { contactPhone, instruction } = recall.detail
    // Numbers of units run on over the packs of one lot number.
    const lots = [...Map.groupBy(affectedLots(recall), ({ label }) => label)].map(([code, packs]) => ({
      code,
      product: [...new Set(packs.map(({ product }) => product))].join(', '),
      units: packs.reduce((sum, { unitsThen }) => sum + (unitsThen?.made ?? 0), 0),
    }))
    const page = jarCheckHtml({
      firm: kitchen.name,
      phone: contactPhone || kitchen.phone,
      instruction: instruction ?? '',
      lots,
    })
    return textFile(`is-my-jar-affected-${recall.openedOn}.html`, 'text/html', page)
  })
}

async function ownTemplate(db: Db, name: TemplateName): Promise<string | undefined> {
  return (await readSetting(db, settingOf(name))) || undefined
}

function settingOf(name: TemplateName): string {
  return `recall notice: ${name}`
}

function affectedLots(recall: RecallOut): RecallOut['lots'] {
  return recall.lots.filter(({ batchId, column }) => batchId !== null && column === 'affected')
}

function valuesOf(recall: RecallOut, kitchen: Kitchen, placeId: number | null, today: string) {
  const { detail, consignees } = recall
  const place = consignees.find((each) => each.placeId === placeId)
  const theirs = place?.lots.filter(({ column }) => column === 'affected')
  const lots = affectedLots(recall).filter(({ lotId }) => !theirs || theirs.some((lot) => lot.lotId === lotId))
  const distinct = (values: readonly string[]) => [...new Set(values)].join(', ')
  const eachOnce = (values: readonly string[]) => [...new Set(values)].filter(Boolean).join('; ')
  const made = lots.reduce((sum, { unitsThen }) => sum + (unitsThen?.made ?? 0), 0)
  return {
    date: showDay(today),
    urgent: markingOf(recall),
    recipient: place ? [place.place, place.contact].filter(Boolean).join(', ') : '',
    firm: kitchen.name,
    address: kitchen.address,
    products: distinct(lots.map(({ product }) => product)),
    lots: distinct(lots.map(({ label }) => label)),
    lotRows: responseRows(lots, theirs),
    codePlace: detail.codePlace ?? '',
    packaging: detail.packaging ?? '',
    bestBy: eachOnce(
      lots.map(({ bestBy, madeOn }) =>
        [...(madeOn ? [`made ${showDay(madeOn)}`] : []), ...(bestBy ? [`best by ${showDay(bestBy)}`] : [])].join(', '),
      ),
    ),
    shipped: (theirs ?? [])
      .flatMap(({ lotNumber, product, unit, deliveries }) =>
        deliveries.map(
          ({ sentOn, units, serials }) =>
            `- ${showDay(sentOn)}: ${units} ${countWord(unit, units)} of ${product}, lot ${lotNumber} (numbers ${serials})`,
        ),
      )
      .join('\n'),
    amount: `${made} ${countWord(unitOf(lots), made)}`,
    distribution: [
      ...new Set(
        consignees.flatMap((each) =>
          each.lots
            .filter(({ column }) => column === 'affected')
            .flatMap(({ deliveries }) => deliveries.map(({ sentOn }) => `${each.place}, ${showDay(sentOn)}`)),
        ),
      ),
    ].join('; '),
    reason: sentence(detail.reason),
    hazard: sentence(detail.hazard),
    discovered: sentence(detail.discovered),
    illnesses: sentence(detail.illnesses),
    production: sentence(detail.production),
    instruction: sentence(detail.instruction),
    replyBy: detail.replyBy ? showDay(detail.replyBy) : '',
    contactName: detail.contactName ?? '',
    contactPhone: detail.contactPhone || kitchen.phone,
    contactHours: detail.contactHours ?? '',
  } satisfies Record<TemplateField, string>
}

/** A line for each lot, with what this place received of it, and room for its answers (21 CFR 7.49(c)(1)(v)). */
function responseRows(lots: RecallOut['lots'], theirs: RecallOut['consignees'][number]['lots'] | undefined): string {
  const room = '____   _______   ________   _________'
  return [...Map.groupBy(lots, ({ label }) => label)]
    .map(([label, packs]) => {
      const units = (theirs ?? [])
        .filter(({ lotId }) => packs.some((pack) => pack.lotId === lotId))
        .reduce((sum, lot) => sum + lot.units, 0)
      return `${label.padEnd(20)}   ${(units > 0 ? String(units) : '________').padEnd(8)}   ${room}`
    })
    .join('\n')
}

/** Letter and envelope are marked “food recall”; “urgent” for Class I and II, and III when appropriate (21 CFR 7.49(b)). */
function markingOf({ kind, detail }: RecallOut): string {
  if (kind === 'drill') return 'DRILL: NOT A RECALL'
  const what =
    kind === 'market withdrawal' ? 'MARKET WITHDRAWAL' : kind === 'stock recovery' ? 'STOCK RECOVERY' : 'FOOD RECALL'
  return kind === 'recall' && detail.classification !== 'Class III' ? `URGENT: ${what}` : what
}

function unitOf(lots: RecallOut['lots']): string {
  const [only, ...others] = new Set(lots.map(({ unit }) => unit))
  return only !== undefined && others.length === 0 ? only : 'unit'
}

function sentence(text: string | null | undefined): string {
  const plain = (text ?? '').trim()
  return plain === '' || /[.!?]$/.test(plain) ? plain : `${plain}.`
}
