import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { Link } from 'wouter'
import { lotKey } from '../../../shared/domain/lotNumber.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { showDay } from '../../../shared/domain/day.ts'
import { NumberField } from '../../forms/fields.tsx'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { countOf, dayOr } from '../../ui/words.ts'
import { linesOf, rowName, type SendIn, type SendOut, type StockRow } from './sendValues.ts'
import styles from './StockTable.module.css'
import { WhichUnits } from './WhichUnits.tsx'

/** From so many lots on, a line to narrow them down helps more than it stands in the way. */
const MANY = 12

interface StockTableProps {
  readonly form: CommandForm<SendIn, SendOut>['form']
  readonly stock: readonly StockRow[]
}

/** Every finished lot with units, and how many of each go out. */
export function StockTable({ form, stock }: StockTableProps) {
  const { control } = form
  const rows = useWatch({ control, name: 'rows' })
  const [wanted, setWanted] = useState('')
  const sent = new Set(linesOf(stock, rows).map((line) => line.lotId))
  // What goes out stays in sight, whatever the list is narrowed down to.
  const shown = stock.filter((lot) => sent.has(lot.lotId) || isWanted(lot, wanted))
  return (
    <div className={styles['stock']}>
      {stock.length > MANY ? (
        <TextInput
          className={styles['narrow'] ?? ''}
          label="Show only"
          placeholder="Product or lot number"
          leftSection={<IconSearch size={18} aria-hidden />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          autoComplete="off"
        />
      ) : null}
      {shown.length === 0 ? <Dim>No lot on hand is called so.</Dim> : null}
      <Table
        label="Lots on hand"
        rows={shown}
        keyOf={(lot) => lot.lotId}
        columns={[
          {
            head: 'Product',
            names: true,
            sort: (lot) => lot.product,
            cell: (lot) => <span className={styles['product']}>{lot.product}</span>,
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
          { head: 'Made', sort: (lot) => lot.madeOn, cell: (lot) => <Day>{showDay(lot.madeOn)}</Day> },
          { head: 'Best by', sort: (lot) => lot.bestBy ?? '9', cell: (lot) => <Day>{dayOr(lot.bestBy, '—')}</Day> },
          {
            head: 'On hand',
            number: true,
            sort: (lot) => lot.onHand,
            cell: (lot) => countOf(lot.onHand, lot.unit),
          },
          {
            head: 'Units that go',
            cell: (lot) =>
              lot.problem === null ? (
                <NumberField
                  className={styles['units'] ?? ''}
                  control={control}
                  name={`rows.${rowName(lot.lotId)}.units`}
                  aria-label={`Units of ${lot.lotNumber} that go`}
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
    </div>
  )
}

function Day({ children }: { readonly children: string }) {
  return <span className={styles['day']}>{children}</span>
}

function isWanted({ product, lotNumber }: StockRow, wanted: string): boolean {
  return nameKey(product).includes(nameKey(wanted)) || lotKey(lotNumber).includes(lotKey(wanted))
}
