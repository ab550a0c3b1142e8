import type { ImportKind } from '../../../shared/domain/importFields.ts'
import { lotKey } from '../../../shared/domain/lotNumber.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { readDate } from '../../../shared/import/dates.ts'
import { readCount } from '../../../shared/import/numbers.ts'
import { firstOf, type Group, groupOf, valueOf } from './draft.ts'
import type { RowIn } from './plan.ts'

/** The rows of each kind as the records that they are, in the order in which those can be planned. */
export function groupsOf(kind: ImportKind, rows: readonly RowIn[]): Group[] {
  switch (kind) {
    case 'products':
      return partsFirst(together(kind, rows, (row) => nameKey(valueOf(row, 'product'))))
    case 'batches':
      return inOrder(batchGroups(rows))
    case 'sales':
      return byDay(together(kind, rows, sendingKeys(rows))).flatMap(inHundreds)
    case 'returns':
      return byDay(together(kind, rows, (row) => ['group', 'date', 'place', 'sentOn', 'reference', 'marketDay'].map((key) => valueOf(row, key)).join('|'))) // prettier-ignore
    case 'purchases':
    case 'changes':
      return byDay(rows.map((row) => groupOf(kind, [row])))
    case 'suppliers':
    case 'places':
    case 'ingredients':
      return rows.map((row) => groupOf(kind, [row]))
  }
}

/** Rows with the same key are one record; a row whose key is empty belongs to the row above it. */
function together(kind: ImportKind, rows: readonly RowIn[], keyOf: (row: RowIn) => string): Group[] {
  const groups = new Map<string, RowIn[]>()
  let last: RowIn[] | undefined
  for (const row of rows) {
    const key = keyOf(row)
    const home = key === '' || /^\|+$/.test(key) ? last : groups.get(key)
    if (home) home.push(row)
    else groups.set(key, [row])
    last = home ?? groups.get(key)
  }
  return [...groups.values()].map((each) => groupOf(kind, each))
}

/**
 * An order by its number, day and place, each as the row above of the same number says it where a row does not: a number
 * that comes again on another day or for another place is another shipment.
 */
function sendingKeys(rows: readonly RowIn[]): (row: RowIn) => string {
  const keys = new Map<RowIn, string>()
  const last = new Map<string, Record<string, string>>()
  for (const row of rows) {
    const order = `${row.sheetId}|${nameKey(valueOf(row, 'reference'))}`
    const head = { ...last.get(order) }
    for (const key of ['date', 'place', 'purpose']) {
      const text = valueOf(row, key)
      if (text !== '') head[key] = key === 'date' ? (readDate(text, row.settings.dateOrder) ?? text) : nameKey(text)
    }
    last.set(order, head)
    keys.set(row, [head['date'], head['place'], head['purpose']].join('|'))
  }
  return (row) => sendingKeyOf(row, keys.get(row) ?? '')
}

/** An order by its number; without one, what went to one place on one day for one purpose. */
function sendingKeyOf(row: RowIn, ofOrder: string): string {
  const reference = valueOf(row, 'reference')
  const [date, place, purpose] = ['date', 'place', 'purpose'].map((key) => valueOf(row, key).toLowerCase())
  if (valueOf(row, 'group') !== '') return `shipment|${row.sheetId}|${valueOf(row, 'group')}`
  if (reference !== '') return `order|${row.sheetId}|${nameKey(reference)}|${ofOrder}`
  if (date === '' && place === '') return ''
  return [row.sheetId, date, nameKey(place ?? ''), purpose, valueOf(row, 'note').toLowerCase()].join('|')
}

/** One shipment has 100 lines at most. */
function inHundreds(group: Group): Group[] {
  if (group.rows.length <= 100) return [group]
  const parts: Group[] = []
  for (let at = 0; at < group.rows.length; at += 100) parts.push(groupOf(group.kind, group.rows.slice(at, at + 100)))
  return parts
}

/**
 * Batches: rows of one number, in whatever sheet; without numbers, a row that names a product, and the rows below it
 * that name only what went in.
 */
function batchGroups(rows: readonly RowIn[]): Group[] {
  const groups = new Map<string, RowIn[]>()
  let last: RowIn[] | undefined
  let lastHead = ''
  for (const [at, row] of rows.entries()) {
    const number = valueOf(row, 'number')
    const head = ['product', 'date'].map((key) => nameKey(valueOf(row, key))).join('|')
    const isLong = valueOf(row, 'ingredient') !== '' || valueOf(row, 'usedNumber') !== ''
    if (number !== '') {
      const key = `number|${lotKey(number)}`
      last = groups.get(key) ?? []
      last.push(row)
      groups.set(key, last)
    } else if (last && isLong && (head === '|' || (head === lastHead && sameMade(last, row)))) last.push(row)
    else {
      last = [row]
      groups.set(`row|${at}`, last)
    }
    if (head !== '|') lastHead = head
  }
  return [...groups.values()].map((each) => groupOf('batches', each))
}

/** Rows of one batch say how many were made once, or each the same. */
function sameMade(rows: readonly RowIn[], row: RowIn): boolean {
  const made = valueOf(row, 'made')
  return made === '' || rows.some((each) => valueOf(each, 'made') === made)
}

function dayOfGroup({ rows }: Group): string {
  for (const row of rows) {
    const text = valueOf(row, 'date')
    if (text !== '') return readDate(text, row.settings.dateOrder) ?? text
  }
  return '9999'
}

function byDay(groups: readonly Group[]): Group[] {
  const days = new Map(groups.map((group) => [group, dayOfGroup(group)]))
  return groups.toSorted((a, b) => {
    const [one = '', other = ''] = [days.get(a), days.get(b)]
    return one < other ? -1 : one > other ? 1 : 0
  })
}

/** By day, and a batch that another one used before that one: by its number, or by its product on the same day. */
function inOrder(groups: readonly Group[]): Group[] {
  const sorted = byDay(groups)
  const byNumber = new Map<string, Group>()
  const byProduct = new Map<string, Group[]>()
  for (const group of sorted) {
    const number = group.rows[0] ? valueOf(group.rows[0], 'number') : ''
    if (number !== '') byNumber.set(lotKey(number), group)
    const key = `${dayOfGroup(group)}|${productOf(group)}`
    byProduct.set(key, [...(byProduct.get(key) ?? []), group])
  }
  const needs = (group: Group): Group[] =>
    group.rows.flatMap((row) => {
      const used = byNumber.get(lotKey(valueOf(row, 'usedNumber')))
      const named = [valueOf(row, 'ingredient'), ...row.wide.flatMap(({ name, text }) => (text === '' ? [] : [name]))]
      const sameDay = named.flatMap((name) => (name === '' ? [] : (byProduct.get(`${dayOfGroup(group)}|${nameKey(name)}`) ?? []))) // prettier-ignore
      return [...(used ? [used] : []), ...sameDay]
    })
  return visited(sorted, needs)
}

/** A product that is an ingredient of another comes before it. */
function partsFirst(groups: readonly Group[]): Group[] {
  const byName = new Map(groups.map((group) => [productOf(group), group]))
  return visited(groups, (group) =>
    group.rows.flatMap((row) => byName.get(nameKey(valueOf(row, 'ingredient'))) ?? []).filter((each) => each !== group),
  )
}

/**
 * What was made, sent, came back and was counted in the order in which it can be told: as a whole record says it was
 * told; else what was made first, then the rest by day, so that a jar that came back can go out again. What was found in
 * a bag comes before all of it and what was missing after, since a correction may have used it on any day.
 */
export function inTurn(batches: readonly Group[], others: readonly Group[]): Group[] {
  const bags = Map.groupBy(others, bagCount)
  const all = [...batches, ...byDay(bags.get('none') ?? [])]
  const entries = new Map(all.map((group) => [group, entryOf(group)]))
  const isTold = [...entries.values()].every((entry) => entry !== undefined)
  const told = isTold ? all.toSorted((a, b) => (entries.get(a) ?? 0) - (entries.get(b) ?? 0)) : all
  return [...(bags.get('found') ?? []), ...told, ...(bags.get('missing') ?? [])]
}

/** Whether a group counts a bag, and which way. */
function bagCount({ kind, rows: [row] }: Group): 'found' | 'missing' | 'none' {
  if (kind !== 'changes' || !row || valueOf(row, 'number') !== '') return 'none'
  return /^(?:found|more)/i.test(valueOf(row, 'what')) ? 'found' : 'missing'
}

function entryOf({ rows }: Group): number | undefined {
  const { text, row } = firstOf(rows, 'entry')
  return row && readCount(text, row.settings.decimal)
}

/** Depth first without recursion: a chain of any length is put in order; a circle is left as it stands. */
function visited(groups: readonly Group[], needs: (group: Group) => readonly Group[]): Group[] {
  const done = new Set<Group>()
  const opened = new Set<Group>()
  for (const start of groups) {
    const waiting = [start]
    for (let next = waiting.at(-1); next; next = waiting.at(-1)) {
      if (opened.has(next) || done.has(next)) {
        waiting.pop()
        done.add(next)
        continue
      }
      opened.add(next)
      for (const needed of needs(next)) if (!opened.has(needed)) waiting.push(needed)
    }
  }
  return [...done]
}

function productOf({ rows }: Group): string {
  const row = rows.find((each) => valueOf(each, 'product') !== '')
  return row ? nameKey(valueOf(row, 'product')) : ''
}
