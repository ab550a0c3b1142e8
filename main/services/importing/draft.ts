import { hash } from 'node:crypto'
import type { ImportKind } from '../../../shared/domain/importFields.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { readDate } from '../../../shared/import/dates.ts'
import { alike } from '../../../shared/import/clusters.ts'
import { dayOfSerial } from '../../import/xlsxDates.ts'
import type { Earlier } from './earlier.ts'
import { type Known, type KnownItem, meantName } from './known.ts'
import type { Out } from './out.ts'
import type { Plan, RowIn, RowVerdict } from './plan.ts'
import type { Stock } from './stock.ts'
import { say, sayNumber, sayWord } from '../../../shared/words/say.ts'

/** Rows that become one record: a purchase, a batch with its ingredients, a shipment. */
export interface Group {
  readonly kind: ImportKind
  readonly rows: readonly RowIn[]
  readonly contentKey: string
}

export interface PlannedRecord {
  readonly id: number
  readonly place: number
  readonly kind: ImportKind
  readonly contentKey: string
  readonly naturalKey: string
  readonly plan: Plan
  readonly replaces: number | null
}

/** A plan while it is made. */
export interface Draft {
  readonly known: Known
  readonly today: string
  readonly stock: Stock
  /** Which units are where; empty where nothing comes back by any row. */
  readonly out: Out
  readonly earlier: Earlier
  readonly firstId: number
  readonly records: PlannedRecord[]
  readonly verdicts: Map<RowIn, { verdict: RowVerdict; why: string; recordId: number | null }>
  /** Names that the import brings, by what they are. */
  readonly fresh: {
    readonly ingredients: Map<string, string>
    readonly suppliers: Map<string, string>
    readonly places: Map<string, string>
    readonly products: Map<string, string>
  }
  /** Shipments that the import brings, by what a whole record calls them. */
  readonly shipments: Map<string, number>
  /** The first row that tells of a thing, by what it tells; for what a second table tells as well. */
  readonly told: Map<string, RowIn>
  /** How often a natural key came so far in this import. */
  readonly seen: Map<string, number>
}

/** What is said about the rows of a group while it is planned. */
export class Remarks {
  readonly stops: [RowIn, string][] = []
  readonly checks: [RowIn, string][] = []

  stop(row: RowIn, sentence: string): void {
    this.stops.push([row, sentence])
  }

  check(row: RowIn, sentence: string): void {
    this.checks.push([row, sentence])
  }

  get isStopped(): boolean {
    return this.stops.length > 0
  }
}

/** What the rows of a group say, as one key. */
export function contentKeyOf({ kind, rows }: Pick<Group, 'kind' | 'rows'>): string {
  return hash('sha256', [kind, ...rows.map((row) => row.identity)].join('\n'), 'base64url')
}

export function settle(
  draft: Draft,
  row: RowIn,
  verdict: RowVerdict,
  why: string,
  recordId: number | null = null,
): void {
  draft.verdicts.set(row, { verdict, why, recordId })
}

/** Writes down what was found out about a group: all of its rows wait where one does. */
export function settleGroup(draft: Draft, group: Group, remarks: Remarks, recordId: number | null): void {
  const [firstStop] = remarks.stops
  for (const row of group.rows) {
    const said = (from: readonly [RowIn, string][]) =>
      [...new Set(from.flatMap(([about, sentence]) => (about === row ? [sentence] : [])))].join(' ')
    const own = said(remarks.stops)
    if (firstStop)
      settle(draft, row, 'stopped', own || say('It belongs to row {row}, which waits.', { row: firstStop[0].line + 1 }))
    else {
      const why = said(remarks.checks)
      settle(draft, row, why === '' ? 'ready' : 'check', why, recordId)
    }
  }
}

/** The id that the next record gets. */
export function nextId(draft: Draft): number {
  return draft.firstId + draft.records.length
}

/** Adds a record to the plan. @returns its id */
export function addRecord(
  draft: Draft,
  record: Pick<PlannedRecord, 'kind' | 'contentKey' | 'naturalKey' | 'plan'> & { readonly replaces?: number | null },
): number {
  const id = nextId(draft)
  draft.records.push({ id, place: draft.records.length, replaces: null, ...record })
  return id
}

/** A natural key made unique by how often it came: two bags of the same kind on one day are two. */
export function numbered(draft: Draft, key: string): string {
  const count = (draft.seen.get(key) ?? 0) + 1
  draft.seen.set(key, count)
  return `${key}|${count}`
}

export function valueOf(row: RowIn, key: string): string {
  return row.values[key] ?? ''
}

/** The first value of a field in some rows, and the row it stands in. */
export function firstOf(
  rows: readonly RowIn[],
  key: string,
): { readonly text: string; readonly row: RowIn | undefined } {
  for (const row of rows) {
    const text = valueOf(row, key)
    if (text !== '') return { text, row }
  }
  return { text: '', row: rows[0] }
}

/** Rows of one record that say different things of the same: the row is stopped that says other than the first. */
export function refuseOther(
  rows: readonly RowIn[],
  key: string,
  read: (row: RowIn, key: string) => string,
  remarks: Remarks,
): void {
  const said = rows.filter((row) => valueOf(row, key) !== '')
  const [first] = said
  const other = first && said.find((row) => read(row, key) !== read(first, key))
  if (!first || !other) return
  const head = other.heads[key] || key
  remarks.stop(other, say('{head}: row {row} says “{first}” of the same, this one “{other}”. Correct one of them, or take them apart by another number.', { head, row: first.line + 1, first: valueOf(first, key), other: valueOf(other, key) })) // prettier-ignore
}

/** A day from a cell, empty where there is none. What had to be assumed is said, what cannot be read stops the row. */
export function dayOf(row: RowIn, key: string, today: string, remarks: Remarks): string {
  const text = valueOf(row, key)
  if (text === '') return ''
  const head = row.heads[key] ?? key
  const { dateOrder, isSure } = row.settings
  const read = readDate(text, dateOrder)
  if (read !== undefined) {
    const other = readDate(text, dateOrder === 'month first' ? 'day first' : 'month first')
    if (!isSure && other !== undefined && other !== read)
      remarks.check(row, say('{text} is read as {day}.', { text, day: read }))
    return read
  }
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    const day = dayOfSerial(Number(text), false)
    if (day !== undefined) {
      remarks.check(row, say('{text} is Excel’s number for {day}.', { text, day }))
      return day
    }
  }
  const short = /^(\d{1,2})[/.-](\d{1,2})\.?$/.exec(text)
  if (short) {
    const day = lastSuchDay(short, dateOrder, today)
    if (day !== undefined) {
      remarks.check(row, say('{text} has no year: {day} is assumed.', { text, day }))
      return day
    }
  }
  remarks.stop(row, say('{head}: “{text}” is no day. Type it as year-month-day, 2026-03-04.', { head, text }))
  return ''
}

function lastSuchDay(parts: RegExpExecArray, order: RowIn['settings']['dateOrder'], today: string): string | undefined {
  for (let year = Number(today.slice(0, 4)); year > Number(today.slice(0, 4)) - 9; year -= 1) {
    const day = readDate(`${parts[1]}/${parts[2]}/${year}`, order)
    if (day !== undefined && day <= today) return day
  }
  return undefined
}

/** A text within the length that the record keeps; a longer one stops the row. */
export function textOf(row: RowIn, key: string, most: number, remarks: Remarks): string {
  const text = valueOf(row, key)
  if (text.length > most)
    remarks.stop(
      row,
      say('{head} has {length} characters; {most} are kept at most. Shorten it.', {
        head: row.heads[key] ?? key,
        length: text.length,
        most,
      }),
    )
  return text
}

/** As much of a text as the record keeps; what is cut off is said. */
export function keptOf(text: string, most: number, what: string, row: RowIn, remarks: Remarks): string {
  if (text.length > most)
    remarks.check(
      row,
      say('{what} has {length} characters: the first {most} are kept.', {
        what: sayWord(what),
        length: sayNumber(text.length),
        most: sayNumber(most),
      }),
    )
  return text.slice(0, most)
}

/** A supplier’s name as it is called here; a new one that is much like a known one is pointed out. */
export function supplierOf(draft: Draft, row: RowIn, remarks: Remarks): string {
  const typed = textOf(row, 'supplier', 80, remarks)
  if (typed === '') return ''
  const name = meantName(draft.known, 'supplier', typed)
  const key = nameKey(name)
  const known = draft.known.suppliers.get(key) ?? draft.fresh.suppliers.get(key)
  if (known !== undefined) return known
  const near = [...draft.known.suppliers.values()].find((other) => alike(other, name))
  if (near !== undefined) remarks.check(row, say('“{name}” is new, and much like {known}.', { name, known: near }))
  draft.fresh.suppliers.set(key, name)
  return name
}

/** An item of that name, of the record or planned; undefined where it is new. */
export function itemNamed(draft: Draft, kind: 'ingredient' | 'product', typed: string): KnownItem | undefined {
  const direct = draft.known.items.get(nameKey(meantName(draft.known, kind, typed)))
  if (direct) return direct
  const other = kind === 'ingredient' ? 'product' : 'ingredient'
  return draft.known.items.get(nameKey(meantName(draft.known, other, typed)))
}
