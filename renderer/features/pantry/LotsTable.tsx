import { Link } from 'wouter'
import type { LotRow } from '../../../shared/api/pantry.ts'
import { type Column, Dim, Table } from '../../ui/Table.tsx'
import { dayOr, money } from '../../ui/words.ts'
import { LotMarks } from './LotMarks.tsx'
import { say } from '../../../shared/words/say.ts'

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
    head: say('Bought from'),
    names: !ofMany,
    sort: (lot) => lot.supplier ?? '',
    cell: (lot) =>
      ofMany ? (
        (lot.supplier ?? <Dim>{say('not recorded')}</Dim>)
      ) : (
        <Link href={`/lot/${lot.id}`}>{lot.supplier ?? say('not recorded')}</Link>
      ),
  }
  const ingredient: Column<LotRow> = {
    head: say('Ingredient'),
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
          head: say('Received'),
          sort: (lot) => lot.receivedOn ?? '',
          cell: (lot) => dayOr(lot.receivedOn, say('not recorded')),
        },
        { head: say('Best by'), sort: (lot) => lot.bestBy ?? '9', cell: (lot) => dayOr(lot.bestBy, '—') },
        { head: say('Supplier’s lot'), sort: (lot) => lot.supplierLot ?? '', cell: (lot) => lot.supplierLot ?? '—' },
        { head: say('Came in'), number: true, cell: (lot) => lot.received },
        { head: say('Left'), number: true, sort: (lot) => lot.onHand.base, cell: (lot) => lot.onHand.text },
        {
          head: say('Price'),
          number: true,
          sort: (lot) => lot.costCents ?? 0,
          cell: (lot) => (lot.costCents === null ? '—' : money(lot.costCents)),
        },
        { head: say('State'), cell: (lot) => <LotMarks lot={lot} /> },
      ]}
    />
  )
}
