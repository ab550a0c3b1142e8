import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { pantry } from '../../shared/api/pantry.ts'
import { openBinLots, pours } from '../db/repos/bins.ts'
import { listSuppliers } from '../db/repos/directory.ts'
import {
  endRule,
  type HoldRule,
  insertRule,
  lotsHeldBy,
  lotsUnder,
  ruleById,
  standingRules,
} from '../db/repos/holds.ts'
import { itemById } from '../db/repos/items.ts'
import { lotById, lotsById, lotsOfBatch, type LotView, setHold } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { command, type Context } from './context.ts'
import { say } from '../../shared/words/say.ts'

export async function hold(input: Input<typeof pantry.hold>, context: Context): Promise<Output<typeof pantry.hold>> {
  return await changeHold(input, context, true)
}

export async function release(
  input: Input<typeof pantry.release>,
  context: Context,
): Promise<Output<typeof pantry.release>> {
  return await changeHold(input, context, false)
}

async function changeHold(input: Input<typeof pantry.hold>, context: Context, held: boolean) {
  return await command(context, input, async ({ db, seq }) => {
    const row = await lotById(db, input.lotId)
    if (!row) throw notFound(say('This lot'))
    const wanted = input.wholeBatch && row.batch_id !== null ? await lotsOfBatch(db, row.batch_id) : [row]
    const changed = wanted.filter((each) => each.held !== Number(held))
    if (changed.length === 0)
      throw fieldError('lotId', held ? say('This lot is on hold already.') : say('This lot is not on hold.'))
    if (held) await holdLots(db, changed, { reason: input.reason, seq })
    else for (const each of changed) await setHold(db, { lotId: each.id, held, reason: input.reason, seq })
    return { lotId: row.id }
  })
}

/**
 * Puts lots on hold, and with them what bins hold of them: nobody can take the rest of a mixed bin apart. A bin’s hold is
 * ended by itself, since another lot in it may be in doubt.
 */
async function holdLots(
  db: Db,
  lots: readonly LotView[],
  { reason, seq, ruleId }: { reason: string; seq: number; ruleId?: number },
): Promise<void> {
  const bins = await lotsById(
    db,
    await openBinLots(
      db,
      lots.map((lot) => lot.id),
    ),
  )
  const all = new Map([...lots.map((lot) => [lot.id, lot] as const), ...bins])
  for (const lot of all.values())
    if (lot.held === 0) await setHold(db, { lotId: lot.id, held: true, reason, seq, ...(ruleId ? { ruleId } : {}) })
}

/** Puts a lot that was just told on hold, as the table says; one that a hold on everything of its kind took stays as it is. */
export async function holdAsTold(db: Db, told: { lotId: number; reason: string; seq: number }): Promise<void> {
  if (told.reason === '') return
  const lot = await lotById(db, told.lotId)
  if (lot?.held === 0) await setHold(db, { ...told, held: true })
}

/** Holds everything from a supplier or of an ingredient: what is in stock, and what comes in until the hold is ended. */
export async function holdAll(
  input: Input<typeof pantry.holdAll>,
  context: Context,
): Promise<Output<typeof pantry.holdAll>> {
  return await command(context, input, async ({ db, seq }) => {
    const supplierId = input.supplierId ?? null
    const itemId = input.itemId ?? null
    if (supplierId === null && itemId === null)
      throw fieldError('supplierId', say('Choose a supplier or an ingredient.'))
    if (supplierId !== null && !(await listSuppliers(db)).some((each) => each.id === supplierId))
      throw notFound(say('This supplier'))
    if (itemId !== null && (await itemById(db, itemId))?.kind !== 'ingredient') throw notFound(say('This ingredient'))
    if ((await standingRules(db)).some((each) => each.supplier_id === supplierId && each.item_id === itemId))
      throw fieldError('supplierId', say('All of that is on hold already.'))
    return await holdUnder(db, { supplierId, itemId, reason: input.reason, seq })
  })
}

/** Writes such a hold down, and puts what is in stock under it. */
async function holdUnder(
  db: Db,
  rule: {
    readonly supplierId: number | null
    readonly itemId: number | null
    readonly reason: string
    readonly seq: number
  },
): Promise<Output<typeof pantry.holdAll>> {
  const { supplierId, itemId, reason, seq } = rule
  const ruleId = await insertRule(db, rule)
  const ids = await lotsUnder(db, { supplier_id: supplierId, item_id: itemId })
  const under = [...(await lotsById(db, ids)).values()]
  const inBins = await lotsById(db, await openBinLots(db, ids))
  const stock = [...under.filter((lot) => lot.on_hand > 0), ...inBins.values()]
  const fresh = new Set(stock.filter((lot) => lot.held === 0).map((lot) => lot.id))
  await holdLots(db, stock, { reason, seq, ruleId })
  return { ruleId, lots: fresh.size }
}

/** Takes the end of such a hold back: the same one anew, over what is there now and what comes in. */
export async function holdAgain(
  db: Db,
  { input }: { readonly input: string },
  { seq }: { readonly seq: number },
): Promise<void> {
  const { ruleId } = JSON.parse(input) as Input<typeof pantry.releaseAll>
  const ended = await ruleById(db, ruleId)
  if (!ended) throw notFound(say('This hold'))
  const { supplier_id: supplierId, item_id: itemId, reason } = ended
  if ((await standingRules(db)).some((each) => each.supplier_id === supplierId && each.item_id === itemId))
    throw fieldError('ruleId', say('All of that is on hold again already. Look at Pantry, Holds.'))
  await holdUnder(db, { supplierId, itemId, reason, seq })
}

/** Ends a hold on everything of a kind, and with it the holds that it alone brought. */
export async function releaseAll(
  input: Input<typeof pantry.releaseAll>,
  context: Context,
): Promise<Output<typeof pantry.releaseAll>> {
  return await command(context, input, async ({ db, seq }) => {
    const rule = (await standingRules(db)).find((each) => each.id === input.ruleId)
    if (!rule) throw notFound(say('This hold'))
    return await releaseUnder(db, rule.id, { reason: input.reason, seq })
  })
}

/** Takes such a hold back; where it was ended and begun again since, the one that stands now. */
export async function endHold(
  db: Db,
  { output }: { readonly output: string },
  why: { readonly reason: string; readonly seq: number },
): Promise<void> {
  const { ruleId } = JSON.parse(output) as Output<typeof pantry.holdAll>
  const made = await ruleById(db, ruleId)
  const rule = (await standingRules(db)).find(
    (each) => each.supplier_id === made?.supplier_id && each.item_id === made.item_id,
  )
  if (!rule) throw notFound(say('This hold'))
  await releaseUnder(db, rule.id, why)
}

async function releaseUnder(
  db: Db,
  ruleId: number,
  { reason, seq }: { readonly reason: string; readonly seq: number },
): Promise<Output<typeof pantry.releaseAll>> {
  await endRule(db, { ruleId, reason, seq })
  const held = await lotsById(db, await lotsHeldBy(db, ruleId))
  for (const lot of held.values()) {
    const other = (await rulesAbout(db, lot)).at(0)
    // A second hold on the same lot stays, under its own reason.
    if (other) await setHold(db, { lotId: lot.id, held: true, reason: other.reason, seq, ruleId: other.id })
    else await setHold(db, { lotId: lot.id, held: false, reason, seq })
  }
  return { ruleId, lots: held.size }
}

export async function holdRules(_input: unknown, { store }: Context): Promise<Output<typeof pantry.holdRules>> {
  return await store.read(async (db) => {
    const rows: Output<typeof pantry.holdRules> = []
    for (const rule of await standingRules(db))
      rows.push({
        id: rule.id,
        what: ruleInWords(rule),
        reason: rule.reason,
        since: rule.at,
        lots: (await lotsHeldBy(db, rule.id)).length,
      })
    return rows
  })
}

/** Puts a lot that just came in, or whose supplier was just corrected, under the holds that are about it. */
export async function applyHoldRules(db: Db, lotId: number, seq: number): Promise<void> {
  if ((await standingRules(db)).length === 0) return
  const lot = await lotById(db, lotId)
  if (!lot || lot.held === 1) return
  const [rule] = await rulesAbout(db, lot)
  if (rule) await holdLots(db, [lot], { reason: rule.reason, seq, ruleId: rule.id })
}

async function rulesAbout(db: Db, lot: LotView): Promise<HoldRule[]> {
  const inside = lot.bin_id === null ? [lot] : [lot, ...(await contentsOf(db, lot.id))]
  return (await standingRules(db)).filter((rule) =>
    inside.some(
      (each) =>
        (rule.supplier_id === null || rule.supplier_id === each.supplier_id) &&
        (rule.item_id === null || rule.item_id === each.item_id),
    ),
  )
}

/** The lots that a bin's lot holds some of. */
async function contentsOf(db: Db, binLotId: number): Promise<LotView[]> {
  const inside = await pours(db, 'bin_lot_id', [binLotId])
  const lots = await lotsById(
    db,
    inside.map((pour) => pour.lot_id),
  )
  return [...lots.values()]
}

function ruleInWords({ supplier, item }: HoldRule): string {
  if (supplier === null) return say('All {item}', { item: item ?? '' })
  return item === null
    ? say('Everything from {supplier}', { supplier })
    : say('All {item} from {supplier}', { item, supplier })
}
