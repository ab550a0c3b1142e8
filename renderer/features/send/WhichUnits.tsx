import { Button, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { Link } from 'wouter'
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
import { said } from '../../ui/said.ts'
import { say } from '../../../shared/words/say.ts'

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
          {say('Oldest first again')}
          <VisuallyHidden>, {of.product}</VisuallyHidden>
        </Button>
      </div>
    )
  return (
    <div className={styles['which']}>
      {lines.map((line) => (
        <Proposed key={line.lotId} of={of} line={line} />
      ))}
      {lines.length === 0 && fit[0] ? (
        <span className={styles['proposed']}>{said('{lot} first', { lot: <LotLink lot={fit[0]} /> })}</span>
      ) : null}
      {fit.length > 0 ? (
        <Button variant="subtle" color="gray" className={styles['open'] ?? ''} onClick={sayWhich}>
          {say('Say which go')}
          <VisuallyHidden>, {of.product}</VisuallyHidden>
        </Button>
      ) : null}
      <Held of={of} />
    </div>
  )
}

/** The lots that stay, each with the reason. */
function Held({ of }: { readonly of: StockOfProduct }) {
  const held = of.lots.filter((lot) => lot.problem !== null)
  return held.map((lot) => (
    <span key={lot.lotId} className={styles['held']}>
      {said('{lot} ({onHand}): {problem}', {
        lot: <LotLink lot={lot} />,
        onHand: lot.onHand,
        problem: lot.problem,
      })}
    </span>
  ))
}

/** `SJ-20260304-A 001–024`. */
function Proposed({
  of,
  line,
}: {
  readonly of: StockOfProduct
  readonly line: ReturnType<typeof linesOfProduct>[number]
}) {
  const lot = of.lots.find(({ lotId }) => lotId === line.lotId)
  if (!lot) return null
  const taken = takeLowest(readRanges(lot.serials) ?? [], line.units)
  return (
    <span className={styles['proposed']}>
      <LotLink lot={lot} /> {taken ? showRanges(taken) : ''}
    </span>
  )
}

function LotLink({ lot }: { readonly lot: StockOfProduct['lots'][number] }) {
  return <Link href={`/batch/${lot.batchId}`}>{lot.lotNumber}</Link>
}
