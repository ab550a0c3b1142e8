import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { ingredients } from '../../shared/api/ingredients.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { addDays } from '../../shared/domain/day.ts'
import { measureOf } from '../../shared/domain/factor.ts'
import { nameKey } from '../../shared/domain/names.ts'
import { dimensionWord, formatQuantity } from '../../shared/domain/quantity.ts'
import { findUnit, unitNamed } from '../../shared/domain/units.ts'
import {
  clearLevel,
  lowLevels,
  recipesUsing,
  renameIngredient,
  setLevel,
  usableStock,
  usesOfItem,
} from '../db/repos/ingredients.ts'
import { ingredientStock, type Item, itemById, itemNamed } from '../db/repos/items.ts'
import type { Db } from '../db/schema.ts'
import { command, type Context, kitchenToday, orNull } from './context.ts'
import { quantityFor } from './quantities.ts'
import { say } from '../../shared/words/say.ts'

const USES_SHOWN = 50
const YEAR_DAYS = 365

export async function getIngredient(
  { itemId }: Input<typeof ingredients.get>,
  context: Context,
): Promise<Output<typeof ingredients.get>> {
  return await context.store.read(async (db) => {
    const item = await knownIngredient(db, itemId)
    const today = await kitchenToday(db, context)
    const stock = (await ingredientStock(db)).find((row) => row.id === itemId)
    const uses = await usesOfItem(db, itemId, addDays(today, -YEAR_DAYS))
    const level = (await lowLevels(db)).find((row) => row.item_id === itemId)
    const usable = (await usableStock(db, today)).get(itemId) ?? 0
    const show = (base: number) => formatQuantity(base, item.unit)
    return {
      id: item.id,
      name: item.name,
      unit: item.unit,
      dimension: item.dimension,
      onHand: { base: stock?.on_hand ?? 0, text: show(stock?.on_hand ?? 0) },
      factors: item.factors.map(({ measure, oneText, equalsText }) => ({ measure, one: oneText, equals: equalsText })),
      low: level
        ? {
            text: level.level ?? show(level.base),
            set: level.level !== null,
            product: level.product,
            isLow: usable < level.base,
          }
        : null,
      recipes: (await recipesUsing(db, itemId)).map(({ id, name, typed }) => ({
        productId: id,
        product: name,
        quantity: typed,
      })),
      uses: uses.slice(0, USES_SHOWN).map((use) => ({
        batchId: use.id,
        lotNumber: use.lot_number,
        product: use.product,
        madeOn: use.made_on,
        quantity: use.typed,
      })),
      usedInAYear: show(uses.reduce((sum, use) => sum + use.base, 0)),
    }
  })
}

export async function saveIngredient(
  input: Input<typeof ingredients.save>,
  context: Context,
): Promise<Output<typeof ingredients.save>> {
  return await command(context, input, async ({ db }) => {
    const item = await knownIngredient(db, input.itemId)
    const other = await itemNamed(db, input.name)
    if (other && other.id !== item.id)
      throw fieldError('name', say('“{other}” is there already. Choose another name.', { other: other.name }))
    const unit = unitOf(item, input.unit)
    await renameIngredient(db, item.id, { name: input.name, name_key: nameKey(input.name), unit })
    const level = orNull(input.low)
    if (level === null) await clearLevel(db, item.id)
    else {
      const { text, base } = quantityFor({ ...item, unit }, level, 'low')
      await setLevel(db, { itemId: item.id, typed: text, base })
    }
    return { itemId: item.id }
  })
}

export async function runningLow(_input: unknown, context: Context): Promise<Output<typeof ingredients.low>> {
  return await context.store.read(async (db) => {
    const levels = new Map((await lowLevels(db)).map((row) => [row.item_id, row]))
    const usable = await usableStock(db, await kitchenToday(db, context))
    return (await ingredientStock(db))
      .flatMap(({ id, name, unit }) => {
        const level = levels.get(id)
        const there = usable.get(id) ?? 0
        if (!level || there >= level.base) return []
        const text = level.level ?? formatQuantity(level.base, unit)
        return [
          {
            id,
            name,
            usable: { base: there, text: formatQuantity(there, unit) },
            level: { base: level.base, text },
            product: level.product,
          },
        ]
      })
      .toSorted((a, b) => a.usable.base / a.level.base - b.usable.base / b.level.base)
  })
}

/** The unit an ingredient is shown in may change within what it measures; pieces keep their word or get another. */
function unitOf(item: Item, typed: string): string {
  const unit = findUnit(typed) ?? (item.dimension === 'count' ? unitNamed(typed.toLowerCase()) : undefined)
  if (!unit || unit.dimension !== item.dimension)
    throw fieldError(
      'unit',
      say('{item} is kept by {dimension}: choose another unit of that kind than “{typed}”.', {
        item: item.name,
        dimension: dimensionWord(item.dimension),
        typed,
      }),
    )
  if (item.dimension === 'count' && item.factors.some((factor) => factor.measure === measureOf(unit.name)))
    throw fieldError('unit', say('“{typed}” has a conversion of its own here. Take that away first.', { typed }))
  return unit.name
}

async function knownIngredient(db: Db, itemId: number): Promise<Item> {
  const item = await itemById(db, itemId)
  if (item?.kind !== 'ingredient') throw notFound(say('This ingredient'))
  return item
}
