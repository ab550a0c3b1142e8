import type { ColumnUse } from '../../../shared/import/guessTable.ts'
import { headKey } from '../../../shared/import/headKey.ts'
import type { SheetSettings } from './plan.ts'

interface Shop {
  readonly name: string
  readonly placeKind: SheetSettings['placeKind']
  /** Heads that only this shop’s file of orders has. */
  readonly heads: readonly string[]
  /** What its heads are; others are left out. */
  readonly fields: Readonly<Record<string, string>>
}

/** Files of orders by the heads that the shops give them; a head that is not there is passed over. */
const shops: readonly Shop[] = [
  {
    name: 'Shopify',
    placeKind: 'online',
    heads: ['lineitem name', 'lineitem quantity', 'financial status'],
    fields: {
      name: 'reference',
      'created at': 'date',
      email: 'note',
      'financial status': 'status',
      'lineitem quantity': 'units',
      'lineitem name': 'product',
      'lineitem price': 'price',
      'lineitem sku': 'sku',
    },
  },
  {
    name: 'Etsy',
    placeKind: 'online',
    heads: ['sale date', 'item name', 'order id'],
    fields: {
      'sale date': 'date',
      'item name': 'product',
      quantity: 'units',
      price: 'price',
      'order id': 'reference',
      sku: 'sku',
      buyer: 'note',
    },
  },
  {
    name: 'Square',
    placeKind: 'market',
    heads: ['item', 'qty', 'transaction id', 'gross sales'],
    fields: {
      date: 'date',
      item: 'product',
      qty: 'units',
      sku: 'sku',
      'gross sales': 'total',
      'transaction id': 'reference',
      'customer name': 'note',
    },
  },
]

/** How the file of a known shop is read: it went to the shop, month first, its own columns. Undefined for other files. */
export function readShop(
  heads: readonly string[],
): { readonly settings: Partial<SheetSettings>; readonly columns: readonly ColumnUse[] } | undefined {
  const keys = heads.map(headKey)
  const shop = shops.find((each) => each.heads.every((head) => keys.includes(head)))
  if (!shop) return undefined
  const taken = new Set<string>()
  const columns = keys.map((key): ColumnUse => {
    const field = shop.fields[key]
    if (field === undefined || taken.has(field)) return { kind: 'none' }
    taken.add(field)
    return { kind: 'field', field }
  })
  return { settings: { place: shop.name, placeKind: shop.placeKind, dateOrder: 'month first' }, columns }
}
