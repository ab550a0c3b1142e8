import type { Output } from '../../shared/api/operation.ts'
import type { recall } from '../../shared/api/recall.ts'
import { addTallies, unaccounted, type UnitTally } from '../../shared/domain/massBalance.ts'
import { countUnits, showRanges } from '../../shared/domain/serialRange.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import type { LotView } from '../db/repos/lots.ts'
import { listPlaces } from '../db/repos/directory.ts'
import { madeOfLots, namesOfLots, unitsByState, unitsOut } from '../db/repos/recall.ts'
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
  const names = await namesOfLots(db, lotIds)
  const places = new Map((await listPlaces(db)).map((place) => [place.id, place]))
  const out = Map.groupBy(await unitsOut(db, lotIds), (range) => `${range.shipment_id} ${range.lot_id}`)
  return [...out.values()].flatMap((ranges) => {
    const [{ lot_id, shipment_id, place_id, sent_on, reference }] = ranges as [(typeof ranges)[number]]
    const place = place_id === null ? undefined : places.get(place_id)
    const lot = names.get(lot_id)
    if (!place || !lot) return []
    return [
      {
        shipmentId: shipment_id,
        placeId: place.id,
        place: place.name,
        placeKind: place.kind,
        contact: [place.contact, place.phone, place.email].filter(Boolean).join(', '),
        sentOn: sent_on,
        reference,
        lotNumber: lot.lot_number,
        product: lot.product,
        units: countUnits(ranges),
        serials: showRanges(ranges),
        column: affectedLots.has(lot_id) ? ('affected' as const) : ('cannot tell' as const),
      },
    ]
  })
}
