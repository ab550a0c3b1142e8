import { Button, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { NumberField } from '../../forms/fields.tsx'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { money } from '../../ui/words.ts'
import { productRow, type SendIn, type SendOut, type StockOfProduct } from './sendValues.ts'
import styles from './WhichUnits.module.css'
import { say } from '../../../shared/words/say.ts'

interface PriceEachProps {
  readonly form: CommandForm<SendIn, SendOut>['form']
  readonly of: StockOfProduct
}

/** What one unit costs: as last time, until somebody says another price. */
export function PriceEach({ form, of }: PriceEachProps) {
  const [open, setOpen] = useState(false)
  const name = `products.${productRow(of.productId)}.priceCents` as const
  const typed = useWatch({ control: form.control, name })
  if (open || typeof typed === 'number')
    return (
      <NumberField
        className={styles['price'] ?? ''}
        control={form.control}
        name={name}
        kind="money"
        aria-label={say('Price of one {unit} of {product}', { unit: of.unit, product: of.product })}
        placeholder={of.priceCents === null ? '8.00' : (of.priceCents / 100).toFixed(2)}
        autoComplete="off"
        autoFocus={open}
      />
    )
  return (
    <Button variant="subtle" color="gray" className={styles['open'] ?? ''} onClick={() => setOpen(true)}>
      {of.priceCents === null ? say('Say a price') : money(of.priceCents)}
      <VisuallyHidden>, {say('{product}: change the price', { product: of.product })}</VisuallyHidden>
    </Button>
  )
}
