import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { Day } from '../../../shared/api/fields.ts'
import { countOf } from '../../../shared/words/counted.ts'
import { FormFrame } from '../../forms/FormFrame.tsx'
import { SaveBar } from '../../forms/SaveBar.tsx'
import { Card } from '../../ui/Page.tsx'
import { toastDone } from '../../ui/toast.ts'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { purposeWords } from './purposeWords.ts'
import styles from './SendForm.module.css'
import type { StockOfProduct } from './sendValues.ts'
import { StockTable } from './StockTable.tsx'
import { SumOfUnits } from './SumOfUnits.tsx'
import { TripFields } from './TripFields.tsx'
import { useScannedUnits } from './useScannedUnits.ts'
import { useSendForm } from './useSendForm.ts'
import { say } from '../../../shared/words/say.ts'

interface SendFormProps {
  readonly today: string
  readonly stock: readonly StockOfProduct[]
  /** The lot another screen sent the person here for: its numbers are open. */
  readonly chosenLot: number | null
  readonly onSent: () => void
  /** Told the day they go, undefined where that is today. */
  readonly onDay: (day: string | undefined) => void
}

/** Where to, when, what for, and how many units of which products. */
export function SendForm({ today, stock, chosenLot, onSent, onDay }: SendFormProps) {
  const command = useSendForm({
    stock,
    today,
    onDone({ shipmentId, lines }, { place, purpose }) {
      const units = lines.reduce((sum, line) => sum + line.units, 0)
      toastDone(
        <UndoButton
          domain="shipping"
          operation="void"
          input={{ shipmentId, reason: 'undone' }}
          done={say('The units are on hand again.')}
        >
          {purposeWords[purpose].done(countOf(units, 'unit'), place ?? '')}
        </UndoButton>,
      )
      onSent()
    },
  })
  const sentOn = useWatch({ control: command.form.control, name: 'sentOn' })
  useEffect(() => {
    if (Day.safeParse(sentOn).success) onDay(sentOn === today ? undefined : sentOn)
  }, [sentOn, today, onDay])
  useScannedUnits(command.form, stock)
  return (
    <FormFrame command={command} name={say('Send out')} enterMovesOn>
      <div className={styles['trip']}>
        <Card>
          <TripFields control={command.form.control} />
        </Card>
      </div>
      <Card title={say('What goes out')}>
        <StockTable form={command.form} stock={stock} chosenLot={chosenLot} />
      </Card>
      <SaveBar command={command} aside={<SumOfUnits control={command.form.control} stock={stock} />}>
        {say('Send out')}
      </SaveBar>
    </FormFrame>
  )
}
