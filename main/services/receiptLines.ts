import { notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { pantry } from '../../shared/api/pantry.ts'
import { ownUnitsOf } from '../../shared/domain/factor.ts'
import { readReceiptLine } from '../../shared/domain/receiptLine.ts'
import { meansOneThing } from '../../shared/domain/receiptNames.ts'
import { listSuppliers } from '../db/repos/directory.ts'
import { factorsOf } from '../db/repos/ingredients.ts'
import { ingredientStock } from '../db/repos/items.ts'
import { type Context, kitchenToday } from './context.ts'
import { say } from '../../shared/words/say.ts'

/** What a delivery typed in one line means, with the names this kitchen knows. */
export async function readLine(
  { text, itemId }: Input<typeof pantry.readLine>,
  context: Context,
): Promise<Output<typeof pantry.readLine>> {
  return await context.store.read(async (db) => {
    const ingredients = await ingredientStock(db)
    const ingredient = ingredients.find((row) => row.id === itemId)
    if (itemId && !ingredient) throw notFound(say('This ingredient'))
    const factors = await factorsOf(
      db,
      ingredients.map((row) => row.id),
    )
    const known = {
      ingredients,
      suppliers: await listSuppliers(db),
      ownUnits: ownUnitsOf([...factors.values()].flat()),
      ...(ingredient ? { ingredient } : {}),
    }
    const { readings, ...facts } = readReceiptLine(text ?? '', known, await kitchenToday(db, context))
    return {
      ...facts,
      certain: facts.problem === null && meansOneThing(readings),
      readings: readings.map((reading) => ({
        ingredient: reading.ingredient.name,
        itemId: reading.ingredient.id,
        supplier: reading.supplier?.name ?? null,
        supplierId: reading.supplier?.id ?? null,
      })),
    }
  })
}
