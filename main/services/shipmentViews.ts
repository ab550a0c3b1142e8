import type { Output } from '../../shared/api/operation.ts'
import type { shipping } from '../../shared/api/shipping.ts'
import { showRanges } from '../../shared/domain/serialRange.ts'
import { returnedLines, returnsOf, unitsBack } from '../db/repos/returns.ts'
import { rangesByMovement } from '../db/repos/movements.ts'
import { shipmentLines } from '../db/repos/shipments.ts'
import type { Db } from '../db/schema.ts'

type SentLine = Output<typeof shipping.send>['lines'][number]
type CameBack = Output<typeof shipping.list>['rows'][number]['returns'][number]

/** The lines of some shipments as screens show them, by shipment. */
export async function linesOf(db: Db, shipmentIds: readonly number[]): Promise<Map<number, SentLine[]>> {
  const rows = await shipmentLines(db, 'shipment_id', shipmentIds)
  const ranges = await rangesByMovement(
    db,
    rows.map((row) => row.movement_id),
  )
  const back = await unitsBack(
    db,
    rows.map((row) => row.id),
  )
  const lines = new Map<number, SentLine[]>(shipmentIds.map((id) => [id, []]))
  for (const row of rows)
    lines.get(row.shipment_id)?.push({
      lotId: row.lot_id,
      batchId: row.batch_id,
      lotNumber: row.lot_number,
      product: row.product,
      unit: row.unit,
      units: row.units,
      serials: showRanges(ranges.get(row.movement_id) ?? []),
      basis: row.basis,
      priceCents: row.price_cents,
      back: back.get(row.id) ?? 0,
    })
  return lines
}

/** What came back of some shipments, by shipment; a return from a place may be of several. */
export async function returnsByShipment(db: Db, shipmentIds: readonly number[]): Promise<Map<number, CameBack[]>> {
  const returns = await returnsOf(db, shipmentIds)
  const lines = await returnedLines(
    db,
    returns.map((row) => row.id),
  )
  const byShipment = new Map<number, CameBack[]>(shipmentIds.map((id) => [id, []]))
  for (const row of returns) {
    const mine = lines.filter((line) => line.returned_id === row.id)
    const shipments = new Set([...mine.map((line) => line.shipment_id), ...(row.shipment_id ? [row.shipment_id] : [])])
    for (const shipmentId of shipments)
      byShipment.get(shipmentId)?.push({
        id: row.id,
        day: row.day,
        reason: row.reason,
        units: mine.reduce((sum, line) => sum + (line.shipment_id === shipmentId ? line.units : 0), 0),
        cashCents: row.shipment_id === shipmentId ? row.cash_cents : null,
        marketDay: row.shipment_id === shipmentId,
      })
  }
  return byShipment
}
