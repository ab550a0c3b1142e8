import { lotKey } from './lotNumber.ts'
import { containsRanges, readRanges } from './serialRange.ts'

/** A lot that units can be taken of, as far as choosing needs it. */
interface LotOnHand {
  readonly lotId: number
  readonly units: number
}

/** How many units of each lot make up a count: the first lots are emptied first. Undefined where there are not so many. */
export function takeInOrder(lots: readonly LotOnHand[], units: number): LotOnHand[] | undefined {
  const taken: LotOnHand[] = []
  let missing = units
  for (const lot of lots) {
    const size = Math.min(missing, lot.units)
    if (size > 0) taken.push({ lotId: lot.lotId, units: size })
    missing -= size
  }
  return missing === 0 ? taken : undefined
}

interface NamedLot {
  readonly lotId: number
  readonly lotNumber: string
  /** `001–024, 030` of the units that are on hand. */
  readonly serials: string
}

/**
 * The lot a scanned or typed code means, and the serial where it names one unit: `SJ-20260304-A-017`, or the bare lot
 * number. Lots of one cook share their number; the unit's serial tells them apart.
 */
export function readUnitCode<L extends NamedLot>(
  text: string,
  lots: readonly L[],
): { readonly lot: L; readonly serial: number | null } | undefined {
  const key = lotKey(text)
  const bare = lots.find((lot) => lotKey(lot.lotNumber) === key)
  if (bare) return { lot: bare, serial: null }
  const named = lots
    .filter((lot) => key.startsWith(lotKey(lot.lotNumber)) && /^\d{1,6}$/.test(key.slice(lotKey(lot.lotNumber).length)))
    .map((lot) => ({ lot, serial: Number(key.slice(lotKey(lot.lotNumber).length)) }))
    // The longest number is meant: SJ-0042 with unit 17 is not SJ-00 with unit 4217.
    .toSorted((a, b) => b.lot.lotNumber.length - a.lot.lotNumber.length)
  return named.find(({ lot, serial }) => hasSerial(lot, serial)) ?? named[0]
}

function hasSerial({ serials }: NamedLot, serial: number): boolean {
  const free = readRanges(serials) ?? []
  return serial > 0 && containsRanges(free, [{ first: serial, last: serial }])
}
