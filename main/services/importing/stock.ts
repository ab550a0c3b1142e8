import { isExpired } from '../../../shared/domain/day.ts'
import { exactQuantityText, formatQuantity } from '../../../shared/domain/quantity.ts'
import {
  countUnits,
  mergeRanges,
  type SerialRange,
  subtractRanges,
  takeLowest,
} from '../../../shared/domain/serialRange.ts'
import { ONE_PIECE } from '../../../shared/domain/units.ts'
import { type KnownLot, lotsAfter } from '../../db/repos/importKnown.ts'
import type { Store } from '../../db/store.ts'
import type { Known, KnownItem } from './known.ts'
import type { Pace } from './pace.ts'
import type { LotRef } from './plan.ts'
import { say } from '../../../shared/words/say.ts'

/** A lot while a plan is made: of the record, or one that the import will bring. */
export interface PlanLot {
  readonly ref: LotRef
  readonly item: string
  readonly supplier: string
  readonly receivedOn: string | null
  readonly bestBy: string | null
  readonly supplierLot: string
  readonly held: boolean
  readonly base: number
  /** Of a lot made here: its number’s key and its day. */
  readonly number: string
  readonly madeOn: string | null
  left: number
  /** Units on hand of a lot made here. */
  free: SerialRange[]
}

/** What is there, as the plan goes: never below zero, nothing clamped. */
export interface Stock {
  readonly byItem: Map<string, PlanLot[]>
  readonly byNumber: Map<string, PlanLot[]>
  readonly byId: Map<number, PlanLot>
  readonly bags: Map<string, PlanLot>
}

export async function readStock(store: Store, known: Known, pace: Pace): Promise<Stock> {
  const stock: Stock = { byItem: new Map(), byNumber: new Map(), byId: new Map(), bags: new Map() }
  for (let last = 0; ;) {
    const { lots, units } = await store.read(async (db) => await lotsAfter(db, last, LOTS_AT_ONCE))
    for (const lot of lots) addKnownLot(stock, known, lot, units.get(lot.id) ?? [])
    const end = lots.at(-1)
    if (!end) return stock
    last = end.id
    await pace()
  }
}

const LOTS_AT_ONCE = 1000

function addKnownLot(stock: Stock, known: Known, lot: KnownLot, units: readonly SerialRange[]): void {
  addLot(stock, {
    ref: { lot: lot.id },
    item: known.itemKeys.get(lot.item_id) ?? '',
    supplier: lot.supplier_key ?? '',
    receivedOn: lot.received_on,
    bestBy: lot.best_by,
    supplierLot: lot.supplier_lot_key ?? '',
    held: lot.held === 1,
    base: lot.base,
    number: lot.lot_key ?? '',
    madeOn: lot.made_on,
    left: lot.on_hand,
    free: units.map(({ first, last }) => ({ first, last })),
  })
}

export function addLot(stock: Stock, lot: PlanLot): void {
  push(stock.byItem, lot.item, lot)
  if (lot.number !== '') push(stock.byNumber, lot.number, lot)
  if ('lot' in lot.ref) stock.byId.set(lot.ref.lot, lot)
}

export function removeLot(stock: Stock, lot: PlanLot): void {
  for (const lots of [stock.byItem.get(lot.item), stock.byNumber.get(lot.number)]) {
    const at = lots?.indexOf(lot) ?? -1
    if (at >= 0) lots?.splice(at, 1)
  }
}

/** What was taken of a lot is there again. */
export function backToStock(
  lot: PlanLot | undefined,
  { base, ranges }: { readonly base: number; readonly ranges: readonly SerialRange[] },
): void {
  if (!lot) return
  lot.left += base
  lot.free = mergeRanges([...lot.free, ...ranges])
}

function push(map: Map<string, PlanLot[]>, key: string, lot: PlanLot): void {
  const lots = map.get(key)
  if (lots) lots.push(lot)
  else map.set(key, [lot])
}

/** What a row says of the lot it used. */
export interface LotWish {
  readonly supplier: string
  readonly receivedOn: string
  readonly supplierLot: string
  readonly number: string
  readonly bag: string
}

export interface Pick {
  readonly lot: PlanLot
  readonly base: number
  /** Taken beyond what was there: a count of that day makes it good. */
  readonly more: number
  /** Units of a lot made here. */
  readonly ranges: readonly SerialRange[]
}

interface Note {
  readonly note: string
  /** It says that the lot is assumed, which is no news where the table says so itself. */
  readonly isAssumed: boolean
}

export interface Choice {
  readonly picks: readonly Pick[]
  /** What no lot is known of. */
  readonly missing: number
  readonly notes: readonly Note[]
  /** Whether the row itself named the lot. */
  readonly isNamed: boolean
}

/**
 * The lots that a use of the past took: those that its row names, else the earliest expiry first among what was there
 * and good on that day; a short lot goes on into the next. What history took beyond the record is counted up in the
 * last of them. Takes it from the stock.
 */
export function chooseLots(stock: Stock, item: KnownItem, base: number, day: string, wish: LotWish): Choice {
  const isNamed = [wish.supplier, wish.receivedOn, wish.supplierLot, wish.number, wish.bag].some((text) => text !== '')
  const named = namedLots(stock, item, wish).filter((lot) => !isLater(lot, day))
  const notes: Note[] = []
  const tell = (note: string, isAssumed = false) => notes.push({ note, isAssumed })
  let pool = named
  if (isNamed && named.length === 0)
    return { picks: [], missing: base, notes: [{ note: notThere(wish), isAssumed: false }], isNamed }
  const good = pool.filter((lot) => !isExpired(lot.bestBy, day) && !lot.held)
  if (good.length > 0) pool = good
  else if (!isNamed) pool = []
  pool = pool.toSorted(earliestFirst)
  const picks: Pick[] = []
  let open = base
  for (const lot of pool) {
    if (open === 0) break
    const taken = takeSome(lot, open)
    if (taken.base === 0) continue
    picks.push({ lot, ...taken, more: 0 })
    open -= taken.base
  }
  if (open > 0) open = countUp(pool, picks, item, open, day, tell)
  for (const { lot } of picks)
    if (isExpired(lot.bestBy, day)) tell(say('It was past its date, {day}.', { day: lot.bestBy ?? '' }))
  if (!isNamed && picks.length > 0)
    tell(picks.length > 1 ? say('Its lots are assumed: the earliest expiry first.') : say('Its lot is assumed: the earliest expiry first.'), true) // prettier-ignore
  else if (isNamed && !isOne(named)) tell(say('Several lots are so: the earliest expiry first is taken.'))
  return { picks, missing: open, notes, isNamed }
}

function isOne(lots: readonly PlanLot[]): boolean {
  return lots.length === 1
}

/** Bought lots are counted up; of what was made here there cannot be more. @returns what is left open */
function countUp(
  pool: readonly PlanLot[],
  picks: Pick[],
  item: KnownItem,
  open: number,
  day: string,
  tell: (note: string) => void,
) {
  const last = picks.at(-1)?.lot ?? pool.at(-1)
  if (!last || last.number !== '') return open
  const before = picks.findIndex((pick) => pick.lot === last)
  const base = (before === -1 ? 0 : (picks[before]?.base ?? 0)) + open
  picks.splice(before === -1 ? picks.length : before, before === -1 ? 0 : 1, {
    lot: last,
    base,
    more: open,
    ranges: [],
  })
  tell(say('{quantity} more than was recorded: a count of {day} settles it.', { quantity: amount(open, item), day }))
  return 0
}

/** What an earlier pick is given back. */
export function giveBack({ lot, base, more, ranges }: Pick): void {
  backToStock(lot, { base: base - more, ranges })
}

function takeSome(lot: PlanLot, wanted: number): { base: number; ranges: readonly SerialRange[] } {
  if (lot.number === '') {
    const taken = Math.min(lot.left, wanted)
    lot.left -= taken
    return { base: taken, ranges: [] }
  }
  const units = Math.min(countUnits(lot.free), Math.floor(wanted / ONE_PIECE))
  const ranges = takeLowest(lot.free, units)
  if (!ranges || units === 0) return { base: 0, ranges: [] }
  lot.free = subtractRanges(lot.free, ranges)
  lot.left -= units * ONE_PIECE
  return { base: units * ONE_PIECE, ranges }
}

/** Takes those very units of a lot made here. */
export function takeUnitsOf(lot: PlanLot, ranges: readonly SerialRange[]): Pick {
  const base = countUnits(ranges) * ONE_PIECE
  lot.free = subtractRanges(lot.free, ranges)
  lot.left -= base
  return { lot, base, more: 0, ranges }
}

export function namedLots(stock: Stock, item: KnownItem, wish: LotWish): readonly PlanLot[] {
  const bag = wish.bag === '' ? undefined : stock.bags.get(wish.bag)
  if (bag) return bag.item === item.key ? [bag] : []
  const lots = stock.byItem.get(item.key) ?? []
  if (wish.number !== '') return lots.filter((lot) => lot.number === wish.number)
  return lots.filter(
    (lot) =>
      (wish.supplier === '' || lot.supplier === wish.supplier) &&
      (wish.receivedOn === '' || lot.receivedOn === wish.receivedOn) &&
      (wish.supplierLot === '' || lot.supplierLot === wish.supplierLot),
  )
}

function notThere(wish: LotWish): string {
  const what = [
    wish.bag === '' ? '' : say('with the code {bag}', { bag: wish.bag }),
    wish.number === '' ? '' : say('of batch {number}', { number: wish.number }),
    wish.supplier === '' ? '' : say('from {supplier}', { supplier: wish.supplier }),
    wish.receivedOn === '' ? '' : say('of {day}', { day: wish.receivedOn }),
    wish.supplierLot === '' ? '' : say('with lot {lot}', { lot: wish.supplierLot }),
  ].filter((part) => part !== '')
  return say('No such lot is known ({what}).', { what: what.join(', ') })
}

function isLater(lot: PlanLot, day: string): boolean {
  return (lot.receivedOn ?? lot.madeOn ?? '') > day
}

/** Earliest expiry, then earliest received, then as they came. */
function earliestFirst(a: PlanLot, b: PlanLot): number {
  const rank = (one: string | null, other: string | null) =>
    one === other ? 0 : one === null ? 1 : other === null ? -1 : one < other ? -1 : 1
  return rank(a.bestBy, b.bestBy) || rank(a.receivedOn, b.receivedOn)
}

function amount(base: number, item: { readonly unit: string }): string {
  return formatQuantity(base, item.unit)
}

/** The part of a use that one lot gives, in words that read back exactly. */
export function partText(whole: { text: string; base: number }, part: number, unit: string): string {
  return whole.base === part ? whole.text : exactQuantityText(part, unit)
}
