import { exactQuantityText, parseQuantity, type Quantity } from '../../../shared/domain/quantity.ts'
import { AppError } from '../../../shared/api/errors.ts'
import { lotKey } from '../../../shared/domain/lotNumber.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { unitInHead } from '../../../shared/import/headKey.ts'
import { readCents } from '../../../shared/import/numbers.ts'
import { cellQuantity } from '../../../shared/import/quantities.ts'
import { alike } from '../../../shared/import/clusters.ts'
import { quantityFor } from '../quantities.ts'
import { addRecord, dayOf, type Draft, type Group, itemNamed, nextId, numbered, Remarks, settleGroup, supplierOf, textOf, valueOf } from './draft.ts' // prettier-ignore
import { type KnownItem, meantName } from './known.ts'
import type { PlannedPurchase, RowIn } from './plan.ts'
import { thereAlready } from './planDirectory.ts'
import { addLot, type PlanLot, removeLot } from './stock.ts'
import { say } from '../../../shared/words/say.ts'

/** One bag, as a row of what was bought says it. */
export function planPurchase(draft: Draft, group: Group): void {
  const remarks = new Remarks()
  const [row] = group.rows
  if (!row) return
  const item = ingredientOf(draft, row, remarks)
  const quantity = item ? amountOf(item, row, remarks) : undefined
  const receivedOn = dayOf(row, 'date', draft.today, remarks)
  const bestBy = dayOf(row, 'bestBy', draft.today, remarks)
  const supplier = supplierOf(draft, row, remarks)
  const purchase = {
    supplier,
    receivedOn,
    bestBy,
    supplierLot: textOf(row, 'supplierLot', 60, remarks),
    costCents: costOf(row, remarks),
    note: textOf(row, 'note', 500, remarks),
    opening: /^(?:yes|y|x|true|1|opening)/i.test(valueOf(row, 'opening')),
    bag: valueOf(row, 'bag'),
    held: textOf(row, 'held', 200, remarks),
  }
  if (receivedOn > draft.today)
    remarks.stop(row, say('{day} is still to come. Correct the day it was bought.', { day: receivedOn }))
  if (bestBy !== '' && receivedOn !== '' && bestBy < receivedOn)
    remarks.check(row, say('It was past its date, {day}, on the day it was bought.', { day: bestBy }))
  if (receivedOn === '' && !purchase.opening && valueOf(row, 'date') === '') remarks.check(row, say('No day: batches made of it cannot be told by date.')) // prettier-ignore
  if (supplier === '' && !purchase.opening) remarks.check(row, say('No supplier: a recall of theirs cannot find it.'))
  if (remarks.isStopped || !item || !quantity) return settleGroup(draft, group, remarks, null)
  placePurchase(draft, group, remarks, { item, quantity, purchase })
}

interface Bought {
  readonly item: KnownItem
  readonly quantity: Quantity
  readonly purchase: Omit<PlannedPurchase, 'ingredient' | 'quantity'>
}

function placePurchase(draft: Draft, group: Group, remarks: Remarks, { item, quantity, purchase }: Bought): void {
  const [row] = group.rows
  if (!row) return
  const facts = {
    item: item.key,
    supplier: nameKey(purchase.supplier),
    receivedOn: purchase.receivedOn || null,
    supplierLot: purchase.supplierLot === '' ? '' : lotKey(purchase.supplierLot),
  }
  const about = ['purchases', facts.item, facts.supplier, facts.receivedOn, facts.supplierLot].join('|')
  const natural = numbered(draft, about)
  const known = row.decision === 'add' ? undefined : sameLot(draft, { ...facts, base: quantity.base, bestBy: purchase.bestBy }) // prettier-ignore
  if (known) {
    if (purchase.bag !== '') draft.stock.bags.set(purchase.bag, known)
    return thereAlready(draft, group, say('The record has this purchase already.'))
  }
  const replaced = row.decision === 'add' ? undefined : draft.earlier.changedAlike.get(about)?.shift()
  if (replaced) {
    const old = draft.stock.byId.get(replaced.made.lotId ?? 0)
    if (old && old.left !== old.base) {
      remarks.stop(row, say('This row was imported before and says something else now, but its lot was used or counted since. Correct that lot on its own page, or leave this row out.')) // prettier-ignore
      return settleGroup(draft, group, remarks, null)
    }
    if (old) removeLot(draft.stock, old)
    remarks.check(row, say('It was imported before and says something else now: this takes its place.'))
  }
  const lot: PlanLot = {
    ...facts,
    ref: { record: nextId(draft), item: item.key },
    bestBy: purchase.bestBy || null,
    held: false,
    base: quantity.base,
    number: '',
    madeOn: null,
    left: quantity.base,
    free: [],
  }
  addLot(draft.stock, lot)
  if (purchase.bag !== '') draft.stock.bags.set(purchase.bag, lot)
  const plan = { kind: 'purchases', ingredient: item.name, quantity: quantity.text, ...purchase } as const
  const id = addRecord(draft, { kind: 'purchases', contentKey: group.contentKey, naturalKey: natural, plan, replaces: replaced?.id ?? null }) // prettier-ignore
  settleGroup(draft, group, remarks, id)
}

/** A lot of the record that is this very purchase, taken so that a second one like it is a second bag. */
function sameLot(
  draft: Draft,
  wanted: {
    item: string
    supplier: string
    receivedOn: string | null
    supplierLot: string
    base: number
    bestBy: string
  },
): PlanLot | undefined {
  return draft.stock.byItem.get(wanted.item)?.find((lot) => {
    if (!('lot' in lot.ref) || lot.number !== '' || draft.seen.has(`lot ${lot.ref.lot}`)) return false
    const isSame =
      lot.supplier === wanted.supplier &&
      lot.receivedOn === wanted.receivedOn &&
      lot.supplierLot === wanted.supplierLot &&
      lot.base === wanted.base &&
      (lot.bestBy ?? '') === wanted.bestBy
    if (isSame) draft.seen.set(`lot ${lot.ref.lot}`, 1)
    return isSame
  })
}

/** The ingredient of a row: one that is known, or a new one, kept in the unit of its first quantity. */
function ingredientOf(draft: Draft, row: RowIn, remarks: Remarks): KnownItem | undefined {
  const typed = textOf(row, 'ingredient', 80, remarks)
  if (typed === '') {
    remarks.stop(row, say('The ingredient is missing.'))
    return undefined
  }
  const known = itemNamed(draft, 'ingredient', typed)
  if (known?.kind === 'product') {
    remarks.stop(row, say('{name} is a product of yours: import it as a batch.', { name: known.name }))
    return undefined
  }
  return known ?? newIngredient(draft, row, meantName(draft.known, 'ingredient', typed), cellOf(row).text, remarks)
}

/** Adds an ingredient to what is known, kept in the unit of that quantity. */
export function newIngredient(
  draft: Draft,
  row: RowIn,
  name: string,
  quantity: string,
  remarks: Remarks,
): KnownItem | undefined {
  const parsed = parseQuantity(quantity)
  if (!parsed.ok) {
    remarks.stop(row, `${name}: ${parsed.message}`)
    return undefined
  }
  const near = [...draft.known.items.values()].find((other) => other.kind === 'ingredient' && alike(other.name, name))
  if (near) remarks.check(row, say('“{name}” is new, and much like {known}.', { name, known: near.name }))
  const { dimension, unit } = parsed.quantity
  const key = nameKey(name)
  const item: KnownItem = { id: 0, key, name, kind: 'ingredient', packOf: null, code: null, dimension, unit, shelfLifeDays: null, factors: [] } // prettier-ignore
  draft.known.items.set(key, item)
  draft.fresh.ingredients.set(key, name)
  return item
}

function cellOf(row: RowIn) {
  return cellQuantity(valueOf(row, 'quantity'), valueOf(row, 'unit'), unitInHead(row.heads['quantity'] ?? ''), row.settings.decimal) // prettier-ignore
}

/** The quantity of a row in the measure of its ingredient. */
function amountOf(item: KnownItem, row: RowIn, remarks: Remarks): Quantity | undefined {
  const cell = cellOf(row)
  if (cell.assumed !== null) remarks.check(row, cell.assumed)
  return quantityIn(item, cell.text, row, remarks)
}

export function quantityIn(item: KnownItem, text: string, row: RowIn, remarks: Remarks): Quantity | undefined {
  if (text === '') {
    remarks.stop(row, say('How much {name} is missing.', { name: item.name }))
    return undefined
  }
  try {
    if (/^[\d./ ½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]+$/u.test(text))
      remarks.check(row, say('{name}: {text} is taken as {unit}.', { name: item.name, text, unit: item.unit }))
    return quantityFor(item, text, 'quantity')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    remarks.stop(row, error.body.message)
    return undefined
  }
}

function costOf(row: RowIn, remarks: Remarks): number | null {
  const text = valueOf(row, 'cost')
  if (text === '') return null
  const cents = readCents(text, row.settings.decimal)
  if (cents === undefined || cents > 100_000_000) {
    remarks.check(row, say('The cost “{text}” cannot be read and is left out.', { text }))
    return null
  }
  return cents
}

/**
 * What was there before anything was written down, so much as batches took of it: an opening stock in place of lots
 * that nobody can name. Grows with every row that asks for it.
 */
export function openingLot(
  draft: Draft,
  item: KnownItem,
  base: number,
  from: { readonly supplier: string; readonly receivedOn: string },
): PlanLot {
  const key = `opening|${item.key}|${nameKey(from.supplier)}|${from.receivedOn}`
  const at = draft.records.findIndex((record) => record.naturalKey === key)
  const record = draft.records[at]
  const before = draft.stock.bags.get(key)
  if (record?.plan.kind === 'purchases' && before) {
    const grown: PlanLot = { ...before, base: before.base + base }
    draft.stock.bags.set(key, grown)
    draft.records[at] = { ...record, plan: { ...record.plan, quantity: exactQuantityText(grown.base, item.unit) } }
    return grown
  }
  const lot: PlanLot = {
    ref: { record: nextId(draft), item: item.key },
    item: item.key,
    supplier: nameKey(from.supplier),
    receivedOn: from.receivedOn || null,
    bestBy: null,
    supplierLot: '',
    held: false,
    base,
    number: '',
    madeOn: null,
    left: 0,
    free: [],
  }
  draft.stock.bags.set(key, lot)
  const facts = { supplierLot: '', bestBy: '', costCents: null, note: 'opening stock of an import', opening: true, bag: '', held: '' } // prettier-ignore
  const plan = { kind: 'purchases', ingredient: item.name, quantity: exactQuantityText(base, item.unit), ...from, ...facts } as const // prettier-ignore
  addRecord(draft, { kind: 'purchases', contentKey: '', naturalKey: key, plan })
  return lot
}
