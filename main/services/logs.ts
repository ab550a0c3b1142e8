import type { Log } from '../../shared/api/records.ts'
import { showDay } from '../../shared/domain/day.ts'
import { formatQuantity } from '../../shared/domain/quantity.ts'
import { showRanges } from '../../shared/domain/serialRange.ts'
import { type CleaningRow, cleaningBetween, type ReadingRow, readingsBetween } from '../db/repos/kitchenLogs.ts'
import {
  type Period,
  type ProductionRow,
  productionBetween,
  type ReceivedRow,
  receivedBetween,
  type UsedRow,
  usedBetween,
} from '../db/repos/records.ts'
import type { Db } from '../db/schema.ts'
import { type Column, type Sheet, sheetOf } from '../reports/sheet.ts'
import { type SaleLine, salesBetween, type SalesDay, salesDays } from './sales.ts'

interface LogOfPeriod extends Period {
  readonly log: Log
  readonly placeId?: number | null | undefined
}

/** One record of a period as a plain table, every row of it. */
export async function logOf(db: Db, { log, placeId, ...period }: LogOfPeriod): Promise<Sheet> {
  switch (log) {
    case 'production':
      return sheetOf('Production log', production, await productionBetween(db, period))
    case 'received':
      return sheetOf('Ingredients received', received, await receivedBetween(db, period))
    case 'used':
      return sheetOf('Ingredients used', used, await usedBetween(db, period))
    case 'sales':
      return sheetOf('Sales log', sales, await salesTo(db, period, placeId))
    case 'days':
      return sheetOf('Sales by day', days, salesDays(await salesTo(db, period, placeId)))
    case 'cleaning':
      return sheetOf('Cleaning log', cleaning, await cleaningBetween(db, period))
    case 'readings':
      return sheetOf('Readings', readings, await readingsBetween(db, period))
  }
}

async function salesTo(db: Db, period: Period, placeId: number | null | undefined): Promise<SaleLine[]> {
  const lines = await salesBetween(db, period)
  return placeId ? lines.filter((line) => line.place_id === placeId) : lines
}

const production: readonly Column<ProductionRow>[] = [
  { key: 'made_on', head: 'Made on', kind: 'day', cell: (row) => row.made_on },
  { key: 'lot_number', head: 'Lot number', kind: 'text', cell: (row) => row.lot_number },
  { key: 'product', head: 'Product', kind: 'text', cell: (row) => row.product },
  { key: 'made', head: 'Made', kind: 'number', cell: (row) => row.made },
  { key: 'unit', head: 'Unit', kind: 'text', cell: (row) => row.unit },
  { key: 'on_hand', head: 'On hand', kind: 'number', cell: (row) => row.on_hand },
  { key: 'sent', head: 'Sent', kind: 'number', cell: (row) => row.sent },
  { key: 'discarded', head: 'Discarded', kind: 'number', cell: (row) => row.discarded },
  { key: 'set_aside', head: 'Set aside', kind: 'number', cell: (row) => row.set_aside },
  { key: 'used_in_batches', head: 'Used in batches', kind: 'number', cell: (row) => row.used },
  { key: 'other', head: 'Sampled, own use, missing', kind: 'number', cell: (row) => row.otherwise },
  { key: 'best_by', head: 'Best by', kind: 'day', cell: (row) => row.best_by },
  { key: 'made_by', head: 'Made by', kind: 'text', cell: (row) => row.people },
  { key: 'equipment', head: 'With', kind: 'text', cell: (row) => row.equipment },
  { key: 'recipe_version', head: 'Recipe version', kind: 'number', cell: (row) => row.recipe_version },
  { key: 'state', head: 'State', kind: 'text', cell: (row) => (row.void_reason === null ? row.state : 'void') },
  { key: 'note', head: 'Note', kind: 'text', cell: (row) => [row.void_reason, row.note].filter(Boolean).join('; ') },
]

const received: readonly Column<ReceivedRow>[] = [
  { key: 'received_on', head: 'Received on', kind: 'day', cell: (row) => row.received_on },
  { key: 'ingredient', head: 'Ingredient', kind: 'text', cell: (row) => row.ingredient },
  { key: 'quantity', head: 'Quantity', kind: 'text', cell: (row) => row.typed },
  { key: 'supplier', head: 'Supplier', kind: 'text', cell: (row) => row.supplier },
  { key: 'supplier_lot', head: 'Supplier’s lot', kind: 'text', cell: (row) => row.supplier_lot },
  { key: 'best_by', head: 'Best by', kind: 'day', cell: (row) => row.best_by },
  { key: 'cost', head: 'Cost', kind: 'money', cell: (row) => row.cost_cents },
  { key: 'left', head: 'Left', kind: 'text', cell: (row) => formatQuantity(row.on_hand, row.unit) },
  { key: 'hold', head: 'On hold', kind: 'text', cell: (row) => (row.held === 1 ? 'on hold' : '') },
]

const used: readonly Column<UsedRow>[] = [
  { key: 'made_on', head: 'Made on', kind: 'day', cell: (row) => row.made_on },
  { key: 'lot_number', head: 'Lot number', kind: 'text', cell: (row) => row.lot_number },
  { key: 'product', head: 'Product', kind: 'text', cell: (row) => row.product },
  { key: 'ingredient', head: 'Ingredient', kind: 'text', cell: (row) => row.ingredient },
  { key: 'quantity', head: 'Quantity', kind: 'text', cell: (row) => row.typed },
  { key: 'from_lot', head: 'From', kind: 'text', cell: fromLot },
  { key: 'supplier_lot', head: 'Supplier’s lot', kind: 'text', cell: (row) => row.supplier_lot },
  { key: 'received_on', head: 'Received on', kind: 'day', cell: (row) => row.received_on },
  { key: 'basis', head: 'How known', kind: 'text', cell: (row) => (row.lot_id === null ? 'unknown' : row.basis) },
]

function fromLot(row: UsedRow): string {
  if (row.lot_id === null) return 'lot not recorded'
  if (row.made_lot !== null) return row.made_lot
  const day = row.received_on === null ? 'no date' : showDay(row.received_on)
  return `${row.supplier ?? 'supplier not recorded'}, ${day}`
}

const sales: readonly Column<SaleLine>[] = [
  { key: 'sent_on', head: 'Day', kind: 'day', cell: (row) => row.sent_on },
  { key: 'place', head: 'Place', kind: 'text', cell: (row) => row.place },
  { key: 'kind', head: 'Kind', kind: 'text', cell: (row) => row.place_kind },
  { key: 'purpose', head: 'For', kind: 'text', cell: (row) => row.purpose },
  { key: 'reference', head: 'Number', kind: 'text', cell: (row) => row.reference },
  { key: 'product', head: 'Product', kind: 'text', cell: (row) => row.product },
  { key: 'lot_number', head: 'Lot number', kind: 'text', cell: (row) => row.lot_number },
  { key: 'serials', head: 'Units sent', kind: 'text', cell: (row) => showRanges(row.ranges) },
  { key: 'out', head: 'Out', kind: 'number', cell: (row) => row.units },
  { key: 'back', head: 'Back', kind: 'number', cell: (row) => row.back },
  { key: 'sold', head: 'Sold', kind: 'number', cell: (row) => row.sold },
  { key: 'unit', head: 'Unit', kind: 'text', cell: (row) => row.unit },
  { key: 'price_each', head: 'Price each', kind: 'money', cell: (row) => row.price_cents },
  { key: 'amount', head: 'Amount', kind: 'money', cell: (row) => row.amount },
]

const days: readonly Column<SalesDay>[] = [
  { key: 'day', head: 'Day', kind: 'day', cell: (row) => row.day },
  { key: 'place', head: 'Place', kind: 'text', cell: (row) => row.place },
  { key: 'number', head: 'Number', kind: 'text', cell: (row) => row.reference },
  { key: 'out', head: 'Out', kind: 'number', cell: (row) => row.out },
  { key: 'back', head: 'Back', kind: 'number', cell: (row) => row.back },
  { key: 'sold', head: 'Sold', kind: 'number', cell: (row) => row.sold },
  { key: 'at_prices', head: 'At the prices', kind: 'money', cell: (row) => row.atPrices },
  { key: 'money_taken', head: 'Money taken', kind: 'money', cell: (row) => row.cash },
  { key: 'sales', head: 'Sales', kind: 'money', cell: (row) => row.total },
  { key: 'without_price', head: 'Units without a price', kind: 'number', cell: (row) => row.unpriced },
]

const cleaning: readonly Column<CleaningRow>[] = [
  { key: 'day', head: 'Day', kind: 'day', cell: (row) => row.day },
  { key: 'equipment', head: 'Equipment', kind: 'text', cell: (row) => row.equipment },
  { key: 'done', head: 'Done', kind: 'text', cell: (row) => row.done },
  { key: 'how', head: 'How', kind: 'text', cell: (row) => row.how },
  { key: 'by', head: 'By', kind: 'text', cell: (row) => row.person },
]

const readings: readonly Column<ReadingRow>[] = [
  { key: 'made_on', head: 'Made on', kind: 'day', cell: (row) => row.made_on },
  { key: 'lot_number', head: 'Lot number', kind: 'text', cell: (row) => row.lot_number },
  { key: 'product', head: 'Product', kind: 'text', cell: (row) => row.product },
  { key: 'reading', head: 'Reading', kind: 'text', cell: (row) => row.name },
  { key: 'value', head: 'Value', kind: 'number', cell: (row) => row.thousandths / 1000 },
  { key: 'unit', head: 'Unit', kind: 'text', cell: (row) => row.unit },
]
