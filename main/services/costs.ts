import { notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { quality } from '../../shared/api/quality.ts'
import { batchCosts, type BatchCost, type CostedLot, inCents } from '../../shared/domain/batchCost.ts'
import { costPerUnit } from '../../shared/domain/cost.ts'
import { addDays } from '../../shared/domain/day.ts'
import { formatQuantity, parseQuantity } from '../../shared/domain/quantity.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import { usesOfBatches } from '../db/repos/batches.ts'
import { pours } from '../db/repos/bins.ts'
import { batchesOver, costedLots, discardReasons, lotsMadeBy, pricesOf, usedSince } from '../db/repos/costs.ts'
import { batchesBehind } from '../db/repos/genealogy.ts'
import { itemById } from '../db/repos/items.ts'
import { packsOfProduct } from '../db/repos/packs.ts'
import type { Db } from '../db/schema.ts'
import { type Context, kitchenToday } from './context.ts'
import { type SaleLine, salesOfBatches } from './sales.ts'
import { say } from '../../shared/words/say.ts'

type Operations = typeof quality
type LotRow = Awaited<ReturnType<typeof costedLots>>[number]

/** More than a chart shows: of a longer time, the newest are told. */
const MOST_BATCHES = 1000
const MOST_PRICES = 500

/** Yield, losses and cost of every batch of a product in some days, and what its units are sold for. */
export async function productFigures(
  { productId, from, to }: Input<Operations['product']>,
  { store }: Context,
): Promise<Output<Operations['product']>> {
  return await store.read(async (db) => {
    const item = await itemById(db, productId)
    if (item?.kind !== 'product') throw notFound(say('This product'))
    const batches = await batchesOver(db, { productId, from, to, limit: MOST_BATCHES })
    const ids = batches.map((batch) => batch.id)
    const costOf = await costsOf(db, ids)
    const sales = Map.groupBy(await salesOfBatches(db, ids), (line) => line.batch_id)
    const [main] = await packsOfProduct(db, productId)
    return {
      product: item.name,
      unit: item.unit,
      priceCents: main?.price_cents ?? null,
      batches: batches.map((batch) => {
        const { cost, unknown } = costOf(batch.id)
        const kept = batch.made - batch.discarded
        return {
          id: batch.id,
          lotNumber: batch.lot_number,
          madeOn: batch.made_on,
          made: batch.made,
          expected: batch.expected,
          discarded: batch.discarded,
          setAside: batch.set_aside,
          costCents: inCents(cost),
          eachCents: kept > 0 ? inCents(cost, kept) : null,
          unknown: [...unknown],
          ...soldOf(sales.get(batch.id) ?? []),
        }
      }),
      discards: await discardReasons(db, { productId, from, to }),
    }
  })
}

/** What an ingredient cost each time it was bought, for one of its own unit. */
export async function prices(
  { itemId }: Input<Operations['prices']>,
  { store }: Context,
): Promise<Output<Operations['prices']>> {
  return await store.read(async (db) => {
    const item = await itemById(db, itemId)
    if (!item) throw notFound(say('This ingredient'))
    const rows = await pricesOf(db, itemId, MOST_PRICES)
    return {
      ingredient: item.name,
      unit: item.unit,
      rows: rows.map(({ day, supplier, cost_cents, base, typed }) => ({
        day,
        supplier,
        costCents: cost_cents,
        quantity: typed,
        hundredths: costPerUnit(cost_cents, base, item.unit) ?? 0,
      })),
    }
  })
}

/** What the kitchen will use of each ingredient if it goes on as in the last weeks: a figure beside any plan. */
export async function forecast(
  { weeksBack, daysAhead }: Input<Operations['forecast']>,
  context: Context,
): Promise<Output<Operations['forecast']>> {
  return await context.store.read(async (db) => {
    const days = weeksBack * 7
    const today = await kitchenToday(db, context)
    return (await usedSince(db, { since: addDays(today, 1 - days), today })).map((row) => {
      const ahead = Number((BigInt(row.used) * BigInt(daysAhead)) / BigInt(days))
      const short = Math.max(0, ahead - row.on_hand)
      return {
        itemId: row.item_id,
        ingredient: row.item,
        used: formatQuantity(row.used, row.unit),
        ahead: formatQuantity(ahead, row.unit),
        onHand: formatQuantity(row.on_hand, row.unit),
        short: short === 0 ? null : formatQuantity(short, row.unit),
        lastsDays: row.used === 0 ? null : Number((BigInt(row.on_hand) * BigInt(days)) / BigInt(row.used)),
      }
    })
  })
}

/** Units sold and not brought back, as the sales log has them: those that are known to have brought money in, and others. */
function soldOf(lines: readonly SaleLine[]) {
  const known = lines.filter((line) => line.amount !== null)
  return {
    sold: known.reduce((sum, line) => sum + line.sold, 0),
    takenCents: known.reduce((sum, line) => sum + (line.amount ?? 0), 0),
    unpriced: lines.reduce((sum, line) => sum + (line.amount === null ? line.sold : 0), 0),
  }
}

/** What some batches cost, by the lots that they and the batches in them really used. */
async function costsOf(db: Db, batchIds: readonly number[]): Promise<(batchId: number) => BatchCost> {
  const all = await batchesBehind(db, batchIds)
  const uses = await usesOfBatches(db, all)
  const used = [...new Set(uses.flatMap((use) => use.lot_id ?? []))]
  const poured = await pours(db, 'bin_lot_id', used)
  const ids = [...new Set([...used, ...poured.map((pour) => pour.lot_id), ...(await lotsMadeBy(db, all))])]
  const rows = await costedLots(db, ids)
  const siblings = Map.groupBy(
    rows.filter((row) => row.batch_id !== null),
    (row) => row.batch_id ?? 0,
  )
  const lots = rows.map((row): CostedLot => {
    if (row.batch_id !== null)
      return { lotId: row.id, madeBy: row.batch_id, base: row.kept * ONE_PIECE, share: shareOf(row, siblings.get(row.batch_id) ?? []) } // prettier-ignore
    if (row.bin_id === null) return { lotId: row.id, costCents: row.cost_cents, base: row.base }
    const own = poured.filter((pour) => pour.bin_lot_id === row.id)
    return {
      lotId: row.id,
      poured: own.map((pour) => ({ lotId: pour.lot_id, base: pour.base })),
      base: own.reduce((sum, pour) => sum + pour.base, 0),
    }
  })
  return batchCosts(
    uses.map((use) => ({ batchId: use.batch_id, ingredient: use.item, lotId: use.lot_id, base: use.base })),
    lots,
  )
}

/** A pack's part of a cook: by declared weight where every pack has one, else by units. */
function shareOf(row: LotRow, siblings: readonly LotRow[]): { readonly part: number; readonly of: number } {
  const weights = siblings.map(({ net }) => {
    const parsed = net === null ? null : parseQuantity(net, 'each')
    // In 1/120,000 g, so that with the units it stays an exact number: all that is asked is how they compare.
    return parsed?.ok && parsed.quantity.dimension === 'mass' ? Math.round(parsed.quantity.base / 8_000) : null
  })
  const known = weights.every((weight) => weight !== null)
  const parts = siblings.map((lot, at) => lot.kept * (known ? (weights[at] ?? 1) : 1))
  const of = parts.reduce((sum, part) => sum + part, 0)
  const part = parts[siblings.findIndex((lot) => lot.id === row.id)] ?? 0
  return of === 0 ? { part: 0, of: 1 } : { part, of }
}
