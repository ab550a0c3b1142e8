import { readCaseCode } from './caseCode.ts'
import { readScan } from './gs1Reading.ts'
import { lotKey } from './lotNumber.ts'
import { scannedNumber } from './scannedNumber.ts'
import {
  containsRanges,
  intersectRanges,
  mergeRanges,
  readRanges,
  type SerialRange,
  subtractRanges,
} from './serialRange.ts'

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

/** Units of one lot that a code means. */
export interface CodedUnits<L> {
  readonly lot: L
  /** Their numbers; null where the code does not say which. */
  readonly ranges: readonly SerialRange[] | null
  readonly units: number
  readonly isCase: boolean
}

/**
 * The units that a scanned or typed code means: one unit, `SJ-20260304-A-017` or as a GS1 code; one unit of a bare lot
 * number; all units of a case. Lots of one cook share their number; the units' numbers tell them apart.
 */
export function readUnitCode<L extends NamedLot>(text: string, lots: readonly L[]): CodedUnits<L> | undefined {
  const packed = readCaseCode(text) ?? gs1Case(text)
  if (packed) {
    const named = lots.filter((lot) => lotKey(lot.lotNumber) === lotKey(packed.lotNumber))
    const { ranges, units } = packed
    const lot = named.find(({ serials }) => intersectRanges(readRanges(serials) ?? [], ranges ?? []).length > 0)
    return named[0] && { lot: lot ?? named[0], ranges, units, isCase: true }
  }
  // A GS1 lot whose separator was lost may end with its serial: both readings come, the likelier first.
  const found = scannedNumber(text)
    .split(' ')
    .flatMap((code) => oneUnit(code, lots) ?? [])[0]
  if (!found) return undefined
  const { lot, serial } = found
  const ranges = serial === null ? null : [{ first: serial, last: serial }]
  return { lot, ranges, units: 1, isCase: false }
}

/** What becomes of a list of units when more are put into it. */
type Listed =
  | { readonly kind: 'listed'; readonly all: readonly SerialRange[] }
  /** These are in it already: nothing is put into it. */
  | { readonly kind: 'twice'; readonly which: readonly SerialRange[] }
  /** These are not there to be put into it: nothing is. */
  | { readonly kind: 'absent'; readonly which: readonly SerialRange[] }

/**
 * Puts units into a list, all of them or none.
 * @param list those in it, and @param there those of the lot that can be, both as `001–024, 030`
 */
export function putIntoList(ranges: readonly SerialRange[], list: string, there: string): Listed {
  const before = readRanges(list) ?? []
  const twice = intersectRanges(before, ranges)
  if (twice.length > 0) return { kind: 'twice', which: twice }
  const free = readRanges(there) ?? []
  if (!containsRanges(free, ranges)) return { kind: 'absent', which: subtractRanges(ranges, free) }
  return { kind: 'listed', all: mergeRanges([...before, ...ranges]) }
}

/** A case of GS1 elements: its lot (10) and how many are in it (37, or 30). */
function gs1Case(text: string) {
  const scan = readScan(text)
  const value = (ai: string) => (scan.kind === 'gs1' ? scan.elements.find((each) => each.ai === ai)?.value : undefined)
  const lotNumber = value('10')
  const units = Number(value('37') ?? value('30') ?? 0)
  return lotNumber === undefined || units < 1 ? undefined : { lotNumber, ranges: null, units }
}

function oneUnit<L extends NamedLot>(code: string, lots: readonly L[]) {
  const key = lotKey(code)
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
