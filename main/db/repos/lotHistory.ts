import { showRanges } from '../../../shared/domain/serialRange.ts'
import type { Db } from '../schema.ts'
import { rangesByMovement } from './shipments.ts'

export interface LotEvent {
  readonly at: string
  readonly day: string
  readonly what: string
  /** Base units; null for what changes no quantity. */
  readonly delta: number | null
  readonly reason: string
}

/** Everything that ever happened to a lot, oldest first. */
export async function lotHistory(db: Db, lotId: number): Promise<LotEvent[]> {
  const events = [
    ...(await movementEvents(db, lotId)),
    ...(await holdEvents(db, lotId)),
    ...(await factEvents(db, lotId)),
  ]
  return events.toSorted((a, b) => a.seq - b.seq)
}

async function movementEvents(db: Db, lotId: number) {
  const rows = await db
    .selectFrom('movement')
    .innerJoin('audit', 'audit.seq', 'movement.seq')
    .leftJoin('batch_use', 'batch_use.id', 'movement.batch_use_id')
    .leftJoin('batch', 'batch.id', 'batch_use.batch_id')
    .leftJoin('shipment_line', 'shipment_line.id', 'movement.shipment_line_id')
    .leftJoin('shipment', 'shipment.id', 'shipment_line.shipment_id')
    .leftJoin('place', 'place.id', 'shipment.place_id')
    .leftJoin('pour', 'pour.id', 'movement.pour_id')
    .leftJoin('lot as bin_lot', 'bin_lot.id', 'pour.bin_lot_id')
    .leftJoin('bin', 'bin.id', 'bin_lot.bin_id')
    .leftJoin('lot as poured', 'poured.id', 'pour.lot_id')
    .leftJoin('supplier', 'supplier.id', 'poured.supplier_id')
    .where('movement.lot_id', '=', lotId)
    .orderBy('movement.id')
    .select(['movement.id', 'movement.seq', 'movement.kind', 'movement.delta', 'movement.day', 'movement.reason'])
    .select(['movement.takes_back', 'audit.at', 'batch.lot_number', 'place.name as place'])
    .select(['pour.lot_id as poured_lot_id', 'bin.name as bin', 'supplier.name as supplier'])
    .execute()
  const ranges = await rangesByMovement(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => {
    const units = showRanges(ranges.get(row.id) ?? [])
    const into = row.poured_lot_id === lotId ? ` into ${row.bin ?? 'a bin'}` : ` in from ${row.supplier ?? 'a bag'}`
    const where =
      row.poured_lot_id !== null ? into : row.lot_number ? ` in ${row.lot_number}` : row.place ? ` to ${row.place}` : ''
    const what = `${row.takes_back === null ? '' : 'taken back: '}${row.kind}${where}${units ? ` (${units})` : ''}`
    return { seq: row.seq, at: row.at, day: row.day, what, delta: row.delta, reason: row.reason }
  })
}

async function holdEvents(db: Db, lotId: number) {
  const rows = await db
    .selectFrom('hold')
    .innerJoin('audit', 'audit.seq', 'hold.seq')
    .where('hold.lot_id', '=', lotId)
    .select(['hold.seq', 'hold.held', 'hold.reason', 'audit.at'])
    .execute()
  return rows.map(({ seq, held, reason, at }) => ({
    seq,
    at,
    day: at.slice(0, 10),
    what: held === 1 ? 'put on hold' : 'hold ended',
    delta: null,
    reason,
  }))
}

async function factEvents(db: Db, lotId: number) {
  const rows = await db
    .selectFrom('lot_correction')
    .innerJoin('audit', 'audit.seq', 'lot_correction.seq')
    .where('lot_correction.lot_id', '=', lotId)
    .select(['lot_correction.seq', 'lot_correction.change', 'lot_correction.reason', 'audit.at'])
    .execute()
  return rows.map(({ seq, change, reason, at }) => ({
    seq,
    at,
    day: at.slice(0, 10),
    what: change,
    delta: null,
    reason,
  }))
}
