import type { Input, Output } from '../../shared/api/operation.ts'
import type { records } from '../../shared/api/records.ts'
import { splitAddress } from '../../shared/domain/address.ts'
import { listPlaces, listSuppliers } from '../db/repos/directory.ts'
import {
  batchesBetween,
  lotsReceivedBetween,
  type Period,
  productionOf,
  receivedBetween,
  receivedOf,
  sentBetween,
  sentIn,
  shipmentsBetween,
  usedBetween,
  usedIn,
} from '../db/repos/records.ts'
import type { Db } from '../db/schema.ts'
import { fsmaTables, type FsmaTransformation, type Location, receivedCode } from '../reports/fsmaSheets.ts'
import type { LongSheet, Sheet } from '../reports/sheet.ts'
import type { Context } from './context.ts'
import { XLSX } from './files.ts'
import { readKitchen } from './kitchen.ts'
import { type Far, longSheet, wholeSheet } from './longSheets.ts'
import { say, sayList } from '../../shared/words/say.ts'

/** The sortable spreadsheet of the Food Traceability Rule: an FDA officer may ask for it within 24 hours. */
export async function fsma(
  { from, to }: Input<typeof records.fsma>,
  context: Context,
): Promise<Output<typeof records.fsma>> {
  const kitchen = await context.store.read(async (db) => await readKitchen(db, context))
  const order = { what: 'fsma', period: { from, to }, kitchen: addressOf(kitchen) } as const
  return await context.largeFiles.begin(order, { name: `fsma-204-${from}-to-${to}.xlsx`, mediaType: XLSX })
}

/**
 * Its three sheets, read while they are written. Every lot is in them: which foods are on the Food Traceability List, the
 * record does not know.
 */
export async function fsmaSheets(db: Db, period: Period, kitchen: Location, far: Far): Promise<LongSheet[]> {
  const suppliers = locations(await listSuppliers(db))
  const places = locations(await listPlaces(db))
  const { receiving, transformation, shipping } = fsmaTables(kitchen)
  const received = {
    ...receiving,
    ids: await lotsReceivedBetween(db, period),
    rowsOf: async (reader: Db, ids: readonly number[]) =>
      (await receivedOf(reader, ids)).map((row) => ({ row, supplier: suppliers.get(row.supplier_id ?? 0) ?? nobody })),
  }
  const made = { ...transformation, ids: await batchesBetween(db, period), rowsOf: transformationsOf }
  const shipped = {
    ...shipping,
    ids: await shipmentsBetween(db, period),
    rowsOf: async (reader: Db, ids: readonly number[]) =>
      (await sentIn(reader, ids)).map((line) => ({
        code: line.lot_number,
        product: line.product,
        quantity: line.units,
        unit: line.unit,
        to: places.get(line.place_id ?? 0) ?? nobody,
        sentOn: line.sent_on,
        documentType: line.reference === '' ? 'Delivery slip' : 'Order',
        documentNumber: line.reference === '' ? `S-${line.shipment_id}` : line.reference,
      })),
  }
  return [longSheet(db, received, far), longSheet(db, made, far), longSheet(db, shipped, far)]
}

/** The same three, whole. */
export async function fsmaOf(db: Db, period: Period, context: Context): Promise<Sheet[]> {
  const kitchen = addressOf(await readKitchen(db, context))
  const sheets: Sheet[] = []
  for (const sheet of await fsmaSheets(db, period, kitchen, { done: 0, left: 0 })) sheets.push(await wholeSheet(sheet))
  return sheets
}

function addressOf({ name, phone, address }: Location): Location {
  return { name, phone, address }
}

type Gap = Output<typeof records.fsmaGaps>[number]

/**
 * What the spreadsheet would leave empty: a location is a name, a telephone and a physical address with city, state and
 * ZIP (21 CFR 1.1310), and a used lot has a traceability lot code.
 */
export async function fsmaGaps(
  period: Input<typeof records.fsmaGaps>,
  context: Context,
): Promise<Output<typeof records.fsmaGaps>> {
  return await context.store.read(async (db) => {
    const received = await receivedBetween(db, period)
    const sent = await sentBetween(db, period)
    const used = await usedBetween(db, period)
    const suppliers = new Set(received.map((row) => row.supplier_id))
    const places = new Set(sent.map((line) => line.place_id))
    const gaps = [
      gapOf('kitchen', { id: null, ...(await readKitchen(db, context)) }),
      ...(await listSuppliers(db)).filter(({ id }) => suppliers.has(id)).map((each) => gapOf('supplier', each)),
      ...(await listPlaces(db)).filter(({ id }) => places.has(id)).map((each) => gapOf('place', each)),
      unknownSource(received.filter((row) => row.supplier_id === null).length),
      unknownLot(used.filter((row) => row.lot_id === null).length),
    ]
    return gaps.filter((gap) => gap !== null)
  })
}

function gapOf(of: 'kitchen' | 'supplier' | 'place', each: Location & { readonly id: number | null }): Gap | null {
  const { street, city, state, zip } = splitAddress(each.address)
  const lacking = [
    each.name === '' ? say('a name') : null,
    each.phone === '' ? say('a telephone number') : null,
    each.address === ''
      ? say('an address')
      : [street, city, state, zip].includes('')
        ? say('street, city, state and ZIP in the address')
        : null,
  ].filter((part) => part !== null)
  if (lacking.length === 0) return null
  const who = of === 'kitchen' ? say('Your kitchen') : each.name
  return { of, id: each.id, text: say('{who} lacks {what}.', { who, what: sayList(lacking) }) }
}

function unknownSource(count: number): Gap | null {
  const text = say('{count, plural, one {One ingredient was} other {# ingredients were}} received from nobody known.', {
    count,
  })
  return count === 0 ? null : { of: 'lots', id: null, text }
}

function unknownLot(count: number): Gap | null {
  const text = say(
    '{count, plural, one {One ingredient went into a batch without its lot.} other {# ingredients went into batches without their lots.}}',
    { count },
  )
  return count === 0 ? null : { of: 'lots', id: null, text }
}

/** A row for each input of each output, the output's columns repeated; one with no input where none was recorded. */
async function transformationsOf(db: Db, batchIds: readonly number[]): Promise<FsmaTransformation[]> {
  const uses = Map.groupBy(await usedIn(db, batchIds), (row) => row.batch_id)
  const made = await productionOf(db, batchIds)
  return made.flatMap((row): FsmaTransformation[] => {
    const output = {
      code: row.lot_number,
      product: row.product,
      quantity: row.made,
      unit: row.unit,
      completedOn: row.made_on,
      batchNumber: row.lot_number,
    }
    const inputs = (uses.get(row.batch_id) ?? []).map((use) => ({
      code:
        use.lot_id === null
          ? 'NOT RECORDED'
          : (use.made_lot ?? receivedCode({ lot_id: use.lot_id, supplier_lot: use.supplier_lot })),
      product: use.ingredient,
      base: use.base,
      unit: use.unit,
    }))
    return inputs.length === 0 ? [{ ...output, input: null }] : inputs.map((input) => ({ ...output, input }))
  })
}

const nobody: Location = { name: '', phone: '', address: '' }

function locations(all: readonly ({ id: number } & Location)[]): Map<number, Location> {
  return new Map(all.map(({ id, name, phone, address }) => [id, { name, phone, address }]))
}
