import { AppError, fieldError } from '../../shared/api/errors.ts'
import { measureOf, ownUnitsOf, toOwnMeasure } from '../../shared/domain/factor.ts'
import {
  countWord,
  dimensionWord,
  exactQuantityText,
  parseQuantity,
  type Quantity,
} from '../../shared/domain/quantity.ts'
import { unitNamed } from '../../shared/domain/units.ts'
import { insertItem, type Item, itemNamed } from '../db/repos/items.ts'
import type { Db } from '../db/schema.ts'
import { say, sayWord } from '../../shared/words/say.ts'

type Kept = Pick<Item, 'id' | 'name' | 'dimension' | 'unit' | 'factors'>

/**
 * Reads a typed quantity of an item; a bare number takes the item's own unit. What is typed in another measure is
 * converted by the kitchen's own factor for the item, exactly and rounded to the nearest base unit (toOwnMeasure).
 * @throws AppError `invalid_input` naming the field, for what is no quantity, or no factor says how to convert
 */
export function quantityFor(item: Kept, text: string, field: string): Quantity {
  const parsed = parseQuantity(text, item.unit, ownUnitsOf(item.factors))
  if (!parsed.ok) throw unreadable(item, text, field, parsed.message)
  const { quantity } = parsed
  const base = toOwnMeasure(quantity, item, item.factors)
  if (base !== undefined) {
    const converted = item.factors.some((factor) => factor.measure === measureOf(quantity.unit, item))
    return converted || quantity.dimension !== item.dimension
      ? { text: quantity.text, dimension: item.dimension, base, unit: item.unit }
      : quantity
  }
  const one = `1 ${oneOf(quantity.unit)}`
  const offer = factorOffer(item, one)
  if (item.factors.some((factor) => factor.measure === measureOf(quantity.unit, item)))
    throw fieldError(
      field,
      say('“{text}” of {item} is too little or too much to be kept. Check the number.', {
        text: quantity.text,
        item: item.name,
      }),
    )
  throw missingFactor(
    field,
    say(
      '{item} is kept by {dimension} (in {unit}), and “{text}” is {typedAs}. Type it in {unit}, or enter what {one} of it is in {other}.',
      {
        item: item.name,
        dimension: sayWord(dimensionWord(item.dimension)),
        unit: item.unit,
        text: quantity.text,
        typedAs: sayWord(dimensionWord(quantity.dimension)),
        one,
        other: offer.unit,
      },
    ),
    offer,
  )
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

/**
 * A quantity of the record as it would be read today: with today's factors, and in the item's own unit where the words
 * it was typed in mean nothing any more. What was recorded stays as it was.
 */
export function readToday(item: Kept, recorded: { readonly typed: string; readonly base: number }): Quantity {
  try {
    return quantityFor(item, recorded.typed, 'quantity')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { base } = recorded
    return { text: exactQuantityText(base, item.unit), dimension: item.dimension, base, unit: item.unit }
  }
}

/** A word that nobody knows may be one of this kitchen's: a flat, a scoop. */
function unreadable(item: Kept, text: string, field: string, message: string): AppError {
  const own = parseQuantity(text, item.unit, 'any')
  if (!own.ok) return fieldError(field, message)
  const one = `1 ${oneOf(own.quantity.unit)}`
  return missingFactor(
    field,
    `${message} ${say('Or enter what {one} of {item} is.', { one, item: item.name })}`,
    factorOffer(item, one),
  )
}

/** What to enter: the weight in grams and the volume in millilitres, whatever the item's larger unit is. */
function factorOffer(item: Kept, one: string) {
  const unit = { mass: 'g', volume: 'mL', count: oneOf(item.unit) }[item.dimension]
  return { itemId: item.id, ingredient: item.name, one, unit }
}

function oneOf(unitName: string): string {
  const unit = unitNamed(unitName)
  return unit.dimension === 'count' && unit.name !== 'dozen' && unit.name !== 'each'
    ? countWord(unit.name, 1)
    : unit.name
}

function missingFactor(field: string, message: string, offer: ReturnType<typeof factorOffer>): AppError {
  return new AppError({ ...fieldError(field, message).body, missingFactors: [{ field, ...offer }] })
}
