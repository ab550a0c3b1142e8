import type { Output } from '../../shared/api/operation.ts'
import type { recall } from '../../shared/api/recall.ts'
import { unaccounted, type UnitTally } from '../../shared/domain/massBalance.ts'
import { countUnits, showRanges } from '../../shared/domain/serialRange.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import { listPlaces } from '../db/repos/directory.ts'
import {
  lotsOut,
  madeOfLots,
  madeTogether,
  namesOfLots,
  unitsByState,
  unitsOut,
  unitsTogether,
} from '../db/repos/recall.ts'
import type { Db } from '../db/schema.ts'

type Scope = Output<typeof recall.scope>

/** Where the units of some finished lots are, by lot. */
export async function tallyUnits(
  db: Db,
  lots: readonly { readonly id: number; readonly held: number }[],
): Promise<Map<number, UnitTally>> {
  const ids = lots.map((lot) => lot.id)
  const rows = await unitsByState(db, ids)
  const made = await madeOfLots(db, ids)
  const byLot = Map.groupBy(rows, (row) => row.lot_id)
  return new Map(
    lots.map((lot) => {
      const count = (state: string) => byLot.get(lot.id)?.find((row) => row.state === state)?.units ?? 0
      return [lot.id, tallyOf({ made: made.get(lot.id) ?? 0, count, held: lot.held === 1 ? count('on hand') : 0 })]
    }),
  )
}

/** The same of all of them together. */
export async function tallyTogether(
  db: Db,
  lots: readonly { readonly id: number; readonly held: number }[],
): Promise<UnitTally> {
  const ids = lots.map((lot) => lot.id)
  const units = await unitsTogether(db, ids)
  const held = await unitsTogether(
    db,
    lots.filter((lot) => lot.held === 1).map((lot) => lot.id),
  )
  return tallyOf({
    made: await madeTogether(db, ids),
    count: (state) => units.get(state) ?? 0,
    held: held.get('on hand') ?? 0,
  })
}

/** @param made in base units; @param held units that are here and on hold */
function tallyOf({
  made,
  count,
  held,
}: {
  readonly made: number
  readonly count: (state: string) => number
  readonly held: number
}): UnitTally {
  return {
    made: made / ONE_PIECE,
    onHand: count('on hand') - held,
    held,
    sent: count('sent'),
    sampled: count('sampled'),
    ownUse: count('own use'),
    discarded: count('discarded'),
    setAside: count('set aside'),
    reworked: count('used'),
    corrected: 0 - count('missing'),
  }
}

export function withUnaccounted(tally: UnitTally) {
  return { ...tally, unaccounted: unaccounted(tally) }
}

/**
 * Every place that has units of the affected lots, and of those that cannot be told; what came back is not there. The
 * earliest shipments first: `most` of them are listed, and the others counted.
 */
export async function recipientsOf(
  db: Db,
  { affected, cannotTell }: Readonly<Record<'affected' | 'cannotTell', readonly number[]>>,
  most: number,
): Promise<{ recipients: Scope['recipients']; more: number; places: number }> {
  const affectedLots = new Set(affected)
  const known = new Map((await listPlaces(db)).map((place) => [place.id, place]))
  const { listed, total, places } = await lotsOut(db, { affected, cannotTell }, most)
  const lotIds = [...new Set(listed.map(({ lot_id }) => lot_id))]
  const names = await namesOfLots(db, lotIds)
  const shipmentIds = [...new Set(listed.map(({ shipment_id }) => shipment_id))]
  const ranges = Map.groupBy(await unitsOut(db, lotIds, shipmentIds), keyOf)
  const recipients = listed.flatMap((sending) => {
    const [first, ...others] = ranges.get(keyOf(sending)) ?? []
    const place = known.get(first?.place_id ?? 0)
    const lot = names.get(sending.lot_id)
    if (!first || !place || !lot) return []
    return [
      {
        shipmentId: first.shipment_id,
        placeId: place.id,
        place: place.name,
        placeKind: place.kind,
        contact: [place.contact, place.phone, place.email].filter(Boolean).join(', '),
        sentOn: first.sent_on,
        reference: first.reference,
        batchId: lot.batch_id,
        lotNumber: lot.lot_number,
        product: lot.product,
        units: countUnits([first, ...others]),
        serials: showRanges([first, ...others]),
        column: affectedLots.has(first.lot_id) ? ('affected' as const) : ('cannot tell' as const),
      },
    ]
  })
  return { recipients, more: total - listed.length, places }
}

function keyOf({ shipment_id, lot_id }: { readonly shipment_id: number; readonly lot_id: number }): string {
  return `${shipment_id} ${lot_id}`
}
