import { useState } from 'react'
import type { ErrorBody } from '../../../shared/api/errors.ts'
import { errorBody } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { FactorOffer } from '../../forms/FactorOffer.tsx'
import { toastDone } from '../../ui/toast.ts'
import { type Delivery, DeliveryLine } from './DeliveryLine.tsx'
import { UndoReceipt } from './UndoReceipt.tsx'
import { say } from '../../../shared/words/say.ts'

interface QuickReceiveProps {
  readonly today: string
  /** The ingredient of the screen it stands on. */
  readonly itemId?: number
  readonly placeholder: string
}

/** Receives one bag from one typed line; without a day, today. */
export function QuickReceive({ today, itemId, placeholder }: QuickReceiveProps) {
  const { run, busy } = useCommand('pantry', 'receive')
  const [refused, setRefused] = useState<ErrorBody>()

  async function receive(delivery: Delivery): Promise<boolean> {
    const { ingredient, quantity, bestBy, supplierLot, costCents } = delivery
    try {
      const { receiptId } = await run({
        supplier: delivery.supplier,
        receivedOn: delivery.receivedOn ?? today,
        lines: [{ ingredient, quantity, bestBy, supplierLot, costCents }],
      })
      setRefused(undefined)
      const { supplier } = delivery
      toastDone(
        <UndoReceipt receiptId={receiptId}>
          {supplier === null
            ? say('Received {quantity} of {ingredient}.', { quantity, ingredient })
            : say('Received {quantity} of {ingredient} from {supplier}.', { quantity, ingredient, supplier })}
        </UndoReceipt>,
      )
      return true
    } catch (error) {
      setRefused(errorBody(error))
      return false
    }
  }

  return (
    <DeliveryLine
      label={say('A bag that came in, in one line')}
      placeholder={placeholder}
      action={say('Receive')}
      busy={busy}
      onTake={receive}
      {...(itemId === undefined ? {} : { itemId })}
      problem={
        refused ? (
          <div role="alert">
            {refused.message}
            {refused.missingFactors?.map((missing) => (
              <FactorOffer key={missing.one} missing={missing} onSaved={() => setRefused(undefined)} />
            ))}
          </div>
        ) : null
      }
    />
  )
}
