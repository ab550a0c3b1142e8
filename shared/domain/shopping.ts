import { allocate, type AvailableLot, isUsable } from './allocation.ts'
import type { Day } from './day.ts'

/** A planned batch as far as shopping needs to know it; amounts in base units. */
export interface PlannedBatch {
  readonly planId: number
  readonly day: Day
  readonly needs: readonly { readonly itemId: number; readonly base: number }[]
  /** What comes out, which a later batch may take. */
  readonly brings: readonly { readonly itemId: number; readonly base: number; readonly bestBy: Day | null }[]
}

/** What the planned batches need of one ingredient, over all of them. */
export interface Shopped {
  readonly itemId: number
  readonly needed: number
  /** What of the stock may be used on the day of at least one of the batches that need it. */
  readonly usable: number
  /** What no lot could give. */
  readonly short: number
  /** The day of the first batch that would lack some; null where none does. */
  readonly by: Day | null
  /** The batches that need it, each with what of its need nothing could give. */
  readonly plans: readonly { readonly planId: number; readonly need: number; readonly short: number }[]
  /** The lots that the batches would take, and how much of each. */
  readonly taken: readonly { readonly planId: number; readonly lotId: number; readonly base: number }[]
}

/**
 * What is short for planned batches. They take from a copy of the stock in the order of their days, each as it would
 * be proposed (allocation.ts): held, expired and later lots are passed over, and nothing is promised twice.
 * @param today a batch whose day has passed is made today at the earliest
 * @returns one entry an ingredient, in the order in which they are first needed
 */
export function shop(
  planned: readonly PlannedBatch[],
  stock: ReadonlyMap<number, readonly AvailableLot[]>,
  today: Day,
): Shopped[] {
  const left = new Map([...stock].map(([itemId, lots]) => [itemId, [...lots]]))
  const items = new Map<number, Shopped & { readonly days: readonly Day[] }>()
  for (const { planId, day, needs, brings } of inOrder(planned)) {
    const on = day > today ? day : today
    for (const [itemId, need] of summed(needs)) {
      const lots = left.get(itemId) ?? []
      const { taken, short } = allocate(lots, need, on)
      left.set(itemId, withoutTaken(lots, taken))
      const before = items.get(itemId)
      items.set(itemId, {
        itemId,
        needed: (before?.needed ?? 0) + need,
        usable: 0,
        short: (before?.short ?? 0) + short,
        by: before?.by ?? (short > 0 ? day : null),
        plans: [...(before?.plans ?? []), { planId, need, short }],
        taken: [...(before?.taken ?? []), ...taken.map((part) => ({ planId, ...part }))],
        days: [...(before?.days ?? []), on],
      })
    }
    for (const [at, { itemId, base, bestBy }] of brings.entries())
      if (base > 0)
        left.set(itemId, [
          ...(left.get(itemId) ?? []),
          { id: notYetALot(planId, at), onHand: base, held: false, bestBy, receivedOn: on },
        ])
  }
  return [...items.values()].map(({ days, ...item }) => ({
    ...item,
    usable: (stock.get(item.itemId) ?? [])
      .filter((lot) => days.some((day) => isUsable(lot, day)))
      .reduce((sum, lot) => sum + lot.onHand, 0),
  }))
}

/** By day; on one day, what another one needs comes before it, else the plan that was made first. */
function inOrder(planned: readonly PlannedBatch[]): PlannedBatch[] {
  const byDay = planned.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.planId - b.planId))
  const ordered: PlannedBatch[] = []
  for (const group of Map.groupBy(byDay, ({ day }) => day).values()) {
    const waiting = [...group]
    while (waiting.length > 0) {
      const free = waiting.findIndex((plan) => !waiting.some((other) => other !== plan && feeds(other, plan)))
      // Two that need each other cannot be put in order; the one that was planned first goes first.
      ordered.push(...waiting.splice(Math.max(0, free), 1))
    }
  }
  return ordered
}

function feeds(maker: PlannedBatch, taker: PlannedBatch): boolean {
  return maker.brings.some(({ itemId }) => taker.needs.some((need) => need.itemId === itemId))
}

function summed(needs: PlannedBatch['needs']): Map<number, number> {
  const sums = new Map<number, number>()
  for (const { itemId, base } of needs) sums.set(itemId, (sums.get(itemId) ?? 0) + base)
  return sums
}

function withoutTaken(
  lots: readonly AvailableLot[],
  taken: readonly { readonly lotId: number; readonly base: number }[],
): AvailableLot[] {
  const parts = new Map(taken.map(({ lotId, base }) => [lotId, base]))
  return lots.map((lot) => ({ ...lot, onHand: lot.onHand - (parts.get(lot.id) ?? 0) }))
}

/** Lots that are still to be made have numbers below zero, which no lot of the record has. */
function notYetALot(planId: number, at: number): number {
  return -(planId * 100 + at + 1)
}
