import { Link } from 'wouter'
import type { LotRow } from '../../../shared/api/pantry.ts'
import { type Column, Dim, Table } from '../../ui/Table.tsx'
import { dayOr, money } from '../../ui/words.ts'
import { LotMarks } from './LotMarks.tsx'

interface LotsTableProps {
  readonly label: string
  readonly rows: readonly LotRow[]
  /** False on the screen of one ingredient. */
  readonly ofMany?: boolean
  readonly paged?: boolean
}

/** Lots with where they came from, what is left and what is special about them. */
export function LotsTable({ label, rows, ofMany = true, paged = false }: LotsTableProps) {
  const source: Column<LotRow> = {
    head: 'Bought from',
    names: !ofMany,
    sort: (lot) => lot.supplier ?? '',
    cell: (lot) =>
      ofMany ? (
        (lot.supplier ?? <Dim>not recorded</Dim>)
      ) : (
        <Link href={`/lot/${lot.id}`}>{lot.supplier ?? 'not recorded'}</Link>
      ),
  }
  const ingredient: Column<LotRow> = {
    head: 'Ingredient',
    names: true,
    sort: (lot) => lot.item,
    cell: (lot) => <Link href={`/lot/${lot.id}`}>{lot.item}</Link>,
  }
  return (
    <Table
      label={label}
      rows={rows}
      paged={paged}
      keyOf={(lot) => lot.id}
      columns={[
        ...(ofMany ? [ingredient] : []),
        source,
        {
          head: 'Received',
          sort: (lot) => lot.receivedOn ?? '',
          cell: (lot) => dayOr(lot.receivedOn, 'not recorded'),
        },
        { head: 'Best by', sort: (lot) => lot.bestBy ?? '9', cell: (lot) => dayOr(lot.bestBy, '—') },
        { head: 'Supplier’s lot', sort: (lot) => lot.supplierLot ?? '', cell: (lot) => lot.supplierLot ?? '—' },
        { head: 'Came in', number: true, cell: (lot) => lot.received },
        { head: 'Left', number: true, sort: (lot) => lot.onHand.base, cell: (lot) => lot.onHand.text },
        {
          head: 'Price',
          number: true,
          sort: (lot) => lot.costCents ?? 0,
          cell: (lot) => (lot.costCents === null ? '—' : money(lot.costCents)),
        },
        { head: 'State', cell: (lot) => <LotMarks lot={lot} /> },
      ]}
    />
  )
}
