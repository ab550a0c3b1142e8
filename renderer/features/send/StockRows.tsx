import { memo } from 'react'
import { useWatch } from 'react-hook-form'
import { countOf } from '../../../shared/words/counted.ts'
import { lotKey } from '../../../shared/domain/lotNumber.ts'
import { nameKey } from '../../../shared/domain/names.ts'
import { NumberField } from '../../forms/fields.tsx'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { Dim, Table } from '../../ui/Table.tsx'
import { dayOr } from '../../ui/words.ts'
import { PriceEach } from './PriceEach.tsx'
import {
  fitLots,
  linesOf,
  productRow,
  saysWhich,
  type SendIn,
  type SendOut,
  type StockOfProduct,
} from './sendValues.ts'
import styles from './StockRows.module.css'
import { WhichUnits } from './WhichUnits.tsx'
import { say } from '../../../shared/words/say.ts'

interface StockRowsProps {
  readonly form: CommandForm<SendIn, SendOut>['form']
  readonly stock: readonly StockOfProduct[]
  readonly chosenLot: number | null
  /** Part of the product's name or of a lot number. */
  readonly wanted: string
}

/** The products that are wanted, and those that go out whatever is wanted: what is sent stays in sight. */
export const StockRows = memo(function StockRows({ form, stock, chosenLot, wanted }: StockRowsProps) {
  const purpose = useWatch({ control: form.control, name: 'purpose' })
  const rows = stock.filter((of) => isWanted(of, wanted) || linesOf([of], form.getValues()).length > 0)
  if (rows.length === 0) return <Dim>{say('Nothing on hand is called so.')}</Dim>
  const free = (of: StockOfProduct) => fitLots(of, purpose).reduce((sum, lot) => sum + lot.onHand, 0)
  return (
    <Table
      label={say('Products on hand')}
      rows={rows}
      keyOf={(of) => of.productId}
      columns={[
        {
          head: say('Product'),
          names: true,
          sort: (of) => of.product,
          cell: (of) => <span className={styles['product']}>{of.product}</span>,
        },
        { head: say('On hand'), number: true, sort: free, cell: (of) => countOf(free(of), of.unit) },
        {
          head: say('Best by'),
          sort: (of) => oldest(of, purpose) ?? '9',
          cell: (of) => <span className={styles['day']}>{dayOr(oldest(of, purpose), '—')}</span>,
        },
        {
          head: say('Units that go'),
          cell: (of) => <UnitsCell form={form} of={of} isFree={free(of) > 0} />,
        },
        {
          head: say('Which ones, oldest first'),
          cell: (of) => <WhichUnits form={form} of={of} chosenLot={chosenLot} />,
        },
        {
          head: say('Price each'),
          cell: (of) => (purpose === 'sale' && free(of) > 0 ? <PriceEach form={form} of={of} /> : null),
        },
      ]}
    />
  )
})

interface UnitsCellProps {
  readonly form: StockRowsProps['form']
  readonly of: StockOfProduct
  readonly isFree: boolean
}

/** Where nothing may go, why; a count that was typed before stays in sight, to be emptied. */
function UnitsCell({ form, of, isFree }: UnitsCellProps) {
  const { control } = form
  const units = useWatch({ control, name: `products.${productRow(of.productId)}.units` })
  return (
    <>
      {isFree || (units ?? '') !== '' ? <UnitsOf form={form} of={of} /> : null}
      {isFree ? null : <span className={styles['stays']}>{of.lots[0]?.problem}</span>}
    </>
  )
}

/** The count of a product; where its lots are named, what they come to. */
function UnitsOf({ form, of }: { readonly form: StockRowsProps['form']; readonly of: StockOfProduct }) {
  const { control } = form
  const [products, lots, purpose] = useWatch({ control, name: ['products', 'lots', 'purpose'] })
  if (saysWhich(of, { lots })) {
    const units = linesOf([of], { products, lots, purpose }).reduce((sum, line) => sum + line.units, 0)
    return <strong aria-live="polite">{countOf(units, of.unit)}</strong>
  }
  return (
    <NumberField
      className={styles['units'] ?? ''}
      control={control}
      name={`products.${productRow(of.productId)}.units`}
      aria-label={say('Units of {product} that go', { product: of.product })}
      autoComplete="off"
    />
  )
}

/** The day that comes first among the lots that may go. */
function oldest(of: StockOfProduct, purpose: SendIn['purpose']): string | null {
  const days = fitLots(of, purpose).flatMap((lot) => lot.bestBy ?? [])
  return days.toSorted()[0] ?? null
}

function isWanted({ product, lots }: StockOfProduct, wanted: string): boolean {
  return (
    nameKey(product).includes(nameKey(wanted)) || lots.some((lot) => lotKey(lot.lotNumber).includes(lotKey(wanted)))
  )
}
