import { bases, crews, ingredientNames, placeNames, productNames, supplierNames } from './names.ts'
import type { RecordWriter, WrittenProduct } from './recordWriter.ts'
import type { Chance } from '../../../shared/testing/seeded.ts'

export interface Ingredient {
  readonly id: number
  readonly unit: string
  /** What one batch takes. */
  readonly takes: number
  readonly suppliers: readonly number[]
  /** Lots that are there, the oldest first. */
  readonly open: number[]
}

export interface Product extends WrittenProduct {
  readonly lines: readonly Ingredient[]
  /** Its base product, of which each batch takes one unit. */
  readonly base: Product | undefined
  /** Made lots, and how many units of each are still kept for other batches. */
  readonly kept: { readonly lotId: number; units: number }[]
}

/** Writes what a kitchen has before its first batch: whom it buys from, what it makes of what, who makes it, where it goes. */
export function furnish(writer: RecordWriter, chance: Chance, day: string) {
  writer.setting('lotFormat', 'date')
  writer.setting('name', 'Ten Years Preserves')
  const suppliers = supplierNames.map((name) => writer.supplier(name))
  const ingredients = ingredientNames.map(([name, unit]): Ingredient => {
    const [first, second] = [chance.pick(suppliers), chance.pick(suppliers)]
    return { id: writer.ingredient(name, unit), unit, takes: 1 + chance.below(8), suppliers: [first, second], open: [] }
  })
  const products: Product[] = []
  productNames.forEach(([name, code], at) => {
    const base = at >= bases && at % 4 === 0 ? products[at % bases] : undefined
    const lines = new Set(ingredients.slice(0, 2))
    while (lines.size < (base ? 7 : 8)) lines.add(chance.pick(ingredients))
    const recipe = [...lines].map(({ id, takes, unit }) => ({ itemId: id, amount: { count: takes, unit } }))
    if (base) recipe.push({ itemId: base.productId, amount: { count: 1, unit: base.unit } })
    const written = writer.product({ name, code, unit: 'jar', made: 50, lines: recipe }, day)
    products.push({ ...written, lines: [...lines], base, kept: [] })
  })
  return {
    products,
    people: crews.people.map((name) => writer.person(name)),
    equipment: crews.equipment.map((name) => writer.equipment(name)),
    places: placeNames.map(([name, kind]) => ({ id: writer.place(name, kind), name })),
  }
}

/** A place, the busy ones much more often. */
export function placeNear<T>(places: readonly T[], chance: Chance): T {
  const [place] = places.slice(Math.floor(places.length * chance.next() ** 3))
  return place ?? chance.pick(places)
}

/** What a supplier may print on a bag: a number, a date, letters. */
export function supplierLotOf(count: number, chance: Chance): string {
  const number = String(10_000 + count)
  return chance.pick([`L${number}`, `PKT-${number}`, `${number}/${chance.below(900) + 100}`, `B${number}X`])
}
