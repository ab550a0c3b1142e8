import { bagCode } from '../../../shared/domain/bagCode.ts'
import { type ImportField, importFields, type ImportKind, importKindNames, importKinds } from '../../../shared/domain/importFields.ts' // prettier-ignore
import { showRanges } from '../../../shared/domain/serialRange.ts'
import { listPlaces, listSuppliers } from '../../db/repos/directory.ts'
import {
  batchesToTell,
  changesToTell,
  levelsToTell,
  purchaseRows,
  purchasesToTell,
  returnRows,
  returnsToTell,
  sendingRows,
  sendingsToTell,
} from '../../db/repos/importExport.ts'
import { listItems } from '../../db/repos/items.ts'
import { rangesByMovement } from '../../db/repos/movements.ts'
import { packsOfProducts } from '../../db/repos/packs.ts'
import { recipeOf } from '../../db/repos/recipes.ts'
import type { Db } from '../../db/schema.ts'
import { type Column, type ColumnKind, type LongSheet, type Sheet, sheetOf } from '../../reports/sheet.ts'
import { type Far, longSheet } from '../longSheets.ts'
import { quantityOf, tellBatches, tellChanges, type Told } from './tellBatches.ts'

export const NOT_CARRIED = 'Not in these tables'

/** What tables have no words for; a backup has all of it. */
export const notCarried = [
  'Recalls, drills and complaints, and holds that were ended. What is on hold says so and why; a hold on everything of a supplier or of an ingredient is one on each of its lots.',
  'What was mixed in a bin: the batches that took from it have an unknown lot, and what was poured in is in its bag again.',
  'Jars that were sent and came back before a correction said that they were never made: the rows of their way wait at the import.',
  'What was taken back and what stood before a correction, why a lot on hold or past its date was used, and the history of who did what.',
  'Equipment, cleaning, readings, notes, photos, stars, label designs and settings.',
  'A backup carries all of it: in Your data, make a backup and move the record with it.',
] as const

/** In one column, which the import takes for no table. */
export const notCarriedSheet: Sheet = {
  name: NOT_CARRIED,
  columns: [{ key: 'note', head: NOT_CARRIED, kind: 'text' }],
  rows: notCarried.map((line) => [line]),
}

/** With heads for people: the same that the import knows best. */
export function csvHeads<S extends Sheet | LongSheet>(sheet: S): S {
  return { ...sheet, columns: sheet.columns.map((column) => ({ ...column, key: column.head })) }
}

/** @param isWhole every column; otherwise those that people fill in */
export function columnsOf(kind: ImportKind, isWhole: boolean): Column<Told>[] {
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
  return importFields[kind]
    .filter((field) => (isWhole ? field.key !== 'unit' || kind === 'ingredients' : !inner.has(field.key)))
    .map((field) => ({
      key: field.key,
      head: field.head,
      kind: columnKind(field),
      cell: (row: Told) => row[field.key] ?? null,
    }))
}

function columnKind({ reads }: ImportField): ColumnKind {
  if (reads === 'day' || reads === 'number' || reads === 'money') return reads
  return 'text'
}

type RowsOf = (db: Db, ids: readonly number[]) => Promise<Told[]>

/** A table of each kind, in the order in which they are imported; the long ones are read while they are written. */
export async function everyTable(db: Db, far: Far): Promise<(Sheet | LongSheet)[]> {
  /** What batches tell of themselves, for the table of changes after them. */
  const inBatch = new Set<number>()
  const short: Partial<Record<ImportKind, readonly Told[]>> = {
    suppliers: await listSuppliers(db),
    places: await listPlaces(db),
    ingredients: await ingredientRows(db),
    products: await productRows(db),
  }
  const long: Partial<Record<ImportKind, readonly [ids: readonly number[], rowsOf: RowsOf]>> = {
    purchases: [await purchasesToTell(db), tellPurchases],
    batches: [await batchesToTell(db), async (reader, ids) => await tellBatches(reader, ids, inBatch)],
    sales: [await sendingsToTell(db), tellSendings],
    returns: [await returnsToTell(db), tellReturns],
    changes: [await changesToTell(db), async (reader, ids) => await tellChanges(reader, ids, inBatch)],
  }
  return importKinds.map((kind) => {
    const [name, columns] = [importKindNames[kind], columnsOf(kind, true)]
    const [ids, rowsOf] = long[kind] ?? []
    return ids && rowsOf ? longSheet(db, { name, columns, ids, rowsOf }, far) : sheetOf(name, columns, short[kind] ?? []) // prettier-ignore
  })
}

async function tellPurchases(db: Db, lotIds: readonly number[]): Promise<Told[]> {
  return (await purchaseRows(db, lotIds)).map((row) => ({
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
  }))
}

async function tellSendings(db: Db, shipmentIds: readonly number[]): Promise<Told[]> {
  const rows = await sendingRows(db, shipmentIds)
  const ranges = await rangesByMovement(
    db,
    rows.map((row) => row.movement_id),
  )
  return rows.map((row) => ({
    date: row.sent_on,
    place: row.place,
    placeKind: row.kind,
    product: row.item,
    number: row.lot_number,
    units: row.units,
    serials: showRanges(ranges.get(row.movement_id) ?? []),
    price: row.price_cents,
    reference: row.reference,
    purpose: row.purpose,
    note: row.note,
    basis: row.basis,
    group: String(row.id),
    entry: row.entry,
  }))
}

async function tellReturns(db: Db, returnedIds: readonly number[]): Promise<Told[]> {
  const rows = await returnRows(db, returnedIds)
  const ranges = await rangesByMovement(
    db,
    rows.flatMap((row) => row.movement_id ?? []),
  )
  return rows.map((row) => ({
    date: row.day,
    place: row.place,
    number: row.lot_number,
    pack: row.pack,
    units: row.units,
    serials: row.movement_id === null ? null : showRanges(ranges.get(row.movement_id) ?? []),
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
  }))
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
