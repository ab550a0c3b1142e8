import { addDays, isExpired } from '../../../shared/domain/day.ts'
import { lotKey } from '../../../shared/domain/lotNumber.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { containsRanges, countUnits, readRanges, type SerialRange, subtractRanges, takeLowest } from '../../../shared/domain/serialRange.ts' // prettier-ignore
import { ONE_PIECE } from '../../../shared/domain/units.ts'
import { alike } from '../../../shared/import/clusters.ts'
import { readCents, readCount } from '../../../shared/import/numbers.ts'
import type { Purpose } from '../../db/schema.ts'
import { addRecord, dayOf, type Draft, firstOf, type Group, itemNamed, keptOf, numbered, refuseOther, Remarks, settle, settleGroup, textOf, valueOf } from './draft.ts' // prettier-ignore
import { type KnownItem, meantName, sendingKey, takeOne } from './known.ts'
import { notOut, sendOut } from './out.ts'
import type { PlannedSending, RowIn } from './plan.ts'
import { placeKindOf, thereAlready } from './planDirectory.ts'
import { backToStock, type PlanLot } from './stock.ts'
import { say } from '../../../shared/words/say.ts'

interface SoldLine {
  readonly row: RowIn
  readonly item: KnownItem
  readonly number: string
  readonly units: number
  readonly serials: string
  readonly isRange: boolean
  readonly priceCents: number | null
}

/** One shipment: an order, or what went to one place on one day. */
export function planSending(draft: Draft, group: Group): void {
  const remarks = new Remarks()
  const rows = group.rows.filter((row) => !isNothing(draft, row))
  const [first] = rows
  if (!first) return
  const kept = { ...group, rows }
  const head = sendingHead(draft, rows, first, remarks)
  const lines = rows.flatMap((row) => soldLine(draft, row, remarks) ?? [])
  if (remarks.isStopped) return settleGroup(draft, kept, remarks, null)
  const about = ['sales', nameKey(head.place), head.sentOn, head.purpose, nameKey(head.reference)].join('|')
  const natural = numbered(draft, about)
  const units = new Map<string, number>()
  for (const line of lines) units.set(line.item.key, (units.get(line.item.key) ?? 0) + line.units)
  const same = sendingKey({ place: head.purpose === 'own use' || head.purpose === 'destroyed' ? '' : nameKey(head.place), date: head.sentOn, purpose: head.purpose, reference: head.reference, units }) // prettier-ignore
  const replaced = first.decision === 'add' ? undefined : draft.earlier.changedAlike.get(about)?.shift()
  if (!replaced && first.decision !== 'add' && takeOne(draft.known.sendings, same))
    return thereAlready(draft, kept, say('The record has this already.'))
  if (replaced) {
    for (const { lotId, base, ranges } of draft.earlier.sent.get(replaced.made.shipmentId ?? 0) ?? []) {
      backToStock(draft.stock.byId.get(lotId), { base, ranges })
      notOut(draft.out, draft.stock.byId.get(lotId), ranges)
    }
    remarks.check(first, say('It was imported before and says something else now: this takes its place.'))
  }
  const taken: { lot: PlanLot; ranges: SerialRange[] }[] = []
  const planned = lines.flatMap((line) => takeUnits(draft, line, head, taken, remarks))
  if (remarks.isStopped) {
    for (const { lot, ranges } of taken) backToStock(lot, { base: countUnits(ranges) * ONE_PIECE, ranges })
    return settleGroup(draft, kept, remarks, null)
  }
  const { isNewPlace, ...facts } = head
  if (isNewPlace) draft.fresh.places.set(nameKey(head.place), head.place)
  const plan = { kind: 'sales', ...facts, lines: planned } as const
  const id = addRecord(draft, { kind: 'sales', contentKey: group.contentKey, naturalKey: natural, plan, replaces: replaced?.id ?? null }) // prettier-ignore
  sendOut(draft.out, { record: id, place: nameKey(head.place), sentOn: head.sentOn, reference: head.reference }, taken)
  const called = valueOf(first, 'group')
  if (called !== '') draft.shipments.set(called, id)
  settleGroup(draft, kept, remarks, id)
}

/** Rows of orders that were cancelled, and of nothing. */
function isNothing(draft: Draft, row: RowIn): boolean {
  const status = valueOf(row, 'status')
  const units = readCount(valueOf(row, 'units'), row.settings.decimal)
  const why = /^(?:refund|cancel|void|declined|expired)/i.test(status)
    ? say('The order is “{status}”: nothing was sent.', { status })
    : units === 0
      ? say('No units were sent.')
      : undefined
  if (why === undefined) return false
  settle(draft, row, 'left out', why)
  return true
}

function sendingHead(draft: Draft, rows: readonly RowIn[], first: RowIn, remarks: Remarks) {
  refuseOther(rows, 'date', (row) => dayOf(row, 'date', draft.today, new Remarks()) || valueOf(row, 'date'), remarks)
  refuseOther(rows, 'place', (row) => nameKey(meantName(draft.known, 'place', valueOf(row, 'place'))), remarks)
  const purpose = purposeOf(firstOf(rows, 'purpose').text, first, remarks)
  const dated = firstOf(rows, 'date')
  const sentOn = dated.row && dated.text !== '' ? dayOf(dated.row, 'date', draft.today, remarks) : ''
  if (dated.text === '') remarks.stop(first, say('The day is missing.'))
  if (sentOn > addDays(draft.today, 31))
    remarks.stop(first, say('{day} is more than a month ahead. Correct the day.', { day: sentOn }))
  const goesNowhere = ['own use', 'destroyed', 'sample'].includes(purpose)
  const typed = firstOf(rows, 'place').text || (goesNowhere ? '' : first.settings.place)
  const place = meantName(draft.known, 'place', typed)
  if (place === '' && !goesNowhere) remarks.stop(first, say('Where it went is missing. Type the place, or choose one for all rows above.')) // prettier-ignore
  if (place.length > 80) remarks.stop(first, say('The place has more than 80 characters. Shorten it.'))
  const known = draft.known.places.get(nameKey(place))
  const near = known || draft.fresh.places.has(nameKey(place)) || place === '' ? undefined : [...draft.known.places.values()].find((other) => alike(other.name, place)) // prettier-ignore
  if (near) remarks.check(first, say('“{place}” is new, and much like {known}.', { place, known: near.name }))
  const note = keptOf([...new Set(rows.map((row) => valueOf(row, 'note')))].filter((text) => text !== '').join('; '), 500, 'The note', first, remarks) // prettier-ignore
  return {
    place: known?.name ?? place,
    placeKind: placeKindOf(firstOf(rows, 'placeKind').text, place, first.settings.placeKind),
    isNewPlace: place !== '' && !known,
    purpose,
    sentOn,
    reference: textOf(firstOf(rows, 'reference').row ?? first, 'reference', 60, remarks),
    note: note === '' && purpose === 'destroyed' ? 'not said in the spreadsheet' : note,
  }
}

function purposeOf(text: string, row: RowIn, remarks: Remarks): Purpose {
  const word = text.toLowerCase()
  const known: readonly Purpose[] = ['sale', 'gift', 'sample', 'exchange', 'own use', 'destroyed']
  const said = known.find((purpose) => purpose === word)
  if (said) return said
  if (word === '' || /sale|sold|order|market|wholesale|retail|online|payment/.test(word)) return 'sale'
  if (/gift|donat|free/.test(word)) return 'gift'
  if (/sampl|tast/.test(word)) return 'sample'
  if (/own|family|personal|home/.test(word)) return 'own use'
  if (/destroy|waste|thrown|spoil|broken/.test(word)) return 'destroyed'
  remarks.check(row, say('“{text}” is taken for a sale.', { text }))
  return 'sale'
}

function soldLine(draft: Draft, row: RowIn, remarks: Remarks): SoldLine | undefined {
  const text = valueOf(row, 'units')
  const units = readCount(text, row.settings.decimal)
  if (units === undefined || units > 100_000)
    remarks.stop(row, text === '' ? say('How many units is missing.') : text.startsWith('-') ? say('{text} units: what came back is imported as “What came back”.', { text }) : say('“{text}” is no whole number of units.', { text })) // prettier-ignore
  const number = valueOf(row, 'number')
  const sku = valueOf(row, 'sku')
  const named = valueOf(row, 'product')
  const bySku = sku === '' ? undefined : (draft.known.codes.get(sku.toUpperCase()) ?? itemNamed(draft, 'product', sku))
  const ofNumber = number === '' ? undefined : draft.stock.byNumber.get(lotKey(number))
  const item =
    (named === '' ? undefined : itemNamed(draft, 'product', named)) ??
    bySku ??
    draft.known.codes.get(named.toUpperCase()) ??
    draft.known.items.get(ofNumber?.[0]?.item ?? '')
  if (number !== '' && !ofNumber) remarks.stop(row, say('No batch {number} is known here. Import its batch first, or correct the number.', { number })) // prettier-ignore
  else if (item?.kind !== 'product') remarks.stop(row, named === '' && sku === '' ? say('The product is missing.') : say('“{name}” is none of your products. Say above which one it is.', { name: named || sku })) // prettier-ignore
  else if (ofNumber && !ofNumber.some((lot) => lot.item === item.key)) remarks.stop(row, say('{number} is no batch of {name}. Correct one of the two.', { number, name: item.name })) // prettier-ignore
  if (item?.kind !== 'product' || units === undefined) return undefined
  const serials = valueOf(row, 'serials')
  const isRange = valueOf(row, 'basis').toLowerCase() === 'range'
  return { row, item, number: number === '' ? '' : lotKey(number), units, serials, isRange, priceCents: priceOf(row, units, remarks) } // prettier-ignore
}

function priceOf(row: RowIn, units: number, remarks: Remarks): number | null {
  const [each, total] = [valueOf(row, 'price'), valueOf(row, 'total')]
  const { decimal } = row.settings
  if (each !== '') {
    const cents = readCents(each, decimal)
    if (cents === undefined)
      remarks.check(row, say('The price “{price}” cannot be read and is left out.', { price: each }))
    return cents ?? null
  }
  if (total === '') return null
  const cents = readCents(total, decimal)
  if (cents === undefined) remarks.check(row, say('The total “{total}” cannot be read and is left out.', { total }))
  return cents === undefined ? null : Math.round(cents / units)
}

type Head = Pick<PlannedSending, 'sentOn'>

/** The units of one line: of the batch it names, else of the oldest that were there and good on that day. */
function takeUnits(
  draft: Draft,
  line: SoldLine,
  { sentOn }: Head,
  taken: { lot: PlanLot; ranges: SerialRange[] }[],
  remarks: Remarks,
): PlannedSending['lines'] {
  const { row, item, units, serials, priceCents } = line
  const lots = lotsFor(draft, line, sentOn)
  const basis = serials === '' || line.isRange ? 'range' : 'typed'
  if (serials !== '') {
    const ranges = rangesOf(line, lots[0], remarks)
    if (!ranges || !lots[0]) return []
    takeRanges(lots[0], ranges, taken)
    return [{ lot: lots[0].ref, units, serials, basis, priceCents }]
  }
  const planned: PlannedSending['lines'][number][] = []
  let open = units
  for (const lot of lots) {
    const count = Math.min(open, countUnits(lot.free))
    const ranges = count === 0 ? undefined : takeLowest(lot.free, count)
    if (!ranges) continue
    takeRanges(lot, ranges, taken)
    planned.push({ lot: lot.ref, units: count, serials: '', basis, priceCents })
    open -= count
    if (open === 0) break
  }
  if (open > 0)
    remarks.stop(row, line.number === '' ? say('On {day} only {there} of {name} were there, {missing} fewer. Import the batches before that day first, or correct the units.', { day: sentOn, there: units - open, name: item.name, missing: open }) : say('Only {there} of that batch are left, {missing} fewer. Correct the batch or the units.', { there: units - open, missing: open })) // prettier-ignore
  else if (line.number === '') remarks.check(row, planned.length > 1 ? say('Its batches are assumed, the oldest first: {count} of them.', { count: planned.length }) : say('Its batch is assumed: the oldest first.')) // prettier-ignore
  return planned
}

function lotsFor(draft: Draft, { item, number }: SoldLine, sentOn: string): PlanLot[] {
  if (number !== '') return (draft.stock.byNumber.get(number) ?? []).filter((lot) => lot.item === item.key && (lot.madeOn ?? '') <= sentOn) // prettier-ignore
  return (draft.stock.byItem.get(item.key) ?? [])
    .filter(
      (lot) =>
        lot.left > 0 &&
        lot.number !== '' &&
        (lot.madeOn ?? '') <= sentOn &&
        !lot.held &&
        !isExpired(lot.bestBy, sentOn),
    ) // prettier-ignore
    .toSorted((a, b) => ((a.madeOn ?? '') < (b.madeOn ?? '') ? -1 : (a.madeOn ?? '') > (b.madeOn ?? '') ? 1 : 0))
}

function rangesOf({ row, serials, units, item }: SoldLine, lot: PlanLot | undefined, remarks: Remarks) {
  const ranges = readRanges(serials)
  if (!ranges || countUnits(ranges) !== units)
    remarks.stop(row, say('“{serials}” are not {units} unit numbers. Type for example 001-024.', { serials, units })) // prettier-ignore
  else if (!lot) remarks.stop(row, say('Say of which batch of {name} these unit numbers are.', { name: item.name }))
  else if (!containsRanges(lot.free, ranges))
    remarks.stop(row, say('Not all of {serials} were there: some left before. Correct the numbers.', { serials })) // prettier-ignore
  else return ranges
  return undefined
}

function takeRanges(lot: PlanLot, ranges: SerialRange[], taken: { lot: PlanLot; ranges: SerialRange[] }[]): void {
  lot.free = subtractRanges(lot.free, ranges)
  lot.left -= countUnits(ranges) * ONE_PIECE
  taken.push({ lot, ranges })
}
