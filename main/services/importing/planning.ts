import { AppError } from '../../../shared/api/errors.ts'
import { type ImportKind, importKinds } from '../../../shared/domain/importFields.ts'
import { isEmptyRow, isTotals, saidText } from '../../../shared/import/blank.ts'
import type { ColumnUse } from '../../../shared/import/guessTable.ts'
import { nameInHead, unitInHead } from '../../../shared/import/headKey.ts'
import { clearPlans, doneRecords, type ImportSheet, insertRecords, nextRecordId, rowsOfSheet, setImport, sheetsOfImport, writeVerdicts } from '../../db/repos/imports.ts' // prettier-ignore
import { countDiffering, lastEntry, revise } from '../../db/repos/importRevisions.ts'
import type { Db } from '../../db/schema.ts'
import { type Core, kitchenToday } from '../context.ts'
import { type Draft, type Group, settle } from './draft.ts'
import { madeOf, readEarlier } from './earlier.ts'
import { openImport } from './openImport.ts'
import { groupsOf, inTurn } from './grouping.ts'
import { readKnown } from './known.ts'
import { plainSettings, type RowIn, type SheetSettings } from './plan.ts'
import { planBatch } from './planBatches.ts'
import { planChange } from './planChanges.ts'
import { planIngredient, planPlace, planSupplier, thereAlready } from './planDirectory.ts'
import { planProduct } from './planProducts.ts'
import { planPurchase } from './planPurchases.ts'
import { planReturn } from './planReturns.ts'
import { planSending } from './planSales.ts'
import { type Signs, signsOf } from './signs.ts'
import { readStock } from './stock.ts'
import { summaryOf } from './summary.ts'

const planners: Readonly<Record<ImportKind, (draft: Draft, group: Group) => void>> = {
  suppliers: planSupplier,
  places: planPlace,
  ingredients: planIngredient,
  products: planProduct,
  purchases: planPurchase,
  batches: planBatch,
  sales: planSending,
  returns: planReturn,
  changes: planChange,
}

/** Groups planned before others get their turn. */
const SLICE = 400

/** Plans of one import that are given up because the record or its rows changed meanwhile, before the person is told. */
const TRIES = 6

/**
 * Reads every sheet of an import again and says of each row what will become of it. Reads the record and writes only
 * the desk; in slices, so that the window is answered in between. What was worked out from rows or a record that
 * changed meanwhile is not written but worked out again.
 * @param breathe lets other calls be answered
 * @returns of how many rows something else is said than before
 * @throws AppError `conflict` where others keep changing it, or it is over
 */
export async function planImport(core: Core, importId: number, breathe: () => Promise<void>): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const changed = await planOnce(core, importId, breathe)
    if (changed !== undefined) return changed
  }
  throw new AppError({
    code: 'conflict',
    message: 'This import or the record is being changed in another window all the time. Wait until that is done, then do this again.', // prettier-ignore
  })
}

async function planOnce(core: Core, importId: number, breathe: () => Promise<void>): Promise<number | undefined> {
  const { store } = core
  const { draft, rows, signs, seen } = await store.read(async (db) => ({
    ...(await readDraft(db, core, importId)),
    seen: await seenBy(db, importId),
  }))
  const of = (kind: ImportKind) =>
    groupsOf(
      kind,
      rows.filter((row) => row.kind === kind && !draft.verdicts.has(row)),
    )
  const later: readonly ImportKind[] = ['batches', 'sales', 'returns', 'changes']
  const first = importKinds.filter((kind) => !later.includes(kind))
  const groups = [...first.flatMap(of), ...inTurn(of('batches'), [...of('sales'), ...of('returns'), ...of('changes')])]
  const earlier = await store.read(
    async (db) => await readEarlier(db, groups, { importId, files: (await sheetsOfImport(db, importId)).map((sheet) => sheet.file) }), // prettier-ignore
  )
  const whole: Draft = { ...draft, earlier }
  for (const [at, group] of groups.entries()) {
    const same = group.rows.every((row) => row.decision === 'add')
      ? undefined
      : earlier.same.get(group.contentKey)?.shift()
    if (same) {
      keepBag(whole, group, same.made.lotId)
      thereAlready(whole, group, 'It was imported before.')
    } else planners[group.kind](whole, group)
    if (at % SLICE === SLICE - 1) await breathe()
  }
  const summary = JSON.stringify(summaryOf(whole, rows, signs))
  return await store.write(async (db) => {
    const now = await seenBy(db, importId)
    if (now.revision !== seen.revision || now.entry !== seen.entry || (await nextRecordId(db)) !== draft.firstId)
      return undefined
    const changed = await writePlan(db, importId, whole)
    await setImport(db, importId, { summary })
    await revise(db, importId, seen.entry)
    return changed
  })
}

/** What a plan is worked out from: the rows as they stand, and the record. */
async function seenBy(db: Db, importId: number) {
  const { revision } = await openImport(db, importId)
  return { revision, entry: await lastEntry(db) }
}

function keepBag({ stock }: Draft, { rows }: Group, lotId: number | undefined): void {
  const bag = saidText(rows[0]?.values['bag'])
  const lot = stock.byId.get(lotId ?? 0)
  if (bag !== '' && lot) stock.bags.set(bag, lot)
}

async function readDraft(
  db: Db,
  core: Core,
  importId: number,
): Promise<{ draft: Draft; rows: RowIn[]; signs: Map<number, Signs> }> {
  const known = await readKnown(db)
  const stock = await readStock(db, known)
  for (const { made } of await doneRecords(db, importId)) {
    const { bag = '', lotId } = madeOf(made)
    const lot = stock.byId.get(lotId ?? 0)
    if (bag !== '' && lot) stock.bags.set(bag, lot)
  }
  const draft: Draft = {
    known,
    stock,
    today: await kitchenToday(db, core),
    earlier: { same: new Map(), changed: new Map(), uses: new Map(), sent: new Map(), leaned: new Set() },
    firstId: await nextRecordId(db),
    records: [],
    verdicts: new Map(),
    fresh: { ingredients: new Map(), suppliers: new Map(), places: new Map(), products: new Map() },
    shipments: new Map(),
    seen: new Map(),
  }
  const rows: RowIn[] = []
  const signs = new Map<number, Signs>()
  for (const sheet of await sheetsOfImport(db, importId)) {
    const read = await readRows(db, sheet, draft)
    if (!read) continue
    rows.push(...read.rows)
    signs.set(sheet.id, read.signs)
  }
  return { draft, rows, signs }
}

/** Columns and settings of a sheet as they are kept. */
export function readingOf(sheet: ImportSheet): { columns: ColumnUse[]; settings: SheetSettings } {
  return {
    columns: JSON.parse(sheet.columns) as ColumnUse[],
    settings: { ...plainSettings, ...(JSON.parse(sheet.settings) as Partial<SheetSettings>) },
  }
}

async function readRows(
  db: Db,
  sheet: ImportSheet,
  draft: Draft,
): Promise<{ rows: RowIn[]; signs: Signs } | undefined> {
  const kind = importKinds.find((each) => each === sheet.kind)
  if (!kind) return undefined
  const { columns, settings } = readingOf(sheet)
  const stored = (await rowsOfSheet(db, sheet.id)).map((row) => ({ ...row, cells: JSON.parse(row.cells) as string[] }))
  const heads = stored.find((row) => row.line === sheet.header_row)?.cells ?? []
  const below = stored.filter((row) => row.line > sheet.header_row && !isEmptyRow(row.cells) && row.verdict !== 'imported') // prettier-ignore
  const signs = signsOf(
    kind,
    columns,
    settings,
    below.map((row) => row.cells),
  )
  const headOf: Record<string, string> = {}
  for (const [at, use] of columns.entries()) if (use.kind === 'field') headOf[use.field] = heads[at] ?? ''
  const wide = columns.flatMap((use, at) => (use.kind === 'ingredient' ? [{ at, name: nameInHead(use.name), unit: unitInHead(heads[at] ?? '') }] : [])) // prettier-ignore
  const rows: RowIn[] = []
  for (const { line, cells, original, decision } of below) {
    const row: RowIn = {
      sheetId: sheet.id,
      line,
      kind,
      values: fieldsOf(columns, cells),
      identity: identityOf(columns, original === null ? cells : (JSON.parse(original) as string[])),
      heads: headOf,
      wide: wide.map(({ at, name, unit }) => ({ name, unit, text: saidText(cells[at]) })),
      decision,
      settings: { ...settings, ...signs },
    }
    rows.push(row)
    const why = decision === 'leave out' ? 'You left it out.' : decision === 'add' ? '' : noRow(kind, cells, heads)
    if (why !== '') settle(draft, row, 'left out', why)
  }
  return { rows, signs }
}

function fieldsOf(columns: readonly ColumnUse[], cells: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [at, use] of columns.entries()) {
    const cell = cells[at]
    if (use.kind === 'field' && cell !== undefined && cell !== '') values[use.field] = cell
  }
  return values
}

/** What a row says as one text, whatever the order of its columns. */
function identityOf(columns: readonly ColumnUse[], cells: readonly string[]): string {
  return columns
    .flatMap((use, at) => {
      const cell = cells[at] ?? ''
      return use.kind === 'none' || cell === '' ? [] : [`${use.kind === 'field' ? use.field : use.name}=${cell}`]
    })
    .toSorted()
    .join('\u001f')
}

/** Why a row is none of the table: a total, the heads once more, a heading between. */
function noRow(kind: ImportKind, cells: readonly string[], heads: readonly string[]): string {
  const filled = cells.filter((cell) => cell !== '')
  if (isTotals(filled)) return 'It is a row of totals.'
  if (filled.length > 1 && filled.every((cell) => heads.includes(cell))) return 'It is the row of heads once more.'
  const isList = kind === 'suppliers' || kind === 'places'
  return filled.length === 1 && !isList ? 'Only one cell is filled: it is taken for a heading.' : ''
}

async function writePlan(db: Db, importId: number, draft: Draft): Promise<number> {
  await clearPlans(db, importId)
  await insertRecords(db, importId, draft.records)
  const bySheet = Map.groupBy(draft.verdicts, ([row]) => row.sheetId)
  let changed = 0
  for (const [sheetId, rows] of bySheet) {
    const said = rows.map(([row, { verdict, why, recordId }]) => [row.line, verdict, why, recordId] as const)
    changed += await countDiffering(db, sheetId, said)
    await writeVerdicts(db, sheetId, said)
  }
  return changed
}
