import { strToU8, zipSync } from 'fflate'
import type { imports } from '../../../shared/api/imports.ts'
import type { Input, Output } from '../../../shared/api/operation.ts'
import { bagCode } from '../../../shared/domain/bagCode.ts'
import { type ImportField, importFields, type ImportKind, importKindNames, importKinds } from '../../../shared/domain/importFields.ts' // prettier-ignore
import { showRanges } from '../../../shared/domain/serialRange.ts'
import { listPlaces, listSuppliers } from '../../db/repos/directory.ts'
import {
  levelsToTell,
  purchasesToTell,
  rangesToTell,
  returnsToTell,
  sendingsToTell,
} from '../../db/repos/importExport.ts'
import { listItems } from '../../db/repos/items.ts'
import { packsOfProducts } from '../../db/repos/packs.ts'
import { recipeOf } from '../../db/repos/recipes.ts'
import type { Db } from '../../db/schema.ts'
import type { Cell, ColumnKind, Sheet } from '../../reports/sheet.ts'
import { sheetCsv } from '../../reports/sheetCsv.ts'
import { type Context, kitchenToday } from '../context.ts'
import { textFile, xlsxFile } from '../files.ts'
import { quantityOf, tellBatches, type Told } from './tellBatches.ts'

/** An empty table of one kind with an example. */
export async function template({
  kind,
  format,
}: Input<typeof imports.template>): Promise<Output<typeof imports.template>> {
  const example = Object.fromEntries(importFields[kind].map((field) => [field.key, exampleOf(field)]))
  const name = `${importKindNames[kind].toLowerCase().replaceAll(' ', '-')}.${format}`
  const sheet = sheetOfKind(kind, [example], false)
  return format === 'csv' ? textFile(name, 'text/csv', csvOf(sheet)) : await xlsxFile(name, [sheet])
}

function exampleOf(field: ImportField): Cell {
  if (field.example === '') return null
  if (field.reads === 'money') return Math.round(Number(field.example) * 100)
  return field.reads === 'number' ? Number(field.example) : field.example
}

/** The record as tables that can be imported again, with a list of what tables cannot carry. */
export async function exportAll(
  { format }: Input<typeof imports.exportAll>,
  context: Context,
): Promise<Output<typeof imports.exportAll>> {
  const { today, tables } = await context.store.read(async (db) => ({
    today: await kitchenToday(db, context),
    tables: await everyTable(db),
  }))
  const sheets = importKinds.map((kind) => sheetOfKind(kind, tables[kind], true))
  if (format === 'xlsx') return await xlsxFile(`traceberry-record-${today}.xlsx`, [...sheets, notCarriedSheet])
  const files = Object.fromEntries([
    ...sheets.map((sheet, at) => [`${at + 1} ${sheet.name.toLowerCase()}.csv`, strToU8(csvOf(sheet))] as const),
    [`${NOT_CARRIED}.txt`, strToU8(`\uFEFF${[`${NOT_CARRIED}:`, ...notCarried].join('\r\n')}\r\n`)],
  ])
  const base64 = Buffer.from(zipSync(files)).toString('base64')
  return { name: `traceberry-record-${today}.zip`, mediaType: 'application/zip', base64 }
}

const NOT_CARRIED = 'Not in these tables'

/** What tables have no words for; a backup has all of it. */
const notCarried = [
  'Recalls, drills and complaints, and holds that were ended. What is on hold says so and why; a hold on everything of a supplier or of an ingredient is one on each of its lots.',
  'What was mixed in a bin: the batches that took from it have an unknown lot, and what was poured in is in its bag again.',
  'Jars that were sent and came back before a correction said that they were never made: the rows of their way wait at the import.',
  'What was taken back and what stood before a correction, why a lot on hold or past its date was used, and the history of who did what.',
  'Equipment, cleaning, readings, notes, photos, stars, label designs and settings.',
  'A backup carries all of it: in Your data, make a backup and move the record with it.',
] as const

/** In one column, which the import takes for no table. */
const notCarriedSheet: Sheet = {
  name: NOT_CARRIED,
  columns: [{ key: 'note', head: NOT_CARRIED, kind: 'text' }],
  rows: notCarried.map((line) => [line]),
}

/** With heads for people: the same that the import knows best. */
function csvOf(sheet: Sheet): string {
  return sheetCsv({ ...sheet, columns: sheet.columns.map((column) => ({ ...column, key: column.head })) })
}

/** @param isWhole every column; otherwise those that people fill in */
function sheetOfKind(kind: ImportKind, rows: readonly Told[], isWhole: boolean): Sheet {
  const inner = new Set([
    'bag',
    'group',
    'basis',
    'status',
    'sku',
    'retired',
    'marketDay',
    'usedSerials',
    'held',
    'entry',
    'ofShipment',
  ])
  const fields = importFields[kind].filter((field) => (isWhole ? field.key !== 'unit' || kind === 'ingredients' : !inner.has(field.key))) // prettier-ignore
  return {
    name: importKindNames[kind],
    columns: fields.map((field) => ({ key: field.key, head: field.head, kind: columnKind(field) })),
    rows: rows.map((row) => fields.map((field) => row[field.key] ?? null)),
  }
}

function columnKind({ reads }: ImportField): ColumnKind {
  if (reads === 'day' || reads === 'number' || reads === 'money') return reads
  return 'text'
}

async function everyTable(db: Db): Promise<Readonly<Record<ImportKind, readonly Told[]>>> {
  const ranges = await rangesToTell(db)
  const serials = (movementId: number) => showRanges(ranges.get(movementId) ?? [])
  return {
    suppliers: await listSuppliers(db),
    places: await listPlaces(db),
    ingredients: await ingredientRows(db),
    products: await productRows(db),
    purchases: (await purchasesToTell(db)).map((row) => ({
      date: row.received_on,
      supplier: row.supplier,
      ingredient: row.item,
      quantity: quantityOf(row),
      supplierLot: row.supplier_lot,
      bestBy: row.best_by,
      cost: row.cost_cents,
      opening: row.opening === 1 ? 'yes' : null,
      note: row.note,
      bag: bagCode(row.id),
      held: row.held,
    })),
    ...(await tellBatches(db, ranges)),
    sales: (await sendingsToTell(db)).map((row) => ({
      date: row.sent_on,
      place: row.place,
      placeKind: row.kind,
      product: row.item,
      number: row.lot_number,
      units: row.units,
      serials: serials(row.movement_id),
      price: row.price_cents,
      reference: row.reference,
      purpose: row.purpose,
      note: row.note,
      basis: row.basis,
      group: String(row.id),
      entry: row.entry,
    })),
    returns: (await returnsToTell(db)).map((row) => ({
      date: row.day,
      place: row.place,
      number: row.lot_number,
      pack: row.pack,
      units: row.units,
      serials: row.movement_id === null ? null : serials(row.movement_id),
      fate: row.fate,
      reason: row.reason,
      sentOn: row.sent_on,
      reference: row.reference,
      cash: row.cash_cents,
      marketDay: row.market_day === 1 ? 'yes' : null,
      basis: row.basis,
      ofShipment: row.of_shipment === null ? null : String(row.of_shipment),
      group: String(row.id),
      entry: row.entry,
    })),
  }
}

async function ingredientRows(db: Db): Promise<Told[]> {
  const levels = await levelsToTell(db)
  return (await listItems(db))
    .filter((item) => item.kind === 'ingredient')
    .map(({ id, name, unit, factors }) => ({
      name,
      unit,
      low: levels.get(id) ?? null,
      conversions: factors.map((factor) => `${factor.oneText} = ${factor.equalsText}`).join('; '),
    }))
}

async function productRows(db: Db): Promise<Told[]> {
  const products = (await listItems(db)).filter((item) => item.kind === 'product' && item.pack_of === null)
  const rows: Told[] = []
  for (const product of products.toSorted((a, b) => a.id - b.id)) {
    const recipe = await recipeOf(db, product.id)
    const [main, ...packs] = (await packsOfProducts(db, [product.id])).filter((pack) => pack.dropped === 0)
    const head = {
      product: product.name,
      code: product.code,
      unitWord: product.unit,
      makes: recipe?.expected_yield ?? null,
      shelfLife: product.shelf_life_days,
      net: main?.net ?? null,
      price: main?.price_cents ?? null,
      gtin: main?.gtin ?? null,
      retired: product.retired === 1 ? 'yes' : null,
    }
    const lines = recipe?.lines.map((line) => ({ ingredient: line.item, quantity: line.typed })) ?? []
    rows.push({ ...head, ...lines[0] })
    for (const line of lines.slice(1)) rows.push({ product: product.name, ...line })
    for (const pack of packs)
      rows.push({
        product: product.name,
        pack: pack.name,
        unitWord: pack.unit,
        makes: pack.usual,
        net: pack.net,
        price: pack.price_cents,
        gtin: pack.gtin,
      })
  }
  return rows
}
