import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { ingredients } from '../../shared/api/ingredients.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { measureOf } from '../../shared/domain/factor.ts'
import { parseQuantity, type Quantity } from '../../shared/domain/quantity.ts'
import { insertFactor } from '../db/repos/ingredients.ts'
import { type Item, itemById } from '../db/repos/items.ts'
import { command, type Context } from './context.ts'
import { say } from '../../shared/words/say.ts'

/**
 * Enters a conversion. One of its sides is in the ingredient's own measure, whichever it is: `1 cup = 120 g` of flour
 * kept in lb. A later one of the same measure takes its place for what is typed from then on.
 */
export async function saveFactor(
  input: Input<typeof ingredients.saveFactor>,
  context: Context,
): Promise<Output<typeof ingredients.saveFactor>> {
  return await command(context, input, async ({ db, seq }) => {
    const item = await itemById(db, input.itemId)
    if (!item) throw notFound(say('This ingredient'))
    const own = measureOf(item.unit, item)
    const left = readSide(item, input.one, 'one')
    const right = readSide(item, input.equals, 'equals')
    const [one, equals] = measureOf(left.unit, item) === own ? [right, left] : [left, right]
    const measure = measureOf(one.unit, item)
    if (measure === own) throw fieldError('equals', bothAlike(item))
    if (measureOf(equals.unit, item) !== own)
      throw fieldError(
        'equals',
        say('{item} is kept in {unit}, so say what {quantity} of it is in {unit}.', {
          item: item.name,
          unit: item.unit,
          quantity: one.text,
        }),
      )
    await insertFactor(db, { itemId: item.id, measure, one: one.text, equals: equals.text, seq })
    return { itemId: item.id, one: one.text, equals: equals.text }
  })
}

export async function endFactor(
  input: Input<typeof ingredients.endFactor>,
  context: Context,
): Promise<Output<typeof ingredients.endFactor>> {
  return await command(context, input, async ({ db, seq }) => {
    const item = await itemById(db, input.itemId)
    const factor = item?.factors.find((each) => each.measure === input.measure)
    if (!item || !factor) throw notFound(say('This conversion'))
    await insertFactor(db, { itemId: item.id, measure: factor.measure, one: factor.oneText, equals: null, seq })
    return { itemId: item.id }
  })
}

function readSide(item: Item, text: string, field: string): Quantity {
  const parsed = parseQuantity(text, item.unit, 'any')
  if (!parsed.ok) throw fieldError(field, parsed.message)
  return parsed.quantity
}

function bothAlike({ dimension, unit }: Item): string {
  switch (dimension) {
    case 'mass':
      return say('Both sides are weights. Say what one of something else is, for example 1 cup.')
    case 'volume':
      return say('Both sides are volumes. Say what one of something else is, for example 1 cup.')
    case 'count':
      return say('Both sides are numbers of {unit}. Say what one of something else is, for example 1 cup.', { unit })
  }
}
