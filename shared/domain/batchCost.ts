/** An exact sum of money: cents as a fraction of whole numbers. */
export interface Money {
  readonly top: bigint
  readonly bottom: bigint
}

/** What a batch took of a lot. */
export interface CostedUse {
  readonly batchId: number
  readonly ingredient: string
  /** Null where nobody recorded the lot. */
  readonly lotId: number | null
  /** Base units taken. */
  readonly base: number
}

/** What a lot cost, and how much it was for: bought, poured together from others in a bin, or made by a batch. */
export type CostedLot =
  | { readonly lotId: number; readonly costCents: number | null; readonly base: number }
  | {
      readonly lotId: number
      readonly poured: readonly { readonly lotId: number; readonly base: number }[]
      readonly base: number
    }
  | {
      readonly lotId: number
      readonly madeBy: number
      /** Base units of it that came out and were not discarded. */
      readonly base: number
      /** Its part of everything that batch made, for a cook into several packs: 1 of 1 where there is one. */
      readonly share: { readonly part: number; readonly of: number }
    }

export interface BatchCost {
  readonly cost: Money
  /** Ingredients of which no price is known: the batch cost at least what `cost` says. */
  readonly unknown: readonly string[]
}

/**
 * What batches cost by the lots that they really used, exactly. A batch used in another one brings its own cost with it,
 * spread over what of it was not discarded: what was lost is paid for by what was kept.
 * @param uses of the batches asked about and of every batch behind them; genealogy has no cycles
 */
export function batchCosts(uses: readonly CostedUse[], lots: readonly CostedLot[]): (batchId: number) => BatchCost {
  const usesOf = Map.groupBy(uses, (use) => use.batchId)
  const lotOf = new Map(lots.map((lot) => [lot.lotId, lot]))
  const known = new Map<number, BatchCost>()

  function costOf(batchId: number): BatchCost {
    const before = known.get(batchId)
    if (before) return before
    let cost = nothing
    const unknown = new Set<string>()
    for (const { ingredient, lotId, base } of usesOf.get(batchId) ?? []) {
      const lot = lotId === null ? undefined : lotOf.get(lotId)
      const price = lot && lot.base > 0 ? priceOf(lot) : undefined
      if (!lot || !price) unknown.add(ingredient)
      else {
        cost = add(cost, times(price.cost, base, lot.base))
        if (price.unknown.length > 0) unknown.add(ingredient)
      }
    }
    const found = { cost, unknown: [...unknown] }
    known.set(batchId, found)
    return found
  }

  function priceOf(lot: CostedLot): BatchCost | undefined {
    if ('poured' in lot) return poured(lot.poured)
    if (!('madeBy' in lot))
      return lot.costCents === null ? undefined : { cost: { top: BigInt(lot.costCents), bottom: 1n }, unknown: [] }
    const { cost, unknown } = costOf(lot.madeBy)
    return { cost: times(cost, lot.share.part, lot.share.of), unknown }
  }
  function poured(pours: readonly { readonly lotId: number; readonly base: number }[]): BatchCost | undefined {
    let cost = nothing
    for (const { lotId, base } of pours) {
      const lot = lotOf.get(lotId)
      const price = lot && lot.base > 0 ? priceOf(lot) : undefined
      if (!lot || !price) return undefined
      cost = add(cost, times(price.cost, base, lot.base))
    }
    return { cost, unknown: [] }
  }
  return costOf
}

const nothing: Money = { top: 0n, bottom: 1n }

function add(a: Money, b: Money): Money {
  return reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
}

function times({ top, bottom }: Money, by: number, over: number): Money {
  return reduced(top * BigInt(by), bottom * BigInt(over))
}

function reduced(top: bigint, bottom: bigint): Money {
  const common = divisor(top, bottom)
  return { top: top / common, bottom: bottom / common }
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a || 1n : divisor(b, a % b)
}

/** A sum in whole cents, rounded half up; a part of it where it is divided over units. */
export function inCents({ top, bottom }: Money, over = 1): number {
  const whole = bottom * BigInt(over)
  return Number((2n * top + whole) / (2n * whole))
}
