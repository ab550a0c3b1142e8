/** What one sale unit declares to hold, in base units of its dimension. */
interface PackNet {
  readonly dimension: string
  readonly base: number
}

export interface PlannedPack {
  readonly itemId: number
  readonly net: PackNet | null
  /** Units of it that one recipe usually gives; null where nobody said. */
  readonly usual: number | null
}

/**
 * How many units of each pack a cook gives, where the recipe's yield is in units of the main pack. Further packs take
 * what they usually take, scaled and rounded down; the main pack takes the rest, rounded down. Where the contents of
 * two packs cannot be compared, one unit of the one counts as one of the other.
 * @param main the main pack
 * @param planned units of the main pack that the whole cook would fill
 * @param recipeYield units of the main pack that one recipe fills
 */
export function expectedUnits(
  main: PlannedPack,
  others: readonly PlannedPack[],
  planned: number,
  recipeYield: number,
): ReadonlyMap<number, number> {
  const units = new Map<number, number>()
  // What is left for the main pack, in parts of one unit of it: all packs in one fraction, rounded once.
  let left = { top: BigInt(planned), bottom: 1n }
  for (const pack of others) {
    const wanted = (BigInt(pack.usual ?? 0) * BigInt(planned)) / BigInt(recipeYield)
    const size = shareOf(pack.net, main.net)
    const fits = (left.top * size.bottom) / (left.bottom * size.top)
    const taken = wanted < fits ? wanted : fits
    units.set(pack.itemId, Number(taken))
    left = {
      top: left.top * size.bottom - taken * size.top * left.bottom,
      bottom: left.bottom * size.bottom,
    }
  }
  return new Map([[main.itemId, Number(left.top / left.bottom)], ...units])
}

/** How many of the main pack one unit of another is. */
export function shareOf(net: PackNet | null, main: PackNet | null): { readonly top: bigint; readonly bottom: bigint } {
  if (net === null || main === null || net.dimension !== main.dimension) return { top: 1n, bottom: 1n }
  return { top: BigInt(net.base), bottom: BigInt(main.base) }
}

/** The name under which the lots and labels of a further pack go: `Strawberry jam, 4 oz jar`. */
export function packItemName(product: string, pack: string): string {
  return `${product}, ${pack}`
}
