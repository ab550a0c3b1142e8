import { type Control, useWatch } from 'react-hook-form'
import { countOf } from '../../../shared/words/counted.ts'
import { money } from '../../ui/words.ts'
import { linesOf, type SendIn, type SendOut, type StockOfProduct } from './sendValues.ts'
import { say } from '../../../shared/words/say.ts'

interface SumOfUnitsProps {
  readonly control: Control<SendIn, unknown, SendOut>
  readonly stock: readonly StockOfProduct[]
}

/** How much goes out in all, and what it is worth where its prices are known. */
export function SumOfUnits({ control, stock }: SumOfUnitsProps) {
  const [products, lots, purpose] = useWatch({ control, name: ['products', 'lots', 'purpose'] })
  const lines = linesOf(stock, { products, lots, purpose })
  const units = lines.reduce((sum, line) => sum + line.units, 0)
  const worth = lines.reduce((sum, line) => sum + line.units * (line.priceCents ?? 0), 0)
  return (
    <span aria-live="polite">
      {units > 0 ? say('{units} of {lots}', { units: countOf(units, 'unit'), lots: countOf(lines.length, 'lot') }) : ''}
      {units > 0 && worth > 0 && purpose === 'sale' ? `, ${money(worth)}` : ''}
    </span>
  )
}
