import { type Control, useWatch } from 'react-hook-form'
import { countOf } from '../../ui/words.ts'
import { linesOf, type SendIn, type SendOut, type StockRow } from './sendValues.ts'

interface SumOfUnitsProps {
  readonly control: Control<SendIn, unknown, SendOut>
  readonly stock: readonly StockRow[]
}

/** How much goes out in all. */
export function SumOfUnits({ control, stock }: SumOfUnitsProps) {
  const lines = linesOf(stock, useWatch({ control, name: 'rows' }))
  const units = lines.reduce((sum, line) => sum + line.units, 0)
  return (
    <span aria-live="polite">{units > 0 ? `${countOf(units, 'unit')} of ${countOf(lines.length, 'lot')}` : ''}</span>
  )
}
