import { ProductCode } from '../../../shared/api/fields.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { packItemName } from '../../../shared/domain/packs.ts'
import { countWord, parseQuantity } from '../../../shared/domain/quantity.ts'
import { countsOne } from '../../../shared/domain/units.ts'
import { cellQuantity } from '../../../shared/import/quantities.ts'
import { unitInHead } from '../../../shared/import/headKey.ts'
import { readCents, readCount } from '../../../shared/import/numbers.ts'
import {
  addRecord,
  type Draft,
  firstOf,
  type Group,
  itemNamed,
  Remarks,
  settleGroup,
  textOf,
  valueOf,
} from './draft.ts'
import { type KnownItem, meantName } from './known.ts'
import type { PlannedPack, RowIn } from './plan.ts'
import { thereAlready } from './planDirectory.ts'
import { say } from '../../../shared/words/say.ts'

interface RecipeLine {
  readonly ingredient: string
  readonly quantity: string
}

/** What a new product is by its rows, or by the first batch of it. */
export interface NewProduct {
  readonly name: string
  readonly code: string
  readonly unit: string
  readonly makes: number
  readonly shelfLifeDays: number | null
  readonly lines: readonly RecipeLine[]
  readonly pack: PlannedPack | null
  readonly packs: readonly PlannedPack[]
  readonly retired: boolean
}

export function planProduct(draft: Draft, group: Group): void {
  const remarks = new Remarks()
  const { rows } = group
  const [first] = rows
  if (!first) return
  const name = meantName(draft.known, 'product', textOf(first, 'product', 80, remarks))
  if (draft.known.items.get(nameKey(name))?.kind === 'product')
    return thereAlready(draft, group, say('{name} is there already. Change it on its own page.', { name }))
  if (draft.known.items.has(nameKey(name))) remarks.stop(first, say('{name} is there as an ingredient. Name the product otherwise.', { name })) // prettier-ignore
  const lines = rows.flatMap((row) => recipeLine(draft, row, remarks))
  const makes = firstOf(rows, 'makes')
  const count = readCount(makes.text, first.settings.decimal)
  if (makes.text !== '' && (count === undefined || count < 1))
    remarks.stop(makes.row ?? first, say('“{text}” is no number of units. Type a whole number.', { text: makes.text }))
  if (makes.text === '') remarks.check(first, say('How many one batch makes is not said: 1 is assumed.'))
  const code = firstOf(rows, 'code').text.toUpperCase()
  if (code !== '' && !ProductCode.safeParse(code).success)
    remarks.stop(
      first,
      say('“{code}” is no code. A code has 1 to 6 letters and digits and begins with a letter.', { code }),
    )
  const other = draft.known.codes.get(code)
  if (other) remarks.stop(first, say('{code} is the code of {name}. Choose another.', { code, name: other.name }))
  const unit = wordOfUnit(firstOf(rows, 'unitWord').text)
  const shelf = firstOf(rows, 'shelfLife')
  const days = shelf.text === '' ? null : (readCount(shelf.text, first.settings.decimal) ?? 0)
  if (days !== null && (days < 1 || days > 3650)) remarks.stop(shelf.row ?? first, say('“{text}” is no number of days from 1 to 3650.', { text: shelf.text })) // prettier-ignore
  const packs = rows.flatMap((row) => (valueOf(row, 'pack') === '' ? [] : [packOf(row, valueOf(row, 'pack'), remarks)]))
  const main = rows.find((row) => valueOf(row, 'pack') === '') ?? first
  if (remarks.isStopped) return settleGroup(draft, group, remarks, null)
  const product = {
    name,
    code: code === '' ? freeCode(draft, name, '') : code,
    unit,
    makes: count ?? 1,
    shelfLifeDays: days,
    lines,
    pack: packOf(main, '', remarks),
    packs,
    retired: /^(?:yes|y|x|true|1|retired)$/i.test(firstOf(rows, 'retired').text),
  }
  if (code === '') remarks.check(first, say('Its code is assumed: {code}.', { code: product.code }))
  settleGroup(draft, group, remarks, addProduct(draft, product, group.contentKey))
}

/** Puts a new product into the plan, and what it is called into what is known. @returns the record’s id */
export function addProduct(draft: Draft, product: NewProduct, contentKey: string): number {
  const { name, code, unit, makes, shelfLifeDays, lines, pack, packs, retired } = product
  const key = nameKey(name)
  const item: KnownItem = { id: 0, key, name, kind: 'product', packOf: null, code, dimension: 'count', unit, shelfLifeDays, factors: [] } // prettier-ignore
  draft.known.items.set(key, item)
  draft.known.codes.set(code, item)
  if (pack?.gtin) draft.known.codes.set(pack.gtin, item)
  for (const further of packs) {
    const packName = packItemName(name, further.name ?? '')
    const packKey = nameKey(packName)
    draft.known.items.set(packKey, { ...item, key: packKey, name: packName, packOf: key, code: null, unit: further.unit || unit }) // prettier-ignore
  }
  draft.fresh.products.set(key, name)
  return addRecord(draft, {
    kind: 'products',
    contentKey,
    naturalKey: contentKey === '' ? '' : `products|${key}`,
    plan: {
      kind: 'products',
      retired,
      product: {
        name,
        code,
        unit,
        shelfLifeDays,
        expectedYield: makes,
        lines: [...lines],
        pack,
        packs: packs.length > 0 ? [...packs] : null,
      },
    },
  })
}

/** A code that is free: of the batch number where it begins with one, else of the first letters of the name. */
export function freeCode(draft: Draft, name: string, number: string): string {
  const initials = name.split(/[^\p{L}\p{N}]+/u).map((word) => word.slice(0, 1)).join('') // prettier-ignore
  const wanted = [
    /^([A-Za-z]{1,4})[-\s_]?\d/.exec(number)?.[1] ?? '',
    initials.length > 1 ? initials.slice(0, 4) : name.slice(0, 2),
    name.replace(/[^A-Za-z]/g, '').slice(0, 3),
  ].map((code) =>
    code
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]/g, '')
      .toUpperCase(),
  )
  for (const code of wanted) if (/^[A-Z][A-Z0-9]{0,5}$/.test(code) && !draft.known.codes.has(code)) return code
  const stem = (wanted[1] ?? '').replace(/^[^A-Z]+/, '').slice(0, 3) || 'P'
  for (let at = 2; ; at += 1) if (!draft.known.codes.has(`${stem}${at}`)) return `${stem}${at}`
}

/** `Jars` is sold as a jar; what is no word for one piece is called a piece. */
export function wordOfUnit(text: string): string {
  const word = countWord(text.toLowerCase().trim(), 1)
  return /^\p{L}{2,20}$/u.test(word) && countsOne(word) && !/^(?:units?|each|qty|quantity|made|yield|count|number|output|ea|pc)$/.test(word) ? word : 'piece' // prettier-ignore
}

function recipeLine(draft: Draft, row: RowIn, remarks: Remarks): RecipeLine[] {
  const typed = textOf(row, 'ingredient', 80, remarks)
  const text = valueOf(row, 'quantity')
  if (typed === '' && text === '') return []
  if (typed === '') {
    remarks.stop(row, say('The ingredient of this quantity is missing.'))
    return []
  }
  const item = itemNamed(draft, 'ingredient', typed)
  const cell = cellQuantity(text, valueOf(row, 'unit'), unitInHead(row.heads['quantity'] ?? ''), row.settings.decimal)
  if (cell.assumed !== null) remarks.check(row, cell.assumed)
  const parsed = parseQuantity(cell.text, item?.unit, 'any')
  if (!parsed.ok) {
    remarks.stop(row, parsed.message)
    return []
  }
  return [{ ingredient: item?.name ?? meantName(draft.known, 'ingredient', typed), quantity: parsed.quantity.text }]
}

function packOf(row: RowIn, name: string, remarks: Remarks): PlannedPack {
  const price = valueOf(row, 'price')
  const cents = price === '' ? null : (readCents(price, row.settings.decimal) ?? null)
  if (price !== '' && cents === null)
    remarks.check(row, say('The price “{price}” cannot be read and is left out.', { price }))
  const net = valueOf(row, 'net')
  const isRead = net === '' || parseQuantity(net, 'each').ok
  if (!isRead) remarks.check(row, say('The net contents “{net}” cannot be read and are left out.', { net }))
  const usual = readCount(valueOf(row, 'makes'), row.settings.decimal)
  return {
    name,
    unit: name === '' ? '' : wordOfUnit(valueOf(row, 'unitWord')),
    net: isRead ? net : '',
    fill: '',
    gtin: valueOf(row, 'gtin'),
    priceCents: cents,
    usual: name === '' || usual === undefined || usual < 1 ? null : usual,
  }
}
