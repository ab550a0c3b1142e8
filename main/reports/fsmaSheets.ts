import { type AddressParts, splitAddress } from '../../shared/domain/address.ts'
import { unitNamed } from '../../shared/domain/units.ts'
import type { ReceivedRow } from '../db/repos/records.ts'
import type { Cell, Column } from './sheet.ts'

/** A business as the rule describes a location (21 CFR 1.1310): name, telephone, physical address. */
export interface Location {
  readonly name: string
  readonly phone: string
  readonly address: string
}

interface FsmaReceiving {
  readonly row: ReceivedRow
  readonly supplier: Location
}

interface FsmaInput {
  readonly code: string
  readonly product: string
  readonly base: number
  readonly unit: string
}

export interface FsmaTransformation {
  readonly input: FsmaInput | null
  readonly code: string
  readonly product: string
  readonly quantity: number
  readonly unit: string
  readonly completedOn: string
  readonly batchNumber: string
}

interface FsmaShipping {
  readonly code: string
  readonly product: string
  readonly quantity: number
  readonly unit: string
  readonly to: Location
  readonly sentOn: string
  readonly documentType: string
  readonly documentNumber: string
}

/**
 * The traceability lot code of a received lot: the supplier's, or, where none came with it, one of our own (21 CFR
 * 1.1345(b): food from a source that assigns none).
 */
export function receivedCode(lot: { readonly lot_id: number; readonly supplier_lot: string | null }): string {
  return lot.supplier_lot ?? `RECEIVED-${lot.lot_id}`
}

/** A table of the spreadsheet, and what its rows are made of. */
interface Table<Row> {
  readonly name: string
  readonly columns: readonly Column<Row>[]
}

interface FsmaTables {
  readonly receiving: Table<FsmaReceiving>
  readonly transformation: Table<FsmaTransformation>
  readonly shipping: Table<FsmaShipping>
}

/** The three sheets of 21 CFR 1.1340, 1.1345 and 1.1350, each a plain rectangular table that sorts. */
export function fsmaTables(kitchen: Location): FsmaTables {
  return {
    receiving: { name: 'Receiving', columns: receivingColumns(kitchen) },
    transformation: { name: 'Transformation', columns: transformationColumns(kitchen) },
    shipping: { name: 'Shipping', columns: shippingColumns(kitchen) },
  }
}

// 21 CFR 1.1345(a)(1)–(8)
function receivingColumns(kitchen: Location): Column<FsmaReceiving>[] {
  return [
    text('traceability_lot_code', ({ row }) => receivedCode(row)),
    number('quantity', ({ row }) => amountIn(row.base, row.unit)),
    text('unit_of_measure', ({ row }) => row.unit),
    ...product('', ({ row }: FsmaReceiving) => row.ingredient),
    ...location('immediate_previous_source', ({ supplier }: FsmaReceiving) => supplier),
    ...location('received_at', () => kitchen),
    day('date_received', ({ row }) => row.received_on),
    ...location('tlc_source', ({ row, supplier }: FsmaReceiving) => (row.supplier_lot === null ? kitchen : supplier)),
    text('tlc_source_reference', () => ''),
    text('reference_document_type', () => 'Receipt'),
    text('reference_document_number', ({ row }) => `R-${row.lot_id}`),
  ]
}

// 21 CFR 1.1350(a)(1)–(2): a row for each input of each output
function transformationColumns(kitchen: Location): Column<FsmaTransformation>[] {
  return [
    text('input_traceability_lot_code', ({ input }) => input?.code ?? ''),
    ...product('input_', ({ input }: FsmaTransformation) => input?.product ?? ''),
    number('quantity_used', ({ input }) => (input ? amountIn(input.base, input.unit) : null)),
    text('quantity_used_unit_of_measure', ({ input }) => input?.unit ?? ''),
    text('new_traceability_lot_code', ({ code }) => code),
    ...location('transformed_at', () => kitchen),
    text('tlc_source_reference', () => ''),
    day('date_transformation_completed', ({ completedOn }) => completedOn),
    ...product('', (row: FsmaTransformation) => row.product),
    number('quantity', ({ quantity }) => quantity),
    text('unit_of_measure', ({ unit }) => unit),
    text('reference_document_type', () => 'Batch record'),
    text('reference_document_number', ({ batchNumber }) => batchNumber),
  ]
}

// 21 CFR 1.1340(a)(1)–(8)
function shippingColumns(kitchen: Location): Column<FsmaShipping>[] {
  return [
    text('traceability_lot_code', ({ code }) => code),
    number('quantity', ({ quantity }) => quantity),
    text('unit_of_measure', ({ unit }) => unit),
    ...product('', (row: FsmaShipping) => row.product),
    ...location('ship_to', ({ to }: FsmaShipping) => to),
    ...location('ship_from', () => kitchen),
    day('ship_date', ({ sentOn }) => sentOn),
    ...location('tlc_source', () => kitchen),
    text('tlc_source_reference', () => ''),
    text('reference_document_type', ({ documentType }) => documentType),
    text('reference_document_number', ({ documentNumber }) => documentNumber),
  ]
}

/** A product description in its parts; a small kitchen records a name, and the rest stays to be filled in. */
function product<Row>(before: string, name: (row: Row) => string): Column<Row>[] {
  const parts = ['brand', 'commodity', 'variety', 'pack_size', 'pack_style']
  return [text(`${before}product_name`, name), ...parts.map((part) => text<Row>(`${before}${part}`, () => ''))]
}

function location<Row>(before: string, of: (row: Row) => Location): Column<Row>[] {
  // A business stands in thousands of rows: its address is taken apart once.
  const known = new Map<string, AddressParts>()
  function partsOf(row: Row): AddressParts {
    const { address } = of(row)
    const parts = known.get(address) ?? splitAddress(address)
    known.set(address, parts)
    return parts
  }
  const part = (key: keyof AddressParts) => text(`${before}_${key}`, (row: Row) => partsOf(row)[key])
  return [
    text(`${before}_name`, (row: Row) => of(row).name),
    text(`${before}_phone`, (row: Row) => of(row).phone),
    text(`${before}_address`, (row: Row) => partsOf(row).street),
    part('city'),
    part('state'),
    part('zip'),
    part('country'),
  ]
}

function text<Row>(key: string, cell: (row: Row) => Cell): Column<Row> {
  return { key, head: key, kind: 'text', cell }
}

function number<Row>(key: string, cell: (row: Row) => Cell): Column<Row> {
  return { key, head: key, kind: 'number', cell }
}

function day<Row>(key: string, cell: (row: Row) => Cell): Column<Row> {
  return { key, head: key, kind: 'day', cell }
}

/** A quantity as a number of its unit, to a millionth. */
function amountIn(base: number, unit: string): number {
  return Math.round((base / unitNamed(unit).base) * 1_000_000) / 1_000_000
}
