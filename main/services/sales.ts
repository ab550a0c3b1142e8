import { takings } from '../../shared/domain/sales.ts'
import type { SerialRange } from '../../shared/domain/serialRange.ts'
import { cashOf, type Period, sentBetween, sentWithBatches, type SoldRow } from '../db/repos/records.ts'
import { unitsBack } from '../db/repos/returns.ts'
import { rangesByMovement } from '../db/repos/movements.ts'
import type { Db } from '../db/schema.ts'

/** A line of the sales log: what went, what came back, and what it brought in. */
export interface SaleLine extends SoldRow {
  readonly ranges: readonly SerialRange[]
  readonly back: number
  /** 0 for what was not sold: gifts, samples, own use, destroyed, exchanges. */
  readonly sold: number
  /** Cents; null where neither a price nor the money taken is recorded. */
  readonly amount: number | null
  /** Money counted for the whole shipment; null where nobody did. */
  readonly cash: number | null
}

/** Everything that left in a period, with what was sold of it, in order of day. */
export async function salesBetween(db: Db, period: Period): Promise<SaleLine[]> {
  return await reckon(db, await sentBetween(db, period))
}

/** Everything that left of some batches, whenever; money counted for a whole shipment is shared with what else was in it. */
export async function salesOfBatches(db: Db, batchIds: readonly number[]): Promise<SaleLine[]> {
  const asked = new Set(batchIds)
  return (await reckon(db, await sentWithBatches(db, batchIds))).filter((line) => asked.has(line.batch_id))
}

/** @param rows every line of the shipments that they are of */
async function reckon(db: Db, rows: readonly SoldRow[]): Promise<SaleLine[]> {
  const ranges = await rangesByMovement(
    db,
    rows.map((row) => row.movement_id),
  )
  const back = await unitsBack(
    db,
    rows.map((row) => row.line_id),
  )
  const cash = await cashOf(db, [...new Set(rows.map((row) => row.shipment_id))])
  return [...Map.groupBy(rows, (row) => row.shipment_id)].flatMap(([shipmentId, lines]) => {
    const sold = lines.map((line) => ({
      sold: line.purpose === 'sale' ? line.units - (back.get(line.line_id) ?? 0) : 0,
      priceCents: line.price_cents,
    }))
    const taken = cash.get(shipmentId) ?? null
    const { lines: amounts } = takings(sold, taken)
    return lines.map((line, at) => ({
      ...line,
      ranges: ranges.get(line.movement_id) ?? [],
      back: back.get(line.line_id) ?? 0,
      sold: sold[at]?.sold ?? 0,
      amount: line.purpose === 'sale' ? (amounts[at] ?? null) : null,
      cash: taken,
    }))
  })
}

/** Sales of one shipment: a market day, a delivery, an order. */
export interface SalesDay {
  readonly day: string
  readonly place: string
  readonly reference: string
  readonly out: number
  readonly back: number
  readonly sold: number
  /** Null where no line has a price. */
  readonly atPrices: number | null
  readonly cash: number | null
  /** Null where neither a price nor the money taken is recorded. */
  readonly total: number | null
  readonly unpriced: number
}

export function salesDays(lines: readonly SaleLine[]): SalesDay[] {
  const sales = lines.filter((line) => line.purpose === 'sale')
  return [...Map.groupBy(sales, (line) => line.shipment_id).values()].map((of) => {
    const sum = (figure: (line: SaleLine) => number) => of.reduce((total, line) => total + figure(line), 0)
    const cash = of[0]?.cash ?? null
    const isPriced = of.some((line) => line.price_cents !== null)
    const { totalCents, unpriced } = takings(
      of.map((line) => ({ sold: line.sold, priceCents: line.price_cents })),
      cash,
    )
    return {
      day: of[0]?.sent_on ?? '',
      place: of[0]?.place ?? '',
      reference: of[0]?.reference ?? '',
      out: sum((line) => line.units),
      back: sum((line) => line.back),
      sold: sum((line) => line.sold),
      atPrices: isPriced ? sum((line) => line.sold * (line.price_cents ?? 0)) : null,
      cash,
      total: isPriced || cash !== null ? totalCents : null,
      unpriced,
    }
  })
}
