import type { Input, Output } from '../../shared/api/operation.ts'
import type { plans, ShoppingLine } from '../../shared/api/plans.ts'
import { isUsable } from '../../shared/domain/allocation.ts'
import { addDays, type Day, isExpired } from '../../shared/domain/day.ts'
import { formatQuantity, quantityToBuy } from '../../shared/domain/quantity.ts'
import { type PlannedBatch, shop, type Shopped } from '../../shared/domain/shopping.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import { type Item, itemsById } from '../db/repos/items.ts'
import { lotsInStock, type LotView } from '../db/repos/lots.ts'
import { openPlans, type PlanView } from '../db/repos/plans.ts'
import { lastPriceOf, usualSuppliers } from '../db/repos/shopping.ts'
import type { Db } from '../db/schema.ts'
import { scaledBatch } from './batchLines.ts'
import { available, bestByOf } from './batchProposal.ts'
import { type Context, kitchenToday } from './context.ts'
import { planRows } from './plans.ts'
import { say, sayWord } from '../../shared/words/say.ts'

/** Whom an ingredient is bought from is told by this time, where it was bought then. */
const HABIT_DAYS = 365

/** What planned batches need over the stock, and whom to buy it from. */
export async function shoppingList(
  { until }: Input<typeof plans.shopping>,
  context: Context,
): Promise<Output<typeof plans.shopping>> {
  return await context.store.read(async (db) => {
    const today = await kitchenToday(db, context)
    const views = await openPlans(db, until ?? undefined)
    const planned: PlannedBatch[] = []
    for (const view of views) planned.push(await plannedBatch(db, view, today))
    const itemIds = [...new Set(planned.flatMap(({ needs }) => needs.map(({ itemId }) => itemId)))]
    const items = await itemsById(db, itemIds)
    const stock = new Map<number, LotView[]>()
    for (const itemId of itemIds) stock.set(itemId, await lotsInStock(db, itemId))
    const lots = new Map([...stock].map(([itemId, own]) => [itemId, own.map(available)]))
    const usual = await usualSuppliers(db, itemIds, addDays(today, -HABIT_DAYS))

    const lines: (ShoppingLine & { readonly item: Item })[] = []
    for (const shopped of shop(planned, lots, today)) {
      const item = items.get(shopped.itemId)
      if (!item) continue
      const days = shopped.plans.map(({ planId }) => dayOf(views, planId)).map((day) => (day > today ? day : today))
      const supplierId = usual.get(item.id)?.id ?? null
      lines.push({
        item,
        ...lineOf(shopped, item, views),
        notCounted: notCounted(stock.get(item.id) ?? [], days, shopped, item.unit),
        ...(await priceOf(db, shopped, supplierId)),
      })
    }
    const missing = lines.filter(({ short }) => short !== null)
    return {
      plans: await planRows(db, views),
      suppliers: bySupplier(
        missing.filter(({ item }) => item.kind === 'ingredient'),
        usual,
      ),
      toMake: missing
        .filter(({ item }) => item.kind === 'product')
        .map(({ item, ...line }) => ({ ...line, productId: item.pack_of ?? item.id })),
      enough: lines.filter(({ short }) => short === null).map(({ item: _, ...line }) => line),
    }
  })
}

/** What a plan needs and what comes out of it, as its batch page would propose it. */
async function plannedBatch(db: Db, view: PlanView, today: Day): Promise<PlannedBatch> {
  const { item, lines, packs } = await scaledBatch(db, {
    productId: view.product_id,
    planned: view.planned,
    packId: view.pack_id,
    likeBatchId: view.like_batch_id,
  })
  const bestBy = bestByOf(item, view.day > today ? view.day : today)
  return {
    planId: view.id,
    day: view.day,
    needs: lines.map(({ itemId, base }) => ({ itemId, base })),
    brings: packs.map(({ itemId, expected }) => ({ itemId, base: expected * ONE_PIECE, bestBy })),
  }
}

function lineOf(shopped: Shopped, item: Item, views: readonly PlanView[]) {
  const show = (base: number) => ({ base, text: formatQuantity(base, item.unit) })
  return {
    itemId: item.id,
    ingredient: item.name,
    needed: show(shopped.needed),
    onHand: show(shopped.usable),
    short: shopped.short === 0 ? null : quantityToBuy(shopped.short, item.unit),
    by: shopped.by,
    batches: shopped.plans.map(({ planId, need, short }) => ({
      planId,
      product: views.find(({ id }) => id === planId)?.product ?? '',
      day: dayOf(views, planId),
      need: formatQuantity(need, item.unit),
      short: short === 0 ? null : formatQuantity(short, item.unit),
    })),
  }
}

function dayOf(views: readonly PlanView[], planId: number): Day {
  return views.find(({ id }) => id === planId)?.day ?? ''
}

/** What is there and helps no batch, and what helps only the earlier ones, as a sentence. */
function notCounted(lots: readonly LotView[], days: readonly Day[], { needed, usable, short }: Shopped, unit: string) {
  const useless = lots.filter((lot) => !days.some((day) => isUsable(available(lot), day)))
  const held = useless.filter((lot) => lot.held === 1)
  const over = useless.filter((lot) => lot.held === 0 && days.every((day) => isExpired(lot.best_by, day)))
  const amounts = [
    { base: sum(held), word: 'on hold' },
    { base: sum(over), word: 'past its date by then' },
  ].filter(({ base }) => base > 0)
  const left = amounts.map(({ base, word }) => `${formatQuantity(base, unit)} ${sayWord(word)}`)
  return [
    ...(left.length > 0 ? [say('Not counted: {left}.', { left: left.join(', ') })] : []),
    ...(short > Math.max(0, needed - usable)
      ? [say('Some of what is there is past its date before the later batches.')]
      : []),
  ].join(' ')
}

function sum(lots: readonly LotView[]): number {
  return lots.reduce((total, lot) => total + lot.on_hand, 0)
}

async function priceOf(db: Db, { itemId, short }: Shopped, supplierId: number | null) {
  const price = await lastPriceOf(db, itemId, supplierId)
  if (!price) return { lastPrice: null, aboutCents: null }
  const { cost_cents, base, typed, received_on } = price
  return {
    lastPrice: { costCents: cost_cents, quantity: typed, day: received_on },
    aboutCents: short === 0 || base === 0 ? null : Number((BigInt(cost_cents) * BigInt(short)) / BigInt(base)),
  }
}

/** Suppliers by name; last what was never bought from anybody known. */
function bySupplier(
  lines: readonly (ShoppingLine & { readonly item: Item })[],
  usual: Awaited<ReturnType<typeof usualSuppliers>>,
): Output<typeof plans.shopping>['suppliers'] {
  const groups = Map.groupBy(lines, ({ itemId }) => usual.get(itemId)?.id ?? null)
  return [...groups]
    .map(([supplierId, own]) => {
      const known = own.flatMap(({ aboutCents }) => aboutCents ?? [])
      return {
        supplierId,
        supplier: usual.get(own[0]?.itemId ?? 0)?.name ?? null,
        lines: own.map(({ item: _, ...line }) => line),
        aboutCents: known.length === 0 ? null : known.reduce((total, cents) => total + cents, 0),
      }
    })
    .toSorted((a, b) => byName(a.supplier, b.supplier))
}

function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a.localeCompare(b, 'en')
}
