import type { blankSheets, SheetRow } from '../../shared/api/blankSheets.ts'
import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { addDays } from '../../shared/domain/day.ts'
import { expectationText } from '../../shared/domain/expectation.ts'
import { sheetCode } from '../../shared/domain/thingCode.ts'
import {
  batchesOfSheet,
  insertSheet,
  insertSheetBatch,
  openSheets,
  sheetById,
  sheetsById,
  type SheetView,
} from '../db/repos/blankSheets.ts'
import type { Item } from '../db/repos/items.ts'
import type { Db } from '../db/schema.ts'
import type { BlankSheet } from '../reports/blankSheetHtml.ts'
import { scaledBatch } from './batchLines.ts'
import { command, type Context, kitchenToday, kitchenZone } from './context.ts'
import { pdfFile, textFile } from './files.ts'
import { readKitchen } from './kitchen.ts'
import { openPlan } from './plans.ts'
import { say } from '../../shared/words/say.ts'

type Operations = typeof blankSheets

/** A sheet that nobody typed in by then is lost, or was not needed. */
const LISTED_DAYS = 60
/** As many pages as one file is asked for. */
const MOST_AT_ONCE = 200

export async function makeSheets(
  input: Input<Operations['make']>,
  context: Context,
): Promise<Output<Operations['make']>> {
  return await command(context, input, async ({ db, seq, at }) => {
    // Letters that no sheet printed from another copy of the record has, beside the number that it may have.
    const tag = input.requestId.slice(0, 4).toUpperCase()
    const sheetIds: number[] = []
    for (const [line, { productId, planId, planned, copies }] of input.sheets.entries()) {
      if (copies === 0) continue
      const plan = planId ? await openPlan(db, planId) : null
      if (plan && plan.product_id !== productId)
        throw fieldError(
          `sheets.${line}.planId`,
          say('This is a plan of {product}. Choose it again from the list.', { product: plan.product }),
        )
      const facts = { packId: plan?.pack_id ?? null, likeBatchId: plan?.like_batch_id ?? null }
      const { item, recipe, units } = await scaledBatch(db, {
        productId,
        planned: plan?.planned ?? planned ?? null,
        ...facts,
      })
      for (let copy = 0; copy < copies; copy += 1)
        sheetIds.push(
          await insertSheet(db, {
            tag,
            product_id: item.id,
            recipe_id: recipe.id,
            plan_id: plan?.id ?? null,
            planned: units,
            pack_id: facts.packId,
            like_batch_id: facts.likeBatchId,
            made_at: at,
            seq,
          }),
        )
    }
    if (sheetIds.length === 0) throw fieldError('sheets.0.copies', say('Type how many sheets of what: 1 or more.'))
    if (sheetIds.length > MOST_AT_ONCE)
      throw fieldError(
        'sheets.0.copies',
        say('Print {MOSTATONCE} sheets at most at once.', { MOSTATONCE: MOST_AT_ONCE }),
      )
    return { sheetIds }
  })
}

export async function sheetsPage(
  { sheetIds, format }: Input<Operations['page']>,
  context: Context,
): Promise<Output<Operations['page']>> {
  const { page, name } = await context.store.read(async (db) => {
    const views = await sheetsById(db, sheetIds)
    const [first] = views
    if (!first || views.length < new Set(sheetIds).size) throw notFound(say('This sheet'))
    const sheets: BlankSheet[] = []
    for (const view of views) sheets.push(await sheetToPrint(db, view))
    const kitchen = await readKitchen(db, context)
    const zone = await kitchenZone(db, context)
    const today = await kitchenToday(db, context)
    // Its codes are drawn by what draws those of labels, which is loaded when it is asked for.
    const { blankSheetsHtml } = await import('../reports/blankSheetHtml.ts')
    return {
      page: blankSheetsHtml({ kitchen: kitchen.name, zone, sheets }),
      name: `blank-${views.length === 1 ? 'sheet' : 'sheets'}-${today}-${first.id}.${format}`,
    }
  })
  return format === 'html' ? textFile(name, 'text/html', page) : await pdfFile(name, page, context)
}

export async function getSheet(
  { sheetId, tag }: Input<Operations['get']>,
  { store }: Context,
): Promise<Output<Operations['get']>> {
  return await store.read(async (db) => {
    const sheet = await knownSheet(db, sheetId)
    if (tag && tag.toUpperCase() !== sheet.tag) throw notFound(say('This sheet'))
    const batches = await batchesOfSheet(db, sheet.id)
    return {
      ...sheetRow(sheet),
      batches: batches.map((batch) => ({ batchId: batch.id, lotNumber: batch.lot_number, madeOn: batch.made_on })),
    }
  })
}

export async function listOpenSheets(_input: unknown, context: Context): Promise<Output<Operations['open']>> {
  return await context.store.read(async (db) => {
    const since = addDays(context.now().slice(0, 10), -LISTED_DAYS)
    return (await openSheets(db, `${since}T00:00:00.000Z`)).map(sheetRow)
  })
}

/** The sheet that a batch is typed in from. @throws AppError naming the field, for a sheet of another product */
export async function sheetOfProduct(db: Db, sheetId: number, product: Item): Promise<SheetView> {
  const sheet = await knownSheet(db, sheetId)
  if (sheet.product_id !== product.id)
    throw fieldError(
      'sheetId',
      say('This sheet is of {product}. Scan it again, and the right page opens.', { product: sheet.product }),
    )
  return sheet
}

/** Writes down which batch a sheet was typed in as. One sheet may have more: somebody wrote two on it. */
export async function markTypedIn(
  db: Db,
  { sheetId, batchId, seq }: { readonly sheetId: number; readonly batchId: number; readonly seq: number },
): Promise<void> {
  await insertSheetBatch(db, { sheet_id: sheetId, batch_id: batchId, seq })
}

async function knownSheet(db: Db, sheetId: number): Promise<SheetView> {
  const sheet = await sheetById(db, sheetId)
  if (!sheet) throw notFound(say('This sheet'))
  return sheet
}

/** What stands on a sheet: what was printed stays the same, however often it is printed again. */
async function sheetToPrint(db: Db, sheet: SheetView): Promise<BlankSheet> {
  const { recipe, units, packs, lines } = await scaledBatch(db, {
    productId: sheet.product_id,
    planned: sheet.planned,
    packId: sheet.filled_pack_id,
    likeBatchId: sheet.like_batch_id,
    recipeVersion: sheet.version,
  })
  return {
    code: sheetCode(sheet.id, sheet.tag),
    printedAt: sheet.made_at,
    product: sheet.product,
    unit: sheet.unit,
    planned: units,
    madeBy: sheet.like_number === null ? `Recipe, version ${recipe.version}` : `Like ${sheet.like_number}`,
    plannedFor: sheet.plan_day,
    note: sheet.plan_note ?? '',
    packs: packs.map(({ name, unit, expected }) => ({ name: name || unit, unit, expected })),
    lines: lines.map(({ ingredient, text }) => ({ ingredient, quantity: text })),
    readings: recipe.readings.map(expectationText),
    equipment: recipe.equipment,
  }
}

function sheetRow(sheet: SheetView): SheetRow {
  return {
    id: sheet.id,
    code: sheetCode(sheet.id, sheet.tag),
    productId: sheet.product_id,
    product: sheet.product,
    unit: sheet.unit,
    planned: sheet.planned,
    packId: sheet.filled_pack_id,
    like: sheet.like_batch_id === null ? null : { batchId: sheet.like_batch_id, lotNumber: sheet.like_number ?? '' },
    recipeVersion: sheet.version,
    planId: sheet.plan_end_id === null ? sheet.plan_id : null,
    printedAt: sheet.made_at,
  }
}
