/** A table as people keep it, and what it is called. */
export interface Spreadsheet {
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const FIRST_DAY = Date.UTC(2016, 2, 1)
const DAYS = 3650
const suppliers = ['Valley Farm', 'Sunny Acres', 'Hilltop Growers', 'Green Gate Berries', 'Costco Main St', 'Amazon', 'Restaurant Depot', 'Hill Dairy'] // prettier-ignore
const ingredients = ['Strawberries', 'Sugar', 'Pectin', 'Lemon juice', 'Red peppers', 'Vinegar', 'Garlic', 'Salt', 'Butter', 'Flour', 'Cream', 'Oats', 'Honey', 'Blueberries', 'Peaches', 'Ginger'] // prettier-ignore
const products = ['Strawberry jam', 'Hot sauce', 'Granola', 'Shortbread', 'Peach butter', 'Blueberry jam', 'Ginger syrup', 'Caramel'] // prettier-ignore
const places = ['Saturday farmers market', 'Good Earth Co-op', 'Weekend market', 'Corner store', 'Online orders']

/**
 * Ten years of a kitchen in three tables: of every ten rows two of what was bought, six of what went into batches, six a
 * batch, and two of what was sent, half of them naming the batch.
 */
export function tenYearsOfTables(rows: number): readonly Spreadsheet[] {
  const bought = Math.round(rows / 5)
  const batches = Math.round(rows / 10)
  const sold = rows - bought - batches * 6
  const day = (at: number, of: number) => usDay(Math.floor((at * (DAYS - 30)) / of))
  return [
    {
      name: 'purchases.csv',
      heads: ['Date', 'Supplier', 'Ingredient', 'Quantity', 'Lot', 'Best by', 'Cost'],
      rows: Array.from({ length: bought }, (_, at) => [
        day(at, bought),
        pick(suppliers, at * 7),
        pick(ingredients, at),
        `${40 + (at % 25)} lb`,
        at % 3 === 0 ? `L-${at}` : '',
        usDay(Math.floor((at * (DAYS - 30)) / bought) + 200),
        `$${20 + (at % 60)}.50`,
      ]),
    },
    {
      name: 'batches.csv',
      heads: ['Batch number', 'Product', 'Made on', 'Made', 'Ingredient', 'Quantity used'],
      rows: Array.from({ length: batches }, (_, at) =>
        Array.from({ length: 6 }, (_u, use) => [
          `B-${at + 1}`,
          pick(products, at),
          usDay(Math.floor((at * (DAYS - 30)) / batches) + 1),
          use === 0 ? '48' : '',
          pick(ingredients, at + use * 3),
          `${2 + ((at + use) % 7)} lb`,
        ]),
      ).flat(),
    },
    {
      name: 'sales.csv',
      heads: ['Sold on', 'Customer', 'Product', 'Batch number', 'Units', 'Price each'],
      rows: Array.from({ length: sold }, (_, at) => {
        const batch = Math.floor((at * batches) / sold)
        return [
          usDay(Math.floor((batch * (DAYS - 30)) / batches) + 2 + (at % 5)),
          pick(places, at * 3),
          pick(products, batch),
          at % 2 === 0 ? `B-${batch + 1}` : '',
          String(1 + (at % 12)),
          `${6 + (at % 4)}.50`,
        ]
      }),
    },
  ]
}

export function csvOf({ heads, rows }: Spreadsheet): string {
  return `${[heads, ...rows].map((row) => row.join(',')).join('\n')}\n`
}

function pick(names: readonly string[], at: number): string {
  return names[at % names.length] ?? ''
}

function usDay(days: number): string {
  const date = new Date(FIRST_DAY + days * 86_400_000)
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`
}
