import { type AllergenFacts, joinFacts } from '../../shared/domain/allergens.ts'
import type { Factor } from '../../shared/domain/factor.ts'
import { parseQuantity } from '../../shared/domain/quantity.ts'
import { inList, type StatementPart } from '../../shared/domain/statement.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import type { FactRow } from '../db/repos/facts.ts'
import { packsOfProducts } from '../db/repos/packs.ts'
import { type PartRow, partsOfProducts } from '../db/repos/recipes.ts'
import type { Db } from '../db/schema.ts'
import { freshLookups, type Lookups } from './lookups.ts'

/** What some products are made of by their current recipes, through every level, and what is known of what is bought. */
export interface Composition {
  /** Recipe lines by product. */
  readonly lines: ReadonlyMap<number, readonly PartRow[]>
  /** Facts of bought ingredients, in general and by supplier. */
  readonly facts: ReadonlyMap<number, readonly FactRow[]>
  /** Names of everything in it. */
  readonly names: ReadonlyMap<number, string>
  /** What one unit of a pack declares to weigh, in base units; absent where it does not say. */
  readonly unitWeights: ReadonlyMap<number, number>
  /** What a weight is in an ingredient's own measure, by the kitchen's own factors. */
  readonly massFactors: ReadonlyMap<number, Factor>
  /** What one unit weighs by its recipe, and its leaves, reckoned once for each product. */
  readonly reckoned: { readonly shares: Map<number, number | null>; readonly leaves: Map<number, Leaves> }
}

/** Bought ingredients in a product through every level, each with its part of the whole in parts of WHOLE; null where it is unknown. */
type Leaves = ReadonlyMap<number, bigint | null>

const WHOLE = 1_000_000_000_000n
/** Brackets within brackets that people still read; what is deeper is listed as bought ingredients. */
const MAX_BRACKETS = 3

/** Looks into products level by level, each once. */
export async function compositionOf(
  db: Db,
  { productIds, itemIds = [] }: { readonly productIds: readonly number[]; readonly itemIds?: readonly number[] },
  lookups: Lookups = freshLookups,
): Promise<Composition> {
  const lines = new Map<number, PartRow[]>()
  let open = [...new Set(productIds)]
  while (open.length > 0) {
    for (const id of open) lines.set(id, [])
    const rows = await partsOfProducts(db, open)
    for (const row of rows) lines.get(row.made_id)?.push(row)
    open = [...new Set(rows.filter((row) => row.kind === 'product').map((row) => row.product_id))].filter(
      (id) => !lines.has(id),
    )
  }
  const all = [...lines.values()].flat()
  const bought = [...all.filter((row) => row.kind === 'ingredient').map((row) => row.item_id), ...itemIds]
  const items = await lookups.items(db, [...lines.keys(), ...all.map((row) => row.item_id), ...itemIds])
  return {
    lines,
    facts: Map.groupBy(await lookups.facts(db, bought), (fact) => fact.item_id),
    names: new Map([...items.values()].map((item) => [item.id, item.name])),
    massFactors: new Map(
      [...items.values()].flatMap(({ id, factors }) => {
        const factor = factors.find((each) => each.measure === 'mass')
        return factor ? [[id, factor] as const] : []
      }),
    ),
    unitWeights: await unitWeightsOf(db, [...lines.keys()]),
    reckoned: { shares: new Map(), leaves: new Map() },
  }
}

async function unitWeightsOf(db: Db, productIds: readonly number[]): Promise<Map<number, number>> {
  const packs = await packsOfProducts(db, productIds)
  return new Map(
    packs.flatMap(({ item_id, net }) => {
      const parsed = net === null ? null : parseQuantity(net, 'each')
      return parsed?.ok && parsed.quantity.dimension === 'mass' ? [[item_id, parsed.quantity.base] as const] : []
    }),
  )
}

/** What is known of an ingredient: by its supplier, else in general; of an unknown lot, by whatever any supplier says. */
export function factsFor(
  { facts, names }: Pick<Composition, 'facts' | 'names'>,
  itemId: number,
  supplierId: number | null | 'any',
): { readonly known: readonly FactRow[]; readonly allergens: AllergenFacts } {
  const rows = facts.get(itemId) ?? []
  const general = rows.filter((row) => row.supplier_id === null)
  const own = supplierId === 'any' ? rows : rows.filter((row) => supplierId !== null && row.supplier_id === supplierId)
  const known = own.length > 0 ? own : general
  const allergens = joinFacts(
    known.map((row) => ({ contains: row.contains, mayContain: row.may_contain, unchecked: [] })),
  )
  return { known, allergens: known.length > 0 ? allergens : { ...allergens, unchecked: [names.get(itemId) ?? ''] } }
}

/** The parts of a product by its recipe, for its list of ingredients. */
export function statementParts(composition: Composition, productId: number, brackets = 0): StatementPart[] {
  return (composition.lines.get(productId) ?? []).map((line) =>
    line.kind === 'ingredient'
      ? boughtPart(composition, { itemId: line.item_id, weight: weightOf(composition, line), supplierId: 'any' })
      : madePart(composition, line, weightOf(composition, line), brackets),
  )
}

/** A product of one's own as a part of another, with what it is made of by its current recipe. */
export function madePart(
  composition: Composition,
  { product_id }: { readonly product_id: number },
  weight: number | null,
  brackets = 0,
): StatementPart {
  return {
    name: inList(composition.names.get(product_id) ?? ''),
    weight,
    madeOf:
      brackets + 1 < MAX_BRACKETS
        ? statementParts(composition, product_id, brackets + 1)
        : [...leavesOf(composition, product_id)].map(([itemId, share]) =>
            boughtPart(composition, { itemId, weight: share === null ? null : Number(share), supplierId: 'any' }),
          ),
  }
}

function leavesOf(composition: Composition, productId: number): Leaves {
  const known = composition.reckoned.leaves.get(productId)
  if (known) return known
  const leaves = new Map<number, bigint | null>()
  const lines = composition.lines.get(productId) ?? []
  const weights = lines.map((line) => weightOf(composition, line))
  const total = weights.reduce<bigint>((sum, weight) => sum + BigInt(weight ?? 0), 0n)
  for (const [at, line] of lines.entries()) {
    const weight = weights[at] ?? null
    const inside: Leaves =
      line.kind === 'ingredient' ? new Map([[line.item_id, WHOLE]]) : leavesOf(composition, line.product_id)
    for (const [itemId, share] of inside) {
      const before = leaves.get(itemId)
      const part = weight === null || share === null || total === 0n ? null : (BigInt(weight) * share) / total
      leaves.set(itemId, before === null || part === null ? null : (before ?? 0n) + part)
    }
  }
  composition.reckoned.leaves.set(productId, leaves)
  return leaves
}

/** A bought ingredient as a list of ingredients names it. */
export function boughtPart(
  composition: Composition,
  part: { readonly itemId: number; readonly weight: number | null; readonly supplierId: number | null | 'any' },
): StatementPart {
  const { known } = factsFor(composition, part.itemId, part.supplierId)
  const general = (composition.facts.get(part.itemId) ?? []).find((row) => row.supplier_id === null)
  const name = known.find((row) => row.label_name !== '')?.label_name ?? general?.label_name
  return {
    name: name || inList(composition.names.get(part.itemId) ?? ''),
    weight: part.weight,
    madeOf: [...new Set(known.map((row) => row.made_of).filter((text) => text !== ''))].join('; '),
  }
}

/**
 * What an amount of an item weighs, in base units of weight; null where nobody has said so. A unit of a product weighs
 * what its pack declares, else its share of what goes into the recipe.
 */
export function weightOf(
  composition: Composition,
  part: Pick<PartRow, 'item_id' | 'kind' | 'product_id' | 'dimension' | 'base'>,
): number | null {
  if (part.dimension === 'mass') return part.base
  if (part.kind === 'ingredient') {
    const factor = composition.massFactors.get(part.item_id)
    return factor ? Number((BigInt(part.base) * BigInt(factor.one)) / BigInt(factor.equals)) : null
  }
  const unit = composition.unitWeights.get(part.item_id) ?? recipeShare(composition, part)
  return unit === null ? null : Number((BigInt(unit) * BigInt(part.base)) / BigInt(ONE_PIECE))
}

function recipeShare(composition: Composition, part: Pick<PartRow, 'item_id' | 'product_id'>): number | null {
  if (part.item_id !== part.product_id) return null
  const known = composition.reckoned.shares.get(part.product_id)
  if (known !== undefined) return known
  const lines = composition.lines.get(part.product_id) ?? []
  const weights = lines.map((line) => weightOf(composition, line))
  const recipeYield = lines[0]?.recipe_yield
  const share =
    recipeYield === undefined || weights.includes(null)
      ? null
      : Math.floor(weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0) / recipeYield)
  composition.reckoned.shares.set(part.product_id, share)
  return share
}
