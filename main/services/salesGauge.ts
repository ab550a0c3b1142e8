import type { Input, Output } from '../../shared/api/operation.ts'
import type { rules } from '../../shared/api/rules.ts'
import type { Context } from './context.ts'
import { kitchenToday } from './context.ts'
import { readKitchenProfile } from './rules.ts'
import { salesBetween, salesDays } from './sales.ts'

/** Sales of a calendar year beside what the kitchen's state allows, in all and product by product. */
export async function gauge(input: Input<typeof rules.gauge>, context: Context): Promise<Output<typeof rules.gauge>> {
  return await context.store.read(async (db) => {
    const year = input.year ?? Number((await kitchenToday(db, context)).slice(0, 4))
    const lines = await salesBetween(db, { from: `${year}-01-01`, to: `${year}-12-31` })
    const days = salesDays(lines)
    const sold = lines.filter((line) => line.purpose === 'sale')
    return {
      year,
      profile: await readKitchenProfile(db),
      totalCents: days.reduce((sum, day) => sum + (day.total ?? 0), 0),
      unpriced: days.reduce((sum, day) => sum + day.unpriced, 0),
      products: [...Map.groupBy(sold, (line) => line.product_id)]
        .map(([productId, of]) => ({
          productId,
          product: of[0]?.product ?? '',
          cents: of.reduce((sum, line) => sum + (line.amount ?? 0), 0),
          unpriced: of.reduce((sum, line) => sum + (line.amount === null ? line.sold : 0), 0),
        }))
        .toSorted((a, b) => b.cents - a.cents),
    }
  })
}
