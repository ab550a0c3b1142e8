import type { ImportKind } from '../../../shared/domain/importFields.ts'
import { lotKey } from '../../../shared/domain/lotNumber.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { readDate } from '../../../shared/import/dates.ts'
import { readCount } from '../../../shared/import/numbers.ts'
import { firstOf, type Group, valueOf } from './draft.ts'
import type { Pace } from './pace.ts'
import type { RowIn } from './plan.ts'

/** Rows that become one record, before anybody asks whether it came before. */
type RowGroup = Omit<Group, 'contentKey'>

/** The rows of each kind as the records that they are, in the order in which those can be planned. */
export async function groupsOf(kind: ImportKind, rows: readonly RowIn[], pace: Pace): Promise<RowGroup[]> {
  switch (kind) {
    case 'products':
      return await partsFirst(await together(kind, rows, (row) => nameKey(valueOf(row, 'product')), pace), pace)
    case 'batches':
      return await inOrder(await batchGroups(rows, pace), pace)
    case 'sales':
      return (await byDay(await together(kind, rows, await sendingKeys(rows, pace), pace), pace)).flatMap(inHundreds)
    case 'returns':
      return await byDay(await together(kind, rows, (row) => ['group', 'date', 'place', 'sentOn', 'reference', 'marketDay'].map((key) => valueOf(row, key)).join('|'), pace), pace) // prettier-ignore
    case 'purchases':
    case 'changes':
      return await byDay(
        rows.map((row) => ({ kind, rows: [row] })),
        pace,
      )
    case 'suppliers':
    case 'places':
    case 'ingredients':
      return rows.map((row) => ({ kind, rows: [row] }))
  }
}

/** Rows with the same key are one record; a row whose key is empty belongs to the row above it. */
async function together(
  kind: ImportKind,
  rows: readonly RowIn[],
  keyOf: (row: RowIn) => string,
  pace: Pace,
): Promise<RowGroup[]> {
  const groups = new Map<string, RowIn[]>()
  let last: RowIn[] | undefined
  for (const row of rows) {
    const key = keyOf(row)
    const home = key === '' || /^\|+$/.test(key) ? last : groups.get(key)
    if (home) home.push(row)
    else groups.set(key, [row])
    last = home ?? groups.get(key)
    await pace()
  }
  return [...groups.values()].map((each) => ({ kind, rows: each }))
}

/**
 * An order by its number, day and place, each as the row above of the same number says it where a row does not: a number
 * that comes again on another day or for another place is another shipment.
 */
async function sendingKeys(rows: readonly RowIn[], pace: Pace): Promise<(row: RowIn) => string> {
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
    await pace()
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
function inHundreds(group: RowGroup): RowGroup[] {
  if (group.rows.length <= 100) return [group]
  const parts: RowGroup[] = []
  for (let at = 0; at < group.rows.length; at += 100)
    parts.push({ kind: group.kind, rows: group.rows.slice(at, at + 100) })
  return parts
}

/**
 * Batches: rows of one number, in whatever sheet; without numbers, a row that names a product, and the rows below it
 * that name only what went in.
 */
async function batchGroups(rows: readonly RowIn[], pace: Pace): Promise<RowGroup[]> {
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
    await pace()
  }
  return [...groups.values()].map((each) => ({ kind: 'batches', rows: each }))
}

/** Rows of one batch say how many were made once, or each the same. */
function sameMade(rows: readonly RowIn[], row: RowIn): boolean {
  const made = valueOf(row, 'made')
  return made === '' || rows.some((each) => valueOf(each, 'made') === made)
}

function dayOfGroup({ rows }: RowGroup): string {
  for (const row of rows) {
    const text = valueOf(row, 'date')
    if (text !== '') return readDate(text, row.settings.dateOrder) ?? text
  }
  return '9999'
}

async function byDay(groups: readonly RowGroup[], pace: Pace): Promise<RowGroup[]> {
  const days = new Map<RowGroup, string>()
  for (const group of groups) {
    days.set(group, dayOfGroup(group))
    await pace()
  }
  return groups.toSorted((a, b) => {
    const [one = '', other = ''] = [days.get(a), days.get(b)]
    return one < other ? -1 : one > other ? 1 : 0
  })
}

/** By day, and a batch that another one used before that one: by its number, or by its product on the same day. */
async function inOrder(groups: readonly RowGroup[], pace: Pace): Promise<RowGroup[]> {
  const sorted = await byDay(groups, pace)
  const byNumber = new Map<string, RowGroup>()
  const byProduct = new Map<string, RowGroup[]>()
  for (const group of sorted) {
    const number = group.rows[0] ? valueOf(group.rows[0], 'number') : ''
    if (number !== '') byNumber.set(lotKey(number), group)
    const key = `${dayOfGroup(group)}|${productOf(group)}`
    byProduct.set(key, [...(byProduct.get(key) ?? []), group])
    await pace()
  }
  const needs = (group: RowGroup): RowGroup[] =>
    group.rows.flatMap((row) => {
      const used = byNumber.get(lotKey(valueOf(row, 'usedNumber')))
      const named = [valueOf(row, 'ingredient'), ...row.wide.flatMap(({ name, text }) => (text === '' ? [] : [name]))]
      const sameDay = named.flatMap((name) => (name === '' ? [] : (byProduct.get(`${dayOfGroup(group)}|${nameKey(name)}`) ?? []))) // prettier-ignore
      return [...(used ? [used] : []), ...sameDay]
    })
  return await visited(sorted, needs, pace)
}

/** A product that is an ingredient of another comes before it. */
async function partsFirst(groups: readonly RowGroup[], pace: Pace): Promise<RowGroup[]> {
  const byName = new Map(groups.map((group) => [productOf(group), group]))
  const needs = (group: RowGroup) =>
    group.rows.flatMap((row) => byName.get(nameKey(valueOf(row, 'ingredient'))) ?? []).filter((each) => each !== group)
  return await visited(groups, needs, pace)
}

/**
 * What was made, sent, came back and was counted in the order in which it can be told: as a whole record says it was
 * told; else what was made first, then the rest by day, so that a jar that came back can go out again. What was found in
 * a bag comes before all of it and what was missing after, since a correction may have used it on any day.
 */
export async function inTurn(
  batches: readonly RowGroup[],
  others: readonly RowGroup[],
  pace: Pace,
): Promise<RowGroup[]> {
  const bags = Map.groupBy(others, bagCount)
  const all = [...batches, ...(await byDay(bags.get('none') ?? [], pace))]
  const entries = new Map<RowGroup, number | undefined>()
  for (const group of all) {
    entries.set(group, entryOf(group))
    await pace()
  }
  const isTold = [...entries.values()].every((entry) => entry !== undefined)
  const inEntries = (a: RowGroup, b: RowGroup) => (entries.get(a) ?? 0) - (entries.get(b) ?? 0)
  const told = isTold ? await usedFirst(all.toSorted(inEntries), pace) : all
  return [...(bags.get('found') ?? []), ...told, ...(bags.get('missing') ?? [])]
}

/** A batch that another one used comes before it: a correction may have put it there long after both were told. */
async function usedFirst(groups: readonly RowGroup[], pace: Pace): Promise<RowGroup[]> {
  const made = (group: RowGroup) =>
    group.kind === 'batches' && group.rows[0] ? lotKey(valueOf(group.rows[0], 'number')) : ''
  const byNumber = new Map(groups.map((group) => [made(group), group]))
  byNumber.delete('')
  const needs = ({ kind, rows }: RowGroup) =>
    kind === 'batches' ? rows.flatMap((row) => byNumber.get(lotKey(valueOf(row, 'usedNumber'))) ?? []) : []
  return await visited(groups, needs, pace)
}

/** Whether a group counts a bag, and which way. */
function bagCount({ kind, rows: [row] }: RowGroup): 'found' | 'missing' | 'none' {
  if (kind !== 'changes' || !row || valueOf(row, 'number') !== '') return 'none'
  return /^(?:found|more)/i.test(valueOf(row, 'what')) ? 'found' : 'missing'
}

function entryOf({ rows }: RowGroup): number | undefined {
  const { text, row } = firstOf(rows, 'entry')
  return row && readCount(text, row.settings.decimal)
}

/** Depth first without recursion: a chain of any length is put in order; a circle is left as it stands. */
async function visited(
  groups: readonly RowGroup[],
  needs: (group: RowGroup) => readonly RowGroup[],
  pace: Pace,
): Promise<RowGroup[]> {
  const done = new Set<RowGroup>()
  const opened = new Set<RowGroup>()
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
    await pace()
  }
  return [...done]
}

function productOf({ rows }: RowGroup): string {
  const row = rows.find((each) => valueOf(each, 'product') !== '')
  return row ? nameKey(valueOf(row, 'product')) : ''
}
