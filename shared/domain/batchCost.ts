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

/** What a batch, or all of a lot, cost so far as it is known. */
interface Known {
  readonly cost: Money
  /** Whether a price is missing, through any number of levels. */
  readonly isPartly: boolean
}

/** Something that has a cost once the costs of what is in it are known. */
type Node = `batch ${number}` | `lot ${number}`

/**
 * What batches cost by the lots that they really used, exactly (see `reduced`). A batch used in another one brings its
 * own cost with it, spread over what of it was not discarded: what was lost is paid for by what was kept. Without
 * recursion: a chain of any length is followed.
 * @param uses of the batches asked about and of every batch behind them; genealogy has no cycles
 */
export function batchCosts(uses: readonly CostedUse[], lots: readonly CostedLot[]): (batchId: number) => BatchCost {
  const usesOf = Map.groupBy(uses, (use) => use.batchId)
  const lotOf = new Map(lots.map((lot) => [lot.lotId, lot]))
  const known = new Map<Node, Known>()
  const unknownIn = new Map<number, readonly string[]>()

  function costOf(batchId: number): BatchCost {
    reckon(`batch ${batchId}`)
    return { cost: known.get(`batch ${batchId}`)?.cost ?? nothing, unknown: unknownIn.get(batchId) ?? [] }
  }

  /** Reckons what is in something before the thing itself; what were in itself would stay unknown. */
  function reckon(asked: Node): void {
    const open = [asked]
    const begun = new Set<Node>()
    for (let node = open.at(-1); node !== undefined; node = open.at(-1)) {
      const inside = begun.has(node) ? [] : partsOf(node).filter((part) => !known.has(part) && !begun.has(part))
      begun.add(node)
      if (inside.length > 0) open.push(...inside)
      else {
        open.pop()
        if (!known.has(node)) known.set(node, priced(node))
      }
    }
  }

  function partsOf(node: Node): Node[] {
    const id = idOf(node)
    if (node.startsWith('batch')) return (usesOf.get(id) ?? []).flatMap(({ lotId }) => (lotId === null ? [] : [`lot ${lotId}` as const])) // prettier-ignore
    const lot = lotOf.get(id)
    if (!lot) return []
    if ('madeBy' in lot) return [`batch ${lot.madeBy}`]
    return 'poured' in lot ? lot.poured.map(({ lotId }) => `lot ${lotId}` as const) : []
  }

  function priced(node: Node): Known {
    const id = idOf(node)
    if (node.startsWith('batch')) return pricedBatch(id)
    const lot = lotOf.get(id)
    if (!lot) return free
    if ('poured' in lot) return together(lot.poured.map(({ lotId, base }) => partOf(lotId, base)))
    if (!('madeBy' in lot)) return lot.costCents === null ? free : { cost: { top: BigInt(lot.costCents), bottom: 1n }, isPartly: false } // prettier-ignore
    const { cost, isPartly } = known.get(`batch ${lot.madeBy}`) ?? free
    return { cost: times(cost, lot.share.part, lot.share.of), isPartly }
  }

  function pricedBatch(batchId: number): Known {
    const taken = (usesOf.get(batchId) ?? []).map(({ ingredient, lotId, base }) => ({ ingredient, ...partOf(lotId, base) })) // prettier-ignore
    unknownIn.set(batchId, [...new Set(taken.flatMap(({ ingredient, isPartly }) => (isPartly ? [ingredient] : [])))])
    return together(taken)
  }

  function partOf(lotId: number | null, base: number): Known {
    const lot = lotId === null ? undefined : lotOf.get(lotId)
    const all = lot && lot.base > 0 ? known.get(`lot ${lot.lotId}`) : undefined
    return lot && all ? { cost: times(all.cost, base, lot.base), isPartly: all.isPartly } : free
  }
  return costOf
}

function idOf(node: Node): number {
  return Number(node.slice(node.indexOf(' ') + 1))
}

function together(parts: readonly Known[]): Known {
  return {
    cost: parts.reduce((sum, { cost }) => add(sum, cost), nothing),
    isPartly: parts.some(({ isPartly }) => isPartly),
  }
}

const nothing: Money = { top: 0n, bottom: 1n }
/** What nobody knows the price of. */
const free: Known = { cost: nothing, isPartly: true }

function add(a: Money, b: Money): Money {
  return reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
}

function times({ top, bottom }: Money, by: number, over: number): Money {
  return reduced(top * BigInt(by), bottom * BigInt(over))
}

/** Beyond this the parts of a cent go into a fixed number: after some fifty levels, and by less than 2 to the −256. */
const FINEST = 1n << 256n
const TOO_FINE = 1n << 512n

/** In lowest terms; of a chain so long that exact numbers would fill the memory, to 1/2²⁵⁶ of a cent. */
function reduced(top: bigint, bottom: bigint): Money {
  if (bottom > TOO_FINE) return { top: (top * FINEST) / bottom, bottom: FINEST }
  const common = divisor(top, bottom)
  return { top: top / common, bottom: bottom / common }
}

function divisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a, b]
  while (right !== 0n) [left, right] = [right, left % right]
  return left || 1n
}

/** A sum in whole cents, rounded half up; a part of it where it is divided over units. */
export function inCents({ top, bottom }: Money, over = 1): number {
  const whole = bottom * BigInt(over)
  return Number((2n * top + whole) / (2n * whole))
}
