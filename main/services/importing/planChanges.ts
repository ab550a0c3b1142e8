import { lotKey } from '../../../shared/domain/lotNumber.ts'
import { containsRanges, countUnits, intersectRanges, readRanges, type SerialRange, showRanges, takeHighest } from '../../../shared/domain/serialRange.ts' // prettier-ignore
import { ONE_PIECE } from '../../../shared/domain/units.ts'
import { cellQuantity } from '../../../shared/import/quantities.ts'
import { readCount } from '../../../shared/import/numbers.ts'
import { addRecord, dayOf, type Draft, type Group, numbered, Remarks, settleGroup, textOf, valueOf } from './draft.ts'
import { changeKey, takeOne } from './known.ts'
import type { PlannedChange, RowIn } from './plan.ts'
import { thereAlready } from './planDirectory.ts'
import { quantityIn } from './planPurchases.ts'
import { isPack } from './planReturns.ts'
import { backToStock, type PlanLot, takeUnitsOf } from './stock.ts'
import { say } from '../../../shared/words/say.ts'

type What = PlannedChange['what']
type Amount = Pick<PlannedChange, 'base' | 'serials'>

/** One count of a lot, or what was discarded or set aside of it after its batch. */
export function planChange(draft: Draft, group: Group): void {
  const remarks = new Remarks()
  const [row] = group.rows
  if (!row) return
  const what = whatOf(row, remarks)
  const day = dayOf(row, 'date', draft.today, remarks)
  if (valueOf(row, 'date') === '') remarks.stop(row, say('The day is missing.'))
  if (day > draft.today) remarks.stop(row, say('{day} is still to come. Correct the day.', { day }))
  const reason = textOf(row, 'reason', 200, remarks) || (what === 'set aside' ? '' : 'not said in the spreadsheet')
  const lot = lotOf(draft, row, remarks)
  if (!lot || !what || remarks.isStopped) return settleGroup(draft, group, remarks, null)
  const amount = lot.number === '' ? ofBag(draft, lot, row, what, remarks) : ofUnits(lot, row, what, remarks)
  if (!amount) return settleGroup(draft, group, remarks, null)
  const isKnown = 'lot' in lot.ref && takeOne(draft.known.changes, changeKey({ lotId: lot.ref.lot, what, day, base: amount.base })) // prettier-ignore
  if (isKnown && row.decision !== 'add') return thereAlready(draft, group, say('The record has this already.'))
  const about = ['changes', valueOf(row, 'number') || valueOf(row, 'bag'), day, what].join('|')
  const natural = numbered(draft, about)
  if (draft.earlier.changedAlike.get(about)?.shift()) {
    remarks.stop(row, say('It was imported before and says something else now. Count that lot on its own page, or leave this row out.')) // prettier-ignore
    return settleGroup(draft, group, remarks, null)
  }
  if (!take(lot, what, amount, row, remarks)) return settleGroup(draft, group, remarks, null)
  const plan = { kind: 'changes', lot: lot.ref, what, day, ...amount, reason } as const
  const id = addRecord(draft, { kind: 'changes', contentKey: group.contentKey, naturalKey: natural, plan })
  settleGroup(draft, group, remarks, id)
}

function whatOf(row: RowIn, remarks: Remarks): What | undefined {
  const word = valueOf(row, 'what').toLowerCase()
  if (/^(?:discard|thrown|waste)/.test(word)) return 'discarded'
  if (/^(?:set aside|kept)/.test(word)) return 'set aside'
  if (/^(?:found|more)/.test(word)) return 'found'
  if (/^(?:missing|less|fewer|lost)/.test(word)) return 'missing'
  remarks.stop(row, say('What happened: “{word}” is none of discarded, set aside, found and missing.', { word }))
  return undefined
}

function lotOf(draft: Draft, row: RowIn, remarks: Remarks): PlanLot | undefined {
  const number = valueOf(row, 'number')
  const bag = valueOf(row, 'bag')
  if (number === '') {
    const lot = draft.stock.bags.get(bag)
    if (!lot) remarks.stop(row, bag === '' ? say('Say which batch by its number, or which bag by its code.') : say('No bag {bag} is known here. Import its purchase first.', { bag })) // prettier-ignore
    return lot
  }
  const lots = draft.stock.byNumber.get(lotKey(number)) ?? []
  const pack = valueOf(row, 'pack')
  const lot = lots.find((each) => isPack(draft, each.item, pack))
  if (!lot) remarks.stop(row, lots.length === 0 ? say('No batch {number} is known here. Import its batch first, or correct the number.', { number }) : say('Batch {number} has no such pack. Correct the pack.', { number })) // prettier-ignore
  return lot
}

function ofBag(draft: Draft, lot: PlanLot, row: RowIn, what: What, remarks: Remarks): Amount | undefined {
  if (what !== 'found' && what !== 'missing') remarks.stop(row, say('Of a bag, say how much was found or missing.'))
  const item = draft.known.items.get(lot.item)
  if (!item || remarks.isStopped) return undefined
  const { text } = cellQuantity(valueOf(row, 'quantity'), '', null, row.settings.decimal)
  const quantity = quantityIn(item, text, row, remarks)
  return quantity && { base: quantity.base, serials: '' }
}

function ofUnits(lot: PlanLot, row: RowIn, what: What, remarks: Remarks): Amount | undefined {
  const typed = valueOf(row, 'serials')
  const units = readCount(valueOf(row, 'units'), row.settings.decimal)
  if (units === undefined || units === 0)
    remarks.stop(row, say('“{units}” is no number of units.', { units: valueOf(row, 'units') }))
  else if (typed === '' && what === 'found') remarks.stop(row, say('Say which units turned up, by their numbers.'))
  else {
    const ranges = typed === '' ? takeHighest(lot.free, units) : readRanges(typed)
    if (!ranges && typed === '')
      remarks.stop(row, say('Only {count} of that batch were there.', { count: countUnits(lot.free) }))
    else if (!ranges || countUnits(ranges) !== units)
      remarks.stop(row, say('“{serials}” are not {units} unit numbers. Type for example 001-024.', { serials: typed, units })) // prettier-ignore
    else return { base: units * ONE_PIECE, serials: showRanges(ranges) }
  }
  return undefined
}

/** Changes the stock of the plan. @returns false where what the row says cannot have been so */
function take(lot: PlanLot, what: What, { base, serials }: Amount, row: RowIn, remarks: Remarks): boolean {
  const ranges: readonly SerialRange[] = serials === '' ? [] : (readRanges(serials) ?? [])
  if (what === 'found') {
    if (intersectRanges(lot.free, ranges).length > 0)
      remarks.stop(row, say('Some of {serials} were not missing. Correct the numbers.', { serials })) // prettier-ignore
    else backToStock(lot, { base, ranges })
  } else if (!containsRanges(lot.free, ranges))
    remarks.stop(row, say('Not all of {serials} were there: some left before. Correct the numbers.', { serials })) // prettier-ignore
  else if (lot.left < base) remarks.stop(row, say('There was less than that left. Correct the quantity.'))
  else if (ranges.length > 0) takeUnitsOf(lot, ranges)
  else lot.left -= base
  return !remarks.isStopped
}
