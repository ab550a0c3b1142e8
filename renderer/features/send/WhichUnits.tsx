import { Button, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { readRanges, showRanges, takeLowest } from '../../../shared/domain/serialRange.ts'
import { TextField } from '../../forms/fields.tsx'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { lotName, rowName, type SendIn, type SendOut, type StockRow } from './sendValues.ts'
import styles from './WhichUnits.module.css'

interface WhichUnitsProps {
  readonly form: CommandForm<SendIn, SendOut>['form']
  readonly lot: StockRow
}

/** The numbers that go: the lowest free ones, or, once somebody wants to say it, the ones typed. */
export function WhichUnits({ form, lot }: WhichUnitsProps) {
  const { control } = form
  const name = `rows.${rowName(lot.lotId)}` as const
  const [units, serials] = useWatch({ control, name: [`${name}.units`, `${name}.serials`] })
  const [open, setOpen] = useState(false)
  if (open || serials) {
    return (
      <TextField
        className={styles['serials'] ?? ''}
        control={control}
        name={`${name}.serials`}
        aria-label={`Numbers of the units of ${lotName(lot)} that go`}
        placeholder={lowest(lot, units) ?? lot.serials}
        autoComplete="off"
        autoFocus={open}
      />
    )
  }
  const taken = lowest(lot, units)
  return (
    <Button variant="subtle" color="gray" className={styles['open'] ?? ''} onClick={() => setOpen(true)}>
      {taken ?? `${lot.serials} free`}
      <VisuallyHidden>, {lotName(lot)}: say which go</VisuallyHidden>
    </Button>
  )
}

/** The lowest free numbers that so many units take. */
function lowest(lot: StockRow, units: unknown): string | undefined {
  if (typeof units !== 'number' || !Number.isInteger(units) || units < 1) return undefined
  const taken = takeLowest(readRanges(lot.serials) ?? [], units)
  return taken && showRanges(taken)
}
