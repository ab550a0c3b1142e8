import type { Output } from '../../shared/api/operation.ts'
import type { recall } from '../../shared/api/recall.ts'
import { addTallies, unaccounted, type UnitTally } from '../../shared/domain/massBalance.ts'
import { countUnits, showRanges } from '../../shared/domain/serialRange.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import type { LotView } from '../db/repos/lots.ts'
import { madeOfLots, unitsByState } from '../db/repos/recall.ts'
import { shipmentLines } from '../db/repos/shipments.ts'
import { whereUnitsAre } from '../db/repos/unitPlaces.ts'
import type { Db } from '../db/schema.ts'

type Scope = Output<typeof recall.scope>

/** Where the units of some finished lots are, by lot. */
export async function tallyUnits(db: Db, lots: readonly LotView[]): Promise<Map<number, UnitTally>> {
  const ids = lots.map((lot) => lot.id)
  const rows = await unitsByState(db, ids)
  const made = await madeOfLots(db, ids)
  const byLot = Map.groupBy(rows, (row) => row.lot_id)
  return new Map(
    lots.map((lot) => {
      const count = (state: string) => byLot.get(lot.id)?.find((row) => row.state === state)?.units ?? 0
      const stock = count('on hand')
      const tally: UnitTally = {
        made: (made.get(lot.id) ?? 0) / ONE_PIECE,
        onHand: lot.held === 1 ? 0 : stock,
        held: lot.held === 1 ? stock : 0,
        sent: count('sent'),
        sampled: count('sampled'),
        ownUse: count('own use'),
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

/** Every place that has units of the affected batches, and of those that cannot be told; what came back is not there. */
export async function recipientsOf(
  db: Db,
  { affected, cannotTell }: Pick<Scope, 'affected' | 'cannotTell'>,
): Promise<Scope['recipients']> {
  const affectedLots = new Set(affected.flatMap((batch) => batch.lotIds))
  const lotIds = [...affectedLots, ...cannotTell.flatMap((batch) => batch.lotIds)]
  const lines = await shipmentLines(db, 'lot_id', lotIds)
  const there = Map.groupBy(
    (await whereUnitsAre(db, lotIds)).filter((range) => range.state === 'sent'),
    (range) => `${range.shipment_id} ${range.lot_id}`,
  )
  return lines.flatMap((line) => {
    // A line may stand beside another of the same lot in its shipment: the units are listed with the first of them.
    const key = `${line.shipment_id} ${line.lot_id}`
    const ranges = there.get(key)
    there.delete(key)
    if (!ranges || line.place_id === null) return []
    return [
      {
        shipmentId: line.shipment_id,
        placeId: line.place_id,
        place: line.place ?? '',
        placeKind: line.place_kind ?? 'other',
        contact: [line.contact, line.phone, line.email].filter(Boolean).join(', '),
        sentOn: line.sent_on,
        reference: line.reference,
        lotNumber: line.lot_number,
        product: line.product,
        units: countUnits(ranges),
        serials: showRanges(ranges),
        column: affectedLots.has(line.lot_id) ? ('affected' as const) : ('cannot tell' as const),
      },
    ]
  })
}
