import { type ImportField, importFields, type ImportKind, importKinds } from '../domain/importFields.ts'
import { parseQuantity } from '../domain/quantity.ts'
import { isTotals, saidText } from './blank.ts'
import { readDate } from './dates.ts'
import { headKey, nameInHead } from './headKey.ts'

/** What a column of a file is taken for. */
export type ColumnUse =
  | { readonly kind: 'field'; readonly field: string }
  /** A wide batch table: one column an ingredient, its quantity in the cells. */
  | { readonly kind: 'ingredient'; readonly name: string }
  | { readonly kind: 'none' }

export interface TableGuess {
  readonly kind: ImportKind | null
  /** Index of the row with the heads; -1 for none. */
  readonly headerRow: number
  readonly columns: readonly ColumnUse[]
}

type Grid = readonly (readonly string[])[]

const LOOK_AT = 25

/** Columns of somebody’s own beyond these say no more against a kind of table: some have forty. */
const MOST_UNPLACED = 6

/** Guesses which row holds the heads, what kind of table it is, and what each column is. */
export function guessTable(grid: Grid, sheetName = ''): TableGuess {
  const headerRow = guessHeaderRow(grid)
  if (headerRow === -1) return { kind: null, headerRow, columns: [] }
  const heads = grid[headerRow] ?? []
  const scored = importKinds
    .map((kind) => ({ kind, ...scoreOf(kind, heads, columnsFor(kind, grid, headerRow), sheetName) }))
    .toSorted((a, b) => b.score - a.score)
  const [best] = scored
  if (!best || best.score <= 0) return { kind: null, headerRow, columns: heads.map(() => ({ kind: 'none' })) }
  return { kind: best.kind, headerRow, columns: best.columns }
}

/** The row of the first ones that reads most like heads: many known names, no numbers or dates, text below it. */
function guessHeaderRow(grid: Grid): number {
  let best = { at: -1, score: 0 }
  for (const [at, row] of grid.slice(0, LOOK_AT).entries()) {
    const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
    if (cells.length < 2) continue
    const known = cells.filter((cell) => knownHeads.has(headKey(cell))).length
    const figures = cells.filter((cell) => /^[$€£]?\d/.test(cell)).length
    const score = known * 3 + Math.min(cells.length, 6) * 0.2 - figures * 2 - at * 0.05
    if (known > 0 && score > best.score) best = { at, score }
  }
  return best.at
}

const knownHeads = new Set(importKinds.flatMap((kind) => importFields[kind].flatMap((field) => namesOf(field))))

function namesOf(field: ImportField): string[] {
  return [field.head, ...field.known].map(headKey)
}

/** What each column is when the table is of that kind: by its head, then by what is in it. Each field once. */
export function columnsFor(kind: ImportKind, grid: Grid, headerRow: number): ColumnUse[] {
  const heads = headerRow === -1 ? (grid[0] ?? []).map(() => '') : (grid[headerRow] ?? [])
  const below = grid.slice(headerRow + 1, headerRow + 1 + 60).filter((row) => isEntry(row, heads))
  const fields = importFields[kind]
  const taken = new Set<string>()
  const uses: ColumnUse[] = heads.map(() => ({ kind: 'none' }))
  const claim = (at: number, field: ImportField) => {
    uses[at] = { kind: 'field', field: field.key }
    taken.add(field.key)
  }
  for (const rank of ['own head', 'first names', 'any name', 'part of it'] as const)
    for (const [at, head] of heads.entries()) {
      if (uses[at]?.kind !== 'none' || head.trim() === '') continue
      const free = fields.filter((field) => !taken.has(field.key) && matches(field, headKey(head), rank))
      // A head of our own templates is taken at its word: cells that do not fit are then said to be wrong.
      const found = free.find((field) => rank === 'own head' || fits(field, valuesOf(below, at)))
      if (found) claim(at, found)
    }
  if (kind === 'batches' && !taken.has('ingredient'))
    for (const [at, head] of heads.entries())
      if (uses[at]?.kind === 'none' && nameInHead(head) !== '' && isAmounts(valuesOf(below, at)))
        uses[at] = { kind: 'ingredient', name: nameInHead(head) }
  return uses
}

/** Whether a row is one of the table’s own: neither empty nor a heading, the heads once more or totals. */
function isEntry(row: readonly string[], heads: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '')
  const isHeading = filled.length === 1 && heads.filter((head) => head.trim() !== '').length > 2
  return filled.length > 0 && !isHeading && !isTotals(filled) && !filled.every((cell) => heads.includes(cell))
}

function matches(field: ImportField, key: string, rank: 'own head' | 'first names' | 'any name' | 'part of it') {
  const [own = '', ...names] = namesOf(field)
  if (rank === 'own head') return key === own
  if (rank === 'first names') return names.slice(0, 4).includes(key)
  if (rank === 'any name') return names.includes(key)
  const words = key.split(' ')
  return words.length <= 4 && words.length > 1 && [own, ...names.slice(0, 6)].some((name) => name.length > 3 && words.join(' ').includes(name)) // prettier-ignore
}

/** Whether what is in a column can be that field: most cells that are not empty. */
function fits(field: ImportField, values: readonly string[]): boolean {
  if (values.length === 0) return true
  const good = values.filter((value) => reads(field, value)).length
  return good * 2 >= values.length
}

function reads(field: ImportField, value: string): boolean {
  switch (field.reads) {
    case 'day':
      return readDate(value, 'month first') !== undefined || readDate(value, 'day first') !== undefined || /^\d{1,2}[/.-]\d{1,2}$/.test(value) // prettier-ignore
    case 'number':
      return /^\d/.test(value)
    case 'money':
      return /\d/.test(value)
    case 'quantity':
      return /\d|[½⅓⅔¼¾]/.test(value)
    case 'unit':
      return !/\d/.test(value)
    case 'text':
      // A name is no date and no amount; numbers alone may be codes.
      return readDate(value, 'month first') === undefined || /name|note|low|conversions/.test(field.key)
  }
}

function isAmounts(values: readonly string[]): boolean {
  if (values.length === 0) return false
  const good = values.filter((value) => /^[\d.,]+(?:\s*\d\/\d)?$|^[½⅓⅔¼¾]$/.test(value) || parseQuantity(value, 'g', 'any').ok) // prettier-ignore
  return good.length * 3 >= values.length * 2
}

function valuesOf(rows: Grid, at: number): string[] {
  return rows.map((row) => saidText(row[at])).filter((cell) => cell !== '')
}

/** Fields that say what a table is about, beyond those that must be there. */
const telling: Readonly<Record<ImportKind, readonly string[]>> = {
  suppliers: ['contact', 'phone', 'email', 'address'],
  places: ['contact', 'phone', 'email', 'address', 'kind'],
  ingredients: ['low', 'conversions'],
  products: ['ingredient', 'quantity', 'makes', 'code', 'shelfLife'],
  purchases: ['supplier', 'date', 'cost', 'supplierLot', 'bestBy', 'unit'],
  batches: ['number', 'made', 'ingredient', 'quantity', 'purchasedOn', 'discarded'],
  sales: ['place', 'date', 'product', 'number', 'price', 'reference', 'sku', 'serials'],
  returns: ['fate', 'cash', 'reason'],
  changes: ['what', 'reason'],
}

const sheetWords: Readonly<Record<ImportKind, RegExp>> = {
  suppliers: /supplier|vendor/i,
  places: /place|customer|contact|market list|accounts/i,
  ingredients: /^ingredients?$|materials/i,
  products: /product|recipe/i,
  purchases: /purchas|receiv|shopping|bought|receipt|deliver(?:y|ies) in|inventory in/i,
  batches: /batch|production|made|cook|bake|log/i,
  sales: /sale|sold|distribution|order|market|shipp|sent|deliver/i,
  returns: /return|came back|brought back/i,
  changes: /counts? and discards/i,
}

function scoreOf(kind: ImportKind, heads: readonly string[], columns: readonly ColumnUse[], sheetName: string) {
  const has = new Set(columns.flatMap((use) => (use.kind === 'field' ? [use.field] : [])))
  const wide = columns.filter((use) => use.kind === 'ingredient').length
  const missing = importFields[kind].filter((field) => field.needed && !has.has(field.key))
  const exact = columns.filter((use, at) => {
    const field = use.kind === 'field' ? importFields[kind].find((each) => each.key === use.field) : undefined
    return field !== undefined && headKey(field.head) === headKey(heads[at] ?? '')
  }).length
  const told = telling[kind].filter((key) => has.has(key)).length
  const unplaced = columns.filter((use, at) => use.kind === 'none' && (heads[at] ?? '').trim() !== '').length
  const named = sheetWords[kind].test(sheetName) ? 2.5 : 0
  const about = aboutIt(kind, has, wide, heads)
  const score =
    has.size + told + exact * 0.6 + named + about - missing.length * 3 - Math.min(unplaced, MOST_UNPLACED) * 0.7
  return { score: missing.length > 1 || has.size + wide < 2 ? Math.min(score, 0) : score, columns }
}

/** What only one kind of table has. */
function aboutIt(kind: ImportKind, has: ReadonlySet<string>, wide: number, heads: readonly string[]): number {
  const keys = heads.map(headKey)
  const some = (pattern: RegExp) => keys.some((key) => pattern.test(key))
  switch (kind) {
    case 'batches':
      return (wide > 1 ? Math.min(wide, 4) : 0) + (some(/^made$|made on|date made|yield|batch (?:#|no|number)|cook date|production date/) ? 2 : 0) + (has.has('ingredient') && has.has('date') ? 1 : 0) // prettier-ignore
    case 'purchases':
      return some(/purchas|bought|vendor|supplier|received/) && !some(/^made|yield|batch/) ? 2 : 0
    case 'sales':
      return some(/sold|customer|buyer|order|ship|market|lineitem|invoice/) ? 2 : 0
    case 'products':
      return some(/makes|yield|recipe|shelf life/) && !has.has('date') && !some(/date| on$/) ? 2 : -2
    case 'returns':
      return some(/came back|returned|brought back/) ? 3 : -2
    case 'changes':
      // Nobody’s own table looks like it: it is known by the head of ours.
      return some(/^what happened$/) ? 4 : -6
    case 'suppliers':
    case 'places':
    case 'ingredients':
      return some(/quantity|qty|units|amount|made/) ? -4 : 0
  }
}
