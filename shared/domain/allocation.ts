import { type Day, isExpired } from './day.ts'

/** A lot as far as choosing between lots needs to know it. */
export interface AvailableLot {
  readonly id: number
  readonly onHand: number
  readonly held: boolean
  readonly bestBy: Day | null
  readonly receivedOn: Day | null
}

export interface Allocation {
  readonly taken: readonly { readonly lotId: number; readonly base: number }[]
  /** What no good lot could give, in base units; 0 when the whole need is met. */
  readonly short: number
}

/**
 * Takes `need` base units from lots: earliest expiry first, then earliest received, then lowest id; lots
 * without a date come after those with one. Held, expired and not yet received lots are passed over.
 * A short lot spills into the next. Never takes more than there is.
 */
export function allocate(lots: readonly AvailableLot[], need: number, on: Day): Allocation {
  const taken: { lotId: number; base: number }[] = []
  let short = need
  for (const lot of lots.filter((each) => isUsable(each, on)).toSorted(firstExpiryFirst)) {
    if (short === 0) break
    const base = Math.min(lot.onHand, short)
    taken.push({ lotId: lot.id, base })
    short -= base
  }
  return { taken, short }
}

/** Whether a lot may be proposed for a batch of that day. */
export function isUsable(lot: AvailableLot, on: Day): boolean {
  return lot.onHand > 0 && !lot.held && !isExpired(lot.bestBy, on) && (lot.receivedOn === null || lot.receivedOn <= on)
}

/** First expiry, first out; then first in, first out. */
export function firstExpiryFirst(a: AvailableLot, b: AvailableLot): number {
  return byDay(a.bestBy, b.bestBy) || byDay(a.receivedOn, b.receivedOn) || a.id - b.id
}

function byDay(a: Day | null, b: Day | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}
