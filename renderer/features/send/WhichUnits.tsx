import { Button, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { readRanges, showRanges, takeLowest } from '../../../shared/domain/serialRange.ts'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { LotFields } from './LotFields.tsx'
import {
  fitLots,
  linesOfProduct,
  lotRow,
  productRow,
  saysWhich,
  type SendIn,
  type SendOut,
  type StockOfProduct,
} from './sendValues.ts'
import styles from './WhichUnits.module.css'

interface WhichUnitsProps {
  readonly form: CommandForm<SendIn, SendOut>['form']
  readonly of: StockOfProduct
  readonly chosenLot: number | null
}

/** Which lots and numbers go: the oldest and lowest, or, once somebody wants to say it, the ones named. */
export function WhichUnits({ form, of, chosenLot }: WhichUnitsProps) {
  const { control } = form
  const [products, lots, purpose] = useWatch({ control, name: ['products', 'lots', 'purpose'] })
  const [open, setOpen] = useState(of.lots.some(({ lotId }) => lotId === chosenLot))
  const fit = fitLots(of, purpose)
  const lines = linesOfProduct(of, { products, lots, purpose })

  /** What is proposed becomes what is said, lot by lot, to be changed. */
  function sayWhich(): void {
    for (const { lotId, units } of lines) form.setValue(`lots.${lotRow(lotId)}`, { units, serials: '' })
    form.setValue(`products.${productRow(of.productId)}.units`, null)
    setOpen(true)
  }

  function backToOldest(): void {
    const units = lines.reduce((sum, line) => sum + line.units, 0)
    for (const { lotId } of of.lots) form.setValue(`lots.${lotRow(lotId)}`, { units: null, serials: '' })
    form.setValue(`products.${productRow(of.productId)}.units`, units || null)
    setOpen(false)
  }

  if (open || saysWhich(of, { lots }))
    return (
      <div className={styles['lots']}>
        {of.lots.map((lot) => (
          <LotFields key={lot.lotId} form={form} lot={lot} fit={fit.includes(lot)} />
        ))}
        <Button variant="subtle" color="gray" className={styles['open'] ?? ''} onClick={backToOldest}>
          Oldest first again
          <VisuallyHidden>, {of.product}</VisuallyHidden>
        </Button>
      </div>
    )
  if (fit.length === 0) return <Held of={of} />
  return (
    <div className={styles['lots']}>
      <Button variant="subtle" color="gray" className={styles['open'] ?? ''} onClick={sayWhich}>
        {lines.length > 0 ? lines.map((line) => proposed(of, line)).join('; ') : `${fit[0]?.lotNumber ?? ''} first`}
        <VisuallyHidden>, {of.product}: say which go</VisuallyHidden>
      </Button>
      <Held of={of} />
    </div>
  )
}

/** The lots that stay, each with the reason. */
function Held({ of }: { readonly of: StockOfProduct }) {
  const held = of.lots.filter((lot) => lot.problem !== null)
  return held.map((lot) => (
    <span key={lot.lotId} className={styles['held']}>
      {lot.lotNumber} ({lot.onHand}) is {lot.problem}
    </span>
  ))
}

/** `SJ-20260304-A 001–024`. */
function proposed({ lots }: StockOfProduct, { lotId, units }: { lotId: number; units: number }): string {
  const lot = lots.find((each) => each.lotId === lotId)
  const taken = takeLowest(readRanges(lot?.serials ?? '') ?? [], units)
  return `${lot?.lotNumber ?? ''} ${taken ? showRanges(taken) : ''}`
}
