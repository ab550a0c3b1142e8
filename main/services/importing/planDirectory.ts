import { placeKinds } from '../../../shared/api/directory.ts'
import { measureOf } from '../../../shared/domain/factor.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { parseQuantity } from '../../../shared/domain/quantity.ts'
import { findUnit, unitNamed } from '../../../shared/domain/units.ts'
import type { PlaceKind } from '../../db/schema.ts'
import { addRecord, type Draft, type Group, Remarks, settleGroup, textOf, valueOf } from './draft.ts'
import { meantName } from './known.ts'
import type { Reach, RowIn } from './plan.ts'
import { say } from '../../../shared/words/say.ts'

export function planSupplier(draft: Draft, group: Group): void {
  const remarks = new Remarks()
  const [row] = group.rows
  if (!row) return
  const reach = reachOf(row, meantName(draft.known, 'supplier', valueOf(row, 'name')), remarks)
  const key = nameKey(reach.name)
  if (draft.known.suppliers.has(key))
    return thereAlready(draft, group, say('{name} is there already.', { name: reach.name }))
  if (draft.fresh.suppliers.has(key))
    return thereAlready(draft, group, say('{name} is in this file twice.', { name: reach.name }))
  if (remarks.isStopped) return settleGroup(draft, group, remarks, null)
  draft.fresh.suppliers.set(key, reach.name)
  const id = addRecord(draft, { kind: 'suppliers', contentKey: group.contentKey, naturalKey: `suppliers|${key}`, plan: { kind: 'suppliers', ...reach } }) // prettier-ignore
  settleGroup(draft, group, remarks, id)
}

export function planPlace(draft: Draft, group: Group): void {
  const remarks = new Remarks()
  const [row] = group.rows
  if (!row) return
  const reach = reachOf(row, meantName(draft.known, 'place', valueOf(row, 'name')), remarks)
  const key = nameKey(reach.name)
  if (draft.known.places.has(key))
    return thereAlready(draft, group, say('{name} is there already.', { name: reach.name }))
  if (draft.fresh.places.has(key))
    return thereAlready(draft, group, say('{name} is in this file twice.', { name: reach.name }))
  if (remarks.isStopped) return settleGroup(draft, group, remarks, null)
  draft.fresh.places.set(key, reach.name)
  const placeKind = placeKindOf(valueOf(row, 'kind'), reach.name, row.settings.placeKind)
  const id = addRecord(draft, { kind: 'places', contentKey: group.contentKey, naturalKey: `places|${key}`, plan: { kind: 'places', placeKind, ...reach } }) // prettier-ignore
  settleGroup(draft, group, remarks, id)
}

export function planIngredient(draft: Draft, group: Group): void {
  const remarks = new Remarks()
  const [row] = group.rows
  if (!row) return
  const name = meantName(draft.known, 'ingredient', textOf(row, 'name', 80, remarks))
  const key = nameKey(name)
  if (name === '') remarks.stop(row, say('The ingredient’s name is missing.'))
  else if (draft.known.items.has(key)) return thereAlready(draft, group, say('{name} is there already.', { name }))
  const word = valueOf(row, 'unit')
  const unit = findUnit(word) ?? (/^\p{L}+$/u.test(word) ? unitNamed(word.toLowerCase()) : undefined)
  if (!unit) remarks.stop(row, say('Say in which unit it is kept, for example lb.'))
  const factors = unit ? factorsOf(row, unit, remarks) : []
  const low = valueOf(row, 'low')
  if (low !== '' && !parseQuantity(low, unit?.name).ok) remarks.stop(row, say('“{text}” is no quantity. Type for example 10 lb.', { text: low })) // prettier-ignore
  if (remarks.isStopped || !unit) return settleGroup(draft, group, remarks, null)
  draft.known.items.set(key, {
    id: 0,
    key,
    name,
    kind: 'ingredient',
    packOf: null,
    code: null,
    dimension: unit.dimension,
    unit: unit.name,
    shelfLifeDays: null,
    factors: factors.map(({ one, equals, measure }) => ({
      measure,
      one: baseOf(one),
      equals: baseOf(equals),
      oneText: one,
      equalsText: equals,
    })),
  })
  draft.fresh.ingredients.set(key, name)
  const id = addRecord(draft, {
    kind: 'ingredients',
    contentKey: group.contentKey,
    naturalKey: `ingredients|${key}`,
    plan: { kind: 'ingredients', name, unit: unit.name, low, factors: factors.map(({ one, equals }) => ({ one, equals })) }, // prettier-ignore
  })
  settleGroup(draft, group, remarks, id)
}

/** `1 cup = 120 g; 1 flat = 8 lb`: one side of each in the ingredient’s own measure. */
function factorsOf(row: RowIn, unit: { name: string; dimension: 'mass' | 'volume' | 'count' }, remarks: Remarks) {
  const own = { unit: unit.name, dimension: unit.dimension }
  return valueOf(row, 'conversions')
    .split(/[;\n]/)
    .filter((part) => part.trim() !== '')
    .flatMap((part) => {
      const [left = '', right = ''] = part.split('=').map((side) => side.trim())
      const one = parseQuantity(left, unit.name, 'any')
      const equals = parseQuantity(right, unit.name, 'any')
      if (!one.ok || !equals.ok) {
        remarks.stop(row, say('“{text}” is no conversion. Write 1 cup = 120 g.', { text: part.trim() }))
        return []
      }
      const ownMeasure = measureOf(unit.name, own)
      const [from, to] = measureOf(one.quantity.unit, own) === ownMeasure ? [equals.quantity, one.quantity] : [one.quantity, equals.quantity] // prettier-ignore
      const measure = measureOf(from.unit, own)
      if (measure === ownMeasure || measureOf(to.unit, own) !== ownMeasure) {
        remarks.stop(
          row,
          say('“{text}” must say what something else is in {unit}.', { text: part.trim(), unit: unit.name }),
        )
        return []
      }
      return [{ measure, one: from.text, equals: to.text }]
    })
}

function baseOf(text: string): number {
  const parsed = parseQuantity(text, undefined, 'any')
  return parsed.ok ? parsed.quantity.base : 0
}

/** What kind of place a word says, or a name suggests. */
export function placeKindOf(word: string, name: string, otherwise: PlaceKind): PlaceKind {
  const said = placeKinds.find((kind) => kind === word.toLowerCase())
  if (said) return said
  const text = `${word} ${name}`.toLowerCase()
  if (/market|fair|stall|booth|bazaar/.test(text)) return 'market'
  if (/etsy|shopify|square|online|web|website|internet|instagram|shop order|e-?mail/.test(text)) return 'online'
  if (/food bank|shelter|donat|church|pantry/.test(text)) return 'donation'
  if (/co-?op|store|grocer|shop|deli|caf[eé]|coffee|bakery|inn|restaurant|wholesale|farm ?stand|retail|foods/.test(text)) return 'store' // prettier-ignore
  return word === '' ? otherwise : 'other'
}

function reachOf(row: RowIn, name: string, remarks: Remarks): Reach {
  if (name === '') remarks.stop(row, say('The name is missing.'))
  if (name.length > 80) remarks.stop(row, say('The name has more than 80 characters. Shorten it.'))
  return {
    name,
    contact: textOf(row, 'contact', 200, remarks),
    phone: textOf(row, 'phone', 40, remarks),
    email: textOf(row, 'email', 120, remarks),
    address: textOf(row, 'address', 300, remarks),
    note: textOf(row, 'note', 500, remarks),
  }
}

export function thereAlready(draft: Draft, group: Group, why: string): void {
  for (const row of group.rows) draft.verdicts.set(row, { verdict: 'there already', why, recordId: null })
}
