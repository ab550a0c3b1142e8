import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { memo, useDeferredValue, useState } from 'react'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import type { SendIn, SendOut, StockOfProduct } from './sendValues.ts'
import { StockRows } from './StockRows.tsx'
import styles from './StockTable.module.css'
import { say } from '../../../shared/words/say.ts'

/** From so many products on, a line to narrow them down helps more than it stands in the way. */
const MANY = 12

interface StockTableProps {
  readonly form: CommandForm<SendIn, SendOut>['form']
  readonly stock: readonly StockOfProduct[]
  readonly chosenLot: number | null
}

/** Every product with units, and how many of each go out. Its fields follow the form by themselves. */
export const StockTable = memo(function StockTable({ form, stock, chosenLot }: StockTableProps) {
  const [wanted, setWanted] = useState('')
  // The letters appear at once; a list of a hundred fields follows as fast as it can.
  const followed = useDeferredValue(wanted)
  return (
    <div className={styles['stock']}>
      {stock.length > MANY ? (
        <TextInput
          className={styles['narrow'] ?? ''}
          label={say('Show only')}
          placeholder={say('Product or lot number')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          autoComplete="off"
        />
      ) : null}
      <StockRows form={form} stock={stock} chosenLot={chosenLot} wanted={followed} />
    </div>
  )
})
