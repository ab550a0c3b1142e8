import { fieldError } from '../../shared/api/errors.ts'
import { dimensionWord, parseQuantity, type Quantity } from '../../shared/domain/quantity.ts'
import { insertItem, type Item, itemNamed } from '../db/repos/items.ts'
import type { Db } from '../db/schema.ts'

/**
 * Reads a typed quantity of an item; a bare number takes the item's own unit.
 * @throws AppError `invalid_input` naming the field, for what is no quantity or measures something else
 */
export function quantityFor(item: Pick<Item, 'name' | 'dimension' | 'unit'>, text: string, field: string): Quantity {
  const parsed = parseQuantity(text, item.unit)
  if (!parsed.ok) throw fieldError(field, parsed.message)
  const { quantity } = parsed
  if (quantity.dimension !== item.dimension)
    throw fieldError(
      field,
      `${item.name} is kept by ${dimensionWord(item.dimension)} (in ${item.unit}), and “${quantity.text}” is ${dimensionWord(quantity.dimension)}. Type it in ${item.unit}.`,
    )
  return quantity
}

/**
 * The item a line names and how much of it. A new name becomes a new ingredient, kept in the unit of this line.
 * @param path where the line stands in the input, for errors beside its fields
 */
export async function itemAndQuantity(
  db: Db,
  line: { readonly ingredient: string; readonly quantity: string },
  path: string,
): Promise<{ item: Item; quantity: Quantity }> {
  const known = await itemNamed(db, line.ingredient)
  if (known) return { item: known, quantity: quantityFor(known, line.quantity, `${path}.quantity`) }
  const parsed = parseQuantity(line.quantity)
  if (!parsed.ok) throw fieldError(`${path}.quantity`, parsed.message)
  const { dimension, unit } = parsed.quantity
  const item = await insertItem(db, {
    kind: 'ingredient',
    name: line.ingredient,
    pack_of: null,
    code: null,
    dimension,
    unit,
    shelf_life_days: null,
  })
  return { item, quantity: parsed.quantity }
}
