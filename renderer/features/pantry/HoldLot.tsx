import { contract } from '../../../shared/api/contract.ts'
import type { LotRow } from '../../../shared/api/pantry.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

const schema = contract.pantry.hold.input.omit({ requestId: true })

interface HoldLotProps {
  readonly lot: Pick<LotRow, 'id' | 'held'>
  /** Every other pack of its batch as well. */
  readonly wholeBatch?: boolean
  readonly onClose: () => void
}

/** Puts a lot on hold, or ends its hold. */
export function HoldLot({ lot, wholeBatch = false, onClose }: HoldLotProps) {
  const command = useCommandForm({
    schema,
    defaults: { lotId: lot.id, wholeBatch, reason: '' },
    domain: 'pantry',
    operation: lot.held ? 'release' : 'hold',
    onDone() {
      toastDone(
        lot.held ? say('The hold is ended.') : say('On hold: it cannot be used or sent until you end the hold.'),
      )
      onClose()
    },
  })
  return (
    <InlineForm
      command={command}
      title={lot.held ? say('End the hold') : say('Put on hold')}
      action={lot.held ? say('End the hold') : say('Hold it')}
      onClose={onClose}
    >
      <TextField control={command.form.control} name="reason" label={say('Why')} autoFocus />
    </InlineForm>
  )
}
