import { lotKey } from '../../../shared/domain/lotNumber.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { packItemName } from '../../../shared/domain/packs.ts'
import {
  countUnits,
  readRanges,
  type SerialRange,
  showRanges,
  takeHighest,
  subtractRanges,
} from '../../../shared/domain/serialRange.ts'
import { ONE_PIECE } from '../../../shared/domain/units.ts'
import { readCount } from '../../../shared/import/numbers.ts'
import { addRecord, dayOf, type Draft, firstOf, type Group, itemNamed, keptOf, numbered, refuseOther, Remarks, settleGroup, textOf, valueOf } from './draft.ts' // prettier-ignore
import { type KnownItem, meantName } from './known.ts'
import type { PlannedBatch, RowIn } from './plan.ts'
import { type DraftUse, takeUses, usesOf } from './planUses.ts'
import { thereAlready } from './planDirectory.ts'
import { addProduct, freeCode, wordOfUnit } from './planProducts.ts'
import { addLot, backToStock, type PlanLot, removeLot } from './stock.ts'
import { say } from '../../../shared/words/say.ts'

/** A batch with what went in, from one row or from several. */
export function planBatch(draft: Draft, group: Group): void {
  const remarks = new Remarks()
  const { rows } = group
  const [first] = rows
  if (!first) return
  const head = headOf(draft, rows, first, remarks)
  const known = head.number === '' ? undefined : draft.known.batches.get(lotKey(head.number))
  if (known && !draft.earlier.changed.has(naturalKey(head))) {
    const isSame = known.product === nameKey(head.product) && known.madeOn === head.madeOn
    if (isSame || first.decision === 'leave out') return thereAlready(draft, group, known.isVoid ? say('{number} is in the record, as a void batch.', { number: head.number }) : say('{number} is in the record already.', { number: head.number })) // prettier-ignore
    remarks.stop(first, say('{number} is another batch in the record, and a number is never used twice. Correct the number.', { number: head.number })) // prettier-ignore
  } else if (head.number !== '' && !known) refuseIssued(draft, head.number, first, remarks)
  const product = itemNamed(draft, 'product', head.product)
  if (product?.kind === 'ingredient') remarks.stop(first, say('{name} is an ingredient here. Name the product otherwise.', { name: product.name })) // prettier-ignore
  const packs = packsOf(draft, head, rows, remarks)
  const uses = usesOf(draft, group, product, remarks)
  if (remarks.isStopped) return settleGroup(draft, group, remarks, null)
  placeBatch(draft, group, remarks, { head, product, packs, uses })
}

interface Head {
  readonly number: string
  readonly product: string
  readonly madeOn: string
  readonly made: number
  readonly discarded: number
  readonly setAside: number
  readonly plan: Pick<PlannedBatch, 'discardReason' | 'bestBy' | 'note' | 'people' | 'held' | 'serials'>
  readonly madeWord: string
}

function headOf(draft: Draft, rows: readonly RowIn[], first: RowIn, remarks: Remarks): Head {
  const number = textOf(first, 'number', 40, remarks)
  if (number !== '' && lotKey(number) === '') remarks.stop(first, say('“{number}” has no letter or digit. Type the batch’s number.', { number })) // prettier-ignore
  const typed = firstOf(rows, 'product')
  const product = meantName(draft.known, 'product', typed.text)
  if (typed.text === '') remarks.stop(first, say('The product is missing.'))
  if (product.length > 80) remarks.stop(first, say('The product’s name has more than 80 characters. Shorten it.'))
  const other = rows.find((row) => valueOf(row, 'product') !== '' && nameKey(meantName(draft.known, 'product', valueOf(row, 'product'))) !== nameKey(product)) // prettier-ignore
  if (other)
    remarks.stop(
      other,
      say('Row {row} says {product} for the same batch number. Correct one of them.', { row: first.line + 1, product }),
    )
  refuseOthers(rows, remarks, draft.today)
  const dated = firstOf(rows, 'date')
  const madeOn = dated.row ? dayOf(dated.row, 'date', draft.today, remarks) : ''
  if (dated.text === '') remarks.stop(first, say('The day it was made is missing.'))
  if (madeOn > draft.today)
    remarks.stop(dated.row ?? first, say('{day} is still to come. Correct the day it was made.', { day: madeOn }))
  const bestRow = firstOf(rows, 'bestBy')
  const bestBy = bestRow.row ? dayOf(bestRow.row, 'bestBy', draft.today, remarks) : ''
  if (bestBy !== '' && madeOn !== '' && bestBy < madeOn) remarks.stop(first, say('It is past its date, {day}, before it was made. Correct one of the days.', { day: bestBy })) // prettier-ignore
  const main = rows.filter((row) => valueOf(row, 'pack') === '')
  const figures = figuresOf(main.length > 0 ? main : rows, first, remarks, main.length > 0)
  return {
    number,
    product,
    madeOn,
    ...figures,
    madeWord: wordOfUnit(/^[\d.,]+\s*(\p{L}+)$/u.exec(firstOf(rows, 'made').text)?.[1] ?? first.heads['made'] ?? ''),
    plan: {
      discardReason: figures.discarded > 0 ? keptOf(firstOf(rows, 'discardReason').text, 100, 'Why they were discarded', first, remarks) || 'not said in the spreadsheet' : '', // prettier-ignore
      bestBy,
      serials: main[0] ? serialsOf(firstOf(main, 'serials').row ?? main[0], figures.made, remarks) : '',
      held: keptOf(firstOf(main, 'held').text, 200, 'The reason of its hold', first, remarks),
      note: keptOf([...new Set(rows.map((row) => valueOf(row, 'note')))].filter((note) => note !== '').join('; '), 2000, 'Its note', first, remarks), // prettier-ignore
      people: firstOf(rows, 'people').text.split(/[,;&+/]| and /).map((name) => keptOf(name.trim(), 60, 'The name of a person', first, remarks)).filter((name) => name !== ''), // prettier-ignore
    },
  }
}

/** Rows of one batch that say different days or figures of it: nobody can tell which of them is meant. */
function refuseOthers(rows: readonly RowIn[], remarks: Remarks, today: string): void {
  const asDay = (row: RowIn, key: string) => dayOf(row, key, today, new Remarks()) || valueOf(row, key)
  const asCount = (row: RowIn, key: string) => String(readCount(valueOf(row, key), row.settings.decimal) ?? valueOf(row, key)) // prettier-ignore
  const main = rows.filter((row) => valueOf(row, 'pack') === '')
  refuseOther(rows, 'date', asDay, remarks)
  refuseOther(rows, 'bestBy', asDay, remarks)
  for (const key of ['made', 'discarded', 'setAside']) refuseOther(main, key, asCount, remarks)
}

/** Made, discarded and set aside; how many were made must be said. */
function figuresOf(rows: readonly RowIn[], first: RowIn, remarks: Remarks, isNeeded: boolean) {
  const count = (key: string) => {
    const { text, row = first } = firstOf(rows, key)
    if (text === '') return undefined
    const number = readCount(text, row.settings.decimal)
    if (number === undefined || number > 100_000) remarks.stop(row, say('{head}: “{text}” is no whole number of units up to 100,000.', { head: row.heads[key] ?? key, text })) // prettier-ignore
    return number
  }
  const made = isNeeded ? count('made') : 0
  if (made === undefined && !remarks.isStopped) remarks.stop(first, say('How many were made is missing. Type a whole number; 0 where it failed.')) // prettier-ignore
  const discarded = isNeeded ? (count('discarded') ?? 0) : 0
  const setAside = isNeeded ? (count('setAside') ?? 0) : 0
  if (made !== undefined && discarded + setAside > made)
    remarks.stop(first, say('{made} were made, so {lost} cannot be discarded or set aside. Correct one of them.', { made, lost: discarded + setAside })) // prettier-ignore
  return { made: made ?? 0, discarded, setAside }
}

/** Numbers of the units of a pack, where they do not just run on from the pack before. */
function serialsOf(row: RowIn, made: number, remarks: Remarks): string {
  const text = valueOf(row, 'serials')
  const ranges = text === '' ? undefined : readRanges(text)
  if (text !== '' && (!ranges || countUnits(ranges) !== made)) remarks.stop(row, say('“{text}” are not {made} unit numbers. Type for example 001-024, or leave it empty.', { text, made })) // prettier-ignore
  return ranges ? showRanges(ranges) : ''
}

function packsOf(draft: Draft, head: Head, rows: readonly RowIn[], remarks: Remarks): PlannedBatch['packs'] {
  return rows.flatMap((row) => {
    const name = valueOf(row, 'pack')
    if (name === '') return []
    const item = draft.known.items.get(nameKey(packItemName(head.product, name)))
    if (!item) {
      remarks.stop(row, say('{name} is no pack of {product}. Add it on the product’s page, or import the products first.', { name, product: head.product })) // prettier-ignore
      return []
    }
    const figures = figuresOf([row], row, remarks, true)
    return [
      {
        item: item.key,
        ...figures,
        serials: serialsOf(row, figures.made, remarks),
        held: textOf(row, 'held', 200, remarks),
      },
    ]
  })
}

function refuseIssued(draft: Draft, number: string, row: RowIn, remarks: Remarks): void {
  const key = lotKey(number)
  if (draft.known.issued.has(key) && !draft.known.released.has(key))
    remarks.stop(
      row,
      say('{number} was issued before, and a number is never used twice. Correct the number.', { number }),
    )
}

function naturalKey({ number, product, madeOn }: Pick<Head, 'number' | 'product' | 'madeOn'>): string {
  return number === '' ? `batches|${nameKey(product)}|${madeOn}` : `batches|${lotKey(number)}`
}

interface NewBatch {
  readonly head: Head
  readonly product: KnownItem | undefined
  readonly packs: PlannedBatch['packs']
  readonly uses: readonly DraftUse[]
}

function placeBatch(draft: Draft, group: Group, remarks: Remarks, { head, product, packs, uses }: NewBatch): void {
  const [first] = group.rows
  if (!first) return
  const about = naturalKey(head)
  const natural = head.number === '' ? numbered(draft, about) : about
  if (head.number !== '' && draft.seen.has(natural)) {
    remarks.stop(
      first,
      say('{number} is another batch in this file. Correct one of the numbers.', { number: head.number }),
    )
    return settleGroup(draft, group, remarks, null)
  }
  const { changed, changedAlike } = draft.earlier
  const replaced = (head.number === '' ? changedAlike : changed).get(about)?.shift()
  if (replaced) {
    if (!takeOldBack(draft, replaced.made.batchId ?? 0, replaced.made.lots ?? [])) {
      remarks.stop(first, say('This batch was imported before and says something else now, but some of it was sent or used since. Correct it on its own page, or leave this row out.')) // prettier-ignore
      return settleGroup(draft, group, remarks, null)
    }
    remarks.check(first, say('It was imported before and says something else now: this takes its place.'))
  }
  const planned = takeUses(draft, uses, head.madeOn, remarks)
  if (planned === undefined) return settleGroup(draft, group, remarks, null)
  draft.seen.set(natural, 1)
  if (!product && planned.lines.length > 60)
    remarks.check(
      first,
      say('Its recipe keeps the first 60 of {all} ingredients; the batch keeps all.', { all: planned.lines.length }),
    )
  const name = product?.name ?? addNewProduct(draft, head, planned.lines)
  if (!product) remarks.check(first, say('New product: {name}, code {code}, with this batch as its recipe.', { name, code: draft.known.items.get(nameKey(name))?.code ?? '' })) // prettier-ignore
  if (head.number === '') remarks.check(first, say('It has no number: it gets the next one of your format.'))
  const id = addRecord(draft, {
    kind: 'batches',
    contentKey: group.contentKey,
    naturalKey: natural,
    replaces: replaced?.id ?? null,
    plan: {
      kind: 'batches',
      product: name,
      number: head.number,
      madeOn: head.madeOn,
      made: head.made,
      discarded: head.discarded,
      setAside: head.setAside,
      packs,
      uses: planned.uses,
      ...head.plan,
    },
  })
  addOutputs(draft, id, name, head, packs)
  settleGroup(draft, group, remarks, id)
}

function addNewProduct(draft: Draft, head: Head, lines: readonly { ingredient: string; quantity: string }[]): string {
  addProduct(
    draft,
    {
      name: head.product,
      code: freeCode(draft, head.product, head.number),
      unit: head.madeWord,
      makes: Math.max(1, head.made),
      shelfLifeDays: null,
      lines: lines.slice(0, 60),
      pack: null,
      packs: [],
      retired: false,
    },
    '',
  )
  return head.product
}

/** What the batch makes, to be used and sold by what comes after it. Serials run on from pack to pack. */
function addOutputs(draft: Draft, id: number, product: string, head: Head, packs: PlannedBatch['packs']): void {
  const main = { item: nameKey(product), ...head, serials: head.plan.serials }
  let last = 0
  for (const { item, made, discarded, setAside, serials } of [main, ...packs]) {
    const all = unitsMade(made, serials, last)
    last = all.at(-1)?.last ?? last
    const free = subtractRanges(all, takeHighest(all, discarded + setAside) ?? [])
    const lot: PlanLot = {
      ref: { record: id, item },
      item,
      supplier: '',
      receivedOn: null,
      bestBy: head.plan.bestBy || null,
      supplierLot: '',
      held: false,
      base: made * ONE_PIECE,
      number: head.number === '' ? `record ${id}` : lotKey(head.number),
      madeOn: head.madeOn,
      left: (made - discarded - setAside) * ONE_PIECE,
      free,
    }
    addLot(draft.stock, lot)
  }
}

/** The batch that is told anew is taken out of the stock, what it used is given back. @returns false where it was sent or used */
function takeOldBack(draft: Draft, batchId: number, lots: readonly { readonly lotId: number }[]): boolean {
  if (draft.earlier.leaned.has(batchId)) return false
  for (const { lotId } of lots) {
    const lot = draft.stock.byId.get(lotId)
    if (lot) removeLot(draft.stock, lot)
  }
  for (const { lotId, base, ranges } of draft.earlier.uses.get(batchId) ?? [])
    backToStock(draft.stock.byId.get(lotId), { base, ranges })
  return true
}

/** Numbers as the table says them; else they run on from the pack before. */
function unitsMade(made: number, serials: string, last: number): SerialRange[] {
  const told = serials === '' ? undefined : readRanges(serials)
  return told ?? (made === 0 ? [] : [{ first: last + 1, last: last + made }])
}
