import { memo } from 'react'
import { Link } from 'wouter'
import { showDay } from '../../../shared/domain/day.ts'
import { lotKey } from '../../../shared/domain/lotNumber.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { NumberField } from '../../forms/fields.tsx'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { countOf, dayOr } from '../../ui/words.ts'
import { linesOf, lotName, productName, rowName, type SendIn, type SendOut, type StockRow } from './sendValues.ts'
import styles from './StockRows.module.css'
import { WhichUnits } from './WhichUnits.tsx'

interface StockRowsProps {
  readonly form: CommandForm<SendIn, SendOut>['form']
  readonly stock: readonly StockRow[]
  /** Part of the product's name or of the lot number. */
  readonly wanted: string
}

/** The lots that are wanted, and those that go out whatever is wanted: what is sent stays in sight. */
export const StockRows = memo(function StockRows({ form, stock, wanted }: StockRowsProps) {
  const sent = new Set(linesOf(stock, form.getValues('rows')).map((line) => line.lotId))
  const rows = stock.filter((lot) => sent.has(lot.lotId) || isWanted(lot, wanted))
  if (rows.length === 0) return <Dim>No lot on hand is called so.</Dim>
  return (
    <Table
      label="Lots on hand"
      rows={rows}
      keyOf={(lot) => lot.lotId}
      columns={[
        {
          head: 'Product',
          names: true,
          sort: (lot) => lot.product,
          cell: (lot) => <span className={styles['product']}>{productName(lot)}</span>,
        },
        {
          head: 'Lot',
          sort: (lot) => lot.lotNumber,
          cell: (lot) => (
            <Link className={styles['lot'] ?? ''} href={`/batch/${lot.batchId}`}>
              {lot.lotNumber}
            </Link>
          ),
        },
        {
          head: 'Made',
          sort: (lot) => lot.madeOn,
          cell: (lot) => <span className={styles['day']}>{showDay(lot.madeOn)}</span>,
        },
        {
          head: 'Best by',
          sort: (lot) => lot.bestBy ?? '9',
          cell: (lot) => <span className={styles['day']}>{dayOr(lot.bestBy, '—')}</span>,
        },
        { head: 'On hand', number: true, sort: (lot) => lot.onHand, cell: (lot) => countOf(lot.onHand, lot.unit) },
        {
          head: 'Units that go',
          cell: (lot) =>
            lot.problem === null ? (
              <NumberField
                className={styles['units'] ?? ''}
                control={form.control}
                name={`rows.${rowName(lot.lotId)}.units`}
                aria-label={`Units of ${lotName(lot)} that go`}
                autoComplete="off"
              />
            ) : (
              <Mark tone="bad">{lot.problem}</Mark>
            ),
        },
        {
          head: 'Which ones',
          cell: (lot) => (lot.problem === null ? <WhichUnits form={form} lot={lot} /> : <Dim>{lot.serials}</Dim>),
        },
      ]}
    />
  )
})

function isWanted({ product, lotNumber }: StockRow, wanted: string): boolean {
  return nameKey(product).includes(nameKey(wanted)) || lotKey(lotNumber).includes(lotKey(wanted))
}
