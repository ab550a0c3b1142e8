import { nameKey } from '../../../shared/domain/names.ts'
import { lotKey } from '../../../shared/domain/lotNumber.ts'
import type { Quantity } from '../../../shared/domain/quantity.ts'
import { containsRanges, countUnits, readRanges } from '../../../shared/domain/serialRange.ts'
import { ONE_PIECE } from '../../../shared/domain/units.ts'
import { unitInHead } from '../../../shared/import/headKey.ts'
import { cellQuantity } from '../../../shared/import/quantities.ts'
import { dayOf, type Draft, type Group, itemNamed, type Remarks, textOf, valueOf } from './draft.ts'
import { type KnownItem, meantName } from './known.ts'
import type { PlannedUse, RowIn } from './plan.ts'
import { newIngredient, openingLot, quantityIn } from './planPurchases.ts'
import { type Choice, chooseLots, giveBack, type LotWish, namedLots, partText, type PlanLot, type Stock, takeUnitsOf } from './stock.ts' // prettier-ignore
import { say } from '../../../shared/words/say.ts'

/** One ingredient of a batch, before its lot is found. */
export interface DraftUse {
  readonly row: RowIn
  readonly item: KnownItem
  readonly quantity: Quantity
  readonly wish: LotWish
  /** Which units of a batch of one’s own; empty where the table does not say. */
  readonly serials: string
  readonly supplier: string
  /** What an export says of how sure the lot is; empty where the table does not say. */
  readonly basis: '' | 'assumed' | 'confirmed' | 'unknown'
}

/** The ingredients that the rows of a batch name: one a row, or one a column. */
export function usesOf(draft: Draft, { rows }: Group, product: KnownItem | undefined, remarks: Remarks): DraftUse[] {
  return rows
    .flatMap((row) => [...wideUses(draft, row, remarks), ...longUse(draft, row, remarks)])
    .filter((use) => {
      const isItself = product !== undefined && (use.item.key === product.key || use.item.packOf === product.key) && use.wish.number === '' // prettier-ignore
      if (isItself)
        remarks.stop(use.row, say('A batch cannot be made of its own product without saying of which batch.'))
      return !isItself
    })
}

const noWish: LotWish = { supplier: '', receivedOn: '', supplierLot: '', number: '', bag: '' }

function wideUses(draft: Draft, row: RowIn, remarks: Remarks): DraftUse[] {
  return row.wide.flatMap(({ name, unit, text }) => {
    if (text === '' || /^[0.,]+$|^x$/i.test(text)) return []
    const cell = cellQuantity(text, '', unit, row.settings.decimal)
    if (cell.assumed !== null) remarks.check(row, cell.assumed)
    const item = anyItem(draft, row, name, cell.text, remarks)
    const quantity = item && quantityIn(item, cell.text, row, remarks)
    return item && quantity
      ? [{ row, item, quantity, wish: noWish, serials: '', supplier: '', basis: '' as const }]
      : []
  })
}

function longUse(draft: Draft, row: RowIn, remarks: Remarks): DraftUse[] {
  const name = textOf(row, 'ingredient', 80, remarks)
  const used = valueOf(row, 'usedNumber')
  if (name === '' && used === '') return []
  const { text, assumed } = cellQuantity(valueOf(row, 'quantity'), valueOf(row, 'unit'), unitInHead(row.heads['quantity'] ?? ''), row.settings.decimal) // prettier-ignore
  if (assumed !== null) remarks.check(row, assumed)
  const fromBatch = draft.stock.byNumber.get(lotKey(used))?.[0]
  const item = name === '' ? draft.known.items.get(fromBatch?.item ?? '') : anyItem(draft, row, name, text, remarks)
  if (!item) {
    if (!remarks.isStopped)
      remarks.stop(
        row,
        say('No batch {number} is known here. Import it first, or name the ingredient.', { number: used }),
      )
    return []
  }
  const quantity = quantityIn(item, text, row, remarks)
  // As it stands in the cell: “unknown” is what is said here, where other cells say nothing by it.
  const said = (row.values['basis'] ?? '').trim().toLowerCase()
  const basis = said === 'assumed' || said === 'confirmed' || said === 'unknown' ? said : ''
  const supplier = valueOf(row, 'supplier') === '' ? '' : meantName(draft.known, 'supplier', valueOf(row, 'supplier'))
  const wish = {
    supplier: nameKey(supplier),
    receivedOn: dayOf(row, 'purchasedOn', draft.today, remarks),
    supplierLot: valueOf(row, 'supplierLot') === '' ? '' : lotKey(valueOf(row, 'supplierLot')),
    number: used === '' ? '' : lotKey(used),
    bag: valueOf(row, 'bag'),
  }
  return quantity ? [{ row, item, quantity, wish, serials: valueOf(row, 'usedSerials'), supplier, basis }] : []
}

function anyItem(draft: Draft, row: RowIn, name: string, quantity: string, remarks: Remarks): KnownItem | undefined {
  return itemNamed(draft, 'ingredient', name) ?? newIngredient(draft, row, meantName(draft.known, 'ingredient', name), quantity, remarks) // prettier-ignore
}

/**
 * Finds the lot of each ingredient and takes it. A use that nobody can find a lot for keeps an unknown lot, or is taken
 * from an opening stock, as the person chose. @returns undefined where a row is stopped, with all given back
 */
export function takeUses(draft: Draft, uses: readonly DraftUse[], madeOn: string, remarks: Remarks) {
  const taken: { use: DraftUse; choice: Choice }[] = []
  for (const use of uses) {
    const choice =
      use.basis === 'unknown'
        ? { picks: [], missing: use.quantity.base, notes: [], isNamed: false }
        : use.serials !== ''
          ? takeNumbered(draft.stock, use, remarks)
          : chooseLots(draft.stock, use.item, use.quantity.base, madeOn, use.wish)
    taken.push({ use, choice })
    if (choice.missing > 0 && use.item.kind === 'product' && choice.picks.length > 0)
      remarks.stop(use.row, say('Only {there} of {name} were there on {day}. Correct the quantity, or name the batch.', { there: (use.quantity.base - choice.missing) / ONE_PIECE, name: use.item.name, day: madeOn })) // prettier-ignore
  }
  if (remarks.isStopped) {
    for (const { choice } of taken) for (const pick of choice.picks) giveBack(pick)
    return undefined
  }
  return {
    uses: taken.flatMap((each) => plannedUses(draft, each.use, each.choice, remarks)),
    lines: uses.map(({ item, quantity }) => ({ ingredient: item.name, quantity: quantity.text })),
  }
}

/** The very units that a row says went in; a row is stopped that says other ones than were there. */
function takeNumbered(stock: Stock, { row, item, quantity, wish, serials }: DraftUse, remarks: Remarks): Choice {
  const [lot] = namedLots(stock, item, wish)
  const ranges = readRanges(serials)
  const nothing = { picks: [], missing: 0, notes: [], isNamed: true }
  if (!ranges || countUnits(ranges) * ONE_PIECE !== quantity.base)
    remarks.stop(
      row,
      say('“{serials}” are not {quantity}. Type for example 001-024.', { serials, quantity: quantity.text }),
    )
  else if (!lot || wish.number === '')
    remarks.stop(row, say('Say of which batch of {name} these unit numbers are.', { name: item.name }))
  else if (!containsRanges(lot.free, ranges))
    remarks.stop(row, say('Not all of {serials} were there: some left before. Correct the numbers.', { serials })) // prettier-ignore
  else return { ...nothing, picks: [takeUnitsOf(lot, ranges)] }
  return nothing
}

function plannedUses(draft: Draft, use: DraftUse, choice: Choice, remarks: Remarks): PlannedUse[] {
  const { item, quantity, row } = use
  const basis = use.basis === 'assumed' || use.basis === 'confirmed' ? use.basis : choice.isNamed ? 'confirmed' : 'assumed' // prettier-ignore
  // What the table itself calls assumed or unknown is no news.
  const isNews = use.basis === ''
  for (const { note, isAssumed } of choice.notes) if (isNews || !isAssumed) remarks.check(row, `${item.name}: ${note}`)
  const planned = choice.picks.map(({ lot, base, more }): PlannedUse => ({
    ingredient: item.name,
    quantity: partText(quantity, base, item.unit),
    lot: lot.ref,
    serials: use.serials,
    basis,
    foundMore: more > 0,
    override: overrideOf(lot),
  }))
  if (choice.missing === 0) return planned
  const open = { ingredient: item.name, quantity: partText(quantity, choice.missing, item.unit), serials: '', basis, foundMore: false, override: null } // prettier-ignore
  if (row.settings.missingLots === 'opening' && item.kind === 'ingredient' && use.basis !== 'unknown') {
    const lot = openingLot(draft, item, choice.missing, { supplier: use.supplier, receivedOn: use.wish.receivedOn })
    remarks.check(row, say('{name}: it is taken from an opening stock.', { name: item.name }))
    return [...planned, { ...open, lot: lot.ref }]
  }
  if (isNews) remarks.check(row, say('{name}: its lot is not recorded; it can be named later.', { name: item.name }))
  return [...planned, { ...open, lot: null }]
}

/** History happened, also with a bag that is on hold now. */
function overrideOf(lot: PlanLot): PlannedUse['override'] {
  return lot.held ? { problem: 'held', reason: 'used before it was put on hold, by the spreadsheet' } : null
}
