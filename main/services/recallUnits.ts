import type { Output } from '../../shared/api/operation.ts'
import type { recall } from '../../shared/api/recall.ts'
import { addTallies, unaccounted, type UnitTally } from '../../shared/domain/massBalance.ts'
import { showRanges } from '../../shared/domain/serialRange.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import type { LotView } from '../db/repos/lots.ts'
import { unitsByState } from '../db/repos/recall.ts'
import { rangesByMovement, shipmentLines } from '../db/repos/shipments.ts'
import type { Db } from '../db/schema.ts'

type Scope = Output<typeof recall.scope>

/** Where the units of some finished lots are, by lot. */
export async function tallyUnits(db: Db, lots: readonly LotView[]): Promise<Map<number, UnitTally>> {
  const rows = await unitsByState(
    db,
    lots.map((lot) => lot.id),
  )
  const byLot = Map.groupBy(rows, (row) => row.lot_id)
  return new Map(
    lots.map((lot) => {
      const count = (state: string) => byLot.get(lot.id)?.find((row) => row.state === state)?.units ?? 0
      const stock = count('on hand')
      const tally: UnitTally = {
        made: lot.base / ONE_PIECE,
        onHand: lot.held === 1 ? 0 : stock,
        held: lot.held === 1 ? stock : 0,
        sent: count('sent'),
        discarded: count('discarded'),
        setAside: count('set aside'),
        reworked: count('used'),
        corrected: 0 - count('missing'),
      }
      return [lot.id, tally]
    }),
  )
}

export function withUnaccounted(tally: UnitTally) {
  return { ...tally, unaccounted: unaccounted(tally) }
}

export function totalUnits(batches: Scope['affected']) {
  return withUnaccounted(addTallies(batches.map((batch) => batch.units)))
}

/** Every place that received units of the affected batches, and of those that cannot be told. */
export async function recipientsOf(
  db: Db,
  { affected, cannotTell }: Pick<Scope, 'affected' | 'cannotTell'>,
): Promise<Scope['recipients']> {
  const affectedLots = new Set(affected.map((batch) => batch.lotId))
  const lotIds = [...affectedLots, ...cannotTell.map((batch) => batch.lotId)]
  const lines = (await shipmentLines(db, 'lot_id', lotIds)).filter((line) => line.void_reason === null)
  const ranges = await rangesByMovement(
    db,
    lines.map((line) => line.movement_id),
  )
  return lines.map((line) => ({
    shipmentId: line.shipment_id,
    placeId: line.place_id,
    place: line.place,
    placeKind: line.place_kind,
    contact: line.contact,
    sentOn: line.sent_on,
    reference: line.reference,
    lotNumber: line.lot_number,
    product: line.product,
    units: line.units,
    serials: showRanges(ranges.get(line.movement_id) ?? []),
    column: affectedLots.has(line.lot_id) ? ('affected' as const) : ('cannot tell' as const),
  }))
}
