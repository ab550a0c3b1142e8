import { nameKey } from '../../../shared/domain/names.ts'
import {
  containsRanges,
  countUnits,
  readRanges,
  type SerialRange,
  showRanges,
  subtractRanges,
  takeHighest,
} from '../../../shared/domain/serialRange.ts'
import { everythingOut } from '../../db/repos/importKnown.ts'
import type { Store } from '../../db/store.ts'
import type { Pace } from './pace.ts'
import type { PlanLot, Stock } from './stock.ts'
import { say } from '../../../shared/words/say.ts'

/** A shipment while a plan is made: of the record, or one that the import will bring. */
interface OutShipment {
  readonly record: number | null
  readonly place: string
  readonly sentOn: string
  readonly reference: string
}

/** Which units are where, as the plan goes. */
export interface Out {
  /** In the order in which they went. */
  readonly shipments: OutShipment[]
  readonly units: Map<PlanLot, { readonly shipment: OutShipment; ranges: SerialRange[] }[]>
}

export const nothingOut = (): Out => ({ shipments: [], units: new Map() })

/** What is out by the record. */
export async function readOut(store: Store, stock: Stock, pace: Pace): Promise<Out> {
  const out = nothingOut()
  const { shipments, units } = await store.read(everythingOut)
  const known = new Map<number, OutShipment>()
  for (const { id, place, sent_on, reference } of shipments) {
    const shipment = { record: null, place, sentOn: sent_on, reference }
    known.set(id, shipment)
    out.shipments.push(shipment)
    await pace()
  }
  for (const { lot_id, shipment_id, first, last } of units) {
    const lot = stock.byId.get(lot_id)
    const shipment = known.get(shipment_id)
    if (lot && shipment) addTo(out, lot, shipment, [{ first, last }])
    await pace()
  }
  return out
}

/** Writes down what goes somewhere with a shipment. */
export function sendOut(
  out: Out,
  shipment: OutShipment,
  taken: readonly { readonly lot: PlanLot; readonly ranges: readonly SerialRange[] }[],
): void {
  if (shipment.place === '') return
  out.shipments.push(shipment)
  for (const { lot, ranges } of taken) addTo(out, lot, shipment, ranges)
}

/** Units that are nowhere any more: a newer state of the file says otherwise. */
export function notOut(out: Out, lot: PlanLot | undefined, ranges: readonly SerialRange[]): void {
  for (const there of (lot && out.units.get(lot)) ?? []) there.ranges = subtractRanges(there.ranges, ranges)
}

/** What is out of some lots as it is now. @returns what puts it so again */
export function rememberOut(out: Out, lots: readonly PlanLot[]): () => void {
  const there = lots.flatMap((lot) => out.units.get(lot) ?? [])
  const before = there.map(({ ranges }) => ranges)
  return () => {
    for (const [at, each] of there.entries()) each.ranges = before[at] ?? []
  }
}

function addTo(out: Out, lot: PlanLot, shipment: OutShipment, ranges: readonly SerialRange[]): void {
  const there = out.units.get(lot) ?? []
  there.push({ shipment, ranges: [...ranges] })
  out.units.set(lot, there)
}

interface Wanted {
  /** The batch’s number as the row writes it. */
  readonly number: string
  readonly place: string
  readonly units: number
  /** Empty where nobody wrote numbers down: then the highest of those that are there came back. */
  readonly serials: string
  /** The market day that is counted; null for what came back from the place at any time. */
  readonly of: Pick<OutShipment, 'record' | 'sentOn' | 'reference'> | null
}

/**
 * The units of a lot that come back from a place, as the record will take them. Takes them from what is there.
 * @returns a sentence where they were not there
 */
export function takeFromOut(
  out: Out,
  lot: PlanLot,
  { number, place, units, serials, of }: Wanted,
): SerialRange[] | string {
  const counted = of === null ? null : (out.shipments.find((each) => isMarketDay(each, place, of)) ?? 'none')
  if (counted === 'none') return say('Nothing was sent to {place} on {day}. Import what was sent first, or correct the day.', { place, day: of?.sentOn ?? '' }) // prettier-ignore
  const there = (out.units.get(lot) ?? []).filter(({ shipment }) =>
    counted === null ? shipment.place === nameKey(place) : shipment === counted,
  )
  const all = there.flatMap(({ ranges }) => ranges)
  const chosen = serials === '' ? takeHighest(all, units) : (readRanges(serials) ?? [])
  if (!chosen) {
    const some = countUnits(all)
    const facts = { some, number, place, units }
    return some === 1
      ? say('Only 1 of {number} was out at {place}, so {units} cannot have come back. Import what was sent first, or correct the units.', facts) // prettier-ignore
      : say('Only {some} of {number} were out at {place}, so {units} cannot have come back. Import what was sent first, or correct the units.', facts) // prettier-ignore
  }
  if (!containsRanges(all, chosen))
    return all.length === 0
      ? say('Of {number}, nothing was out at {place}. Correct the unit numbers, or leave them empty.', { number, place })
      : say('Of {number}, only {serials} was out at {place}. Correct the unit numbers, or leave them empty.', { number, serials: showRanges(all), place }) // prettier-ignore
  for (const each of there) each.ranges = subtractRanges(each.ranges, chosen)
  return chosen
}

function isMarketDay(shipment: OutShipment, place: string, of: NonNullable<Wanted['of']>): boolean {
  if (of.record !== null) return shipment.record === of.record
  const isLike = shipment.place === nameKey(place) && shipment.sentOn === of.sentOn
  return isLike && (of.reference === '' || shipment.reference === of.reference)
}
